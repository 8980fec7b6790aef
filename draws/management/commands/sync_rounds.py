from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from draws.charts.job import start
from draws.feed.running import sync

COUNTS = ("added", "changed", "held", "unreadable")


class Command(BaseCommand):
    help = "Read IRCC's feed of draws: add what is new, propose what differs, hold what is not clear."

    def add_arguments(self, parser):
        source = parser.add_mutually_exclusive_group()
        source.add_argument("--url", default="", help="another address than IRCC's own two")
        source.add_argument("--file", type=Path, help="a copy of the feed")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )
        parser.add_argument(
            "--publish",
            action="store_true",
            help="make new draws public at once, without an editor's confirmation",
        )

    def handle(self, *, url, file, dry_run, publish, verbosity, **options):
        runs = []
        for run in sync(url=url, file=file, publish=publish, dry_run=dry_run):
            runs.append(run)
            if verbosity:
                self.stdout.write(f"{run.source}: {run.get_outcome_display()}")
                for line in run.words.splitlines():
                    self.stdout.write(f"  {line}")
        counts = Counter()
        for run in runs:
            counts.update({name: getattr(run, name) for name in COUNTS})
        self.stdout.write(", ".join(f"{counts[name]} {name}" for name in COUNTS))
        if not dry_run and (counts["added"] or counts["changed"]) and (drawing := start()):
            drawing.join()
        if bad := [run for run in runs if run.changed_nothing]:
            raise CommandError("; ".join(f"{run.source}: {run.words}" for run in bad))
