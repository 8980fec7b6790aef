"""What the lists say of what is claimed of an occupation. Pure: no Django."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from articles.facts.model import Finding, Row, Status, Version
from articles.facts.reading import CategoryMention, DateMention
from articles.facts.rules.common.ending import ends
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import WITHOUT_LIST
from articles.references import gettext_noop

from . import membership_lists as lists
from . import membership_types as types
from .membership_doubts import is_doubtful
from .membership_model import Claim, Heard, Named
from .membership_words import Said
from .titles import Titles

RULE = "occupations"

ON_LIST = gettext_noop("%(title)s: on the list of %(category)s, as in the record.")
AGREES = gettext_noop("%(title)s: as in the record’s lists.")
NOT_LISTED = gettext_noop("%(title)s is not on the list of %(category)s in force on %(day)s.")
LISTED = gettext_noop("%(title)s is on the list of %(category)s in force on %(day)s.")
NOT_ADDED = gettext_noop("%(title)s did not come onto the list of %(category)s then.")
NOT_REMOVED = gettext_noop("%(title)s did not leave the list of %(category)s then.")
NOT_STAYED = gettext_noop("%(title)s was not on the list of %(category)s before and after.")
OTHER_DAY = gettext_noop("%(title)s: the list of %(category)s changed so on %(day)s.")

_ON_NONE = compiled(r"\b(?:no (?:\w+ )?lists?|none)\b")
_MESSAGES = {
    Said.ON: NOT_LISTED,
    Said.OFF: LISTED,
    Said.ADDED: NOT_ADDED,
    Said.REMOVED: NOT_REMOVED,
    Said.GONE: NOT_REMOVED,
    Said.STAYED: NOT_STAYED,
}
_EXPECTED = {
    Said.ON: gettext_noop("not on the list"),
    Said.OFF: gettext_noop("on the list"),
    Said.ADDED: gettext_noop("not added"),
    Said.REMOVED: gettext_noop("not removed"),
    Said.GONE: gettext_noop("not removed"),
    Said.STAYED: gettext_noop("not on both lists"),
}


def judged(
    setting: Setting, unit: Unit, about: Unit, claim: Claim, known: Titles, heard: Heard
) -> Iterator[Finding]:
    """Say what the lists that may be meant say of a claim; nothing where they say nothing."""
    slugs = types.slugs(setting, about, unit, claim)
    claim = lists.narrowed(setting, claim, slugs)
    dated = unit if unit.dates else about
    readings = [reading for slug in slugs for reading in lists.meant(setting, dated, slug, claim)]
    if not readings or any(one.version is not None and one.version.codes is None for one in readings):
        return
    agreeing = next((one for one in readings if lists.holds(claim, one)), None)
    # What is on no list at all is on none of any type.
    if claim.said is Said.OFF and _ON_NONE.search(unit.text) and not unit.slugs:
        own = [[one for one in readings if one.slug == slug] for slug in slugs]
        readings = next(
            (some for some in own if some and not any(lists.holds(claim, one) for one in some)), readings
        )
        agreeing = agreeing if lists.holds(claim, readings[0]) else None
    # What never was on a list is on none of its versions.
    if claim.predicate.is_never and len(slugs) == 1:
        readings.sort(key=lambda one: lists.holds(claim, one))
        agreeing = agreeing if lists.holds(claim, readings[0]) else None
    best = agreeing or readings[0]
    start, end = unit.start + claim.start, unit.start + claim.end
    params = _params(setting, known, claim, slugs if agreeing is None else (best.slug,), best.version)
    rows = _rows(known, claim.named, best.version)
    if agreeing:
        wrong = _other_day(setting, unit, claim, best.version)
        if wrong is not None and best.version is not None:
            yield _on_other_day(setting, unit, wrong, best.version, rows, params)
            return
        if (left := _never_on(setting, unit, claim)) is not None:
            yield unit.finding(
                RULE, Status.CONTRADICTED, left.start, left.end, NOT_REMOVED, expected=_EXPECTED[Said.REMOVED], rows=rows,
                confidence=0.8, params={**params, "category": setting.record.category_names.get(left.slug, left.slug)},
            )  # fmt: skip
            return
        message = ON_LIST if claim.said is Said.ON else AGREES
        yield unit.finding(RULE, Status.AGREES, start, end, message, rows=rows, params=params)
        return
    codes = claim.named.codes
    message, expected = _MESSAGES[claim.said], _EXPECTED[claim.said]
    if not claim.named.sure or (len(codes) > 1 and claim.said is not Said.ON):
        yield unit.finding(
            RULE, Status.NEEDS_HUMAN, start, end, message, expected=expected, rows=rows, confidence=0.5, params=params
        )  # fmt: skip
        return
    if is_doubtful(setting, unit, claim, slugs):
        return
    version = best.version
    if (moment := _when(setting, unit, claim, slugs)) is not None:
        yield _on_other_day(setting, unit, *moment, rows, params)
        return
    if (
        not types.is_told(setting, about, unit, best.slug, claim)
        and not types.goes_on(unit, claim, best.slug, heard.here)
        and lists.is_so_of_another(setting, dated, claim, best.slug)
        and not (
            types.goes_on(unit, claim, best.slug, heard.before)
            and not lists.is_so_of_another(setting, dated, claim, best.slug, setting.all_listed)
        )
    ):
        return
    if claim.said is Said.ON and known.holds((version.codes or ()) if version else (), claim.named.words):
        return
    # The type is what is wrong where the occupation is on another one's list.
    if len(slugs) == 1 and lists.is_so_of_another(setting, dated, claim, best.slug):
        if (mention := types.beside(unit, claim, best.slug)) is not None:
            end = mention.end
        elif (mention := types.before(unit, claim, best.slug)) is not None:
            start = mention.start
    yield unit.finding(
        RULE, Status.CONTRADICTED, start, end, message, expected=expected, rows=rows, confidence=0.85, params=params
    )  # fmt: skip


def _never_on(setting: Setting, unit: Unit, claim: Claim) -> CategoryMention | None:
    """Return the type that an occupation is said to have come from, and on whose list it never was: "moved from STEM to education"."""
    mention = types.left_by(unit, claim)
    if mention is None or claim.said is not Said.ADDED or mention.slug not in setting.versions:
        return None
    if mention.slug in WITHOUT_LIST or any(
        lists.listed(claim.named, version) for version in setting.versions[mention.slug]
    ):
        return None
    return mention


def _when(
    setting: Setting, unit: Unit, claim: Claim, slugs: tuple[str, ...]
) -> tuple[DateMention, Version] | None:
    """Return the day beside what happened where it did happen to the list, at another time than that."""
    if claim.said not in (Said.ADDED, Said.REMOVED) or claim.predicate.denied or len(slugs) != 1:
        return None
    day = lists.date_beside(unit, claim)
    if day is None or day.relative or day.first > setting.reading.on:
        return None
    changes = [
        (version.valid_from, reading)
        for reading in lists.ever(setting, slugs[0])
        if (version := reading.version) and version.valid_from
    ]
    # What left the list on the day on which it is said to have come: the day is right, and what happened is wrong.
    other = Said.REMOVED if claim.said is Said.ADDED else Said.ADDED
    turned = replace(claim, predicate=replace(claim.predicate, said=other))
    if any(day.may_hold(begun) and lists.holds(turned, reading) for begun, reading in changes):
        return None
    happened = [
        version for _begun, reading in changes if lists.holds(claim, reading) and (version := reading.version)
    ]
    return (day, happened[-1]) if happened else None


def _on_other_day(
    setting: Setting,
    unit: Unit,
    wrong: DateMention,
    version: Version,
    rows: tuple[Row, ...],
    params: dict[str, object],
) -> Finding:
    right = version.valid_from or setting.reading.on
    source = setting.reading.texts[unit.part].part.source[wrong.start : wrong.end]
    return unit.finding(
        RULE, Status.CONTRADICTED, wrong.start, wrong.end, OTHER_DAY, expected=right.isoformat(),
        replacement=ends(source, right), rows=rows, confidence=0.75, params={**params, "day": right.isoformat()},
    )  # fmt: skip


def _other_day(setting: Setting, unit: Unit, claim: Claim, version: Version | None) -> DateMention | None:
    """Return the day beside what happened to a list where the list changed on another day."""
    if (
        claim.said not in (Said.ADDED, Said.REMOVED)
        or claim.predicate.denied
        or version is None
        or version.valid_from is None
    ):
        return None
    day = lists.date_beside(unit, claim)
    if day is None or day.relative or day.first > setting.reading.on or day.may_hold(version.valid_from):
        return None
    return day


def _params(
    setting: Setting, known: Titles, claim: Claim, slugs: tuple[str, ...], version: Version | None
) -> dict[str, object]:
    on = setting.reading.on
    day = max(version.valid_from or date.min, min(on, version.valid_to or date.max)) if version else on
    names = setting.record.category_names
    codes = claim.named.codes
    return {
        "title": known.title(min(codes)) if len(codes) == 1 else claim.named.words,
        "category": ", ".join(names.get(slug, slug) for slug in slugs),
        "day": day.isoformat(),
    }


def _rows(known: Titles, named: Named, version: Version | None) -> tuple[Row, ...]:
    code = min(named.codes)
    own = (
        (Row("occupation", code, known.known[code].address),)
        if len(named.codes) == 1 and code in known.known
        else ()
    )
    return (*own, version_row(version)) if version is not None else own
