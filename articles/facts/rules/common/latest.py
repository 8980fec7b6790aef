"""Draws that words count back from the last: "the last three draws", "the two earlier healthcare draws", "the newest cut-off". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw
from articles.facts.rules.common.period_forms import FEW
from articles.facts.statements import Statement, What

from .passages import Passage
from .patterns import compiled
from .periods import count
from .scopes import Scope, of_draws
from .setting_words import GENERIC

_NUMBER = rf"(?P<n>[0-9]{{1,2}}|{FEW})"
_LAST_DRAWS = compiled(
    rf"\b(?:the |its |their )?(?:last|past|previous|latest|most recent|preceding|first) {_NUMBER} (?:[\w-]+ ){{0,4}}?(?:draws|rounds)\b"
)
_EARLIER_DRAWS = compiled(
    rf"\b(?:the |its |their ){_NUMBER} (?:earlier|previous|preceding|latest|most recent|prior|last) (?:[\w-]+ ){{0,4}}?(?:draws|rounds)\b"
)


def of_words(text: str, draws: Sequence[Draw], chosen: frozenset[str]) -> Iterator[Scope]:
    """Yield the draws of some types, or of all, that a text counts from the last or the first."""
    for match in (*_LAST_DRAWS.finditer(text), *_EARLIER_DRAWS.finditer(text)):
        of_type = [draw for draw in draws if not chosen or draw.category in chosen]
        number = count(match["n"])
        if "first" in match[0]:
            yield of_draws(of_type[:number])
            continue
        yield of_draws(of_type[-number:])
        yield of_draws(of_type[-number - 1 : -1])


_NEWEST = compiled(
    r"\b(?:the|its|their|this) (?:very )?(?:newest|latest|most recent)(?: (?!of\b|in\b|two\b|three\b|four\b|five\b|six\b|list\b|version\b|change\b)[\w-]+){0,3}? (?:draw|round|cut-?off|score|one)\b(?! (?:of|in) (?:20|last))"
    r"|\b(?:the|its|their) (?:newest|latest|most recent)(?= (?:is|was|had|has|brought|invited|stopped|ended|closed)\b)"
)


def named(passage: Passage, known: Sequence[Draw]) -> tuple[Draw, int] | None:
    """Return the newest draw of the one type that a sentence is about, and the place of the words, where it is named so."""
    match = _NEWEST.search(passage.text)
    slugs = set(passage.slugs or passage.topic) - GENERIC
    if match is None or len(slugs) != 1 or any(mention.is_day for mention in passage.dates):
        return None
    of_type = [draw for draw in known if draw.category in slugs]
    return (of_type[-1], match.start()) if of_type else None


def is_any_of(said: Statement) -> bool:
    """Whether a type and a time are all that is said, of many draws, and the one taken is not the newest of them: "the French draw is
    the largest in 2025" names none."""
    is_bare = all(figure.what in (What.TYPE, What.PERIOD) for figure in said.figures)
    newer = said.draw and any(other.sequence > said.draw.sequence for other in said.others)
    return bool(is_bare and newer and not said.compared)
