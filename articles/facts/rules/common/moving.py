"""How a sentence says that a figure moved: which way, and by what. Pure: no Django."""

from articles.facts.reading.mentions import NumberMention, Role

from .passages import Passage
from .patterns import compiled

LOWER = compiled(
    r"\b(?:lower|below|down|fewer|less|under|dropp?(?:ed|s|ing)?|fell|falls?|fallen|falling|plung\w+|tumbl\w+|plummet\w*|sank|sunk|dived|declin\w+|decreas\w+|slid|slipped|eased|smaller|behind|short of|shy of|beneath|south of|lighter|softer|easier|cheaper|undercut\w*|shed|lost|cut(?![- ]?offs?)|reduc\w+|shrank|shrunk|narrower)\b"
)
HIGHER = compiled(
    r"\b(?:higher|above|up|more|rose|risen|rises?|rising|climb\w*|increas\w+|jump\w*|leap\w*|leapt|soar\w*|shot up|gain\w*|over|greater|larger|bigger|north of|harder|tougher|dearer|tops|topped|ahead|grew|grown|added|adds|surged?|exceed\w*)\b"
)
# A cut-off does not move by more points than this.
MOST_POINTS = 250
# From a draw of nominees or of a program to one of another type it may, where the verb or the noun stands right before.
MOST_FAR = 700
# Words for what a cut-off does between two draws, before and after the points by which it does it.
_MOVED = compiled(
    r"\b(?:drop\w*|fell|fall\w*|slid|slip\w*|shed|lost|los(?:es|ing)|eased|easing|declin\w+|decreas\w+|sank|sunk|dip\w*|came down|come down|comes down|went down|down|up|went up|gone up|gain\w*|rose|risen|ris(?:e|es|ing)|climb\w*|jump\w*|surg\w+|leapt|leap|creep\w*|crept|add(?:ed|s)|increas\w+|mov\w+|shift\w*|chang\w+|swing\w*|swung|differ\w*|gap|spread|lower\w*|trim\w*|shav\w+|cut(?![- ]?offs?)|relief|apart|distance|tumbl\w+|plung\w+)\b[^;:.]*$"
)
_MOVED_AFTER = compiled(
    r",? (?:(?:further|farther) (?:down|up)\b|of (?:relief|difference|movement|slack|distance)|altogether|in all|in total|overall|apart|(?:easier|harder|tougher|softer|cheaper|dearer|kinder|worse)(?: than)?)\b"
)
# The same where no "points" stands behind the number: "it moved 15", "down 41 on December".
_MOVES = compiled(
    r"\b(?:dropp(?:ed|ing)|fell|fallen|falling|plunged|plummeted|tumbled|slid|slipped|shed|lost|eased|declined|sank|dipped|leapt|leaped|soared|shot up|risen|(?:came|went|come|gone|is|was|,|:) (?:down|up)|gained|rose|climbed|jumped|crept|added|moved|shifted|changed|swung|difference is|gap is)(?: (?:by|only|just|another|a mere|some|down|up))*+ $"
)
_FAR = compiled(
    r"\b(?:dropped|fell|fallen|plunged|plummeted|tumbled|slid|sank|shed|lost|declined|leapt|leaped|soared|jumped|climbed|rose|risen|surged|(?:down|up) by|(?:drop|fall|plunge|slide|leap|jump|rise|difference|gap|climb) of)(?: (?:by|a full|some|fully|a whole|no less than|all of))*+ $"
)
_IT_IS = compiled(r"\b(?:it|that) is (?:(?:only|just|another|some|down|up) )*$")
# "It went down to 199 points", "27,332 fell on one day, at 75 points": where it stands, and not by what it moved.
_LEVEL = compiled(
    r"\b(?:(?:down|up|back|went|gone|goes|going|fell|falls|fallen|falling|dropp?(?:s|ed|ing)?|rose|risen|rising|climb(?:s|ed|ing)?|slid|sank|moved|jumped|leapt|returned|[0-9]+) to|at|with|reach(?:es|ed|ing)?) (?:(?:only|just|about|around|exactly|some|an?|mere|as (?:low|high) as|no (?:less|more) than) )*$"
)
_THAN = compiled(r" (?:on|from|than|lower|higher|more|less|compared|against)\b")
_ALONE = compiled(
    r" ?(?:[.,;:)!]|$)| (?:on|from|since|in|between|over|compared|against|lower|higher|altogether|more|less)\b"
)
# "Decline of the cut-off from first to last: 46 points".
_HEAD = compiled(
    r"\b(?:decline|drop|fall|rise|increase|decrease|change|difference|movement|gap|jump|slide|climb|gain|loss)\b[^;.]*: $"
)
_COUNTED = frozenset(
    (
        Role.INVITATIONS,
        Role.DRAWS,
        Role.OCCUPATIONS,
        Role.DURATION,
        Role.PERCENT,
        Role.MONEY,
        Role.LEVEL,
        Role.TIMES,
    )
    + (Role.ORDINAL, Role.OTHER)
)
_CLAUSE = compiled(r"[;:]|(?<=[a-z0-9]{4})(?<!sept)[.!] | but | while | whereas ")


def is_moved(passage: Passage, number: NumberMention) -> bool:
    """Whether points are those by which a cut-off moved: "shed 40 points", "one point of relief", "37 points altogether"."""
    if number.role in _COUNTED or number.unit not in ("", "point") or number.value > MOST_FAR:
        return False
    text = passage.text
    begin, end = clause(text, number.start)
    if _LEVEL.search(text, begin, number.start):
        return False
    if number.value > MOST_POINTS:
        return bool(number.unit and _FAR.search(text, max(begin, number.start - 40), number.start))
    if not number.unit:
        return bool(
            _MOVES.search(text, max(begin, number.start - 40), number.start)
            and _ALONE.match(text, number.end)
            or _IT_IS.search(text, max(begin, number.start - 40), number.start)
            and _THAN.match(text, number.end)
        )
    if _HEAD.search(text, max(0, number.start - 120), number.start):
        return True
    return bool(
        _MOVES.search(text, max(begin, number.start - 40), number.start)
        or _MOVED.search(text, max(begin, number.start - 60), number.start)
        or _IT_IS.search(text, max(begin, number.start - 40), number.start)
        or _MOVED_AFTER.match(text, max(number.end, number.noun), end)
    )


def clause(text: str, place: int) -> tuple[int, int]:
    """Return the bounds of the clause around a place."""
    begin, end = 0, len(text)
    for match in _CLAUSE.finditer(text):
        if match.end() <= place:
            begin = match.end()
        elif match.start() > place:
            end = match.start()
            break
    return begin, end


def direction(text: str, start: int, finish: int, begin: int, end: int) -> int:
    """Return whether the words nearest to text[start:finish] say up (1) or down (-1); 0 where none does."""
    found: list[tuple[int, int]] = []
    for sign, pattern in ((-1, LOWER), (1, HIGHER)):
        for match in pattern.finditer(text, max(begin, start - 60), min(end, finish + 40)):
            after = match.start() >= finish
            found.append((match.start() - finish if after else (start - match.end()) + 3, sign))
    return min(found)[1] if found else 0


_BY_IT = compiled(r", by (?:only |just )?$")


def with_direction(passage: Passage, number: NumberMention, sign: int) -> tuple[int, int]:
    """Return the bounds of a number with the words of its wrong direction, before or behind it."""
    pattern = LOWER if sign < 0 else HIGHER
    if match := pattern.search(passage.text, number.end, number.end + 30):
        return number.start, match.end()
    # "Larger than the one in winter, by 120": the word stands farther off.
    reach = 70 if _BY_IT.search(passage.text, 0, number.start) else 20
    before = list(pattern.finditer(passage.text, max(0, number.start - reach), number.start))
    return (before[-1].start() if before else number.start), number.end
