"""Claims over several draws: sums, counts, ranges, comparisons. Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading import Reading

from .common import bounds, not_yet
from .common.hearing import passages
from .common.patterns import compiled
from .common.speaking import PROVINCIAL
from .comparisons import (
    alike,
    best_of,
    beyond_counted,
    differences,
    directions,
    fractions,
    gaps,
    grown,
    last_times,
    longest_waits,
    ordinals,
    proportions,
    records,
    runs,
    since_when,
    steadily,
    superlatives,
    times_apart,
    waits,
)
from .counts import (
    bare_counts,
    bounded_counts,
    counted_months,
    counts,
    each,
    empty_months,
    enumerated,
    last_alike,
    listed,
    months,
    nones,
    occasions,
    pair_counts,
    part_counts,
    repeats,
    weekday_counts,
)
from .occupations import size_extremes
from .ranges import listed_ranges, mean_scores, ranges
from .relative import apposed_days, counted_days, relative, steps
from .rounds.doubts import ELSEWHERE
from .sums import averages, directed_sums, sum_pairs, sum_slips, sums
from .tables import draw_tables, tabulated

_JUDGES = (
    averages.find,
    mean_scores.find,
    sums.find,
    sum_pairs.find,
    sum_slips.find,
    counts.find,
    each.find,
    weekday_counts.find,
    counted_months.find,
    last_alike.find,
    bare_counts.find,
    bounded_counts.find,
    part_counts.find,
    pair_counts.find,
    nones.find,
    empty_months.find,
    enumerated.find,
    ranges.find,
    listed_ranges.counted,
    size_extremes.find,
    differences.find,
    times_apart.find,
    directions.find,
    directed_sums.find,
    directed_sums.alone,
    alike.find,
    ordinals.find,
    runs.find,
    steadily.find,
    occasions.find,
    repeats.find,
    superlatives.find,
    best_of.find,
    months.find,
    last_times.find,
    gaps.find,
    waits.find,
    longest_waits.find,
    bounds.find,
    since_when.find,
    records.find,
    proportions.find,
    fractions.find,
    grown.find,
    beyond_counted.find,
    relative.find,
    apposed_days.find,
    counted_days.find,
    steps.find,
)


# "It was the lowest cut-off that the category has seen" names nothing, and goes on about what was told before; so does "each was larger".
_RANKED = compiled(r"\b(?:largest|biggest|smallest|highest|lowest|each|every)\b")


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge what is said of sets of draws and of draws among others, and times said from the article's day."""
    heard = passages(reading, record)
    later = not_yet.tells_of_later(reading, record)
    beside: dict[tuple[str, int], list[Finding]] = {}
    for claims in listed.groups(heard).values():
        how = listed.judged(claims, record)
        said = [(claim.passage, finding) for claim, finding in listed.find(how, record)]
        for passage, finding in (*said, *listed_ranges.find(how, heard)):
            beside.setdefault((passage.part, passage.start), []).append(finding)
    for passage in heard:
        named = passage.numbers or passage.dates or passage.categories or passage.draws
        if named or ((passage.before or passage.counted) and _RANKED.search(passage.text)):
            found = beside.get((passage.part, passage.start), [])
            found += [finding for judge in _JUDGES for finding in judge(passage, record)]
            if passage.is_outside or PROVINCIAL.search(passage.text) or ELSEWHERE.search(passage.text):
                found = [finding for finding in found if finding.status is Status.AGREES]
            settled = _settled(found)
            yield from not_yet.looked_at(passage, record, settled) if later else settled
    yield from tabulated.find(reading, record)
    yield from draw_tables.find(reading, record)


def _settled(found: list[Finding]) -> Iterator[Finding]:
    """Keep one finding for the same words: what agrees under any reading is not called wrong under another, unless it stands
    exchanged with what agrees in its place."""
    ranked = sorted(
        found,
        key=lambda finding: (
            finding.message != listed.EXCHANGED,
            _RANKS.get(finding.status, 1),
            -finding.confidence,
        ),
    )
    taken: list[tuple[int, int]] = []
    for finding in ranked:
        if all(finding.end <= start or end <= finding.start for start, end in taken):
            taken.append((finding.start, finding.end))
            yield finding


_RANKS = {Status.AGREES: 0, Status.CONTRADICTED: 1, Status.NEEDS_HUMAN: 2}
