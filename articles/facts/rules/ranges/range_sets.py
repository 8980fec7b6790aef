"""Sets of draws that a range of cut-offs is of, told by their number, by what they came before, or as one of two. Pure: no Django."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from articles.facts.model import Record
from articles.facts.reading.mentions import NumberMention, RangeMention, Role
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH_NAMES
from articles.facts.rules.common.scopes import Extremes, Scope, of_draws, scopes
from articles.facts.rules.common.speaking import Candidates, candidates, widened
from articles.facts.rules.sums import counted_with
from draws.clock import RECORD_BEGINS, Span, year_span

# Of numbers that no word calls cut-offs these may be such.
LEAST_CUTOFF, MOST_CUTOFF = 150, 950
_LATTER = compiled(r"\bthe latter\b")
_FORMER = compiled(r"\bthe former\b")
# "The earlier five rounds ended between 388 and 436": all of their type before the newest.
_EARLIER = compiled(
    r"\b(?:the|its|their|all) (?:[\w-]+ )?(?:earlier|previous|preceding|prior)(?: [\w-]+)? ?(?:draws|rounds|ones|had|ended|lay|closed)\b"
    r"|\bbefore (?:it|that|this),? "
)
# "From then to Christmas it was nominees alone: eight rounds": those at the end.
_ALONE = compiled(r"\b(?:alone|only|nothing but|since then|from then|the last|the latest)\b")

# A figure that no cut-off passed, or that nobody could do without: "never fell below 531", "nobody got in with less than 483".
NOT_PASSED = compiled(
    r"\b(?:not|never|n't|nor|without) (?:[\w-]+ ){0,2}?(?:f[ae]ll\w*|go(?:ne|ing)?|drop\w*|sunk|sink|come|dipp?\w*|ris[ei]\w*|rose|climb\w*|been|get|got) (?P<way>below|under|above|over) $"
    r"|\b(?:nobody|no one|not one|none|no (?:[\w-]+ ){0,3}?(?:candidates?|speakers?|workers?|applicants?|nominees?|person|people|invitees?|draw|round|cut-?off))\b[^.;:]{0,70}?\b(?P<than>less|fewer|lower|more|higher) than(?: a (?:score|crs) of)? $"
)


# What is told behind a figure, "and in December it took 561", has a time of its own.
_NEXT = compiled(r",[^.;]*,? (?:and|but|while) ")


def without_next(passage: Passage, number: NumberMention) -> Passage:
    """Return a sentence up to a number where it goes on about something else."""
    goes_on = _NEXT.match(passage.text, number.end)
    return replace(passage, source=passage.source[: number.end]) if goes_on else passage


_MONTH = rf"(?:{MONTH_NAMES})"
_WHEN = rf" (?:(?:in|on|of) )?(?:(?:early|late|mid)[ -])?(?:the )?(?:[0-3]?[0-9] )?{_MONTH}(?: [0-3]?[0-9](?![0-9]))?(?: 20[0-9]{{2}})?"
_APART = compiled(
    rf"(?:from|between) (?P<from>(?P<one>[1-9][0-9]{{2}})(?:{_WHEN}),? (?:to|and) (?P<other>[1-9][0-9]{{2}})(?:{_WHEN})?)(?![\w,-]*[0-9])"
)


_RANGES = compiled(
    r"\b(?:rang\w+|between|var(?:y|ied|ies)|lay|lie|spread|spann?(?:ed|s)?|stretch\w*|needed|ran|extremes?)\b"
)


def dated(passage: Passage) -> Iterator[RangeMention]:
    """Yield ranges whose ends have their times beside them: "from 481 in March to 561 in December". The times are parts of them."""
    if not _RANGES.search(passage.text):
        return
    for match in _APART.finditer(passage.text):
        one, other = int(match["one"]), int(match["other"])
        start, end = match.span("from")
        yield RangeMention(part=0, start=start, end=end, low=min(one, other), high=max(one, other))


def may_be_cutoffs(ends: Sequence[NumberMention]) -> bool:
    """Whether both ends of a range are of the size of cut-offs, in figures."""
    return all(number.form == "digits" and LEAST_CUTOFF <= number.value <= MOST_CUTOFF for number in ends)


# "Its fifteen rounds lay between 515 and 547 points": the points are cut-offs.
_OF_DRAWS = compiled(r"\b(?:draws|rounds|cut-?offs|scores)\b[^;:.]{0,40}$")


def ends(passage: Passage, mention: RangeMention) -> list[NumberMention]:
    """Return the two numbers of a range, as cut-offs where they are points that draws are said to lie between."""
    found = [number for number in passage.numbers if mention.start <= number.start < mention.end]
    are_points = {number.role for number in found} == {Role.POINTS}
    if are_points and _OF_DRAWS.search(passage.text, max(0, mention.start - 80), mention.start):
        return [replace(number, role=Role.CUTOFF) for number in found]
    return found


def slugs(passage: Passage, mention: RangeMention) -> set[str]:
    """Return the types that a range is of: those of its own clause, else of the sentence."""
    begin, end = clause(passage.text, mention.start)
    inside = {other.slug for other in passage.categories if begin <= other.start < end}
    return inside or {other.slug for other in passage.categories} or of_two(passage)


def undated(passage: Passage, record: Record, mention: RangeMention, slugs: set[str]) -> Candidates:
    """Return what a range may be about but for the days of its sentence: "until today, ten of them, from 687 to 808"."""
    source = passage.source
    for period in passage.periods:
        if period.is_day:
            source = source[: period.start] + "_" * (period.end - period.start) + source[period.end :]
    told = replace(passage, source=source)
    return candidates(told, record, mention.start, mention.end, slugs, strict=False)


def counted(passage: Passage, record: Record, found: Candidates, slugs: set[str]) -> list[Scope]:
    """Return the draws of the one type spoken of that are as many as a sentence counts: "its four draws have run from 430 to 470"."""
    told = {number.value for number in passage.numbers if number.role is Role.DRAWS and number.value > 2}
    types = slugs or set(passage.topic)
    if len(told) != 1 or len(types) != 1:
        return []
    known = [draw for draw in record.draws if draw.date <= passage.day]
    years = [year_span(year) for year in dict.fromkeys((*passage.years, passage.day.year))]
    spans = (*years, Span(RECORD_BEGINS, passage.day))
    wide = scopes(known, spans, widened(types, known), passage.day) if not found.stated else ()
    return [
        scope
        for scope in (*found, *wide)
        if scope.count in told and {draw.category for draw in scope.draws} == types
    ]


def is_summed(passage: Passage) -> bool:
    """Whether a sentence says how many draws it speaks of together with the sum of their invitations."""
    counts = (number for number in passage.numbers if number.role is Role.DRAWS)
    return any(counted_with.total(passage, count) is not None for count in counts)


def of_two(passage: Passage) -> set[str]:
    """Return the type that "the latter" or "the former" of the two spoken of before stands for."""
    if len(passage.topic) != 2:
        return set()
    if _LATTER.search(passage.text):
        return {passage.topic[1]}
    return {passage.topic[0]} if _FORMER.search(passage.text) else set()


def told(passage: Passage, record: Record, slugs: set[str]) -> Iterator[Scope]:
    """Yield the draws of the one type spoken of that a sentence tells of without a time: those before the newest, the last so many."""
    spoken = slugs or set(passage.topic)
    if len(spoken) != 1:
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    of_type = [draw for draw in known if draw.category in widened(spoken, known)]
    if _EARLIER.search(passage.text):
        yield of_draws(of_type[:-1])
    counts = [int(one.value) for one in passage.numbers if one.role is Role.DRAWS and one.value > 1]
    if _ALONE.search(passage.text) and len(counts) == 1:
        yield of_draws(of_type[-counts[0] :])


def figures(role: Role) -> Callable[[Scope], Extremes | None]:
    """Return what gives the ends of what a range is of: cut-offs, of one kind alone, or sizes."""
    if role is Role.CUTOFF:
        return lambda scope: None if scope.mixes_nominees else scope.extremes

    def sizes(scope: Scope) -> Extremes | None:
        figures = [draw.invitations for draw in scope.draws]
        return Extremes(min(figures), max(figures)) if figures else None

    return sizes
