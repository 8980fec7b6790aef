import os
import shutil
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from eedraws.backups import databases, media
from eedraws.backups.folder import BadBackup, checked, name_of


class Command(BaseCommand):
    help = "Restore a backup into a new place, prove it there, and put it in the place of the present database if asked to."
    # The database that is to be replaced may be damaged.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("backup", type=Path, help="the folder of one backup")
        parser.add_argument("--to", type=Path, required=True, help="a folder that is not there yet")
        parser.add_argument("--database", help="PostgreSQL: the name of the new database")
        parser.add_argument(
            "--switch",
            action="store_true",
            help="SQLite: put the proved copy in the place of the present database, which is kept beside it; stop the site first",
        )

    def handle(self, *, backup, to, database, switch, **options):
        try:
            manifest = checked(backup)
            if to.exists():
                raise BadBackup(f"{to} is there already. Name a folder that is not.")
            to.mkdir(parents=True, mode=0o700)
            if manifest["vendor"] == "sqlite":
                self.restore_sqlite(backup, to, manifest, switch)
            else:
                self.restore_postgresql(backup, database, switch)
            media.unpack(backup / media.NAME, to / "media")
        except (BadBackup, OSError) as error:
            raise CommandError(f"Nothing was switched: {error}") from error
        if switch:
            self.switch(to)

    def restore_sqlite(self, backup, to, manifest, switch):
        if switch and connection.vendor != "sqlite":
            raise BadBackup("The site's database is no SQLite database.")
        copy = to / databases.SQLITE
        shutil.copyfile(backup / databases.SQLITE, copy)
        databases.prove_sqlite(copy)
        if databases.counts_of(copy) != manifest["rows"]:
            raise BadBackup(f"{copy} does not hold the rows that were backed up.")
        self.stdout.write(f"{copy}: proved; newest draw {manifest['newest_draw']}")

    def restore_postgresql(self, backup, database, switch):
        if switch or not database:
            raise BadBackup(
                "PostgreSQL: give --database NEW_NAME, look at it, then let DATABASE_URL name it."
            )
        databases.restore_postgresql(backup / databases.POSTGRESQL, database)
        self.stdout.write(f"database {database}: restored; let DATABASE_URL name it")

    def switch(self, to):
        """Put the copy in place; the present files stay beside it under the moment's name."""
        present, moment = Path(connection.settings_dict["NAME"]), name_of(timezone.now())
        connection.close()
        copies = [(to / databases.SQLITE, present)]
        if media.is_on_disk():
            copies.append((to / "media", Path(settings.MEDIA_ROOT)))
        else:
            self.stdout.write(
                f"The pictures stay where they are; bring back what is missing from {to / 'media'}."
            )
        for copy, place in copies:
            if place.exists():
                os.rename(place, place.with_name(f"{place.name}.before-{moment}"))
            shutil.move(copy, place)
        # They belong to the file that was there before: with another one they would ruin it.
        for suffix in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.rename(f"{present}{suffix}", f"{present}.before-{moment}{suffix}")
        self.stdout.write(f"{present} is the restored one now; what was there is kept as *.before-{moment}")
