import shutil
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from draws.models import Round
from eedraws.backups import databases, media
from eedraws.backups.folder import UNFINISHED, BadBackup, finish, name_of, rotate, seal


class Command(BaseCommand):
    help = "Copy the database and the uploaded files to a folder, while the site goes on; prove the copy; keep the newest."

    def add_arguments(self, parser):
        parser.add_argument(
            "folder", type=Path, help="where backups are: on another disk, and copied elsewhere from there"
        )
        parser.add_argument("--keep", type=int, default=14, help="how many to keep (default 14)")

    def handle(self, *, folder, keep, **options):
        if keep < 1:
            raise CommandError("--keep: keep one backup at least.")
        name = name_of(timezone.now())
        unfinished, finished = folder / f"{name}{UNFINISHED}", folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            unfinished.mkdir(mode=0o700)
            copy = databases.copy_to(unfinished)
            media.archive_to(unfinished)
            seal(unfinished, about(copy))
            finish(unfinished, finished)
        except (BadBackup, DatabaseError, OSError) as error:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise CommandError(f"There is no new backup: {error}") from error
        gone = rotate(folder, keep)
        self.stdout.write(f"{finished}, proved; {len(gone)} older removed")


def about(copy: Path) -> dict:
    """Return what a restored copy is compared with."""
    newest = Round.objects.order_by("-date", "-sequence").values_list("number", flat=True).first()
    migrations = sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
    counts = databases.counts_of(copy) if copy.name == databases.SQLITE else {}
    return {"vendor": connection.vendor, "newest_draw": newest, "migrations": migrations, "rows": counts}
