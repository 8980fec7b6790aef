"""Words to stop at and what needs a source, sentence by sentence. Pure: no Django."""

from bisect import bisect_left
from collections.abc import Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading import Block, Kind, Reading
from articles.facts.rules.common.patterns import small
from articles.references import gettext_noop

from .language import Stops
from .sourced import needing

_INSTEAD = gettext_noop("%(reason)s Better: “%(instead)s”.")
_PLAIN = gettext_noop("%(reason)s")


def language(reading: Reading, record: Record) -> Iterator[Finding]:
    """Flag the words that the record's phrases stop at."""
    stops = Stops(record.phrases)
    for part, start, words in _pieces(reading):
        text = small(words)
        for found in stops.flagged(text):
            phrase = found.phrase
            replacement = found.replacement
            source = words[found.start : found.end]
            if replacement and source[:1].isupper():
                replacement = replacement[0].upper() + replacement[1:]
            yield Finding(
                "language",
                Status.FLAGGED,
                reading.texts[part].part.name,
                start + found.start,
                start + found.end,
                reading.texts[part].part.source[start + found.start : start + found.end],
                expected=phrase.instead,
                replacement=replacement,
                message=_INSTEAD if replacement else _PLAIN,
                params={"reason": phrase.reason, "instead": phrase.instead},
                confidence=0.9,
            )


def sources(reading: Reading, record: Record) -> Iterator[Finding]:
    """Say what needs a source and has no link to one in its paragraph, list item or table."""
    links = _sources(reading)
    for place, block in enumerate(reading.blocks):
        asks = block.kind is Kind.QUESTION and len(list(_bounds(reading, place))) < 2
        if block.kind is Kind.HEADING or asks or _is_linked(links, block):
            continue
        before = ""
        for start, end in _bounds(reading, place):
            words = reading.texts[block.part].text[start:end]
            said, before = before, small(words)
            for found in needing(before, said):
                yield Finding(
                    "sources",
                    Status.NEEDS_SOURCE,
                    reading.texts[block.part].part.name,
                    start + found.start,
                    start + found.end,
                    reading.texts[block.part].part.source[start + found.start : start + found.end],
                    message=found.need.value,
                    confidence=0.8,
                )


def _pieces(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences and the cells of tables: part, place, words."""
    for sentence in reading.sentences:
        yield sentence.part, sentence.start, reading.text(sentence)
    for block in reading.blocks:
        for row in block.rows:
            for cell in row.cells:
                if cell.text:
                    yield block.part, cell.start, cell.text


def _bounds(reading: Reading, place: int) -> Iterator[tuple[int, int]]:
    block = reading.blocks[place]
    if block.kind is Kind.TABLE:
        yield from ((row.start, row.end) for row in block.rows)
    else:
        yield from ((sentence.start, sentence.end) for sentence in reading.sentences_of(place))


def _sources(reading: Reading) -> list[list[int]]:
    """Return where links to other sites begin, by part, in their order."""
    return [sorted(link.start for link in text.links if _is_source(link.target)) for text in reading.texts]


def _is_linked(links: list[list[int]], block: Block) -> bool:
    """Whether a link to another site stands in a block or in its caption."""
    starts = links[block.part]
    start = block.caption[0] if block.caption else block.start
    return bisect_left(starts, start) < bisect_left(starts, block.end)


def _is_source(target: str) -> bool:
    return target.startswith(("http://", "https://", "www."))
