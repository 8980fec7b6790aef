"""Which figure of a draw a bare number is, told by the number that it stands beside: "975 at 430", "1,800, 433". Pure: no Django."""

from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.statements import What

from .passages import Passage
from .patterns import compiled

MOST_CUTOFF = 950
LEAST = {What.CUTOFF: 60, What.INVITATIONS: 50}
# No smaller number is taken for a cut-off that nothing calls one.
LEAST_BARE = 160

SEVERAL = compiled(
    r"\b(?:draws|rounds|totals?|together|altogether|in all|combined|sum|each|both|average|so far|add\w*|brought|received|year|month|week)\b"
)
_CUTOFF_BEFORE = compiled(
    r"(?:\b(?:at|cut-?offs?|crs|score|scores|minimum|bar|threshold|points?)\b[^;.]{0,25}|[(/] ?)$"
)
_CUTOFF_AFTER = compiled(r" ?(?:points?\b|or (?:more|higher|above)|and (?:above|up)|cut-?off)")
_PLURAL = compiled(r"\b(?:cut-?offs|scores|bars|sizes)\b[^0-9]{0,12}$")
_ROW = compiled(r" ?,(?: and| then)? | and | ?/ ?")
_AT = compiled(r"\bat\b")


_PAIR = compiled(
    r"(?: (?!and\b|more|fewer|less|after|than|from|against|instead|rather|to|below|above|of)[\w-]+){0,5}(?: ?[,/@(]| at| with| had)? ?(?:(?:(?:at|with|a|an|the|cut-?off|crs|score|of|is|was|were|invited|minimum|by|being)[ :]+){0,5})"
)


def kinds_of(passage: Passage, number: NumberMention) -> tuple[What, ...]:
    """Return the figures of a draw that a number may be, as its role, its neighbours and its size leave it."""
    if number.value != int(number.value) or number.value < (100 if number.form == "words" else 50):
        return ()
    partner = partner_of(passage, number)
    if _is_beside_cutoff(passage, number, partner):
        return (What.INVITATIONS,)
    kinds: tuple[What, ...] = {
        Role.CUTOFF: (What.CUTOFF,),
        Role.INVITATIONS: (What.INVITATIONS,),
        Role.UNKNOWN: (What.INVITATIONS, What.CUTOFF),
        Role.POINTS: (What.CUTOFF,),
    }.get(number.role, ())
    kinds = tuple(
        what
        for what in kinds
        if number.value >= LEAST[what] and (what is What.INVITATIONS or number.value <= MOST_CUTOFF)
    )
    if number.role is Role.UNKNOWN and number.value < LEAST_BARE:
        kinds = tuple(what for what in kinds if what is not What.CUTOFF)
    if len(kinds) < 2:
        return kinds
    text = passage.text
    if partner is not None and _AT.search(text, *sorted((number.end, partner.start))):
        return (What.INVITATIONS,) if number.start < partner.start else (What.CUTOFF,)
    if _CUTOFF_BEFORE.search(text[max(0, number.start - 40) : number.start]) or _CUTOFF_AFTER.match(
        text, number.end
    ):
        return (What.CUTOFF,)
    if partner is not None:
        if partner.role is Role.CUTOFF:
            return (What.INVITATIONS,)
        if partner.role is Role.INVITATIONS or partner.value > MOST_CUTOFF:
            return (What.CUTOFF,)
    return kinds


def partner_of(passage: Passage, number: NumberMention) -> NumberMention | None:
    """Return the number that stands beside another with words of a draw between them: "975 at 430", "1,800, 433"; none where
    several stand in a row: "739, 670 and 686"."""
    numbers = [other for other in passage.numbers if other is number or other.value >= 50]
    place = numbers.index(number)
    near = numbers[max(0, place - 2) : place + 3]
    listed = [
        _ROW.fullmatch(passage.text[first.end : last.start]) is not None
        for first, last in zip(near, near[1:], strict=False)
    ]
    if any(one and other for one, other in zip(listed, listed[1:], strict=False)):
        return None
    for other in near:
        if other is number:
            continue
        first, last = sorted((number, other), key=lambda mention: mention.start)
        # "291 nominees were invited at 855", not "375, trades had 388".
        apart = any(first.end <= day.start and day.end <= last.start for day in passage.dates) or any(
            first.end + 2 < named.start and named.end <= last.start for named in passage.categories
        )
        between = passage.text[first.end : last.start]
        is_row = _ROW.fullmatch(between) and (
            _PLURAL.search(passage.text[: first.start]) or SEVERAL.search(passage.text)
        )
        if not apart and not is_row and _PAIR.fullmatch(between):
            return other
    return None


def _is_beside_cutoff(passage: Passage, number: NumberMention, partner: NumberMention | None) -> bool:
    """Whether the words call the number beside another a cut-off and not this one, which seemed one for want of other words."""
    text = passage.text
    return (
        number.role is Role.CUTOFF
        and partner is not None
        and partner.role is Role.CUTOFF
        and number.end <= partner.start
        and _CUTOFF_BEFORE.search(text[number.end : partner.start]) is not None
        and _CUTOFF_BEFORE.search(text[max(0, number.start - 40) : number.start]) is None
    )
