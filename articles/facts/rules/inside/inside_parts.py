"""Wholes against their parts: "391 + 50 makes 441", "six: a, b and c", "12 advisers (six of these and six of those)". Pure: no Django."""

import re
from collections.abc import Iterator

from articles.facts.model import Finding, Status
from articles.facts.reading import Reading, Sentence
from articles.facts.rules.common import amounts
from articles.facts.rules.common.marking import mark
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.references import gettext_noop

SUM = gettext_noop("The figures beside it add up to %(expected)s.")
COUNT = gettext_noop("What follows has %(expected)s.")


def added(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """Judge "391 + 50 + 15 makes 456"."""
    for match in _ADDED.finditer(reading.text(sentence).lower()):
        total = sum(int(number) for number in re.findall(r"[0-9]+", match["parts"].replace(",", "")))
        if int(match["sum"].replace(",", "")) == total:
            continue
        yield wrong(reading, sentence, match.span("sum"), total, SUM, 0.9)


_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+"
_ADDED = compiled(
    rf"(?<![0-9,.+-])(?P<parts>(?:{_FIGURE})(?: ?[+] ?(?:{_FIGURE}))++)(?: points| invitations)? ?(?:=|makes?|is|gives?|equals?|comes to|adds up to|are) ?(?P<sum>{_FIGURE})(?![0-9]|[,.][0-9])"
)


def enumerated(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
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
    if not _JOINED_LAST.search(last):
        return
    counts = {len(pieces)} if last.startswith(("and ", "or ")) else {len(pieces) + (" and " in last)}
    if _NAMES.fullmatch(last):
        counts = {len(pieces)}
    number = match["number"]
    claimed = int(number) if number.isdigit() else amounts.WORDS.index(number)
    if claimed in counts:
        return
    yield wrong(reading, sentence, match.span("number"), max(counts), COUNT, 0.75)


# Types that have "and" in their name.
_NAMES = compiled(r"(?:agriculture|science|research|health) and [a-z -]+")
_JOINED_LAST = compiled(r"\b(?:and|or|&)\b")


def divided(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """Judge "12 advisers (six lawyers and five consultants)": whatever they are, the parts make the whole."""
    for match in _DIVIDED.finditer(reading.text(sentence).lower()):
        parts = [number(part["n"]) for part in _PART.finditer(match["parts"])]
        if sum(parts) == number(match["whole"]):
            continue
        yield wrong(reading, sentence, match.span("whole"), sum(parts), SUM, 0.8)


def opposed(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """Judge "of the 60 who answered, 31 had taken a test and 19 had not": those who did and those who did not are all."""
    for match in _OPPOSED.finditer(reading.text(sentence).lower()):
        total = number(match["one"]) + number(match["other"])
        if total != number(match["whole"]):
            yield wrong(reading, sentence, match.span("whole"), total, SUM, 0.8)


def wrong(
    reading: Reading,
    sentence: Sentence,
    span: tuple[int, int],
    expected: int,
    message: str,
    confidence: float,
) -> Finding:
    """Say what a whole at a place of a sentence would have to be."""
    start, end = (sentence.start + place for place in span)
    return mark(
        reading,
        sentence.part,
        start,
        end,
        Status.CONTRADICTED,
        message,
        expected=f"{expected:,}",
        replacement=amounts.written(expected, reading.texts[sentence.part].part.source[start:end]),
        confidence=confidence,
    )


def number(words: str) -> int:
    """Return a number below a hundred that is written in words, or any in figures."""
    return int(words.replace(",", "")) if words[:1].isdigit() else amounts.WORDS.index(words)


_SMALL = rf"(?:[1-9][0-9]?|{'|'.join(amounts.WORDS[1:])})"
# Draws, points and lists have rules of their own.
_PLAIN_NOUN = r"(?!(?:draws?|rounds?|points?|invitations?|codes?|occupations?|categories|lists?|months?|weeks?|years?|days?|times?|were|are|was|is|of|in|for)\b)[a-z][a-z'-]+"
_DIVIDED = compiled(
    rf"(?<![\w,.-])(?P<whole>{_SMALL}) (?:{_PLAIN_NOUN} ){{0,2}}{_PLAIN_NOUN} ?[(](?P<parts>{_SMALL} {_PLAIN_NOUN}(?: {_PLAIN_NOUN})?(?:, {_SMALL} {_PLAIN_NOUN}(?: {_PLAIN_NOUN})?)*,? and {_SMALL} {_PLAIN_NOUN}(?: {_PLAIN_NOUN})?)[)]"
)
_OPPOSED = compiled(
    rf"(?:\bof (?:the|our|my|these|those|all)|\b(?:asked|polled|surveyed|questioned|counted)(?: \w+)?) (?P<whole>{_SMALL})(?: [a-z'-]+| 20[0-9]{{2}}){{1,9}}?[,:] (?P<one>{_SMALL})(?: (?!not\b)[a-z'-]+){{1,6}},?(?: and| but)? (?P<other>{_SMALL})"
    r" (?:(?:(?:had|have|has|did|do|does|were|are|was|is|would|will|could|can) not|(?:had|have|did|do|were|are|would|could)n't)|others? (?:had|did|were|do|are|have))\b(?! \w+ (?:or|nor)\b)"
)
_PART = compiled(rf"(?P<n>{_SMALL})(?= )")
_NUMBER_OF = compiled(
    rf"(?:^|\b(?:are|were|has|have|in|of|these|the) )\W*(?P<number>[2-9]|1[0-9]|{FEW})(?: [\w-]+){{0,3}} ?: "
)
