import pytest


@pytest.fixture
def disk(settings, tmp_path):
    """Keep pictures on a disk, as in production, and uploads on their way too; return the folder of them all."""
    (tmp_path / "uploads").mkdir()
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "uploads"
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "core.storage.WholeFileStorage"}}
    return tmp_path


@pytest.fixture
def on_disk(disk):
    """Return a function that lists every file that is there, unfinished ones among them."""
    return lambda: sorted(path.relative_to(disk).as_posix() for path in disk.rglob("*") if path.is_file())
