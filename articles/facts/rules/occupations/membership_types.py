"""Which types' lists are meant by what is said of an occupation. Pure: no Django."""

from collections.abc import Container, Sequence
from datetime import date

from articles.facts.reading import CategoryMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit
from articles.facts.rules.common.setting_words import PEOPLE, WITHOUT_LIST

from .membership_former import type_of
from .membership_model import Claim
from .membership_words import Said

_FURTHER = compiled(r", |\b(?:who|which)\b")
_THE_LIST = compiled(
    r"\b(?:on|in|from|off|of|onto|to) (?:this|that|the|our) list\b|\b(?:on|off|from) it\b|^\W*(?:this|that|the) list\b|\bamong them\b"
)
_FROM_TO = compiled(r"\bfrom\b.{3,60}\b(?:to|onto|into)\b")
# "Came in from the old agriculture list": the list that they left.
_LEFT = compiled(r"\bfrom (?:the list (?:of|for) )?(?:the |its |that )?(?:old |former |first |defunct )*$")
# "One of three, along with those for managers": a type in passing, which "its" of the next sentence does not mean.
_ALONG = compiled(
    r"\b(?:along with|together with|as well as|in addition to|besides|apart from|unlike|alongside)\b[^.;:]{0,80}$"
)
_THEIRS = compiled(r"['’]s?|s['’]| (?:list|category|version|one)\b")
_BESIDE = compiled(r",? ?(?:(?:of|for|in|under|on|to|with) )?(?:the |its |those |that )?")
# What leads from a clause to a list that one before it names.
_BACK = compiled(r"\b(?:it|its|there|the lists?|that list|this list|the category|that category)\b")
_TOO = compiled(r"\b(?:too|also|as well|likewise)\b|\b(?:so|as) (?:are|is|were|was|do|does|did)\b")
_OTHERS = compiled(r"\b(?:lists|other|others|another)\b")
_LEADS = compiled(r"(?: (?:occupations|category|list|workers))?[\s*_]*:")
_ITS = compiled(r"\b(?:its|their|this|that|the same|both) (?:[\w-]+ )?(?:lists?|category|version)\b")


def slugs(setting: Setting, about: Unit, unit: Unit, claim: Claim) -> tuple[str, ...]:
    """Return the types whose lists are spoken of, all of them where none is named."""
    if about is unit and (slug := type_of(setting, unit, claim)):
        return (slug,)
    # "Not only for doctors", before there was a category for them: people, and no list.
    inside = [
        mention
        for mention in unit.categories
        if _has_begun(setting, mention.slug)
        and not (claim.named.start <= mention.start - unit.start < claim.named.end)
        or about is not unit
    ]
    if claim.said is Said.ADDED:
        inside = [mention for mention in inside if not _is_left(unit, claim, mention)]
    own = [mention for mention in inside if claim.first <= mention.start - unit.start < claim.last] or inside
    # A type that is named only further on, behind "but" or of others "who", may be another one than that spoken of until then.
    is_later = bool(own) and all(
        mention.start - unit.start >= claim.last
        or _FURTHER.search(unit.text, claim.end, max(claim.end, mention.start - unit.start))
        for mention in own
    )
    within = [
        mention
        for mention in own
        if claim.predicate.start <= mention.start - unit.start < claim.predicate.end
    ]
    right_before = [
        mention
        for mention in own
        if 0 <= claim.predicate.start - (mention.end - unit.start) <= len(" occupations have ")
    ]
    # "Moved from the list of health to that of education": the one that they came to is meant.
    if claim.said is Said.ADDED and _FROM_TO.search(unit.text, claim.predicate.start, claim.predicate.end):
        within = within[-1:]
    behind = [mention for mention in own if _is_beside(unit, claim, mention)]
    chosen = _between(unit, claim, own) or within or behind[:1] or right_before[-1:] or own
    named = {mention.slug for mention in chosen}
    if named and not named - WITHOUT_LIST:
        return ()
    listed = tuple(dict.fromkeys(mention.slug for mention in chosen if mention.slug not in WITHOUT_LIST))
    if not listed or is_later:
        around = setting.around(unit) if about is unit else [[about], *setting.around(about)]
        near = (
            [slug for other in others for slug in spoken_of(other) if slug not in WITHOUT_LIST]
            for others in around
        )
        spoken = next((found for found in near if found), ())
        listed = tuple(dict.fromkeys((*listed, *spoken))) if spoken or not is_later else ()
    return listed or tuple(slug for slug in setting.versions if slug not in WITHOUT_LIST)


def _has_begun(setting: Setting, slug: str) -> bool:
    return slug not in PEOPLE or any(
        (version.valid_from or date.min) <= setting.reading.on for version in setting.versions.get(slug, ())
    )


def goes_on(unit: Unit, claim: Claim, slug: str, heard: Container[str]) -> bool:
    """Whether a claim adds to occupations that were said to be on a list: "Cooks are on it, and so are butchers"."""
    between = any(claim.start <= one.start - unit.start < claim.end for one in unit.categories)
    said = unit.text[claim.first : claim.last]
    return (
        claim.said is Said.ON
        and slug in heard
        and not between
        and _TOO.search(said) is not None
        and not _OTHERS.search(said)
    )


def spoken_of(unit: Unit) -> tuple[str, ...]:
    """Return the types that a sentence is about, without those named in passing, which go on from others."""
    passing = {
        mention.slug for mention in unit.categories if _ALONG.search(unit.text[: mention.start - unit.start])
    }
    return tuple(slug for slug in unit.slugs if slug not in passing)


def _is_left(unit: Unit, claim: Claim, mention: CategoryMention) -> bool:
    """Whether a type is that which an occupation came from, behind what is said of it."""
    at = mention.start - unit.start
    return claim.predicate.end <= at and _LEFT.search(unit.text, claim.predicate.end, at) is not None


def left_by(unit: Unit, claim: Claim) -> CategoryMention | None:
    """Return where the type stands whose list an occupation left for another's: "moved from health care to education"."""
    return next(
        (
            mention
            for mention in unit.categories
            if claim.predicate.start <= (at := mention.start - unit.start) < claim.last
            and _LEFT.search(unit.text, claim.predicate.start, at)
        ),
        None,
    )


def before(unit: Unit, claim: Claim, slug: str) -> CategoryMention | None:
    """Return where a type is named right before what is said: "the category of education lists"."""
    return next(
        (
            mention
            for mention in unit.categories
            if mention.slug == slug
            and 0 <= unit.start + claim.start - mention.end <= len(" occupations ")
            and claim.predicate.start <= claim.named.start
        ),
        None,
    )


def _between(unit: Unit, claim: Claim, own: Sequence[CategoryMention]) -> list[CategoryMention]:
    """Return the type between what is said and an occupation behind it: "has five codes, the transport list four (72404)"."""
    return [
        mention
        for mention in own
        if claim.predicate.end <= mention.start - unit.start
        and mention.end - unit.start <= claim.named.start
        and (mention.slug not in PEOPLE or _THEIRS.match(unit.text, mention.end - unit.start))
    ][-1:]


def beside(unit: Unit, claim: Claim, slug: str) -> CategoryMention | None:
    """Return where a type is named right behind what is said: "are on the list for the transport category"."""
    return next(
        (mention for mention in unit.categories if mention.slug == slug and _is_beside(unit, claim, mention)),
        None,
    )


def _is_beside(unit: Unit, claim: Claim, mention: CategoryMention) -> bool:
    start = mention.start - unit.start
    return claim.end <= start and _BESIDE.fullmatch(unit.text, claim.end, start) is not None


def is_told(setting: Setting, about: Unit, unit: Unit, slug: str, claim: Claim) -> bool:
    """Whether a type is named in the sentence, the question or a heading: not in passing before it, nor by the title
    alone, under which other lists may be spoken of. Where the whole text names no other list, "the list" is that."""
    own_clause = unit.text[claim.first : claim.last]
    if (
        any(
            one.slug == slug
            and (
                # "Physicians are busy, but welders are listed too" is of another list.
                slug not in PEOPLE
                or claim.first <= one.start - unit.start < claim.last
                or _BACK.search(own_clause)
            )
            for one in unit.categories
        )
        or (about is not unit and slug in about.slugs)
        or type_of(setting, unit, claim) == slug
        or (setting.all_listed == {slug} and _THE_LIST.search(unit.text))
    ):
        return True
    own = setting.of_block(unit.block)
    near = [other for other in own if other.start < unit.start][-1:] if _ITS.search(unit.text) else []
    # "- **Trades:** 25 occupations. Cooks left.": an item is about what leads it.
    near += [
        other
        for other in own[:1]
        if any(_LEADS.match(other.text, one.end - other.start) for one in other.categories)
    ]
    for place in setting.reading.headings(unit.block):
        near += setting.of_block(place)
    question = setting.reading.question(unit.block)
    if question is not None:
        near += setting.of_block(question)
    return any(slug in other.slugs for other in near)
