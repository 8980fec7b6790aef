from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.models import Article
from draws.models import Round
from eedraws.synthetic import make_articles, make_rounds
from readers.models import ReaderMessage

MARK = "synthetic"


class Command(BaseCommand):
    help = (
        "Fill a database with synthetic draws and articles beside the shipped record, to measure what grows. "
        'The name of the database has to hold the word "synthetic".'
    )

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=50_000, help="how many articles (50000)")
        parser.add_argument(
            "--rounds", type=int, default=5_000, help="how many draws, those of the record included (5000)"
        )

    def handle(self, *, articles, rounds, **options):
        self.refuse_others()
        more_rounds = max(0, rounds - Round.objects.count())
        more_articles = max(0, articles - Article.objects.count())
        if more_rounds:
            make_rounds(more_rounds)
        self.stdout.write(f"{more_rounds} synthetic draws: nobody held them.")
        if more_articles:
            make_articles(more_articles)
        self.stdout.write(f"{more_articles} synthetic articles: nobody wrote them.")

    def refuse_others(self) -> None:
        """Refuse a database that is not named for it, or that holds what people have entered."""
        name = str(settings.DATABASES["default"]["NAME"])
        if MARK not in name or MARK not in str(connection.settings_dict["NAME"]):
            raise CommandError(f'{name} is not named for synthetic rows: its name has to hold "{MARK}".')
        if not Round.objects.exists():
            raise CommandError(
                "The shipped record is not in the database: manage.py load_record comes first."
            )
        if (
            Round.objects.filter(number__startswith="s").exists()
            or Article.objects.filter(title__startswith="Synthetic").exists()
        ):
            raise CommandError("The database holds synthetic rows already: begin with an empty one.")
        # Every change by a person leaves a state or a revision with the name of an account; readers leave messages.
        is_touched = (
            Round.history.exclude(history_user=None).exists()
            or Article.objects.exclude(owner=None).exists()
            or ReaderMessage.objects.exists()
        )
        if is_touched:
            raise CommandError(f"{name} holds more than the shipped record. Nothing was made.")
