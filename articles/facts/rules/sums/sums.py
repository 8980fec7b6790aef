"""Invitations added up over draws: "5,000 in four rounds", "64,000 so far this year". Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Finding, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts, bounds, same_times
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.facts.rules.common.scopes import Scope, of_draws
from articles.facts.rules.common.speaking import VAGUE, Candidates, candidates, everything
from articles.facts.rules.common.stated_times import stated_periods

from . import averages, counted_with, sum_pairs, sum_readings, sum_sets, summing

RULE = "sums"
# No two draws had fewer together: "only two groups were invited".
LEAST = 100

_TOTAL = compiled(
    r"\b(?:totals?|totall?ed|totall?ing|altogether|combined|together|between them|between the (?:two|three|four|five)|in all|all told|overall|cumulative(?:ly)?|sum|so far|to date|added up|add up to|adding up|amount(?:s|ed) to|collectively|year[- ]to[- ]date|tally|aggregate|with (?:it|this|that|these) (?:they|it|the \w+|[a-z]+) (?:now )?(?:have|has|had)|(?:they|these|those|that) (?:have |had )?(?:brought|issued|makes?|made|comes? to|came to|adds?|added))\b"
)
_DRAWS = compiled(
    rf"\b(?:[0-9]{{1,3}}|{FEW}|both|several|these|those|all|such)\b(?: [\w'-]+){{0,4}}? (?:draws|rounds)\b"
)
_ONE_DRAW = compiled(
    r"\b(?:the|a|an|this|that|one|each|every|first|second|third|latest|last|previous|largest|smallest|biggest|its|in) (?:[\w-]+ ){0,5}?(?:draw|round)\b|\bdraw no|\beach\b|\bper draw\b|\bapiece\b"
)
_OTHER_BEFORE = compiled(
    r"\b(?:(?<!no\smore\s)(?<!not\smore\s)(?<!no\sfewer\s)than|minus|plus|additional|extra|another|average of|mean of|median of|target of|forecast of|goal of|cap of|quota of|sizes? of|rounds? of|draws? of|first|second|last|every|per)(?: [\w-]+)? $"
)
_OTHER_AFTER = compiled(
    r" (?:more|fewer|less|additional|extra|other|new permanent|profiles?|admissions?|points|candidates in the pool|people in the pool)\b"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the sums of invitations of a sentence."""
    sums = [
        number
        for number in passage.numbers
        if number.value >= LEAST
        and (number.role is Role.INVITATIONS or summing.is_sum(passage, number))
        and not (averages.is_mean(passage, number) or bounds.is_bound(passage, number))
    ]
    if not sums:
        return
    total, several = bool(_TOTAL.search(passage.text)), bool(_DRAWS.search(passage.text))
    one = bool(_ONE_DRAW.search(passage.text))
    for number in sums:
        yield from _judged(passage, record, number, total or summing.is_summed(passage, number), several, one)


def _judged(
    passage: Passage, record: Record, number: NumberMention, total: bool, several: bool, one: bool
) -> Iterator[Finding]:
    hedge = amounts.hedge(passage.text, number.start, number.end)
    if not _is_of_counted(passage, number) and _is_of_one(passage, record, number, hedge):
        return
    slugs = summing.types(passage, number)
    found = sum_readings.plainly(
        passage, candidates(passage, record, number.start, number.end, slugs, strict=False, sizes=True)
    )
    if passage.text[: number.start].endswith("(") and any(
        scope.count == 1 and scope.invitations == number.value for scope in found.stated
    ):
        # "To nominees (507) and French speakers (5,000)": each of one draw of the days that are stated.
        return
    fitting = [
        scope
        for scope in found
        if scope.count > 1 and sum_readings.fits(passage, number, scope, hedge, found)
    ]
    if fitting and sum_pairs.is_wrong(passage, record, number):
        return
    if fitting and _is_counted(passage, record, number, slugs, found, fitting):
        yield sum_readings.agrees(passage, number, fitting[0])
        return
    if summing.is_listed(passage, number) and not (
        summing.is_summed(passage, number) and summing.is_last(passage, number)
    ):
        return
    is_each = summing.is_size_of_each(passage, number, found)
    if is_each or _EACH.match(passage.text, max(number.end, number.noun)):
        return
    parts = summing.parts(passage, number)
    if parts and sum(parts) != number.value and summing.is_summed(passage, number):
        yield sum_readings.of_parts(passage, number, int(sum(parts)))
        return
    if summing.adds_up(passage, number) and not (parts and len(parts) == len(passage.draws)):
        return
    text = passage.text
    other = _OTHER_BEFORE.search(text[max(0, number.start - 30) : number.start])
    if (other and not _is_of_its_time(passage, number)) or _OTHER_AFTER.match(text, number.end):
        return
    if (
        same_times.is_open(VAGUE, passage.text, passage.periods)
        or _NOT_FEDERAL.search(passage.text)
        or _MOVES.search(passage.text[max(0, number.start - 30) : number.start])
    ):
        return
    if _IS_SIZE.search(text, 0, number.start) or _ONE_OF.search(text, 0, number.start):
        return
    timed = _is_of_its_time(passage, number)
    if not (total or several or timed) and (one or not summing.is_of_period(passage, number)):
        return
    if summing.is_doubtful(passage, number) or summing.is_set_beside(
        passage, number, _TOTAL.search(text, 0, number.end) is not None
    ):
        return
    in_period = {draw.invitations for scope in found.stated for draw in scope.draws}
    if number.value in in_period and not (total or several):
        return
    if any(counted_with.each(passage, record, one) == number.value for one in counted_with.counts(passage)):
        return
    scope, confidence = _meant(passage, found, number, total, several, one)
    told = passage.slugs and any(among.count > 1 for among in found.stated)
    if scope and not told and _holds_elsewhere(passage, record, number, hedge):
        return
    if scope is not None:
        yield sum_readings.contradicted(passage, number, scope, confidence)
    elif total:
        yield from sum_readings.judged(passage, record, number, found, hedge)


def _is_of_counted(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is surely the sum of as many draws as its sentence counts: "the two French draws together made 8,500"."""
    sizes = [other for other in passage.numbers if other.role is Role.INVITATIONS]
    counts = _counts(passage)
    return sizes == [number] and len(counts) == 1 and min(counts) > 1 and bool(_TOGETHER.search(passage.text))


_TOGETHER = compiled(r"\b(?:together|in total|altogether|combined|in sum|between them|add(?:ing|ed)? up)\b")


def _is_of_one(passage: Passage, record: Record, number: NumberMention, hedge: amounts.Hedge) -> bool:
    """Whether a single draw that the sentence may speak of has so many invitations."""
    if hedge is amounts.Hedge.AT_MOST:
        # Of that every smaller draw would be one.
        hedge = amounts.Hedge.EXACT
    near = (*passage.draws, *passage.before[:4])
    if any(amounts.fits(number.value, draw.invitations, hedge) for draw in near):
        return True
    days = [mention for mention in passage.dates if mention.precision == "day"]
    return any(
        draw.invitations == number.value
        and (mention.may_hold(draw.date) or abs(draw.date - mention.first) <= _MISTAKEN)
        for mention in days
        for draw in record.draws
    )


# "The size of the rounds grew in steps: 2,750 in January", "the largest of those rounds had 1,082": figures of single draws.
_IS_SIZE = compiled(
    r"\b(?:was|is) (?:then )?the (?:largest|biggest|smallest)(?: (?:draw|round|one))?(?: (?:so far|yet|ever|to date|until then|of (?:them )?all))?,? (?:with|at) (?:only |just )?$|"
    r"\b(?:sizes?|each|apiece|at a time|steps|all of (?:the|its|their) (?:last|latest))\b[^.;]*$"
)
_ONE_OF = compiled(
    r"\b(?:largest|smallest|biggest|first|last|latest|second|third|next|other) of (?:those|these|the|them|its|their|all)\b[^.;]{0,60}$"
)

# A day that is wrong by no more than this is another rule's to judge.
_MISTAKEN = timedelta(days=14)


def _is_of_its_time(passage: Passage, number: NumberMention) -> bool:
    """Whether a number that another is set beside has a time of its own: "more than the 11,341 of April"."""
    return passage.text[: number.start].endswith("than the ") and any(
        not period.is_day and _OF.fullmatch(passage.text, number.end, period.start)
        for period in passage.periods
    )


_OF = compiled(r" (?:of|in|from) ")


def _holds_elsewhere(passage: Passage, record: Record, number: NumberMention, hedge: amounts.Hedge) -> bool:
    """Whether a sum is right of other draws that the words may be about, of one type that the text may have named elsewhere too."""
    if hedge is amounts.Hedge.AT_MOST:
        hedge = amounts.Hedge.EXACT
    counts = _counts(passage)
    wide = sum_readings.plain(
        passage, everything(passage, record, number.start, number.end, sizes=len(counts) != 1)
    )
    if _is_of_counted(passage, number):
        return sum_sets.is_of_all(passage, record, number) or any(
            scope.count in counts and scope.invitations == number.value for scope in wide
        )
    if any(scope.count > 1 and amounts.fits(number.value, scope.invitations, hedge) for scope in wide):
        return True
    if _THE_TWO.search(passage.text) and any(
        scope.invitations == number.value for scope in sum_sets.pairs(passage)
    ):
        return True
    if sum_readings.is_of_all(passage):
        return False
    for period in stated_periods(passage, number.start, number.end):
        sums: dict[str, int] = {}
        for draw in record.draws:
            if draw.date in period.spans[0] and draw.date <= passage.day:
                sums[draw.category] = sums.get(draw.category, 0) + draw.invitations
        if number.value in sums.values():
            return True
    return False


def _is_counted(
    passage: Passage,
    record: Record,
    number: NumberMention,
    slugs: set[str],
    found: Candidates,
    fitting: Sequence[Scope],
) -> bool:
    """Whether a sum that some of the draws spoken of have is one of as many as the sentence says, where it says it: "in four draws we
    had 7,000" is not right of three of them."""
    counts = _counts(passage)
    if len(counts) != 1:
        return True
    known = [draw for draw in record.draws if draw.date <= passage.day]
    ever = list(sum_sets.whole(passage, known)) if _is_of_counted(passage, number) else []
    if not passage.slugs and any(one.mixes_nominees and one in found.stated for one in fitting):
        # Of all that a time had: their number may be wrong.
        return True
    if not any(scope.count in counts for scope in (*found.named, *found.stated, *ever)):
        return True
    if any(scope.count in counts for scope in ever):
        return any(scope.count in counts for scope in fitting)
    if not passage.slugs and any(scope.count in counts for scope in found.stated):
        return any(scope.count in counts for scope in fitting)
    found = candidates(passage, record, number.start, number.end, slugs, strict=False)
    sure = {*found.stated, *found.named}
    return any(scope.count in counts or scope in sure for scope in fitting)


_THE_TWO = compiled(r"\b(?:those|these|the) two\b")
# Of one draw are those who were invited each, and at a cut-off.
_EACH = compiled(r" (?:each|apiece)\b|(?: (?!and\b|with\b)[\w-]+){0,2} at [1-9][0-9]{2}\b")


def _counts(passage: Passage) -> set[int]:
    return {int(other.value) for other in passage.numbers if other.role is Role.DRAWS}


# Other people are counted too: by videos, on other ways to Canada.
_NOT_FEDERAL = compiled(r"\b(?:views?|viewers|(?<!dear[ ])readers|students|study permits|pilots?)\b")
_MOVES = compiled(
    r"\b(?:from|by|(?<!\bup\s)(?<!\bcome\s)(?<!\bcomes\s)(?<!\bcame\s)(?<!amount\s)(?<!amounts\s)(?<!amounted\s)to) (?:about |around |the )?$"
)


def _meant(
    passage: Passage, found: Candidates, number: NumberMention, total: bool, several: bool, one: bool
) -> tuple[Scope | None, float]:
    """Return the scope that a sum which agrees with none is to be held against, and how sure that is."""
    counts = [int(other.value) for other in passage.numbers if other.role is Role.DRAWS]
    if not counts and _BOTH.search(passage.text) and len(passage.periods) < 2:
        counts = [2]
    own = summing.types(passage, number)
    stated = [
        scope
        for scope in found.stated
        if scope.count and (not own or any(draw.category in own for draw in scope.draws))
    ]
    kinds = ((stated, 0.95), (found.named, 0.9), (found.context, 0.85), (found.around, 0.8))
    if len(counts) == 1 or (total and passage.counted and not passage.slugs):
        wanted = counts or passage.counted[-1:]
        for scopes, confidence in kinds:
            same = [scope for scope in scopes if scope.count in wanted and scope.count > 1]
            if both := _BOTH.search(passage.text):
                types = {one.slug for one in passage.categories if both.start() <= one.start < both.end()}
                same = [one for one in same if not types or {draw.category for draw in one.draws} == types]
            if same:
                return sum_readings.nearest(same, number), confidence
    if stated and (total or several or not one or _is_of_its_time(passage, number)):
        return sum_readings.nearest(stated, number), 0.85
    if total and passage.draws and len(summing.parts(passage, number)) == len(passage.draws):
        return of_draws(passage.draws), 0.75
    if total and not counts and sum(mention.is_day for mention in passage.dates) > 1:
        named = [scope for scope in found.named if set(passage.draws) == set(scope.draws)]
        if named:
            return named[0], 0.75
    if total and not counts and passage.tables and not passage.slugs and not stated:
        return of_draws(passage.tables[-1]), 0.8
    slugs = summing.types(passage, number) or set(passage.slugs or passage.topic)
    typed = [
        scope
        for scope in found.context
        if {draw.category for draw in scope.draws} == slugs
        and scope.count > 1
        and (not counts or scope.count in counts)
    ]
    if (total or several) and not one and len(slugs) == 1 and typed:
        return sum_readings.nearest(typed, number), 0.75
    return None, 0.0


_BOTH = compiled(r"\b(?:both|the two)(?: [\w-]+){0,4}? (?:draws|rounds)\b")
