"""Which version of which list is meant by what is said of an occupation, and whether it is so. Pure: no Django."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import date

from articles.facts.model import Version
from articles.facts.reading import DateMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, meanings
from articles.facts.rules.common.setting_words import WITHOUT_LIST

from .membership_model import Claim, Named
from .membership_times import (
    FROM_FIRST,
    HAD,
    HAVE,
    IS_GONE,
    LATER,
    LEFT_OUT,
    NEW,
    NUMBERED,
    OLD,
    SINCE,
    TODAY,
    UNTIL,
)
from .membership_words import Said

# Between what happened to a list and the day of it, and how far from one another they are.
_DATED = compiled(
    r"^,? ?(?:(?:again |only |back |together |too |already )?(?:in|on|since|from|of|as of|effective|at the (?:end|beginning|start) of|early in|late in|by|with the list of)? ?(?:early |late |mid-)?)$"
)
# "Came over from the old agriculture list": not the list that they came onto.
_FROM_OLD = compiled(r"\bfrom (?:the |its )?(?:old|former|previous|first) ")
# A day of another clause that is but compared with.
_AS_THEN = compiled(
    r"\b(?:as|than|like|unlike) (?:(?:in|of|on) )?(?:(?:the|its) )?(?:(?:list|one|version|category) (?:of |in )?)?$"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A list that may be meant: the version in force, None on a day without one, and those before it, the newest first."""

    slug: str
    version: Version | None
    earlier: tuple[Version, ...]
    is_only: bool = True


def is_so_of_another(
    setting: Setting, unit: Unit, claim: Claim, slug: str, others: Container[str] | None = None
) -> bool:
    """Whether what is claimed is so of another type's list, one of some `others`; that an occupation is on none is not
    asked of all."""
    if claim.said is Said.OFF:
        return False
    return any(
        holds(claim, reading)
        for other in setting.versions
        if other != slug and other not in WITHOUT_LIST and (others is None or other in others)
        for reading in meant(setting, unit, other, claim)
    )


def narrowed(setting: Setting, claim: Claim, slugs: tuple[str, ...]) -> Claim:
    """Take of several codes that a title may mean those that ever were on one of the lists."""
    ever = {
        code for slug in slugs for version in setting.versions.get(slug, ()) for code in version.codes or ()
    }
    codes = claim.named.codes & ever
    if len(claim.named.codes) < 2 or not codes:
        return claim
    return replace(claim, named=replace(claim.named, codes=codes))


def dates_of(unit: Unit, claim: Claim) -> list[DateMention]:
    """Return the days that a claim's clause names, else those of the clauses before it."""
    own = [
        day
        for day in unit.dates
        if claim.first <= day.start - unit.start < claim.last
        and not claim.named.end <= day.start - unit.start < claim.predicate.start
    ]
    # "They were on the list of 2023, and they still are", "they left it in 2026; they had been on it for a year": what is so
    # today, or was so before, has no day of a clause before.
    said = unit.text[claim.predicate.start : claim.predicate.end]
    if not own and (
        HAD.search(said) if claim.predicate.is_past else TODAY.search(unit.text[claim.first : claim.last])
    ):
        return []
    return own or [
        day
        for day in unit.dates
        if day.start - unit.start < claim.first
        and not _AS_THEN.search(unit.text[: day.start - unit.start][-30:])
    ]


def date_beside(unit: Unit, claim: Claim) -> DateMention | None:
    """Return the day that stands right behind what happened: "were dropped from the list in March"."""
    for day in unit.dates:
        at = day.start - unit.start
        if claim.end <= at and len(between := unit.text[claim.end : at]) < 40 and _DATED.match(between):
            return day
    return None


def meant(setting: Setting, unit: Unit, slug: str, claim: Claim) -> list[Reading]:
    """Return the lists of a type that a claim may be about."""
    past = tuple(
        version
        for version in setting.versions.get(slug, ())
        if (version.valid_from or date.min) <= setting.reading.on
    )
    found = list(_versions(setting, unit, slug, claim, past))
    known = {version.number if version else 0: version for version in found}
    return [
        Reading(
            slug,
            version,
            _earlier(version, past),
            is_only=len(past) < 2 or bool(unit.dates) or _came_over(setting, claim, version),
        )
        for version in known.values()
    ]


def _came_over(setting: Setting, claim: Claim, version: Version | None) -> bool:
    """Whether an occupation came onto a type's first list from that of another type before it."""
    if version is None or claim.said is not Said.ADDED or version.valid_from is None:
        return False
    return any(
        listed(claim.named, other) and (other.valid_from or date.min) < version.valid_from
        for slug, versions in setting.versions.items()
        if slug != version.category
        for other in versions
    )


def ever(setting: Setting, slug: str) -> list[Reading]:
    """Return all the lists of a type so far, each as on its first day."""
    past = tuple(
        version
        for version in setting.versions.get(slug, ())
        if (version.valid_from or date.min) <= setting.reading.on
    )
    return [Reading(slug, version, _earlier(version, past), is_only=False) for version in past]


def _earlier(version: Version | None, past: tuple[Version, ...]) -> tuple[Version, ...]:
    if version is None:
        return past[::-1]
    begun = version.valid_from or date.min
    return tuple(other for other in past[::-1] if (other.valid_from or date.min) < begun)


def _versions(
    setting: Setting, unit: Unit, slug: str, claim: Claim, past: tuple[Version, ...]
) -> Iterator[Version | None]:
    today = setting.on(slug, setting.reading.on)
    said, text = claim.said, unit.text[claim.first : claim.last]
    if (
        said is Said.GONE
        or LEFT_OUT.search(unit.text[claim.predicate.start : claim.predicate.end])
        and not unit.dates
    ):
        yield today
        return
    dates = dates_of(unit, claim)
    if claim.predicate.is_never and not dates:
        yield from past
        return
    if said is Said.REMOVED:
        dates = [day for day in dates if not UNTIL.search(unit.text[: day.start - unit.start][-24:])]
        # "On the list of last year cooks are gone": a state of today has but the day behind it.
        if IS_GONE.search(unit.text[claim.predicate.start : claim.predicate.end]):
            dates = [day for day in dates if day.start - unit.start >= claim.end]
    # "They have been on it since 2023" is so today as well.
    if said is Said.ON and len(dates) == 1 and _lasts(unit, claim, dates):
        yield today
        return
    if dates:
        for mention in dates:
            for span in meanings(unit, mention):
                yield from setting.during(slug, *span) or (None,)
        happened = said in (Said.ADDED, Said.REMOVED)
        if happened and LATER.search(text):
            yield from past
        elif not happened and not claim.predicate.is_past and not _says_when(unit, claim, dates):
            yield today
        return
    if OLD.search(_FROM_OLD.sub(" ", text) if said is Said.ADDED else text) and len(past) > 1:
        yield from past[:-1] if today is not None else past
        return
    # "They were on the first list and are not on the second": each by its own words, else by those of the clause.
    for told in (unit.text[claim.predicate.start : claim.predicate.end], text):
        for number, words in enumerate(NUMBERED):
            if words.search(told) and len(past) > number:
                yield past[number]
                return
    # "Nurses have been on it from day one; pharmacists have not": not from then.
    if FROM_FIRST.search(text if said is Said.ON else unit.text[: claim.last]) and past:
        yield past[0]
        return
    if said in (Said.ADDED, Said.REMOVED):
        # What was on the last list of a type that came to an end left with it.
        if said is Said.REMOVED and today is None and past:
            yield None
        yield from past[:-2:-1] if claim.predicate.is_new else past[::-1]
        return
    if said is Said.STAYED and not claim.predicate.is_past:
        yield today
        return
    # A day of another clause is not that of this one.
    spans = setting.spans(unit) if not unit.dates else []
    for span in spans:
        yield from setting.during(slug, *span) or (None,)
    if not spans or not claim.predicate.is_past:
        yield today
    if claim.predicate.is_past and not NEW.search(text):
        yield from past


def _says_when(unit: Unit, claim: Claim, dates: list[DateMention]) -> bool:
    """Whether a day of a claim in the present tells from when it is so: "have been on the list since May 2023"."""
    return any(
        SINCE.search(unit.text[max(0, day.start - unit.start - 8) : day.start - unit.start]) for day in dates
    )


def _lasts(unit: Unit, claim: Claim, dates: list[DateMention]) -> bool:
    said = unit.text[claim.predicate.start : claim.predicate.end]
    return not claim.predicate.is_past and bool(HAVE.match(said)) and _says_when(unit, claim, dates)


def holds(claim: Claim, reading: Reading) -> bool:
    """Whether what is claimed is so of a list."""
    version = reading.version
    now = listed(claim.named, version)
    then = bool(reading.earlier) and listed(claim.named, reading.earlier[0])
    so = False
    match claim.said:
        case Said.ON:
            so = now
        case Said.OFF:
            so = not now or not claim.named.codes <= set((version.codes or ()) if version else ())
        case Said.ADDED:
            so = now and not then and (bool(reading.earlier) or reading.is_only)
        case Said.REMOVED:
            so = then and not now
        case Said.GONE:
            so = not now and any(listed(claim.named, other) for other in reading.earlier)
        case Said.STAYED:
            so = now and (then or not reading.earlier)
    return so is not claim.predicate.denied


def listed(named: Named, version: Version | None) -> bool:
    return version is not None and bool(named.codes & set(version.codes or ()))
