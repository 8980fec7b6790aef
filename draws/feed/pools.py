"""Counts of the pool that come with rows of the feed."""

from collections.abc import Callable

from django.db import transaction
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from core.writing import write
from draws.feed.parsing import FeedPool
from draws.models import PoolBand, PoolDistribution
from draws.pool_sums import Band, discrepancies

SOURCE = "IRCC, feed ee_rounds_123_en.json"


class Pools:
    """The record's counts by day. A count that is there is never changed; one that differs is told once."""

    def __init__(self, say: Callable[[str], None]):
        self.say = say
        counts = PoolDistribution.objects.prefetch_related("bands")
        self.known = {count.as_of: (count, self.bands_of(count)) for count in counts}
        self.told = set()

    def bands_of(self, count: PoolDistribution) -> frozenset[Band]:
        return frozenset(Band(band.crs_min, band.crs_max, band.candidates) for band in count.bands.all())

    def find_or_add(self, fed: FeedPool) -> PoolDistribution:
        """Return the count of that day, added where the record has none. Raises ValidationError."""
        if fed.as_of not in self.known:
            self.known[fed.as_of] = (self.add(fed), frozenset(fed.bands))
        count, bands = self.known[fed.as_of]
        if bands != frozenset(fed.bands) and fed.as_of not in self.told:
            self.told.add(fed.as_of)
            self.say(
                _("The count of the pool of %(day)s has other figures in the feed; it is left as it is.")
                % {"day": date_format(fed.as_of)}
            )
        return count

    @transaction.atomic
    def add(self, fed: FeedPool) -> PoolDistribution:
        count = PoolDistribution(
            as_of=fed.as_of,
            published_total=fed.total,
            published_subtotals=dict(fed.subtotals),
            discrepancy_note=self.note_on(fed),
            source=SOURCE,
        )
        count.check_bands(fed.bands)
        write(count)
        bands = [PoolBand(distribution=count, **band._asdict()) for band in fed.bands]
        for band in bands:
            band.clean_fields()
        PoolBand.objects.bulk_create(bands)
        return count

    def note_on(self, fed: FeedPool) -> str:
        """Say where IRCC's own sums do not hold: its figures stand as printed."""
        return " ".join(
            _("IRCC prints %(published)s for %(label)s; the bands inside it add up to %(computed)s.")
            % {
                "label": item.label,
                "published": number_format(item.published, force_grouping=True),
                "computed": number_format(item.computed, force_grouping=True),
            }
            for item in discrepancies(fed.bands, fed.total, fed.subtotals)
        )
