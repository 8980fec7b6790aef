"""Sentences that are one line: "PNP, 26 August: 1,121 / 694", "8 Aug: transport. 300 / 470", "On 2 May. It had 500 invitations"."""

import re
from collections.abc import Sequence

from articles.facts.reading import Block, CategoryMention, DateMention, Kind, Reading, Sentence

# The head of a line is no longer than this.
LEAD = 45
# What follows a line's head and is no longer than this goes on from it.
_FIGURES_ONLY = re.compile(r"[\d\s,.KkA-Za-z]{1,16}/[\d\s,.A-Za-z]{1,16}")
_COUNTED = (
    r"\d[\d,]*(?:\.\d+)?[kK]?(?:\s+(?:invitations?|itas?|invited|invites|candidates|people|were\s+invited))?"
)
_SCORE = r"(?:(?:with|and|an?|the|crs|score|cut-?\s?off|of|at|was)\s+)*\d{2,3}(?![\d,]*\d)(?:\s+points)?"
# "French. 800 invitations, 435", "Healthcare. 4,000; 419": two figures are all that goes on from a head.
_PAIR = re.compile(rf"\W*{_COUNTED}(?:\s*[,;/\u2013\u2014]\s*|\s+at\s+){_SCORE}", re.IGNORECASE)
_ENDS_LINE = re.compile(rf"\d[^;]*[.,\u2013\u2014]\s+{_PAIR.pattern}\W*\Z", re.IGNORECASE)
# "On 5 July 2023. Only 500 people were invited", "Yes, on Thursday. It took 300": an answer that gives the day first.
_DAY_ALONE = re.compile(
    r"\W*(?:(?:yes|yep|indeed|true|right|correct)\W+)?(?:(?:it|that|this)\s+was\s+)?(?:(?:only|just)\s+)?(?:on\s+)?(?:(?:last|this)\s+)?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\W*(?:it\s+(?:was|had|went|took|invited|brought|saw|gave|stopped|closed)|that\s+(?:day|round|draw|one)|only\s+\d[\d,]*|(?:the\s+)?cut-?\s?off|\d[\d,]*\s+(?:people|candidates|invitations|were))\b",
    re.IGNORECASE,
)


def joined(reading: Reading, block: Block, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the sentences of a block; the first two as one where they are a line such as "8 Aug: transport. 300 / 470."."""
    if len(sentences) < 2 or sentences[0].end - sentences[0].start > LEAD:
        return sentences
    first, last, *others = sentences
    if not others and block.kind is Kind.ITEM and _FIGURES_ONLY.fullmatch(reading.text(last).strip(" *_")):
        return [_as_one(first, last)]
    if _is_head(reading, first) and _PAIR.fullmatch(reading.text(last).rstrip(" .*_")):
        return [_as_one(first, last), *others]
    if _is_day(reading, first) and _GOES_ON.match(reading.text(last)) and not _names_day(reading, last):
        return [_as_one(first, last), *others]
    return sentences


def _as_one(first: Sentence, last: Sentence) -> Sentence:
    return Sentence(first.part, first.block, first.start, last.end)


def _is_head(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence names a day, perhaps with a type, and says nothing of it."""
    mentions = reading.within(sentence)
    return _names_day(reading, sentence) and all(
        isinstance(one, DateMention | CategoryMention) for one in mentions
    )


def _is_day(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is a day and no more: "On 2 May.", "Yes, on Thursday, February 19."."""
    days = [one for one in reading.within(sentence) if isinstance(one, DateMention) and one.is_day]
    if not days or len(days) != len(reading.within(sentence)):
        return False
    text = reading.texts[sentence.part].text
    return (
        _DAY_ALONE.fullmatch(text, sentence.start, days[0].start) is not None
        and text[days[-1].end : sentence.end].strip(" .*_\"'") == ""
        and all(len(text[one.end : other.start]) <= 3 for one, other in zip(days, days[1:], strict=False))
    )


def _names_day(reading: Reading, sentence: Sentence) -> bool:
    return any(isinstance(one, DateMention) and one.is_day for one in reading.within(sentence))


def is_line(words: str) -> bool:
    """Whether a sentence is a line of a list in all but its mark: "PNP, 26 August: 1,121 / 694"."""
    return len(words) <= 60 and (":" in words or _ENDS_LINE.search(words) is not None)
