"""The text against itself: totals of tables, promised numbers of things, tenses, percentages, empty cells. Pure: no Django."""

import re
from collections.abc import Iterator
from itertools import islice

from articles.facts.model import Finding, Record, Status
from articles.facts.reading import (
    Block,
    Kind,
    NumberMention,
    Reading,
    Role,
)
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hearing import LONGEST
from articles.facts.rules.common.marking import mark, wrong
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.facts.rules.tables import draw_tables
from articles.facts.statements import statements
from articles.references import gettext_noop

from . import inside_parts, inside_rows, inside_scores, inside_tables, inside_tenses

_THINGS = compiled(
    rf"\b(?P<number>[2-9]|1[0-9]|{FEW}) (?:[\w-]+ ){{0,2}}?(?P<noun>things|questions|reasons|ways|steps|points|facts|tips|lessons|answers|mistakes|myths|takeaways|rules|types|kinds|categories|documents|changes|figures|numbers|groups|priorities|options|conditions|examples|sources)\b"
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
        yield from inside_parts.divided(reading, place, block)
        if block.kind is Kind.TABLE:
            if draw_tables.table_of(said, block, record) is None:
                yield from inside_tables.totals(reading, block, said.of_table(place))
            yield from inside_tables.empty(reading, block)
        else:
            yield from _promised(reading, place, block)
            yield from _tables(reading, block)
            yield from inside_rows.find(reading, place, block)
            yield from _shares(reading, place, block)
    for sentence in reading.sentences:
        if sentence.end - sentence.start > LONGEST:
            continue
        yield from inside_tenses.tense(reading, sentence, said)
        yield from inside_rows.enumerated(reading, sentence)
        yield from inside_scores.added(reading, sentence)
        yield from inside_scores.reckoned(reading, sentence)


def _promised(reading: Reading, place: int, block: Block) -> Iterator[Finding]:
    """Judge "five things" against the list or the rows that follow, and "six: a, b, c, d, e and f" against its items."""
    text = reading.text(block).lower()
    match = _THINGS.search(text)
    if match is None:
        return
    items = _listed(reading, place, block, match.end())
    if items is None and match["noun"] in ("questions", "answers") and _is_of_all(reading, block, text):
        items = _asked(reading)
    if items is None:
        return
    told = amounts.number(match["number"])
    if items in (told, 0, 1):
        return
    in_head = reading.name(block) in ("title", "standfirst")
    if in_head and match["noun"] in ("questions", "answers") and told in _answers(reading):
        return
    yield _following(reading, block, match, items)


def _tables(reading: Reading, block: Block) -> Iterator[Finding]:
    """Judge "2023 in three tables" in a headline against the tables of the article."""
    if reading.name(block) not in ("title", "standfirst", "description"):
        return
    match = _OF_TABLES.search(reading.text(block).lower())
    shown = sum(other.kind is Kind.TABLE for other in reading.blocks)
    if match is None or not shown or amounts.number(match["number"]) == shown:
        return
    yield _following(reading, block, match, shown)


def _following(reading: Reading, block: Block, match: re.Match[str], actual: int) -> Finding:
    """Say that another number of lines or tables follows than the words promise."""
    return wrong(reading, block, match.span("number"), actual, inside_rows.COUNT, 0.75)


_OF_TABLES = compiled(rf"\b(?P<number>[2-9]|one|{FEW})(?: [a-z]+)? tables?\b(?! of)")


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


def _is_of_all(reading: Reading, block: Block, text: str) -> bool:
    """Whether a headline, or words such as "the answers above", speak of all questions of an article."""
    return reading.name(block) in ("title", "standfirst") or _ABOVE.search(text) is not None


_ABOVE = compiled(
    r"\babove are\b|\bbelow are\b|\b(?:questions|answers)(?: and (?:their )?answers)? (?:above|below|that follow|on this page)\b"
)


def _asked(reading: Reading) -> int | None:
    """Return how many questions an article answers: those in fields of their own, else those in its text."""
    items = [block for block in reading.blocks if block.kind is Kind.ITEM and block.level == 0]
    if len(items) > 1 and all(_ASKS.match(reading.text(block)) for block in items):
        return len(items)
    fields = sum(text.part.name.startswith("question-") for text in reading.texts)
    asked = sum(
        block.kind in (Kind.HEADING, Kind.QUESTION)
        and reading.name(block) == "body"
        and len(list(reading.sentences_of(place))) == 1
        and reading.text(block).rstrip(" *_").endswith("?")
        for place, block in enumerate(reading.blocks)
    )
    return fields or asked or None


def _answers(reading: Reading) -> set[int]:
    """Return how many answers an article may be said to have: those of fields, of its text, of both together, and the rows of each table."""
    begun = sum(
        block.kind is Kind.PARAGRAPH
        and reading.name(block) == "body"
        and _ASKS.match(reading.text(block)) is not None
        for block in reading.blocks
    )
    fields = sum(text.part.name.startswith("question-") for text in reading.texts)
    return {
        fields,
        begun,
        fields + begun,
        *(len(block.rows) - 1 for block in reading.blocks if block.kind is Kind.TABLE),
    }


# "**How many draws in 2025?** Up to yesterday 58".
_ASKS = compiled(r"[^.!?\n]{8,120}\?")


# What is announced stands in the sentence of the number.
_SENTENCE_ENDS = compiled(r"[.!?] ")


def _listed(reading: Reading, place: int, block: Block, end: int) -> int | None:
    """Return how many items stand right after a block that announces them; None where none do."""
    following = islice(reading.blocks, place + 1, None)
    if reading.name(block) == "title":
        return _numbered(reading)
    if block.part and reading.texts[block.part].part.name != "body" and block.kind is Kind.HEADING:
        return None
    text = reading.text(block).rstrip()
    if block.kind is not Kind.HEADING and (not text.endswith(":") or _SENTENCE_ENDS.search(text, end)):
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
