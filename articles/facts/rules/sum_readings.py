"""Under which readings a sum is right: exactly or rounded, of the types that it is said of. Pure: no Django."""

from articles.facts.reading.mentions import NumberMention

from . import amounts
from .passages import Passage
from .patterns import compiled
from .scopes import Scope
from .speaking import Candidates

# "No more than 3,000" says that it was hardly less.
LEAST_OF_MOST = 0.8


def fits(
    passage: Passage,
    number: NumberMention,
    scope: Scope,
    hedge: amounts.Hedge,
    found: Candidates,
) -> bool:
    """Whether a number may be the sum of draws."""
    if not amounts.fits(number.value, scope.invitations, hedge):
        return False
    slug = _own(passage, number)
    if slug and any(draw.category != slug for draw in scope.draws):
        return False
    if hedge is amounts.Hedge.AT_MOST and scope.invitations < LEAST_OF_MOST * number.value:
        return False
    if hedge is not amounts.Hedge.EXACT or number.value == scope.invitations:
        return True
    # A round figure stands for what the words name, and for nothing else; and not beside exact ones.
    exact = any(other.value >= amounts.ROUNDED_FROM and other.value % 100 for other in passage.numbers)
    return not exact and scope in (*found.stated, *found.context)


def _own(passage: Passage, number: NumberMention) -> str:
    """Return the type that is surely the one of a number: "6,100 for French", "6,100 French invitations"."""
    own = [
        mention.slug
        for mention in passage.categories
        if number.end <= mention.start and _TO.fullmatch(passage.text, number.end, mention.start)
    ]
    return own[0] if own and own[0] not in _GENERIC else ""


_TO = compiled(
    r" (?:(?:invitations?|itas?|people|candidates|places)? ?(?:(?:were|was|went|sent|issued|given|alone|only|each) ?)*(?:for|to|in|from|among|under) (?:the |all )?)?"
)
_GENERIC = frozenset(("category-based", "program"))
