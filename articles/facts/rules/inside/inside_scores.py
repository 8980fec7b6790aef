"""What is reckoned in the text: "391 + 50 makes 441", somebody's score: "the 600 would lift her from 505 to 1,105", "the cut-off was 505 and his score 511, six above".
Pure: no Django."""

import re
from collections.abc import Iterator

from articles.facts.model import Finding
from articles.facts.reading import Reading, Sentence
from articles.facts.rules.common import amounts
from articles.facts.rules.common.marking import wrong
from articles.facts.rules.common.patterns import compiled
from articles.references import gettext_noop

from .inside_parts import SUM

WRONG = gettext_noop("The figures beside it come to %(expected)s.")

_SCORE = r"[3-9][0-9]{2}|1,?[0-2][0-9]{2}"
_SMALL = rf"[1-9][0-9]?|{'|'.join(amounts.WORDS[1:])}"
# "The 600 would lift her from 505 to 1,105".
_LIFTED = compiled(
    rf"(?<![0-9,.])(?P<plus>[1-9][0-9]{{1,2}})(?: more| extra| additional)?(?: points?)?(?: for [a-z ]{{3,30}})? (?:(?:would|will|could|can) )?(?:lifts?|raises?|brings?|takes?|push(?:es)?|carr(?:y|ies)) (?:her|him|you|me|them|us|an? [a-z]+|somebody) from (?P<from>{_SCORE}) to (?P<to>{_SCORE})(?![0-9]|,[0-9])"
)
# "The cut-off was 505 and his score 511, six above it".
_APART = compiled(
    rf"\b(?:cut-?off|bar|line|threshold)(?: (?:was|is|stood|at|of))* (?P<cutoff>{_SCORE})(?:,| and| but| while)* (?:my|his|her|your|their) (?:own )?(?:score|total)(?: (?:was|is|stood|at|of))* (?P<score>{_SCORE})(?:,|:| -)? (?:or |so |that is )?(?P<apart>{_SMALL})(?: points?)? (?:above|below|over|under|short|higher|lower|more|less|fewer|to spare)\b"
)


def reckoned(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """Judge to what score so many points take somebody, and how far a score is from a cut-off beside it."""
    text = reading.text(sentence).lower()
    for match in _LIFTED.finditer(text):
        total = amounts.number(match["from"]) + amounts.number(match["plus"])
        if amounts.number(match["to"]) != total:
            yield wrong(reading, sentence, match.span("to"), total, WRONG, 0.85)
    for match in _APART.finditer(text):
        apart = abs(amounts.number(match["cutoff"]) - amounts.number(match["score"]))
        if amounts.number(match["apart"]) != apart:
            yield wrong(reading, sentence, match.span("apart"), apart, WRONG, 0.85)


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
