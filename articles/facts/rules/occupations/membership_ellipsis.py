"""What is said of occupations in few words by what was said before: "carpenters too", "they still are". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW, MONTH_NAMES

from .membership_model import Clause, Named
from .membership_words import Predicate, Said

_ELLIPSIS = compiled(
    r"(?:still )?(?P<verb>(?:is|are|do|does|did|was|were|can|could|may|has|have))?(?: still| now)?(?P<not> not|n't)?,? ?(?P<too>too|as well|also|both|likewise|another|others|though|however|either)?(?: now)?"
)
# "Data scientists, happily, are."
_INTERJECTED = compiled(
    r"^ ?, (?:[a-z]+ly|of course|however|by contrast|in turn|for one|for their part|on the other hand|it seems|alas),"
)
_FRAGMENT = compiled(
    r"^ ?,? who (?:(?P<are>(?:were|are|still are|always were)(?: too| as well)?)|(?P<never>never were|were not|weren't|are not|aren't)) ?(?=[.;!]|$)"
    r"|^ ?(?:[*_]{0,2}: ?[*_]{0,2} ?|, (?=(?:yes|no)\b[.;!]?$))(?:(?P<on>yes|in|on it|listed|there|included|eligible|still on(?: it)?)|(?P<off>no|not|out|off|gone|not on it|not there|not in|not listed|none))\b(?! (?:by|in the|at))"
)
_SO = compiled(r"^\W*(?:and )?(?:so|as|nor|neither) (?:is|are|do|does|was|were|did|could|can|may|has|have)\b")
_NOR = compiled(r"^\W*(?:and )?(?:nor|neither)\b")
_NOR_ARE = compiled(
    r"^\W*(?:and )?(?:nor|neither) (?:is|are|was|were|do|does|did|can|could|may|has|have) (?:the )?$"
)
_ALSO = compiled(r"^\W*(?:and |but )?(?:also|plus|as well as|then also)\b")
# "The list has roofers, but not bakers": the clause has no verb of its own, and is said of them the other way round.
_BUT_NOT = compiled(
    r"\W*(?:and |but |though |yet ){1,2}(?:not|no longer|neither|nor|no|never|without)(?: the| for| any| yet| even)* "
)
_THEN = compiled(
    rf" ?(?:only |not until |already )?(?:in|on|since) (?:early |late )?(?:(?:{MONTH_NAMES})\b|(?:19|20)[0-9]{{2}}\b)"
)
_STILL = compiled(
    r"(?:still |now )?(?:are|do|can|is|does)(?: still)?(?P<not> not|n't)?(?: now)?|(?P<gone>no longer) (?:are|do|is|does)"
)
_PRONOUN = compiled(
    r"^\W*(?:and |but |so |now |today |(?:and )?since [\w ]{3,20}? |(?:and )?(?:before|until|till|up to|in|from|earlier|previously|formerly|a year (?:ago|earlier|before)|last year)(?: (?:that|then|now|(?:early |late |mid-)?(?:[a-z]+ )?20[0-9]{2}|[a-z]+day|the [a-z]+ (?:list|reform|change)s?|february|may))?,? )?(?:it(?= still)|they|these|those|both|all (?:of them|two|three|four|five)|neither|these (?:occupations|jobs|trades|professions|workers))\b"
    r"|^\W*(?:but|though|yet) (?=(?:now |still |also )?(?:is|are|was|were|has|have|can|do|did)\b)"
)
_DOUBT = compiled(
    rf"\b(?:if(?! (?:you are|you're|your (?:job|occupation|trade) is|you work as) (?:an? )?[\w' -]{{3,40}}$)|whether|unless|(?:until|before)(?! (?:early |late |mid-|the end of )?(?:{MONTH_NAMES}|20[0-9]{{2}})\b)|once|would|should|might|suppose|imagine|maybe|perhaps|rumou?r\w*|nobody knows|no one knows)\b[^,;:]*$"
)
# What people want, believe or claim is said of no list.
_WISHED = compiled(
    r"\b(?:want(?:s|ed|ing)?|wish(?:es|ed|ing)?|hop(?:e|es|ed|ing)|demand(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:[\w'-]+ ){0,3}?(?:that|for|to)|lobb(?:y|ies|ied|ying)|petition\w*|propos(?:e|es|ed|ing|al|als)"
    r"|urg(?:e|es|ed|ing)|look(?:s|ed|ing)? for|call(?:s|ed|ing)? (?:for|on)|plead\w*|campaign\w*|believ(?:e|es|ed|ing)|assum(?:e|es|ed|ing)|claim(?:s|ed|ing)? (?:that|[a-z]+s (?:are|were|is|was))|wrong(?:ly)?|falsely|mistaken\w*|erroneous\w*"
    r"|ought|deserve\w*|pretend\w*|dream\w*|had (?:they|it|he|she|we|ircc|ottawa|the [\w-]+) (?:not )?[\w-]+ed)\b[^,;:]*$"
)
_FUTURE = compiled(r"\b(?:next|future|coming|upcoming|one day|may return|could return|might return)\b")
_PAST = ("was", "were", "did")
OTHER_VERB = compiled(
    r"\b(?:had|got|needs?|earn\w*|works?|worked|said|says|whose|who|because|if|whether|draws?|invited|invitations?|score|hop\w+|want\w*|wish\w*|like to|ask\w*|wonder\w*|expect\w*|becom\w+|became|tr(?:y|ied|ies) to|lobb\w+|campaign\w*|wait\w*|demand\w*|deserve\w*|"
    r"propose\w*|believe\w*|think|thought|know|fear\w*|the former|the latter|next|next list)\b"
)
CODES = compiled(r"\([^()]*\)|\bnoc\b|[0-9]{5}")
_RELATIVE = compiled(r"\w (?:that|which|who) ?$")
_WHO = compiled(r"^ ?,? ?(?:who|which|that)\b")


_SO_MANY = compiled(
    rf"\b(?:[0-9]{{1,2}}|{FEW}|some|several|others|many|a few|nineteen)(?: (?:of them|others?|more|new|old|occupations|jobs|codes|trades|ones|of the old ones|of these))* $"
)
_SUCH_AS = compiled(
    r"[^.;:]{0,40}?(?:,? ?(?:such as|for instance|for example|among them|among these|including|like|e\.g\.|namely|notably)|:),? ?(?:the |also )?"
)
_LEADS_ON = compiled(
    r"(?: (?:too|again|now|today|altogether|(?:in|on|since|from|this|last|at) [^.;:?(),]{1,40}))?: ?(?:the |also )?"
)
_JOINTS_ONLY = compiled(r"(?: (?:in|on|this|last) [^.;:,]{2,30})?,? ?(?:with )?(?:the )?")
_AMONG_THEM = compiled(
    r"(?: ?\([^()]{1,40}\))? ?(?:among (?:them|these)|included|for one|for instance|for example)\b"
)


def is_doubted(text: str, start: int, place: int) -> bool:
    """Whether words before a place say that it is no fact: "if cooks were on the list", "the next list will include"."""
    left = max(start, place - 120)
    if _DOUBT.search(text, left, place) or _WISHED.search(text, left, place):
        return True
    return bool(_FUTURE.search(text, max(start, place - 30), place + 60))


def interrupted(between: str) -> bool:
    """Whether what stands between an occupation and a predicate keeps the one from the other: another verb, a person."""
    bare = CODES.sub(" ", _WHO.sub("", between))
    words = re.findall(r"[^\W\d_]+", bare)
    if len(words) > 6 and not between.startswith((",", " ,")):
        return True
    return len(words) > 14 or bool(OTHER_VERB.search(bare) or _RELATIVE.search(bare))


def turned(clause: Clause, row: Sequence[Named], said: Predicate) -> Predicate:
    """Turn what is said of a row round behind "nor are", with its verb before it: "nor are pilots on the list"."""
    if said.is_bare and said.said is Said.ON and _NOR_ARE.match(clause.text[clause.start : row[0].start]):
        return replace(said, said=Said.OFF, is_bare=False)
    return said


def elliptic(
    clause: Clause, row: Sequence[Named], end: int, heard: Said | None, *, is_first: bool
) -> Predicate | None:
    """Read "carpenters too", "pilots are not", "so are roofers" by what was said before."""
    text, start = clause.text, row[0].start
    on = heard in (Said.ON, Said.STAYED, Said.ADDED)
    if fragment := _FRAGMENT.match(text[end : clause.end]):
        is_on = fragment["on"] or fragment["are"]
        was = "were" in fragment[0]
        return Predicate(
            Said.ON if is_on else Said.OFF,
            start,
            end + fragment.end(),
            is_past=was,
            is_never=bool(fragment["never"]) and "never" in fragment[0],
        )
    if heard is None:
        return None
    if is_first and on and _BUT_NOT.fullmatch(text, clause.start, start):
        return Predicate(Said.ON, start, end)
    behind = _INTERJECTED.sub(" ", CODES.sub(" ", text[end : clause.end]), count=1)
    rest = behind.strip(' ,.!?)"').split(",")[0]
    if len(rest) < 18 and rest and (tail := _ELLIPSIS.fullmatch(rest)):
        likewise = tail["too"] not in (None, "though", "however")
        # "Pharmacists are missing; assistants are not": what is denied is not said.
        if tail["not"] and not on and not likewise:
            return None
        said = Said.OFF if tail["not"] else (Said.ON if on or not likewise else heard)
        stop = max(end, start + len(text[start : clause.end].rstrip(" .,;!")))
        return Predicate(said, start, stop, is_past=tail["verb"] in _PAST)
    # "Welders came onto it in 2023, cooks in 2025": the day is theirs, and what happened the same.
    if heard in (Said.ADDED, Said.REMOVED) and _THEN.match(text, end, clause.end):
        return Predicate(heard, start, end)
    if is_first and on and _ALSO.match(text[clause.start : start]):
        return Predicate(heard, start, end)
    if is_first and _SO.match(text[clause.start : clause.end]):
        denied = bool(_NOR.match(text[clause.start : clause.end]))
        return Predicate(Said.OFF if denied else heard, start, end)
    return None


def of_pronoun(clause: Clause, row: Sequence[Named], heard: Said | None) -> Iterator[tuple[Named, Predicate]]:
    """Yield what "they are on it", "they still are" says of the occupations of a sentence before."""
    if clause.rows or not (said := _PRONOUN.match(clause.text[clause.start : clause.end])):
        return
    rest = clause.text[clause.start + said.end() : clause.end].strip(" ,.!?;")
    if heard is not None and (tail := _STILL.fullmatch(rest)):
        start = clause.start + said.end()
        told = Predicate(Said.OFF if tail["not"] or tail["gone"] else Said.ON, start, start + len(rest) + 1)
        yield from ((one, told) for one in row)
        return
    found = [one for one in clause.before if not one.is_bare]
    if (
        found
        and not is_doubted(clause.text, clause.start, found[0].start)
        and not interrupted(clause.text[clause.start : found[0].start])
    ):
        yield from ((one, found[0]) for one in row)


def led(clause: Clause, row: Sequence[Named]) -> Predicate | None:
    """Read "the following left the list in February: nurses and pilots" as said of those behind the colon."""
    start = row[0].start
    said = next((one for one in reversed(clause.before) if one.end <= start and not one.is_bare), None)
    own = any(not one.is_bare and one.start >= row[-1].end for one in clause.before)
    if (
        said is None
        or own
        or row is not clause.rows[0]
        or not _LEADS_ON.fullmatch(clause.text, said.end, start)
    ):
        return None
    return None if is_doubted(clause.text, clause.start, said.start) else said


def as_one_of_them(clause: Clause, start: int, end: int) -> Predicate | None:
    """Read "six came in, such as cooks" and "four went, pilots among them" as said of each."""
    said = next((found for found in reversed(clause.before) if found.end <= start), None)
    if said is None or any(said.start < row[0].start < start for row in clause.rows):
        return None
    between = clause.text[said.end : start]
    subject = clause.text[max(clause.start, said.start - 40) : said.start]
    if not _SO_MANY.search(subject):
        return None
    if _SUCH_AS.fullmatch(between) or (
        _JOINTS_ONLY.fullmatch(between) and _AMONG_THEM.match(clause.text, end)
    ):
        return replace(said, start=start, end=end)
    return None
