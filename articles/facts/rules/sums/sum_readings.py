"""Under which readings a sum is right, and what is said of one: exactly or rounded, of the types that it is said of. Pure: no Django."""

from collections.abc import Iterable, Iterator, Sequence

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import Scope
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.rules.common.speaking import WITHOUT_NOMINEES, Candidates, everything
from articles.references import gettext_noop

from . import sum_sets

RULE = "sums"
SUM = gettext_noop("%(draws)s draws of the record add up to %(total)s invitations.")

# "No more than 3,000" says that it was hardly less.
LEAST_OF_MOST = 0.8
# A sum that is wrong is no farther than this from the right one.
NEAR = 0.2
# One that may be of draws without the nominees' is that close to their sum.
CLOSE = 0.02


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


def plain(passage: Passage, found: Iterable[Scope]) -> tuple[Scope, ...]:
    """Return scopes but those of all types without the nominees', where no word says that these are left out: neither "without
    nominees" nor the types that remain."""
    scopes = tuple(found)
    spoken = set(passage.slugs or passage.topic)
    if WITHOUT_NOMINEES.search(passage.text) or spoken & GENERIC or _CLASS.search(passage.text):
        return scopes
    if not passage.slugs and len(spoken) > 1 and not _THEY.search(passage.text):
        # "The week's harvest" is not that of the types alone that were named before.
        wide = [scope for scope in scopes if scope.arguments and "category=" not in scope.arguments]
        scopes = tuple(
            scope
            for scope in scopes
            if len({draw.category for draw in scope.draws}) < 2
            or not any(
                scope.arguments.startswith(f"{one.arguments} ") and one.count > scope.count for one in wide
            )
        )
    counts: dict[str, int] = {}
    for scope in scopes:
        counts[scope.arguments] = max(scope.count, counts.get(scope.arguments, 0))
    said = {number.value for number in passage.numbers if number.role is Role.DRAWS}
    told = "pnp" not in spoken or passage.slugs

    def is_plain(scope: Scope) -> bool:
        if scope.count == counts[scope.arguments] or scope.count in said:
            return True
        return bool(told) and {draw.category for draw in scope.draws} <= spoken

    return tuple(filter(is_plain, scopes))


def is_of_all(passage: Passage) -> bool:
    """Whether a sentence is of draws of every type: "In total, 37,986 candidates have been invited since New Year"."""
    return not passage.slugs and bool(_IN_ALL.search(passage.text)) and not _CLASS.search(passage.text)


_IN_ALL = compiled(r"\b(?:in (?:total|all)|all told|altogether|overall|every type|all types)\b")
_THEY = compiled(r"\b(?:they|them|these|those|both|the (?:two|three|four)|such)\b")
_CLASS = compiled(r"\b(?:class|its|programs?|categor(?:y|ies))\b")


def plainly(passage: Passage, found: Candidates) -> Candidates:
    """Return what a sum may be about, without what no word leaves the nominees out of."""
    return Candidates(
        *(plain(passage, getattr(found, name)) for name in ("stated", "named", "context", "around"))
    )


def _own(passage: Passage, number: NumberMention) -> str:
    """Return the type that is surely the one of a number: "6,100 for French", "6,100 French invitations"."""
    own = [
        mention.slug
        for mention in passage.categories
        if number.end <= mention.start and _TO.fullmatch(passage.text, number.end, mention.start)
    ]
    return own[0] if own and own[0] not in GENERIC else ""


_TO = compiled(
    r" (?:(?:invitations?|itas?|people|candidates|places)? ?(?:(?:were|was|went|sent|issued|given|alone|only|each) ?)*(?:for|to|in|from|among|under) (?:the |all )?)?"
)


def judged(
    passage: Passage, record: Record, number: NumberMention, found: Candidates, hedge: amounts.Hedge
) -> Iterator[Finding]:
    """Judge a total whose draws the words do not tell: right of any that may be meant, else wrong of the plainest."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    told = (*found.stated, *found.named, *found.context, *sum_sets.whole(passage, known))
    sure = [scope for scope in told if scope.count > 1]
    wide = (*everything(passage, record, number.start, number.end), *sum_sets.wider(passage, known))
    exact = [scope for scope in (*found, *sure, *wide) if _is_sum(scope, number)]
    if exact:
        yield agrees(passage, number, exact[0])
        return
    near = [scope for scope in sure if abs(scope.invitations - number.value) <= NEAR * scope.invitations]
    clear = hedge is amounts.Hedge.EXACT and number.form == "digits"
    if near and clear and not any(_is_sum(scope, number) for scope in sum_sets.others(passage, known)):
        yield contradicted(passage, number, near[0], 0.7)
        return
    yield passage.finding(
        RULE,
        Status.NEEDS_HUMAN,
        number.start,
        number.end,
        gettext_noop("It is not clear which draws this is the sum of."),
        confidence=0.4,
    )


def nearest(scopes: Sequence[Scope], number: NumberMention) -> Scope:
    """Return the scope whose sum is nearest to a number; one that leaves out nominees only where it is close."""
    return min(
        scopes,
        key=lambda scope: (
            abs(scope.invitations - number.value) > CLOSE * scope.invitations
            and any(other.arguments == scope.arguments and other.count > scope.count for other in scopes),
            abs(scope.invitations - number.value),
        ),
    )


def _is_sum(scope: Scope, number: NumberMention) -> bool:
    return scope.count > 1 and scope.invitations == number.value


def agrees(passage: Passage, number: NumberMention, scope: Scope) -> Finding:
    return passage.finding(
        RULE,
        Status.AGREES,
        number.start,
        number.end,
        SUM,
        expected=f"{scope.invitations:,}",
        live=scope.live("total"),
        rows=scope.rows,
        confidence=0.9,
        params={"draws": scope.count, "total": f"{scope.invitations:,}"},
    )


def contradicted(passage: Passage, number: NumberMention, scope: Scope, confidence: float) -> Finding:
    words = passage.source[number.start : number.end]
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        SUM,
        expected=f"{scope.invitations:,}",
        replacement=amounts.written(scope.invitations, words),
        live=scope.live("total"),
        rows=scope.rows,
        confidence=confidence,
        params={"draws": scope.count, "total": f"{scope.invitations:,}"},
    )


def of_parts(passage: Passage, number: NumberMention, total: int) -> Finding:
    """Say that a sum is not that of the numbers beside it."""
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("The figures beside it add up to %(expected)s."),
        expected=f"{total:,}",
        replacement=amounts.written(total, passage.source[number.start : number.end]),
        confidence=0.8,
        params={"expected": f"{total:,}"},
    )
