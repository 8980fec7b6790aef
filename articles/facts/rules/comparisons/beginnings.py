"""When types of draw began, ended and came back, by the record's versions. Pure: no Django."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from itertools import pairwise

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import CategoryMention, DateMention
from articles.facts.rules.common.hedging import SUPPOSED
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.facts.rules.common.scopes import PROGRAMS
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import WITHOUT_LIST
from articles.references import gettext_noop

RULE = "occupations"

AGREES = gettext_noop("%(category)s: as in the record.")
BEGAN = gettext_noop("%(category)s: the record’s first version begins on %(day)s.")
LIST_BEGAN = gettext_noop("%(category)s: a version of the list begins on %(day)s, and none on the day here.")
IN_FORCE = gettext_noop("%(category)s was in force on %(day)s.")
NOT_IN_FORCE = gettext_noop("%(category)s was not in force on %(day)s.")


class Said(Enum):
    GONE = "gone"
    KEPT = "kept"


_BEGAN = compiled(
    r"(?:\W+(?:the|a|an|new|category|categories|that|which|it|for|occupations?|draws?|was|were|is|has|have|had|been|first|only|also|both|newly|workers|with|canadian|work|experience|proficiency)){0,6}?\W+"
    r"(?:began|begun|begins|started|starts|introduced|created|launched|announced|came into (?:being|force|effect)|appeared|set up|added|exist(?:s|ed)? since|dates? (?:from|back to)|in place since|(?:got|given|received|gained|came as|arrived as) (?:its|their|a|an) (?:own |separate |new )*(?:category|list)(?: of (?:its|their) own)?|since)\b"
    r"(?: (?:as a category|to the list|as one|only|back))?(?: (?:in|on|since|at the (?:beginning|start|end) of|early in|late in|of))? ?(?:early |late |mid-)?$"
)
_IT_BEGAN = compiled(
    r"\b(?:list|lists|category|categories|version|(?:new|present|current|latest|these) (?:criteria|rules|conditions))(?: in question| in force(?: today| now)?| of today| itself| (?:of|for) [\w' -]{3,40}?)?,? (?:(?:which |that )?(?:is |are |was |were |has been |have been |had been |has |have |had )(?:first |only |also )?)?"
    r"(?:began|begun|started|introduced|created|launched|announced|published|renewed|redrawn|revised|replaced|came into (?:being|force|effect)|taken effect|took effect|came in(?= in |$)|came|opened|dat(?:es?|ing) (?:from|back to)|exist(?:s|ed)? since|(?:been )?(?:in (?:force|place)|on the books|unchanged) since)"
    r"(?: (?:in|on|as of|from))? ?$"
    r"|\b(?:the|its|their|present|current|new|latest) lists? of $"
)
_OF_TODAY = compiled(r"\b(?:today|now|current|present|latest|today['’]s)\b")
_LISTS = compiled(r"\blists?\b")
# "The largest for French speakers since March": what is since then is no type.
_RECORD = compiled(
    r"\b(?:largest|biggest|smallest|highest|lowest|most|fewest|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|[0-9]+)th|[0-9]+(?:st|nd|rd)|draws?|rounds?|best|only|no|record|fewer|more|higher|lower|larger|smaller)\b"
    r"(?: (?!category\b|list\b)[\w-]+){0,5} $"
)
_DRAW_SINCE = compiled(r"\b(?:draws?|rounds?) since (?:early |late |mid-)?$")
# "Until February 18 there was no such category".
_NONE_BEFORE = compiled(r"\b(?:until|till|before|prior to) $")
_NO_SUCH = compiled(
    r",? (?:there was|there had been|there existed|canada had|ircc had) no (?:such )?(?:[\w-]+ )?(?:category|list)\b"
    r"|,? (?:the|this|that) (?:category|list) did not exist\b"
)
_STARTED = compiled(r"\b(?:began|begun|started|opened|exists?)\b")
# A month whose year is said in other words than its own.
_OF_THAT_YEAR = compiled(r",? (?:of )?(?:last|that|the same|the previous|this|the) year\b")
_IS = r"\W+(?:category |occupations? |workers |list )?(?:has been|have been|was|were|is|are|had been|got)(?: (?:now|also|since|then|both|all|finally|been))*"
_OWN = r"(?:its|their|an?|any|the) (?:own )?(?:category|place (?:among|in|on) (?:the )?(?:categories|lists?|program))(?: of (?:its|their) own)?"
_GONE = compiled(
    rf"(?:{_IS} (?:gone|dropped|removed|ended|abolished|scrapped|deleted|discontinued|eliminated|axed|cut(?= ?[.,;]|$)|no longer (?:a category|one(?= ?[.,;]|$)|a priority|on the list|among))|\W+(?:goes(?= ?(?:[.,;]|$|away|too))|disappeared|ended(?= ?(?:[.,;]|$))|left the list|fell away|ceased to (?:exist|be a category)|(?:did not|didn['’]t) survive)\b"
    rf"|\W+(?:workers |occupations |jobs )?(?:(?:has|have|had) (?:now |also |thus )*)?(?:lost|loses?) {_OWN}|\W+(?:workers |occupations |jobs )?(?:now )?no longer (?:has|have) {_OWN}|\W+(?:workers |occupations |jobs )?(?:has|have) no category(?: of (?:its|their) own)? (?:any (?:more|longer)|now|today|left)\b)"
)
# "One has gone: agriculture."
_GONE_BEFORE = compiled(
    r"\b(?:gone|dropped|ended|removed|abolished|scrapped|lapsed)(?::| is:?) (?:the (?:category (?:of|for) )?)?$"
)
_ALONE = compiled(r"(?: category)?(?: ?[.;]|$)")
# "Ottawa did away with the agriculture category", "there is no longer a category for transport".
_ENDS = r"(?:dropped|scrapped|abolished|axed|killed(?: off)?|eliminated|discontinued|retired|removed|cancelled|canceled|did away with|done away with|got rid of|there is no longer|there['’]s no longer|there is no|there['’]s no|canada has no|goodbye to)"
_ENDED_TYPE = compiled(rf"\b{_ENDS} (?:an? |any |the |its )?(?:old |former |whole |entire )?$")
_ENDED_FOR = compiled(
    rf"\b{_ENDS} (?:an? |any |the |its )?(?:old |former |whole |entire |separate |own )?category (?:of|for) (?:the )?$"
)
_AS_CATEGORY = compiled(r" (?:occupations? |workers )?category\b(?! (?:draws?|rounds?|lists?))")
_TO_END = compiled(
    r"(?: (?:occupations?|workers|jobs|any ?more|any longer|now|outright|altogether))*(?= ?[.,;:)]| in | on | and |$)"
)
_NOT_DONE = compiled(
    rf"\b(?:not|never|nor|nobody|{SUPPOSED}|should|must|to|until|before|than|as though|wants?|calls? for|propos\w+|rumou?rs?|had|was|were)(?: [\w'’]+){{0,3}} $|n['’]t(?: [\w'’]+){{0,3}} $"
)
_KEPT = compiled(
    rf"(?:{_IS} (?:kept|retained|still (?:there|a category|in force|among))|\W+(?:remains|stays|remained|stayed)(?= (?:a category|in place|in force)|[.,;])|\W+(?:workers |occupations )?(?:(?:has |have )?kept|keeps?|retains?|still (?:has|have)) {_OWN})"
)
_SO_MANY = compiled(rf"\b(?:[0-9]+|one|{FEW}|[a-z]+teen|twenty(?:-[a-z]+)?) (?:[\w-]+ )?$")
_LIST_OF = compiled(r"\b(?:occupations?|draws?|rounds?|workers|list)\b")


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what is said of the beginnings and ends of types."""
    for unit in setting.units:
        for mention in unit.categories:
            if mention.slug not in PROGRAMS and mention.slug in setting.versions:
                yield from _stands(setting, unit, mention)
        for day in unit.dates:
            said = _OF_THAT_YEAR.match(unit.text, day.end - unit.start)
            if said and not (said[0].endswith("this year") and day.first.year == setting.reading.on.year):
                continue
            yield from _of_list(setting, unit, day) or _begun(setting, unit, day)


def _of_list(setting: Setting, unit: Unit, day: DateMention) -> list[Finding]:
    """Say whether a list or a category that is not named here began on a day: "the list dates from", "the category, created on"."""
    at = day.start - unit.start
    said = _IT_BEGAN.search(unit.text[max(0, at - 80) : at])
    if said is None and _NO_SUCH.match(unit.text, day.end - unit.start):
        said = _NONE_BEFORE.search(unit.text[max(0, at - 12) : at])
    if said is None or day.relative:
        return []
    # "New lists took effect": of the types that have lists, whatever was named before.
    without = WITHOUT_LIST if _LISTS.search(said[0]) else PROGRAMS
    slugs = setting.slugs(unit, without) or tuple(setting.versions)
    begun = [
        version
        for slug in slugs
        for version in setting.versions.get(slug, ())
        if version.valid_from is not None and version.valid_from <= setting.reading.on
    ]
    # "The lists in force today date from": those of today, and none before them.
    if _OF_TODAY.search(said[0]):
        begun = [one for one in begun if one.valid_to is None or one.valid_to >= setting.reading.on] or begun
    days = sorted({version.valid_from for version in begun if version.valid_from is not None})
    # A category "began" with its first draw, to some.
    if _STARTED.search(said[0]) and any(_is_first_draw(setting, slug, day) for slug in slugs):
        return []
    if not days:
        return []
    fitting = next(
        (version for version in begun if version.valid_from and day.may_hold(version.valid_from)), None
    )
    version = fitting or begun[-1]
    category = setting.record.category_names.get(version.category, version.category)
    # The nearest day is that which is meant.
    right = min(days, key=lambda begun: abs((begun - day.first).days))
    return [
        unit.finding(
            RULE, Status.AGREES if fitting else Status.CONTRADICTED, day.start, day.end,
            AGREES if fitting else LIST_BEGAN, expected="" if fitting else right.isoformat(),
            rows=(version_row(version),), confidence=0.85,
            params={"category": category, "day": right.isoformat()},
        )
    ]  # fmt: skip


def _is_first_draw(setting: Setting, slug: str, day: DateMention) -> bool:
    first = next((draw.date for draw in setting.record.draws if draw.category == slug), None)
    return first is not None and day.may_hold(first)


def _begun(setting: Setting, unit: Unit, day: DateMention) -> Iterator[Finding]:
    at = day.start - unit.start
    before = [mention for mention in unit.categories if mention.end <= day.start]
    if before and not _RECORD.search(unit.text[: before[-1].start - unit.start]):
        mention = before[-1]
        if not _BEGAN.fullmatch(
            unit.text[mention.end - unit.start : at].rstrip() + " "
        ) and not _BEGAN.fullmatch(unit.text[mention.end - unit.start : at]):
            return
        # "For trades it was the first draw since October": what is since then is no type.
        if _DRAW_SINCE.search(unit.text[mention.end - unit.start : at]):
            return
        slug = mention.slug
    else:
        return
    versions = setting.versions.get(slug, [])
    if slug in PROGRAMS or not versions or versions[0].valid_from is None:
        return
    days = [version.valid_from for version in versions if version.valid_from is not None]
    params: dict[str, object] = {
        "category": setting.record.category_names.get(slug, slug),
        "day": days[0].isoformat(),
    }
    if _is_first_draw(setting, slug, day):
        return
    if any(day.may_hold(begun) for begun in days):
        yield unit.finding(
            RULE, Status.AGREES, day.start, day.end, AGREES, rows=(version_row(versions[0]),), params=params
        )
        return
    status = (
        Status.CONTRADICTED
        if not _LIST_OF.search(unit.text[before[-1].end - unit.start : at] if before else "")
        else Status.NEEDS_HUMAN
    )
    yield unit.finding(
        RULE, status, day.start, day.end, BEGAN, expected=days[0].isoformat(),
        rows=(version_row(versions[0]),), params=params, confidence=0.85,
    )  # fmt: skip


# What stands in quotation marks is somebody else's, and may be put right.
_HEAD = 6
_QUOTE = compiled(r"[\"“«]$")


def lapsed(setting: Setting, slug: str) -> bool:
    """Whether a type has come back after days without it."""
    return any(
        one.valid_to and other.valid_from and (other.valid_from - one.valid_to).days > 1
        for one, other in pairwise(setting.versions.get(slug, ()))
        if other.valid_from and other.valid_from <= setting.reading.on
    )


def _days(setting: Setting, unit: Unit) -> list[date]:
    """Return the days that a sentence names, else the one that leads its block."""
    first = setting.of_block(unit.block)[0]
    led = [day for day in first.dates if day.start - first.start <= _HEAD]
    return [day.last for day in unit.dates or led if day.last <= setting.reading.on]


def _ended(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the words behind a type that those before it say has ended."""
    before = text[:start]
    if _GONE_BEFORE.search(before):
        return _ALONE.match(text, end)
    for ending, behind in ((_ENDED_TYPE, _AS_CATEGORY), (_ENDED_FOR, _TO_END)):
        if (match := ending.search(before)) and not _NOT_DONE.search(before[: match.start()]):
            return behind.match(text, end)
    return None


def _stands(setting: Setting, unit: Unit, mention: CategoryMention) -> Iterator[Finding]:
    """Yield what is said of a type as a whole: that it is gone, or kept."""
    text, end = unit.text, mention.end - unit.start
    # "The list with ten trades is gone": occupations, and no type.
    if _SO_MANY.search(text[: mention.start - unit.start]):
        return
    for said, expression in ((Said.GONE, _GONE), (Said.KEPT, _KEPT)):
        found = expression.match(text, end)
        if said is Said.GONE and found is None:
            found = _ended(text, mention.start - unit.start, end)
        if found is None:
            continue
        days = _days(setting, unit) or [setting.reading.on]
        versions: list[Version | None] = [
            setting.on(mention.slug, day) for day in (*days, setting.reading.on)
        ]
        params: dict[str, object] = {
            "category": setting.record.category_names.get(mention.slug, mention.slug),
            "day": days[0].isoformat(),
        }
        rows = tuple(version_row(version) for version in setting.versions[mention.slug][-1:])
        start, stop = mention.start, unit.start + found.end()
        begun = setting.versions[mention.slug][0].valid_from or date.min
        is_so = any(
            (version is None and begun <= setting.reading.on) if said is Said.GONE else version is not None
            for version in versions
        )
        if not is_so and said is Said.GONE and lapsed(setting, mention.slug):
            # That it was dropped may be told of the first time.
            return
        if not is_so and (_QUOTE.search(text[: mention.start - unit.start])):
            return
        if is_so:
            yield unit.finding(RULE, Status.AGREES, start, stop, AGREES, rows=rows, params=params)
        else:
            yield unit.finding(
                RULE, Status.CONTRADICTED, start, stop, IN_FORCE if said is Said.GONE else NOT_IN_FORCE,
                expected="kept" if said is Said.GONE else "dropped", rows=rows, params=params, confidence=0.85,
            )  # fmt: skip
        return
