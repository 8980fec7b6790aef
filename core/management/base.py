"""What every command that loads data files shares: options, one line a file, words for a bad row."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.loading import BadRow, Report, data_dir, rehearsal


class LoadCommand(BaseCommand, ABC):
    """A command that takes in the data files of one app; `reports` does the work, a file at a time."""

    app = ""

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )
        parser.add_argument(
            "--force", action="store_true", help="read the files even when they are unchanged"
        )
        parser.add_argument("--data", type=Path, help="the folder of the data files, if not the shipped one")

    def handle(self, *, dry_run, force, data, verbosity, **options):
        try:
            with rehearsal(dry_run):
                for report in self.reports(data or data_dir(self.app), force=force or dry_run):
                    if verbosity:
                        self.show(report, dry_run)
        except BadRow as error:
            raise CommandError(f"{error}\nNothing of this file was loaded.") from error

    @abstractmethod
    def reports(self, data: Path, *, force: bool) -> Iterator[Report]:
        """Load the files of the folder `data`, and yield what became of each."""

    def show(self, report: Report, dry_run: bool):
        self.stdout.write(f"{'would load ' if dry_run else ''}{report}")
        for line in report.differing:
            self.stdout.write(f"  left as it is: {line}")
