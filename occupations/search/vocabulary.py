"""What short forms stand for, and words that a title may lack: the data file search_words.csv. Pure: no Django."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from occupations.search.titles import Words
from occupations.search.words import normal, words_of

KINDS = ("short form", "other name", "filler")


class Vocabulary(NamedTuple):
    """Meanings by normal words, each in folded words; `fillers` are folded words."""

    meanings: dict[Words, list[Words]]
    fillers: frozenset[str]

    @property
    def longest(self) -> int:
        return max(map(len, self.meanings), default=0)


def read_vocabulary(path: Path) -> Vocabulary:
    """Read the data file. Raises ValueError for a row of unknown kind or without words."""
    meanings: dict[Words, list[Words]] = defaultdict(list)
    fillers = set()
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            words, meaning = words_of(row["words"]), tuple(words_of(row["meaning"]))
            if row["kind"] not in KINDS or not words or (row["kind"] == "filler") == bool(meaning):
                raise ValueError(f"{path.name}: {row}")
            if meaning:
                meanings[tuple(map(normal, words))].append(meaning)
            else:
                fillers.update(words)
    return Vocabulary(dict(meanings), frozenset(fillers))
