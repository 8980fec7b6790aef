"""What a bare number is, by what a question asks for or the sentence before speaks of."""

import re

from articles.facts.reading import Kind, Reading, Sentence

from .model import What

_CUTOFF = re.compile(r"cut-?\s?off|\bscore\b|\bcrs\b|\bpoints\b", re.IGNORECASE)
_INVITATIONS = re.compile(
    r"how\s+many(?!\s+(?:\w+\s+){0,3}(?:points|draws|rounds|times|occupations|codes|jobs|months|weeks|days|years)\b)|invitations|\bitas?\b|how\s+large|how\s+big",
    re.IGNORECASE,
)
# "How many were invited in total?", "in the three draws": of more than one draw.
_OF_SEVERAL = re.compile(
    r"\b(?:total|altogether|in\s+all|so\s+far|this\s+year|draws|rounds|each|every|since|average)\b",
    re.IGNORECASE,
)
_SUMMED = re.compile(r"\b(?:total|altogether|in\s+all|together|sum|draws|rounds)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\W*(?:\w[\w .]{0,20}:\W*)?(?:only|just|a\s+mere)\s+\d[\d,]{1,6}(?:\s+(?:this\s+time|again|today|people))?\W*",
    re.IGNORECASE,
)
# What is longer than this answers no more to a question: what follows goes on from it.
SHORT = 60
_ASKS = re.compile(r"\?[\s\"'*_)\u2013\u2014>-]*\Z")

# "For French, the cut-off fell again": without a figure, what the next sentence goes on about.
_SUBJECT = re.compile(
    r"\b(?:the|its|their|this|that)\s+(?:crs\s+)?(?:cut-?\s?off|threshold|bar)\b", re.IGNORECASE
)

_IT_WAS = re.compile(
    r"\b(?:it|this|that)\s+(?:was|had\s+been|has\s+been|fell|rose|stood|is|went|came|dropped|climbed|reached|hit|lay|slipped|sank|drop|fall|rise|jumped)\b",
    re.IGNORECASE,
)


def hint(reading: Reading, place: int) -> What | None:
    """Say what a bare number in the block of a place is; None where no question asks for one figure alone."""
    asked = reading.question(place) if reading.blocks[place].kind is not Kind.QUESTION else None
    if asked is None:
        return None
    return of_question(reading.text(reading.blocks[asked]))


def of_question(words: str) -> What | None:
    """Say what a question asks for, if it is one figure alone."""
    cutoff, invitations = _CUTOFF.search(words), _INVITATIONS.search(words)
    if bool(cutoff) == bool(invitations):
        return None
    return What.CUTOFF if cutoff else What.INVITATIONS


def is_of_cutoff(words: str) -> bool:
    """Whether a sentence speaks of a cut-off."""
    return _SUBJECT.search(words) is not None


def goes_on(words: str) -> bool:
    """Whether a sentence goes on about what the one before spoke of."""
    return _IT_WAS.search(words) is not None


def before(reading: Reading, sentence: Sentence) -> str:
    """Return the question that a sentence answers: in its block with no more than short sentences between, or above the block."""
    sentences = reading.sentences_of(sentence.block)
    for one in reversed([one for one in sentences if one.start < sentence.start]):
        words = reading.text(one)
        if is_question(words):
            return words
        if len(words) > SHORT:
            return ""
    if reading.blocks[sentence.block].kind is Kind.QUESTION:
        return ""
    asked = reading.question(sentence.block)
    return "" if asked is None else reading.text(reading.blocks[asked])


def is_question(words: str) -> bool:
    return _ASKS.search(words) is not None


def alone(words: str) -> What | None:
    """Say what a number is that stands alone and counts few: "Only 500.", "ANN: Just 400 this time."."""
    return What.INVITATIONS if _ALONE.fullmatch(words) else None


def is_summed(answer: str) -> bool:
    """Whether an answer gives a figure of several draws: "Altogether that is 5,000"."""
    return _SUMMED.search(answer) is not None


def of_one_draw(question: str) -> What | None:
    """Say what figure of one draw a question asks for; None where it may be of several draws together."""
    return None if _OF_SEVERAL.search(question) else of_question(question)
