"""What is asked of rounds."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from draws.trends import Totals


def _sums(series, condition):
    """Aggregates over the rounds that `condition` picks, in the order of the fields of draws.trends.Totals."""
    return {
        f"{series}_draws": models.Count("pk", filter=condition),
        f"{series}_invitations": models.Sum("invitations", filter=condition, default=0),
        f"{series}_lowest": models.Min("crs_cutoff", filter=condition),
        f"{series}_highest": models.Max("crs_cutoff", filter=condition),
    }


class RoundQuerySet(models.QuerySet):
    def published(self, at=None):
        """Rounds that the public may see, withdrawn ones included: they keep their page, with a notice."""
        return self.filter(published_at__lte=at or timezone.now())

    def counted(self):
        """Rounds that stand: what lists, totals, records and trends are made of."""
        return self.filter(withdrawn_at__isnull=True)

    def public_record(self, at=None):
        """What every public list and figure starts from: published and standing."""
        return self.published(at).counted()

    def waiting(self):
        """Rounds that an editor has saved and not published."""
        return self.counted().filter(published_at__isnull=True)

    def waiting_from_feed(self):
        """Rounds that IRCC has published, and an editor here has not confirmed yet."""
        return self.waiting().filter(sync_runs__isnull=False)

    def held_by(self, at):
        """Rounds that had been held at the moment `at`; one without a time counts from the start of its day."""
        return self.filter(
            Q(held_at__lte=at) | Q(held_at__isnull=True, date__lte=timezone.localdate(at)),
        )

    def of(self, category):
        return self.filter(version__category=category)

    def between(self, start, end):
        """Rounds dated from `start` to `end`, both inclusive."""
        return self.filter(date__range=(start, end))

    def last_numbered(self):
        """Return the round of the highest number, or None. After a synthetic one (s1) nothing comes."""
        return self.exclude(number__startswith="s").order_by("-sequence").first()

    def newest_first(self):
        return self.order_by("-date", "-sequence")

    def oldest_first(self):
        return self.order_by("date", "sequence")

    def before(self, round):
        """Rounds that came before `round` in the record's order."""
        return self.filter(Q(date__lt=round.date) | Q(date=round.date, sequence__lt=round.sequence))

    def after(self, round):
        return self.filter(Q(date__gt=round.date) | Q(date=round.date, sequence__gt=round.sequence))

    def totals(self):
        """What draws.trends.totals() gives, added up by the database in one query."""
        nominees = Q(version__category__slug="pnp")
        sums = self.aggregate(**_sums("other", ~nominees), **_sums("nominee", nominees))
        return Totals(*sums.values())

    def for_list(self):
        """With everything that a row shows; a lazy look-up from a row is an error."""
        return self.select_related("version__category").fetch_mode(models.FETCH_RAISE)
