"""Whether lists grew or shrank, without a number: "the STEM list is shorter than before", "the trades list more than doubled". Pure: no Django."""

import re
from collections.abc import Iterator

from articles.facts.model import Finding, Status
from articles.facts.reading import CategoryMention
from articles.facts.rules.common.hedging import FORESEEN, SUPPOSED
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import OF_PROVINCES, WITHOUT_LIST
from articles.references import gettext_noop

from .size_totals import Change, changed

RULE = "occupations"

AGREES = gettext_noop("%(category)s: as in the record’s lists.")
OTHER_WAY = gettext_noop("The list of %(category)s went from %(old)s occupations to %(new)s.")

_LIST = r"['’]?s? (?:occupations? |category )?list(?: of (?:occupations|jobs))?"
_OF_LIST = compiled(r"\blist (?:of occupations )?(?:for|of|in) (?:the )?$")
_SMALL = r"(?: (?:now|also|much|far|a (?:little|lot|bit)|slightly|considerably|clearly|somewhat|even|again|since|been|in turn|on the other hand|by contrast))*"
_MUCH = r"(?: (?P<more>more than|over)| (?:about|roughly|almost|nearly|just))?"
_CLOSED = r"(?: in (?:size|length|number))?(?: (?:in|since|on) (?:early |late )?(?:february|2025|2026|27 february 2025|february 27)| (?:this|last) (?:year|month|week|time))?(?= ?(?:[.,;)!]|$)| (?:and|but|while|than (?:before|it was|in 20[0-9]{2}|(?:the|its) (?:old|first|previous|former|predecessor)|until then|that of 20[0-9]{2}|last year)))"
_WAY = compiled(
    rf"(?: (?:is|was|got|has|became|will be))?{_SMALL}(?: (?:become|got|grown|is|was))?{_SMALL} "
    rf"(?:(?P<up>longer|larger|bigger|grew|grown|expanded|extended|enlarged|lengthened|swelled)|(?P<down>shorter|smaller|shrank|shrunk|trimmed|shortened|slimmed(?: down)?|reduced|pared(?: down| back)?)){_CLOSED}"
)
_TIMES = compiled(
    rf"(?: (?:is|was|has|has been|got))?{_SMALL}{_MUCH} (?:(?P<verb>doubled|tripled|trebled|quadrupled|halved)|(?P<as>twice|three times|four times|half) as (?:long|large|big) as (?:before|it was|(?:the|its) (?:old|first|previous|former)|in 20[0-9]{{2}}|until then)){_CLOSED}?"
)
# How many times as long a list is of which so much is said; how far from that it may be.
_FACTORS = {
    "doubled": 2.0, "twice": 2.0, "tripled": 3.0, "trebled": 3.0, "three times": 3.0, "quadrupled": 4.0, "four times": 4.0,
    "halved": 0.5, "half": 0.5,
}  # fmt: skip
_SLACK = 0.2
_LOOSE = compiled(rf"\b(?:{SUPPOSED}|{FORESEEN}|should|hop\w+|ask\w*|want\w*|not|never|no)\b|n['’]t\b|\?")


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what the record says of lists that are said to have become longer or shorter."""
    for unit in setting.units:
        if "list" not in unit.text or OF_PROVINCES.search(unit.text) or _LOOSE.search(unit.text):
            continue
        for mention in unit.categories:
            if mention.slug not in WITHOUT_LIST:
                yield from _of_type(setting, unit, mention)


_NAMED = compiled(_LIST)


def _of_type(setting: Setting, unit: Unit, mention: CategoryMention) -> Iterator[Finding]:
    text, at = unit.text, mention.end - unit.start
    if named := _NAMED.match(text, at):
        at = named.end()
    elif not _OF_LIST.search(text[: mention.start - unit.start][-40:]):
        return
    way, times = _WAY.match(text, at), _TIMES.match(text, at)
    changes = changed(setting, unit, mention.slug)
    found = way or times
    if found is None or not changes:
        return
    fitting = [
        one for one in changes if (_goes(one, up=bool(way["up"])) if way else times and _fits(one, times))
    ]
    told = next((one for one in reversed(changes) if one.came or one.left), changes[-1])
    sizes = len(told.old.codes or ()), len(told.new.codes or ())
    names = setting.record.category_names
    word = "verb" if times and times["verb"] else "as"
    start = found.start(("up" if way["up"] else "down") if way else word)
    end = found.end(("up" if way["up"] else "down") if way else word)
    params: dict[str, object] = {
        "category": names.get(mention.slug, mention.slug), "old": str(sizes[0]), "new": str(sizes[1]),
    }  # fmt: skip
    rows = (version_row((fitting or [told])[-1].new),)
    if fitting:
        yield unit.finding(
            RULE, Status.AGREES, unit.start + start, unit.start + end, AGREES, rows=rows, params=params
        )
        return
    yield unit.finding(
        RULE, Status.CONTRADICTED, unit.start + start, unit.start + end, OTHER_WAY,
        expected=f"{sizes[0]} to {sizes[1]}", rows=rows, params=params, confidence=0.8,
    )  # fmt: skip


def _goes(change: Change, *, up: bool) -> bool:
    old, new = len(change.old.codes or ()), len(change.new.codes or ())
    return new > old if up else new < old


def _fits(change: Change, said: re.Match[str]) -> bool:
    """Whether a list became so many times as long, "more than" that where it is said."""
    times = len(change.new.codes or ()) / len(change.old.codes or (0,))
    factor = _FACTORS[said["verb"] or said["as"]]
    if said["more"]:
        return times < factor if factor < 1 else times > factor
    return abs(times - factor) <= factor * _SLACK
