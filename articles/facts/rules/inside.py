"""The text against itself: totals of tables, promised numbers of things, tenses, percentages, empty cells. Pure: no Django."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from articles.facts.model import Finding, Record, Status
from articles.facts.reading import (
    Block,
    DateMention,
    Kind,
    NumberMention,
    Reading,
    Role,
    Sentence,
)
from articles.facts.statements import Statements, statements
from articles.references import gettext_noop

from . import amounts, inside_tables
from .hearing import LONGEST
from .marking import mark
from .patterns import compiled

_THINGS = compiled(
    r"\b(?P<number>[2-9]|1[0-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:[\w-]+ ){0,2}?(?P<noun>things|questions|reasons|ways|steps|points|facts|tips|lessons|answers|mistakes|myths|takeaways|rules|types|kinds|categories|documents|changes|figures|numbers|groups|priorities|options|conditions|examples|sources)\b"
)
_FUTURE = compiled(
    r"\b(?P<future>(?:will|is going to|are going to|is to|are to|is set to|are set to|is due to|are due to|is expected to|are expected to|is scheduled to|are scheduled to|plans to|'ll) (?:\w+ly )?(?:be\b|(?:have |also |then |soon )?\w+))\b"
)
_REPORTED = compiled(
    r"\b(?:said|says|announced|promised|predicted|expected that|wrote|told|had|were|if|when|whether|by|until|before|whoever|anyone|those|candidates|people|profiles|applicants|they|you|we|who|invited|applications?|valid|expires?|deadline|next|again)\b"
)

_POLL = compiled(
    r"\b(?:poll|survey|respondents|readers|voters?|votes?|asked|ticked?|answers?|answered|questionnaire)\b"
)
_SHARE_OF = compiled(
    r"(?:%| ?per ?cent| ?percent) of (?:the |all |its |their |our )?(?:\w+ )?(?:candidates|applicants|people|invitations|readers|voters|respondents|newcomers|immigrants|profiles|workers|nominees|pool|invitees)\b"
)


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge an article against itself."""
    said = statements(reading, record)
    for place, block in enumerate(reading.blocks):
        if block.kind is Kind.TABLE:
            yield from inside_tables.totals(reading, block, said.of_table(place))
            yield from inside_tables.empty(reading, block)
        else:
            yield from _promised(reading, place, block)
            yield from _shares(reading, place, block)
    for sentence in reading.sentences:
        if sentence.end - sentence.start > LONGEST:
            continue
        yield from _tense(reading, sentence, said)
        yield from _added(reading, sentence)
        yield from _enumerated(reading, sentence)


def _promised(reading: Reading, place: int, block: Block) -> Iterator[Finding]:
    """Judge "five things" against the list or the rows that follow, and "six: a, b, c, d, e and f" against its items."""
    text = reading.text(block).lower()
    match = _THINGS.search(text)
    if match is None:
        return
    items = _listed(reading, place, block)
    if items is None:
        return
    number = match["number"]
    claimed = int(number) if number.isdigit() else amounts.WORDS.index(number)
    if items in (claimed, 0, 1):
        return
    start = block.start + match.start("number")
    end = block.start + match.end("number")
    source = reading.texts[block.part].part.source[start:end]
    yield mark(
        reading,
        block.part,
        start,
        end,
        Status.CONTRADICTED,
        gettext_noop("What follows has %(expected)s."),
        expected=str(items),
        replacement=amounts.written(items, source),
        confidence=0.75,
    )


def _numbered(reading: Reading) -> int | None:
    """Return how many pieces of the body are numbered from 1 on; None where they are not."""
    numbers = [
        int(match[1])
        for block in reading.blocks
        if reading.name(block) == "body"
        and block.kind is not Kind.TABLE
        and (match := _NUMBERED.match(reading.text(block)))
    ]
    return len(numbers) if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) else None


_NUMBERED = compiled(r"\W*([0-9]{1,2})[.)](?![0-9])")


def _added(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """Judge "391 + 50 + 15 makes 456"."""
    for match in _ADDED.finditer(reading.text(sentence).lower()):
        total = sum(int(number) for number in re.findall(r"[0-9]+", match["parts"].replace(",", "")))
        if int(match["sum"].replace(",", "")) == total:
            continue
        start, end = sentence.start + match.start("sum"), sentence.start + match.end("sum")
        yield mark(
            reading,
            sentence.part,
            start,
            end,
            Status.CONTRADICTED,
            gettext_noop("The figures beside it add up to %(expected)s."),
            expected=f"{total:,}",
            replacement=amounts.written(total, reading.texts[sentence.part].part.source[start:end]),
            confidence=0.9,
        )


_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+"
_ADDED = compiled(
    rf"(?<![0-9,.+-])(?P<parts>(?:{_FIGURE})(?: ?[+] ?(?:{_FIGURE}))++)(?: points| invitations)? ?(?:=|makes?|is|gives?|equals?|comes to|adds up to|are) ?(?P<sum>{_FIGURE})(?![0-9]|[,.][0-9])"
)


def _listed(reading: Reading, place: int, block: Block) -> int | None:
    """Return how many items stand right after a block that announces them; None where none do."""
    following = islice(reading.blocks, place + 1, None)
    if reading.name(block) == "title":
        return _numbered(reading)
    if block.part and reading.texts[block.part].part.name != "body" and block.kind is Kind.HEADING:
        return None
    if block.kind is not Kind.HEADING and not reading.text(block).rstrip().endswith(":"):
        return None
    items = 0
    for number, other in enumerate(following):
        if other.part != block.part:
            break
        if other.kind is Kind.ITEM and other.level == 0:
            items += 1
        elif other.kind is Kind.ITEM:
            continue
        elif items or number > 0 or block.kind is not Kind.HEADING or other.kind is not Kind.PARAGRAPH:
            break
    return items or None


def _enumerated(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """Judge "six: healthcare, STEM, trades, transport, agriculture and agri-food, and French"."""
    text = reading.text(sentence).lower()
    match = _NUMBER_OF.search(text)
    if match is None:
        return
    pieces = [piece.strip() for piece in text[match.end() :].rstrip(" .").split(",")]
    if len(pieces) < 3 or any(
        not piece or len(piece.split()) > 6 or re.search(r"\d", piece) for piece in pieces
    ):
        return
    last = pieces[-1]
    counts = {len(pieces)} if last.startswith(("and ", "or ")) else {len(pieces) + (" and " in last)}
    number = match["number"]
    claimed = int(number) if number.isdigit() else amounts.WORDS.index(number)
    if claimed in counts:
        return
    start, end = sentence.start + match.start("number"), sentence.start + match.end("number")
    expected = max(counts)
    yield mark(
        reading,
        sentence.part,
        start,
        end,
        Status.CONTRADICTED,
        gettext_noop("What follows has %(expected)s."),
        expected=str(expected),
        replacement=amounts.written(expected, reading.texts[sentence.part].part.source[start:end]),
        confidence=0.75,
    )


_NUMBER_OF = compiled(
    r"(?:^|\b(?:are|were|has|have|in|of|these|the) )\W*(?P<number>[2-9]|1[0-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: [\w-]+){0,3} ?: "
)
_OF_A_DRAW = compiled(
    r"\b(?:cut-?off|draw|round|it|which)\b(?: [\w,]+){0,5} (?P<future>will be|is going to be|is to be|will have|will become)\b"
)


def _tense(reading: Reading, sentence: Sentence, said: Statements) -> Iterator[Finding]:
    """Judge a future tense with a day that is past on the article's."""
    text = reading.text(sentence).lower()
    match = _FUTURE.search(text)
    if match is None:
        return
    days = [
        m for m in reading.within(sentence) if isinstance(m, DateMention) and m.precision in ("day", "days")
    ]
    past = [mention for mention in days if _is_past(mention, reading.on)]
    of = _OF_A_DRAW.search(text) if not days and not _REPORTED.search(text) else None
    held = [draw for draw in said.draws(sentence) if draw.date <= reading.on] if of else []
    if of and held:
        yield mark(
            reading,
            sentence.part,
            sentence.start + of.start("future"),
            sentence.start + of.end("future"),
            Status.CONTRADICTED,
            gettext_noop("%(expected)s is past on the day of the article."),
            expected=held[0].date.isoformat(),
            confidence=0.7,
        )
        return
    if len(past) != 1 or len(days) != 1:
        return
    mention = past[0]
    at = mention.start - sentence.start
    before = at < match.start()
    between = text[mention.end - sentence.start : match.start()] if before else text[match.end() : at]
    if len(between) > 60 or re.search(r"[;:]|, (?:and|but|so|which|who)\b", between):
        return
    if _REPORTED.search(text[: match.start()]) or (not before and _REPORTED.search(between)):
        return
    start = sentence.start + match.start("future")
    yield mark(
        reading,
        sentence.part,
        start,
        sentence.start + match.end("future"),
        Status.CONTRADICTED,
        gettext_noop("%(expected)s is past on the day of the article."),
        expected=mention.first.isoformat(),
        confidence=0.75,
    )


def _is_past(mention: DateMention, on: date) -> bool:
    """Whether a day is past in every way to read it."""
    return mention.last < on and (mention.has_year or all(last < on for _first, last in mention.others))


def _shares(reading: Reading, place: int, block: Block) -> Iterator[Finding]:
    """Judge percentages that pass 100: of one share, or of all answers to a poll, which may allow several."""
    mentions = reading.within(block)
    shares = [m for m in mentions if isinstance(m, NumberMention) and m.role is Role.PERCENT]
    text = reading.text(block).lower()
    for share in shares:
        if share.value > 100 and _SHARE_OF.match(text, share.end - block.start):
            yield mark(
                reading,
                block.part,
                share.start,
                share.end,
                Status.CONTRADICTED,
                gettext_noop("A share cannot be more than %(expected)s per cent."),
                expected="100",
                confidence=0.85,
            )
    for sentence in reading.sentences_of(place):
        own = [share for share in shares if sentence.start <= share.start < sentence.end]
        if len(own) > 1 and _POLL.search(text) and sum(share.value for share in own) > 100.5:
            yield mark(
                reading,
                block.part,
                own[0].start,
                own[-1].end,
                Status.NEEDS_HUMAN,
                gettext_noop("These shares pass 100 per cent together: could more than one answer be given?"),
                expected=f"{sum(share.value for share in own):g}",
                confidence=0.6,
            )
