from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count

from articles.models import Article, ArticleReference, Author, Expectation, FaqEntry, Tag
from draws.models import PoolBand, PoolDistribution, Round
from occupations.models import (
    Category,
    CategoryVersion,
    ListCorrection,
    Listing,
    Occupation,
    OccupationTitle,
    SeriesLabel,
)
from occupations.revising import list_problem

# Everything that the site says, with the relations that its rules look at.
RECORD = (
    Occupation.objects.all(),
    Category.objects.all(),
    CategoryVersion.objects.select_related("category"),
    Listing.objects.select_related("version", "occupation"),
    ListCorrection.objects.select_related("version__category", "occupation"),
    SeriesLabel.objects.all(),
    PoolDistribution.objects.prefetch_related("bands"),
    PoolBand.objects.all(),
    Round.objects.select_related("version__category"),
    Author.objects.all(),
    Tag.objects.all(),
    Article.objects.all(),
    FaqEntry.objects.all(),
    ArticleReference.objects.all(),
    Expectation.objects.select_related("article", "category", "other_category"),
)


class Command(BaseCommand):
    help = "Prove every rule of the record anew, row by row; exit status 1 when one does not hold."

    def handle(self, *, verbosity, **options):
        wrong = self.check_lists()
        for queryset in RECORD:
            wrong += self.check_rows(queryset, "full_clean", verbosity)
        # Uniqueness of 57,708 titles is the database's own constraint; their fields are proved here.
        wrong += self.check_rows(
            OccupationTitle.objects.all(), "clean_fields", verbosity, exclude={"occupation"}
        )
        if wrong:
            raise CommandError(f"{wrong} rows break a rule.")
        self.stdout.write("The record is clean.")

    def check_lists(self) -> int:
        """Prove what only a version and its rows together can say; of an awaited list the version says it itself."""
        wrong = 0
        versions = CategoryVersion.objects.select_related("category").filter(list_awaited=False)
        for version in versions.annotate(rows=Count("listings")):
            if problem := list_problem(version, version.rows):
                wrong += 1
                self.stderr.write(f"lists: {version} (id {version.pk}): {problem}")
        return wrong

    def check_rows(self, queryset, rule, verbosity, **arguments) -> int:
        name = queryset.model._meta.verbose_name_plural
        rows = list(queryset.all())
        wrong = 0
        for instance in rows:
            try:
                getattr(instance, rule)(**arguments)
            except ValidationError as error:
                wrong += 1
                self.stderr.write(f"{name}: {instance} (id {instance.pk}): {' '.join(error.messages)}")
        if verbosity:
            self.stdout.write(f"{name}: {len(rows)} rows, {wrong} wrong")
        return wrong
