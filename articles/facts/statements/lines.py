"""Lines of lists: "PNP, 26 August: 1,121 / 694", "8 Aug: transport. 300 / 470"."""

import re
from collections.abc import Sequence

from articles.facts.reading import Block, Kind, Reading, Sentence

# The head of a line is no longer than this.
LEAD = 45
# What follows a line's head and is no longer than this goes on from it.
_FIGURES_ONLY = re.compile(r"[\d\s,.KkA-Za-z]{1,16}/[\d\s,.A-Za-z]{1,16}")


def joined(reading: Reading, block: Block, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the sentences of a block; those of an item such as "8 Aug: transport. 300 / 470." as one."""
    if block.kind is not Kind.ITEM or len(sentences) != 2 or sentences[0].end - sentences[0].start > LEAD:
        return sentences
    first, last = sentences
    if not _FIGURES_ONLY.fullmatch(reading.text(last).strip(" *_")):
        return sentences
    return [Sentence(first.part, first.block, first.start, last.end)]


def is_line(words: str) -> bool:
    """Whether a sentence is a line of a list in all but its mark: "PNP, 26 August: 1,121 / 694"."""
    return len(words) <= 60 and ":" in words
