"""How many draws: "four draws this week". Pure: no Django."""

from collections.abc import Collection, Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts, same_times, told_from
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.scopes import Scope, of_draws
from articles.facts.rules.common.speaking import VAGUE, candidates, widened
from articles.facts.rules.common.stated_times import is_of_another, stated_periods
from articles.facts.rules.comparisons import beyond_counted, runs
from articles.facts.rules.sums import counted_with

from . import bounded_counts, count_doubts, count_scopes, count_subjects, counted, each, weekday_counts
from .counted import COUNTED

RULE = "counts"
# So near to a number stands what says that it counts all.
NEAR = 40

# Words before and after a number of draws that make it a part of them, or no count at all.
_PART_BEFORE = compiled(
    r"\b(?:of (?:the|these|those|its|all)|one of|last|past|previous|next|first|latest|most recent|other|another|further|every|each of the|after|between|the only|than|preceding|any|no|top|largest|these|those|in (?:each|all) of the) $"
)
# "Our coverage of the seven rounds" is of all of them.
_WHOLE_OF = compiled(
    r"\b(?:coverage|review|summary|tally|overview|account|list|table|story|report|recap|record|results|figures|details|course|total|average|sum) of (?:the|these|those) $"
)
# "The record, which had been reached in four rounds": those of one size or cut-off.
_REACHED = compiled(
    r"\b(?:reached|matched|equalled|equaled|touched|hit|repeated|attained|set) (?:only |just )?(?:in|by|at) (?:only |just |all )?$"
)
# "After 24 rounds", "these four rounds brought 5,000": with their sum they are all that is meant.
_OF_ALL = compiled(r"after|these|those")
# "The lowest of the eight French rounds to date": of all of them.
_TO_DATE = compiled(r"(?: (?:held|conducted|drawn))? (?:to date|so far|until now|up to now|till now)\b")
# "After two rounds in May, June had one".
_TIMED = compiled(r" (?:in|during|for) (?:[a-z]+(?: 20[0-9]{2})?|20[0-9]{2}),")
# "Two rounds of 3,900 each began the year": not all of them.
_BEGAN = compiled(
    r" of [0-9][0-9,]+(?: (?:invitations|people))?(?: each)? (?:began|opened|started|ended|closed|followed|came|stood at)\b"
)
# "19:26", the time of a message.
_CLOCK = compiled(r"[0-9]:$")
_THESE = compiled(r"\b(?:these|those) (?:[\w-]+ )?(?:draws|rounds),? $")
_PART_AFTER = compiled(
    r"(?: [\w-]+){0,3}? (?:(?:that|which|whose|where|above|below|exceed\w*|apart|ago|in a row|running|earlier|later|before|since(?: (?:have|had|has|were|are|then|that|it)| ?[.,;:)]| ?$)|more|fewer|less|each (?:week|month|year|time)|at once|(?:have |has |had )?followed)(?!\w)|with (?:an? )?(?:crs )?(?:cut|score|more|fewer|at least|over|under)|had (?:an? )?(?:crs )?(?:cut|score|more|fewer|over|under)|of (?!20[0-9]{2}\b)(?:more|fewer|less|over|under|at least|[0-9](?![0-9,]* \w+ each))|(?:over|under|at) [1-9][0-9]{2})"
)
_CODES = compiled(r"\b(?:codes|occupations|unit groups)\b")
# Of what else there may be so many where no noun says what they are.
_OTHERS = compiled(r"\b(?:shorter|longer|strong|weak|english)\b")
# "The record for one round" counts none.
_OF_ONE = compiled(r"\b(?:for|in|per|of|at|by|from|with|just the|any|every) $")
_NOT_ONE = compiled(r"\bnot (?:a single |even )?$")
_MORE = compiled(
    r"\W+(?:more|further|other|additional|extra|fewer|consecutive|straight|successive|smaller|larger|big|bigger|biggest|small)\b"
)


_FURTHER = compiled(
    r" (?:more|further|additional) (?:[\w-]+ ){0,3}?(?:draws|rounds)\b(?! (?:than|since|after|later))"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the numbers of draws of a sentence."""
    for number in passage.numbers:
        is_counted = (
            number.role is Role.DRAWS or number.unit == "draw" and _FURTHER.match(passage.text, number.end)
        )
        if is_counted and number.form != "short" and number.value == int(number.value):
            if (
                beyond_counted.tells(passage, number.start)
                or any(start <= number.start < end for start, end in runs.bounds(passage))
                or bounded_counts.reads(passage, number)
                or each.tells(passage, number.start)
                or weekday_counts.day_of(passage, number)
            ):
                continue
            yield from _judged(passage, record, number)


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    text = passage.text
    noun = max(number.noun, number.end)
    before = text[max(0, number.start - 25) : number.start]
    total = counted_with.total(passage, number)
    part = _PART_BEFORE.search(before) if not _WHOLE_OF.search(before) else None
    is_all = part and (
        total
        and _OF_ALL.match(part[0])
        or _TO_DATE.match(text, noun)
        or part[0].startswith("after")
        and (_TIMED.match(text, noun) or count_subjects.IN_ITS_LIFE.match(text, noun))
    )
    if (part and not is_all) or _THESE.search(before) or count_doubts.is_of_some(passage, number):
        return
    if _BEGAN.match(text, noun) or _REACHED.search(before) or _CLOCK.search(before):
        return
    if _MORE.match(text, number.end):
        if _FURTHER.match(text, number.end):
            yield from _further(passage, record, number)
        return
    if number.value == 1 and (_OF_ONE.search(before) or _NOT_ONE.search(before)):
        return
    if _CODES.search(text) or (number.noun == number.end and _OTHERS.search(text)):
        return
    slugs = count_subjects.types(passage, number)
    sure = count_subjects.goes_on(passage, number)
    named = number.noun > number.end and (sure or slugs <= set(passage.slugs))
    if number.value and named and count_subjects.is_never_drawn(passage, record, slugs):
        yield _said(passage, number, of_draws(()), Status.CONTRADICTED, 0.85)
        return
    yield from judged(passage, record, number, slugs, count_subjects.size(passage, number), sure=sure)


def _further(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    """Judge how many more draws a time is said to have had, beside those of it that were told of."""
    slugs = count_subjects.types(passage, number)
    found = candidates(passage, record, number.start, number.end, slugs, strict=bool(slugs)).with_nominees()
    told = {*passage.draws, *passage.before, *(draw for table in passage.tables for draw in table)}
    beside = [scope for scope in found.stated if scope.count]
    if (
        not slugs
        and passage.slugs
        or not beside
        or VAGUE.search(passage.text)
        or count_subjects.NOT_YET.search(passage.text)
    ):
        return
    least = [scope.count - sum(draw in told for draw in scope.draws) for scope in beside]
    ranges = zip(least, beside, strict=True)
    if right := next((scope for few, scope in ranges if few <= number.value <= scope.count), None):
        yield _said(passage, number, right, Status.AGREES, 0.75)
    elif least[0] == beside[0].count:
        yield _said(passage, number, beside[0], Status.CONTRADICTED, 0.75)


def judged(
    passage: Passage,
    record: Record,
    number: NumberMention,
    slugs: set[str],
    size: int | None,
    *,
    sure: bool = False,
) -> Iterator[Finding]:
    """Judge a number of draws of some types (none: of those that the text speaks of), of a size if any is told. `sure`: it is theirs
    though the sentence does not name them."""
    text = passage.text
    noun = max(number.noun, number.end)
    before = text[max(0, number.start - 25) : number.start]
    total = counted_with.total(passage, number)
    # "10,700 invitations, over six draws" counts them.
    sums = [
        other for other in passage.numbers if other.role is Role.INVITATIONS and other.end <= number.start
    ]
    across = _ACROSS.search(before) and (total or any(one.value >= counted_with.LEAST for one in sums))
    hedge = amounts.Hedge.EXACT if across else amounts.hedge(text, number.start, number.end)
    found = count_scopes.found(passage, record, number, slugs)
    every = list(found)
    if size is not None:
        found = found.of_size(size)
    if total and size is None and hedge is amounts.Hedge.EXACT and not VAGUE.search(text):
        beside = list(beside_sum(passage, record, number, slugs))
        if beside and not count_doubts.is_of_topic(passage, record, number):
            yield from beside
            return
    fitting = next(
        (
            scope
            for scope in found
            if scope.count == number.value or amounts.fits(number.value, scope.count, hedge)
        ),
        None,
    )
    if fitting is None and size is None and (same := counted_with.each(passage, record, number)) is not None:
        fitting = next((scope for scope in found.of_size(same) if scope.count == number.value), None)
    if fitting:
        yield _said(passage, number, fitting, Status.AGREES, 0.9)
        return
    ever = count_scopes.of_all(passage, record, number, slugs)
    if ever is not None and amounts.fits(number.value, ever.count, hedge):
        yield _said(passage, number, ever, Status.AGREES, 0.9)
        return
    if (
        count_doubts.is_besides_one(passage, found, number)
        or count_doubts.is_of_kinds(passage, number)
        or count_doubts.is_at_an_end(passage, number)
        or count_doubts.is_of_day(passage, every, number)
        or (not slugs and count_doubts.is_of_topic(passage, record, number))
    ):
        return
    if size is not None and (other := count_doubts.of_other_size(every, number, size)) is not None:
        yield from counted.of_size(passage, size, other)
        return
    whole = _WHOLE.search(text[max(0, number.start - 20) : number.start])
    part = _PART_AFTER.match(text, noun)
    if part and not whole and size is None and not told_from.ends(passage.periods, text, part.end()):
        return
    if (
        _A_DAY.match(text, noun)
        or (_A_TIME_OF.search(before) and not (found.stated or found.context or passage.is_title))
        or (_OF_WHOLE.match(text, number.end) and not slugs and not _is_timed(passage, number))
        or (_OF_THEM.match(text, number.end) and not sure and not _THERE_WERE.search(before))
        or same_times.is_open(VAGUE, text, passage.periods)
    ):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    sets = sets_of(passage, known, widened(slugs, known), stated_periods(passage, number.start, noun))
    others = [of_draws(draw for draw in among if size in (None, draw.invitations)) for among in sets.others]
    if not found.stated and any(scope.count == number.value for scope in others):
        return
    if (
        not slugs
        and (not passage.slugs or count_subjects.SUCH.match(text, number.end))
        and not _ALL.search(text, max(0, number.start - NEAR), noun + NEAR)
        and count_doubts.is_of_one_type(passage, record, number)
    ):
        return
    scope, confidence = count_scopes.meant(passage, record, found, number, slugs)
    if (
        scope is None
        and slugs
        and not sets.stated
        and not _OF_WHOLE.match(text, number.end)
        and all(is_of_another(text, noun, mention.start) for mention in passage.dates)
    ):
        scope, confidence = next((scope for scope in others if scope.count), None), 0.7
    if scope is None and ever is not None and not count_scopes.may_be(passage, record, number):
        scope, confidence = ever, 0.75
    latest = 1 if found.stated else count_doubts.MANY
    if count_doubts.is_of_sum(passage, record, number, latest) or count_doubts.is_in_days(
        passage, record, number
    ):
        return
    if scope is not None and not scope.count and slugs and not passage.slugs and not sure:
        # A type that is taken from other words and had no draw then is not what is counted.
        return
    if scope is not None and not scope.count and number.value == 1 and _EARLIER.search(text):
        # "Before that, it had one draw, in February 2018": the time is as likely wrong.
        return
    if scope is not None and scope.count != number.value:
        yield _said(passage, number, scope, Status.CONTRADICTED, confidence)


def beside_sum(
    passage: Passage, record: Record, number: NumberMention, slugs: Collection[str] = ()
) -> Iterator[Finding]:
    """Say that a number of draws is not that of the draws whose sum stands right beside it."""
    total = counted_with.total(passage, number)
    if total is not None:
        found = candidates(passage, record, number.start, number.end, slugs, strict=bool(slugs))
        scope = counted_with.scope(passage, record, number, total, found)
        if scope is not None:
            yield _said(passage, number, scope, Status.CONTRADICTED, 0.85)


# "In over six draws" are more than six.
_ACROSS = compiled(
    r"(?<!\bin)(?<!\bwith)(?<!\bafter)(?<!\bacross)(?<!\bof)(?<!\bheld)(?<!\bthan)(?<!\bhas)(?<!\bhad) over $"
)
_ALL = compiled(r"\b(?:in all|altogether|in total|total|overall|all types|all kinds|together|combined)\b")
_WHOLE = compiled(r"(?:\b(?:year|month|week|quarter)'s|\ball) $")
_A_DAY = compiled(r" (?:for )?(?:a|per|each|every) (?:day|week|month|year)\b")
# "There have been fourteen of these rounds" counts them all.
_THERE_WERE = compiled(r"\bthere (?:have been|has been|were|are) (?:now |only |already |just )?$")
_EARLIER = compiled(r"\b(?:before (?:that|then|it|this)|until then|previously|earlier|ever)\b")
# "A month with two French draws": which one is not said.
_A_TIME_OF = compiled(r"\b(?:an?|another|such an?) (?:[a-z]+ )?(?:day|week|month|quarter|year) (?:with|of) $")
_OF_WHOLE = compiled(r" of (?:them|these|those)\b")
_OF_THEM = compiled(r" of (?:the|these|those|its|all)\b")


def _is_timed(passage: Passage, number: NumberMention) -> bool:
    """Whether a time stands behind a number: "14 of them in the first half"."""
    return any(period.start >= number.end for period in passage.periods if not period.is_day)


def _said(
    passage: Passage, number: NumberMention, scope: Scope, status: Status, confidence: float
) -> Finding:
    words = passage.source[number.start : number.end]
    wrong = status is Status.CONTRADICTED
    return passage.finding(
        RULE,
        status,
        number.start,
        number.end,
        COUNTED,
        expected=str(scope.count),
        replacement=amounts.written(scope.count, words) if wrong and scope.count else None,
        live=scope.live("count"),
        rows=scope.rows,
        confidence=confidence,
        params={"count": scope.count},
    )
