"""The earlier draws that a record is a record among. Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Record

from . import ranks
from .passages import Passage
from .patterns import compiled
from .scopes import PROGRAMS

# Words that set a draw beside those of every type, and beside those of categories.
ANY_KIND = compiled(
    r"(?: [\w-]+){0,4},? (?:of any (?:kind|type|sort)|(?:in|by) any (?:express entry )?(?:draw|round)(?! (?:for|of|in|under|held for)\b)|(?:whatever|regardless of|irrespective of)(?: (?:the|its|draw|round|program))* (?:type|kind|sort|category|class|program)|of all (?:kinds|types|draws|rounds)|in any category|for any (?:group|category)|of any draw|in the system|in (?:express entry|ee) history|(?:in|of) (?:express entry|ee)|in (?:the |all |its )?(?:(?:whole|entire|full) )?history of (?:express entry|ee|the system)|in (?:express entry|ee)'s (?:(?:whole|entire) )?history|since (?:express entry|the system) (?:began|started|opened|was launched|launched))\b"
)
A_CATEGORY = compiled(
    r"(?: [\w-]+){0,4} (?:for|of|in) (?:a|any) category\b|(?: [\w-]+){0,1} category (?:draw|round)\b"
)


def is_of_any_kind(passage: Passage, place: int) -> bool:
    """Whether the words behind a superlative set a draw beside those of every type: "the lowest class score since the system
    began" names a type, and is said of that."""
    match = ANY_KIND.match(passage.text, place)
    return match is not None and not any(
        match.start() <= mention.start < match.end() and mention.slug != "category-based"
        for mention in passage.categories
    )


def comparable(draw: Draw, record: Record, slugs: Sequence[str], any_kind: bool) -> Iterator[list[Draw]]:
    """Yield the earlier draws that one may be compared with, where there are any: of its type, then of others but nominees."""
    of_type = ranks.before(draw, record.draws)
    if "category-based" in slugs and draw.category not in PROGRAMS:
        yield [
            other
            for other in record.draws
            if other.sequence < draw.sequence and other.category not in PROGRAMS
        ]
        return
    if any_kind:
        yield [other for other in record.draws if other.sequence < draw.sequence]
        return
    if of_type:
        yield of_type
    if draw.category not in slugs or not of_type:
        earlier = [other for other in record.draws if other.sequence < draw.sequence]
        yield [other for other in earlier if other.includes_nomination == draw.includes_nomination]
        if draw.category not in PROGRAMS:
            yield [other for other in earlier if other.category not in PROGRAMS]
