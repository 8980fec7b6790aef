"""Wholes against their parts: "12 advisers (six of these and six of those)", "of the 26, nine learn French and the
other 17 wait", "20 per cent said yes and the remaining 80 per cent no". Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, takewhile

from articles.facts.model import Finding, Status
from articles.facts.reading import Block, Kind, NumberMention, Reading, Role
from articles.facts.rules.common.hearing import LONGEST
from articles.facts.rules.common.marking import wrong
from articles.facts.rules.common.patterns import compiled, small
from articles.references import gettext_noop

SUM = gettext_noop("The figures beside it add up to %(expected)s.")
REST = gettext_noop("The figures beside it leave %(expected)s.")
SEVERAL = gettext_noop("The figures beside it leave %(expected)s: could more than one answer be given?")


@dataclass(frozen=True)
class _Told:
    """A number from `start` to `end` of a part. `is_share`: it is per cent of the whole. `heads`: a clause begins with it, which counts a
    part, and `is_of_part` says that it counts some of one. `is_whole`: it stands behind "of the" or "asked". `is_rest`: it is all that the
    parts leave. `is_loose`: no sum is sure with it."""

    start: int
    end: int
    value: float
    is_share: bool = False
    heads: bool = False
    is_whole: bool = False
    is_rest: bool = False
    is_of_part: bool = False
    is_loose: bool = False

    def within(self, block: Block) -> tuple[int, int]:
        return self.start - block.start, self.end - block.start

    def of(self, whole: "_Told") -> float:
        return self.value * whole.value / 100 if self.is_share and not whole.is_share else self.value


def divided(reading: Reading, place: int, block: Block) -> Iterator[Finding]:
    """Judge what is told of all parts of a whole, in sentences, in items or in the rows of a table."""
    source = reading.texts[block.part]
    text = reading.remembered("small letters", source, lambda: small(source.text))
    if block.kind is Kind.TABLE:
        yield from _in_columns(reading, place, block, text)
        return
    own = [_numbers(reading, block.part, piece, text) for piece in _pieces(reading, place)]
    has_rest = any(number.is_rest for numbers in own for number in numbers)
    lead = _lead(reading, place, block, text) if has_rest else []
    for at, numbers in enumerate(own):
        if not any(number.is_rest for number in numbers):
            yield from _closed(reading, block, numbers, text)
        for rest in numbers:
            if rest.is_rest:
                told = [*lead, *own[:at], numbers[: numbers.index(rest)]]
                yield from _left(reading, block, told[-_KNOWN:], rest, text)


def _lead(reading: Reading, place: int, block: Block, text: str) -> list[list[_Told]]:
    """Return the numbers of the items before an item, and of the sentence before these or before another block."""
    found: list[list[_Told]] = []
    for before in range(place - 1, max(-1, place - 1 - _KNOWN), -1):
        other = reading.blocks[before]
        if other.part != block.part or other.kind in (Kind.TABLE, Kind.HEADING):
            break
        if said := _pieces(reading, before):
            found.insert(0, _numbers(reading, block.part, said[-1], text))
        if other.kind is not Kind.ITEM or block.kind is not Kind.ITEM:
            break
    return found


def _pieces(reading: Reading, place: int) -> list[tuple[int, int]]:
    """Return the bounds of an item, or of the sentences of another block."""
    block = reading.blocks[place]
    said = [block] if block.kind is Kind.ITEM else reading.sentences_of(place)
    return [(one.start, one.end) for one in said if one.end - one.start <= LONGEST]


def _left(
    reading: Reading, block: Block, told: Sequence[list[_Told]], rest: _Told, text: str
) -> Iterator[Finding]:
    """Judge a rest by the parts before it and their whole, which may stand in the sentence or the items before them."""
    # "Nine (35 per cent)" says the same twice.
    told = [[n for n in own if n.is_share == rest.is_share or text[n.start - 1] != "("] for own in told]
    parts: list[_Told] = []
    whole = None
    for numbers in reversed(told):
        wholes = [number for number in numbers if number.is_whole]
        if not wholes and len(numbers) > 1 and ":" in text[numbers[0].end : numbers[1].start]:
            wholes = numbers[:1]
        goes_on = numbers and (
            numbers[0].heads or (rest.is_share and numbers[0].is_share and len(numbers) == 1)
        )
        if not wholes and (numbers is told[-1] or goes_on):
            parts = [*numbers, *parts]
            continue
        if wholes or (len(numbers) == 1 and not numbers[0].is_share):
            whole = (wholes or numbers)[-1]
            parts = [*numbers[numbers.index(whole) + 1 :], *parts]
        break
    if rest.is_share and (whole is None or not whole.is_share) and all(part.is_share for part in parts):
        whole = _Told(parts[0].start if parts else rest.start, rest.start, 100, is_share=True)
    heads = [part for part in parts if part.heads or part.is_share]
    if whole is None or not heads or any(number.is_loose for number in (whole, *parts, rest)):
        return
    if any(not number.heads and not number.is_share and not number.is_of_part for number in parts):
        # Another whole may be among them: "of the 20 who came and the ten who wrote, six were nurses".
        return
    known = [number for numbers in told for number in numbers][-_KNOWN:]
    if whole.is_share and _fits(whole, known, rest):
        return
    if any(
        _fits(one, [number for number in known if number.start > one.start], rest)
        for one in (whole, *known)
        if one.is_share == whole.is_share
    ):
        return
    total = sum(number.of(whole) for number in (*heads, rest))
    if not whole.value / _NEAR <= total <= whole.value * _NEAR:
        return
    # What is not counted may be what lacks.
    between = reading.texts[block.part].text[whole.end : rest.start]
    if _are_of_draws(whole, heads, text) or (total < whole.value and _UNCOUNTED.search(between)):
        return
    expected = round(whole.value - total + rest.of(whole))
    if expected > 0 and rest.is_share == whole.is_share:
        # Who could give several answers is counted more than once.
        is_open = rest.is_share and _SEVERAL.search(text) is not None
        status, message = (Status.NEEDS_HUMAN, SEVERAL) if is_open else (Status.CONTRADICTED, REST)
        yield wrong(reading, block, rest.within(block), expected, message, 0.8, status)


def _fits(whole: _Told, parts: Sequence[_Told], rest: _Told) -> bool:
    """Whether some of the parts make the whole with the rest: parts of a part are none of the whole."""
    return any(
        abs(sum(number.of(whole) for number in some) + rest.of(whole) - whole.value)
        <= ((size + 1) / 2 if rest.is_share or any(number.is_share for number in some) else 0)
        for size in range(1, len(parts) + 1)
        for some in combinations(parts, size)
    )


def _closed(reading: Reading, block: Block, numbers: Sequence[_Told], text: str) -> Iterator[Finding]:
    """Judge a whole by parts that are all of it without a word for the rest: those who did and those who did not, or a bare row."""
    for at, whole in enumerate(numbers[:-2]):
        parts = list(takewhile(lambda number: number.heads, numbers[at + 1 :]))
        if len(parts) < 2 or any(number.is_loose or number.is_share for number in (whole, *parts)):
            continue
        gaps = [text[one.end : other.start] for one, other in pairwise((whole, *parts))]
        is_row = (
            _OPENS.fullmatch(gaps[0])
            and all(_GOES_ON.fullmatch(gap) for gap in gaps[1:-1])
            and _COMES_LAST.fullmatch(gaps[-1])
            and _CLOSES.match(text, parts[-1].end)
        )
        is_all = whole.is_whole and len(parts) == 2 and _DID_NOT.match(text, parts[1].end)
        total = round(sum(part.value for part in parts))
        if (is_row or is_all) and total != whole.value and not _are_of_draws(whole, parts, text):
            yield wrong(reading, block, whole.within(block), total, SUM, 0.8)
        if is_row or is_all:
            return


def _are_of_draws(whole: _Told, parts: Sequence[_Told], text: str) -> bool:
    """Whether what is counted has rules of its own."""
    return _DRAWS.search(text, whole.end, parts[0].start) is not None or any(
        _OF_DRAWS.match(text, part.end) for part in parts
    )


def _in_columns(reading: Reading, place: int, block: Block, text: str) -> Iterator[Finding]:
    """Judge the last row of a table, of the rest, by the rows above it and the whole, which is told right before the table."""
    rows = block.rows[1:] if block.has_header else block.rows
    if len(rows) < 2 or not rows[-1].cells or not _REST_ROW.fullmatch(rows[-1].cells[0].text.lower()):
        return
    told = _lead(reading, place, block, text)
    before = text[max(0, block.start - _BEFORE_TABLE) : block.start]
    for column in range(1, len(rows[-1].cells)):
        cells = [row.cells[column] for row in rows if column < len(row.cells)]
        numbers = [_numbers(reading, block.part, (cell.start, cell.end), text) for cell in cells]
        if len(cells) < len(rows) or any(len(own) != 1 or not own[0].heads for own in numbers):
            continue
        *parts, rest = (number for own in numbers for number in own)
        heading = block.rows[0].cells[column].text.lower().strip() if block.has_header else ""
        # Growth and rates are added up by nobody, and "20 questions" are no whole of letters.
        if _SHARES.search(heading) if rest.is_share else heading and heading in before:
            yield from _left(reading, block, [*told, parts], rest, text)


def _numbers(reading: Reading, part: int, piece: tuple[int, int], text: str) -> list[_Told]:
    """Return the numbers between two places that may count a whole or its parts."""
    start, end = piece
    found = [
        replace(
            _placed(text, start, mention.start, mention.end),
            value=mention.value,
            is_share=is_share,
            is_loose=bool(mention.bound)
            or mention.role is Role.DRAWS
            or mention.unit in _SENT
            or (_MOVED if is_share else _BY).search(text[start : mention.start]) is not None,
        )
        for mention in reading.between(part, start, end)
        if isinstance(mention, NumberMention)
        and mention.role not in _NOT_COUNTED
        and not (mention.role is Role.POINTS and mention.unit)
        for is_share in [mention.role is Role.PERCENT]
    ]
    for match in _FRACTION.finditer(text, start, end):
        one = _placed(text, start, *match.span())
        if one.heads or one.is_rest:
            value = 100 * _NUMERATORS[match["many"]] / _DENOMINATORS[match["unit"]]
            found = [number for number in found if number.end <= one.start or one.end <= number.start]
            found.append(replace(one, value=value, is_share=True))
    # "One" that begins no clause stands for a thing.
    found = [number for number in found if number.value > 1 or number.heads or number.is_rest]
    return sorted(found, key=lambda number: number.start)


def _placed(text: str, floor: int, start: int, end: int) -> _Told:
    """Return a number by the words around it."""
    before, behind = text[max(floor, start - _REACH) : start], text[end : end + _REACH]
    is_aside = before.endswith("(") and _ASIDE.match(behind)
    is_of_part = bool(is_aside or _OF_PART.match(behind))
    return _Told(
        start,
        end,
        0,
        heads=_HEADS.search(before) is not None and not is_of_part,
        is_of_part=is_of_part,
        is_whole=_WHOLE.search(before) is not None,
        is_rest=_RESTS.search(before) is not None
        or (before.endswith("the ") and _REMAINS.match(behind) is not None),
    )


_NOT_COUNTED = {
    *(Role.DURATION, Role.MONEY, Role.LEVEL, Role.DIFFERENCE),
    *(Role.TIMES, Role.ORDINAL, Role.CUTOFF),
}
_SENT = {"invitation", "ita"}
# A slip is by less than the whole.
_NEAR = 1.7
# So many letters beside a number say what it is, and so many before a table what it shows.
_REACH, _BEFORE_TABLE = 60, 200
# So many numbers before a rest are added up, from so many sentences or items.
_KNOWN = 9
_DENOMINATORS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_NUMERATORS = {None: 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FRACTION = compiled(
    rf"\b(?:an? |(?P<many>one|two|three|four)[ -])?(?P<unit>half|{'|'.join(list(_DENOMINATORS)[1:])})(?:s\b|\b)"
)
_ONE_MORE = r"(?:(?:another|a further|only|just|exactly) )?"
_HEADS = compiled(rf"(?:^|[.!?:;,(/|–—-]|\b(?:and|but|while|whereas|with|or|namely)\b)[^\w.!?]*{_ONE_MORE}$")
_WHOLE = compiled(
    r"\b(?:(?:of|among) (?:the|our|my|these|those|all|its|his|her|their|your)(?: (?:the|our|some|us|only))*|(?:asked|polled|surveyed|questioned|interviewed|counted)(?: (?:the|all|our))*) $"
)
# "The other 15", "the rest, 15 of them,", "leaving 15".
_RESTS = compiled(
    r"\b(?:(?:the|its|our|my|their|these|those|all) (?:other|remaining)(?: (?:nearly|roughly|about))? $|leav(?:es|ing)(?: (?:only|just|us with|exactly))? $"
    r"|the (?:rest|remainder|others)(?: of (?:them|us|these|those|the [a-z]+))?[^\w.!?]*(?:(?:or|that is|which is|namely|all|being|was|were|is|are|makes?|made) )?$)|^\W*(?:all )?(?:others|rest|remainder)\W*$"
)
_REMAINS = compiled(
    r"(?: per cent| percent| ?%)? (?:others|remaining|left over|that (?:are left|remain)|who remain)\b"
)
_REST_ROW = compiled(
    r"\W*(?:all )?(?:the )?(?:rest|remainder|remaining|others|all other [a-z]+|everybody else|everyone else)\W*"
)
_DRAWS = compiled(r"\b(?:draws?|rounds?|invitations?|itas?)\b")
_SHARES = compiled(
    r"^(?:%|per cent|percent|percentage)$|\b(?:shares?|portion|proportion|votes?|answers?|readers|members|respondents|people|of (?:all|the|our))\b"
)
_OF_DRAWS = compiled(rf"(?: [\w-]+)? {_DRAWS.pattern}")
# "Nine of whom", "(nine of them nurses)": parts of a part.
_OF_PART = compiled(r" of (?:whom|which)\b")
_ASIDE = compiled(r" of (?:them|these|those)\b")
_BY = compiled(r"\bby (?:another )?$")
_MOVED = compiled(
    r"\b(?:than|from|to|after|against|up|down|over|under|of|(?:rose|rise|fell|fall|grew|up|down|more|less) by)(?: the| a| an)? $"
)
# A part that nobody has counted, or a name.
_UNCOUNTED = compiled(
    r"(?:^|[,;:.(–—]|\b(?:and|but|while)\b) ?(?:[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Mm]ore|[Aa] (?!third|quarter|fifth|tenth|further)[a-z]+|an (?!other)[a-z]+|[Ff]ew|[Oo]thers|[Nn]one|[Nn]obody|[Ee]verybody|[Ee]ach|[Bb]oth|[Dd]ozens|(?:my|his|her|your|our|their|the) (?!other\b|rest\b|remain|others\b)[a-z]+|(?-i:[A-Z])(?!leven|ight)[a-z]+ (?-i:[a-z]+s|has|is|was)\b)"
)
_SEVERAL = compiled(
    r"\bseveral answers\b|\bmore than one\b|\bmultiple\b|\b(?:all|everything) that appl|\bas many as they|\b(?:name|choose|pick|tick|give|chose|named|ticked|picked)(?:d|n)? (?:up to )?(?:two|three|several|any number)\b|\bup to (?:two|three) answers|\b(?:two|three) answers\b"
)
# Draws, points and lists have rules of their own.
_NOUN = r"(?: (?!(?:draws?|rounds?|points?|invitations?|codes?|occupations?|categories|lists?|months?|weeks?|years?|days?|times?|were|are|was|is|of|in|for)\b)[a-z][a-z'-]+)"
_OPENS = compiled(rf"{_NOUN}{{1,4}} ?(?:[(:–—]|, namely|, that is,?) ?")
_GOES_ON = compiled(rf"{_NOUN}{{1,2}}, ")
_COMES_LAST = compiled(rf"{_NOUN}{{1,2}},? and ")
_CLOSES = compiled(rf"{_NOUN}{{1,2}} ?[).;–—]")
_DID_NOT = compiled(
    r"(?: (?:had|have|has|did|do|does|were|are|was|is|would|will|could|can)(?: not|n't)| others? (?:had|did|were|do|are|have))(?= ?(?:[.,;:!?)–—]|$)| yet\b)"
)
