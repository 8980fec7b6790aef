"""The files that editors uploaded, as one archive; what is drawn from the record is drawn again."""

import tarfile
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage

from articles.models import Image
from core.storage import ON_DISK
from eedraws.backups.folder import BadBackup

NAME = "media.tar"


def archive_to(folder: Path) -> Path:
    """Write the archive, empty where nothing was uploaded; return the file. A file that is missing is an OSError."""
    path = folder / NAME
    with tarfile.open(path, "w") as archive:
        if is_on_disk():
            _add_folder(archive, Path(settings.MEDIA_ROOT))
        else:
            _add_stored(archive)
    return path


def is_on_disk() -> bool:
    """Whether uploads are in the folder MEDIA_ROOT, and not in another storage."""
    return settings.STORAGES["default"]["BACKEND"] == ON_DISK


def _add_folder(archive: tarfile.TarFile, root: Path) -> None:
    apart = {Path(settings.CHARTS_ROOT), Path(settings.CARDS_ROOT)}
    for each in sorted(root.iterdir()) if root.is_dir() else []:
        if each not in apart and not each.name.startswith("."):
            archive.add(each, arcname=each.name, filter=_without_unfinished)


def _add_stored(archive: tarfile.TarFile) -> None:
    """Add every file that the database knows of, as the storage has it."""
    for image in Image.objects.order_by("pk"):
        for name in image.paths:
            with default_storage.open(name) as file:
                member = tarfile.TarInfo(name)
                member.size = file.size
                archive.addfile(member, file)


def unpack(path: Path, folder: Path) -> None:
    """Unpack an archive into a folder. Raises BadBackup."""
    try:
        with tarfile.open(path) as archive:
            archive.extractall(folder, filter="data")
    except (tarfile.TarError, OSError) as error:
        raise BadBackup(f"{path} cannot be unpacked: {error}.") from error


def _without_unfinished(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return None if Path(member.name).name.startswith(".") else member
