"""Draws that words count back from the last: "the last three draws", "the two earlier healthcare draws". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw

from .patterns import compiled
from .periods import count
from .scopes import Scope, of_draws

_NUMBER = r"(?P<n>[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
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
