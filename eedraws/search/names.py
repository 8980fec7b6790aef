"""The names of types of draw, as readers write them. Pure: no Django."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from articles.searching.words import stem
from occupations.folding import fold

# Names that no list of names has.
EVERYDAY = {
    "agriculture": ["agri-food", "agrifood", "farming"],
    "french": ["francophone"],
    "healthcare": ["health", "health care", "social services"],
    "military": ["military"],
    "pnp": ["nominee", "provincial"],
    "senior-managers": ["senior manager"],
    "fst": ["skilled trades"],
    "stem": ["science and technology"],
    "trades": ["skilled trades"],
}
# Words that go with any name: "the list of trade occupations", "PNP draws".
_WITH_ANY = frozenset(
    map(
        stem,
        [
            "category",
            "categories",
            "class",
            "language",
            "list",
            "occupation",
            "program",
            "programme",
            "proficiency",
            "the",
        ],
    )
)
VERSION = re.compile(r"\(version [0-9]+\)|,? [0-9]{4}-version [0-9]+", re.IGNORECASE)
_FEWEST_LETTERS = 6
_FEWEST_OF_A_PART = 3


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a name that tell it from others."""
    words = tuple(map(stem, fold(text).split()))
    return tuple(word for word in words if word not in _WITH_ANY or words[0] == "all")


class Names:
    """All names of all types, and which types each may mean."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a type's slug and a name of it, in any language; a label of IRCC's may end with its version."""
        self._slugs: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        everyday = [(slug, name) for slug, others in EVERYDAY.items() for name in others]
        names = list(names)
        known = {slug for slug, _name in names}
        for slug, name in [*names, *((slug, name) for slug, name in everyday if slug in known)]:
            key = stems(VERSION.sub("", name))
            if key:
                self._slugs[key].add(slug)
                self._words[slug].update(key)
        self.longest = max(map(len, self._slugs), default=0)

    def exactly(self, words: Sequence[str]) -> frozenset[str]:
        """Return the slugs of the types that these stems name; one long word may have a slip of spelling."""
        key = tuple(words)
        if key in self._slugs:
            return frozenset(self._slugs[key])
        if len(key) == 1 and len(key[0]) >= _FEWEST_LETTERS and key[0].isalpha():
            near = (name for name in self._slugs if len(name) == 1 and OSA.distance(name[0], key[0]) == 1)
            return frozenset(slug for name in near for slug in self._slugs[name])
        return frozenset()

    def partly(self, words: Sequence[str]) -> frozenset[str]:
        """Return the slugs of the types of which all these stems begin words; one or two letters begin too many."""
        if not words or min(map(len, words)) < _FEWEST_OF_A_PART:
            return frozenset()
        return frozenset(
            slug
            for slug, own in self._words.items()
            if all(any(word.startswith(asked) for word in own) for asked in words)
        )
