from django.core.management import call_command
from django.core.management.base import BaseCommand

from core.loading import rehearsal

COMMANDS = ("load_occupations", "load_rounds", "load_phrases", "load_articles", "load_expectations")


class Command(BaseCommand):
    help = "Load the whole record that the project ships: occupations, lists, draws, the pool, articles, forecasts."

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )
        parser.add_argument(
            "--force", action="store_true", help="read the files even when they are unchanged"
        )

    def handle(self, *, dry_run, force, verbosity, **options):
        if dry_run:
            self.stdout.write("Nothing is changed; a load would do this:")
        with rehearsal(dry_run):
            for command in COMMANDS:
                call_command(command, force=force or dry_run, verbosity=verbosity, stdout=self.stdout)
