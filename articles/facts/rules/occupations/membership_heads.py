"""Occupations behind the name of a type and nothing else: "Trades: carpenters, roofers, welders", and under headings. Pure: no Django."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from articles.facts.reading import Kind
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit
from articles.facts.rules.common.setting_words import WITHOUT_LIST

from .membership_model import Claim, Named
from .membership_words import Predicate, Said

# "- Welders (72106): transport", "dentists: health care; welders: trades".
_TAIL_BEGINS = compiled(r"(?:^|[;,.])[\W\d]*$")
_TO_TYPE = compiled(
    r"(?: ?\([^()]*\))?\W{0,3}(?::|->|=>|→|=|[–—-] )\W{0,3}(?:on |in |under |with |the |list of |category of )*"
)
_TAIL = compiled(r"(?: (?:list|category|occupations))?(?:\W*$| ?[;,.])")
# So many occupations tell that a row is of a list, where all but one of them are on it.
_FEWEST = 3
_PAIR = 2
_HEAD = compiled(r"\W*(?:the |in |under |for )?$")
_COLON = compiled(r"(?: (?:categor(?:y|ies)|list|occupations|workers|jobs|codes))?\W{0,3}(?::|\.| [-–—])\W*")
_REST = compiled(
    r"\([^()]*\)|\b(?:noc|[0-9]{5}|and|or|the|also|all|of course|among others|for example|for instance|such as|including|e\.g\.|etc)\b|[\W_]"
)


def of_head(setting: Setting, unit: Unit, named: Sequence[Named]) -> Iterator[Claim]:
    """Yield the one occupation of a row behind a type that is not on its list, as all others are."""
    slug, start = _type(setting, unit)
    if not slug or len(named) < _PAIR or setting.spans(unit) or any(one.start < start for one in named):
        return
    rest = unit.text[start:]
    for one in reversed(named):
        rest = rest[: one.start - start] + " " + rest[one.end - start :]
    version = setting.on(slug, setting.reading.on)
    if _REST.sub("", rest) or version is None or len(named) < min(_FEWEST, len(version.codes or ())):
        return
    if not version.codes:
        return
    missing = [one for one in named if not one.codes & set(version.codes)]
    if len(missing) == 1:
        one = missing[0]
        yield Claim(one, Predicate(Said.ON, one.start, one.end), one.start, one.end, 0, len(unit.text))


def of_tail(unit: Unit, named: Sequence[Named]) -> Iterator[Claim]:
    """Yield what is said of an occupation by a type behind it and nothing else: "Welders (72106): transport", "cooks – no list"."""
    for one, following in zip_longest(named, named[1:]):
        end = following.start if following else len(unit.text)
        if one.start and not _TAIL_BEGINS.search(unit.text[: one.start]):
            continue
        slugs = [m for m in unit.categories if one.end <= m.start - unit.start < end]
        stop = slugs[0].end - unit.start if slugs else one.end
        joint = unit.text[one.end : slugs[0].start - unit.start] if slugs else ""
        if (
            len(slugs) == 1
            and slugs[0].slug not in WITHOUT_LIST
            and _TO_TYPE.fullmatch(joint)
            and _TAIL.match(unit.text, stop, end)
        ):
            yield Claim(one, Predicate(Said.ON, one.end, stop), one.start, stop, one.start, stop)


def _type(setting: Setting, unit: Unit) -> tuple[str, int]:
    """Return the type that a sentence begins with, or that stands alone before it, and where its row begins."""
    if unit.categories:
        first = unit.categories[0]
        colon = _COLON.match(unit.text, first.end - unit.start)
        if colon and _HEAD.match(unit.text[: first.start - unit.start]) and first.slug not in WITHOUT_LIST:
            return first.slug, colon.end()
        return "", 0
    if setting.reading.blocks[unit.block].kind is Kind.QUESTION:
        return "", 0
    above = next((other for other in reversed(setting.of_block(unit.block)) if other.end <= unit.start), None)
    if above is None or len(above.categories) != 1 or above.categories[0].slug in WITHOUT_LIST:
        return "", 0
    first = above.categories[0]
    alone = _HEAD.match(above.text[: first.start - above.start]) and _COLON.fullmatch(
        f"{above.text[first.end - above.start :]} "
    )
    return (first.slug, 0) if alone else ("", 0)


# What a heading says of the occupations under it.
_HEADINGS = (
    (
        Said.ADDED,
        compiled(
            r"\b(?:(?:who|what)(?: has| is|'s| was| were| got| gets)? (?:came|come|comes|in\b|joined|joins|new|added|gets in|got in|entered)|newcomers|new (?:on|to|in)\b|additions|added|joiners|arrivals|gained|new occupations|new codes|the joiners)"
        ),
    ),
    (
        Said.REMOVED,
        compiled(
            r"\b(?:(?:who|what)(?: has| is|'s| was| were| got| gets)? (?:went|left|leaves|gone|goes|out\b|dropped|removed|lost|off)|leavers|departures|removed|dropped|removals|deleted|taken off|the leavers|no longer (?:on|in|listed|eligible))"
        ),
    ),
)


def of_heading(text: str) -> Said | None:
    """Return what a heading says of the occupations under it: "Who came in", "Removed from the list"."""
    found = [said for said, words in _HEADINGS if words.search(text)]
    return found[0] if len(found) == 1 else None
