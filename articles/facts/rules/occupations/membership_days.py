"""Since when, or until when, an occupation is on a list: "pharmacists, since 2025", "cooks were on it until February". Pure: no Django."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from articles.facts.model import Finding, Row, Status, Version
from articles.facts.reading import DateMention
from articles.facts.rules.common.ending import ends
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import OF_PROVINCES
from articles.references import gettext_noop

from . import membership_claims as claiming
from . import membership_lists as lists
from . import membership_types as types
from .code_model import Pair
from .membership_model import Claim, Named
from .membership_verdicts import AGREES
from .membership_words import Predicate, Said
from .titles import Titles

RULE = "occupations"

SINCE = gettext_noop("%(title)s came onto the list of %(category)s on %(day)s.")
UNTIL = gettext_noop("%(title)s left the list of %(category)s on %(day)s.")

_SMALL = (
    r"(?:noc|code|[0-9]{5}|is|are|was|were|has|have|had|been|also|too|there|on|in|it|them|yes|listed|the|its|this|that|lists?|eligible|included|all|both|only|already|of|for|category|occupations?|part|which|who|they|now|still"
    r"|health ?care|health|stem|trades?|transport|education|agriculture|as well|express entry)"
)
_SINCE = compiled(
    rf"[^\w]*(?:{_SMALL}[^\w]+){{0,14}}(?:since|as of)\s+(?:early |late |the (?:end|beginning|start) of )?"
)
_UNTIL = compiled(
    rf"[^\w]*(?:{_SMALL}[^\w]+){{0,10}}(?:was|were|had|been)[^\w]+(?:{_SMALL}[^\w]+){{0,10}}(?:until|till|up to)\s+(?:early |late |the end of )?"
)
_DENIED = compiled(r"\b(?:no|not|never|neither|nor|nobody|without|gone|off|out)\b|n't\b")
_FROM = compiled(
    rf"[^\w]*(?:{_SMALL}[^\w]+){{0,14}}(?:was|were|had|been)[^\w]+(?:{_SMALL}[^\w]+){{0,10}}from\s+(?:early |late )?"
)
# "Have been off the list since February".
_OFF_SINCE = compiled(
    rf"[^\w]*(?:{_SMALL}[^\w]+){{0,6}}(?:off|not|no longer|gone|out|absent|missing|without)[^\w]+(?:(?:{_SMALL}|from|any more|any longer)[^\w]+){{0,10}}since\s+(?:early |late |the (?:end|beginning|start) of )?"
)
# So far before a day its occupation begins.
_REACH = 160


def find(
    setting: Setting, unit: Unit, known: Titles, pairs: dict[tuple[int, int], Pair]
) -> Iterator[Finding]:
    """Yield what the lists say of the days since or until which a sentence has occupations on a list."""
    days = [day for day in unit.dates if not day.relative or day.last < setting.reading.on]
    if not days or not compiled(r"\b(?:since|as of|until|till|up to|from)\b").search(unit.text):
        return
    if OF_PROVINCES.search(unit.text):
        return
    named = list(claiming.named(unit, known, pairs, 0, len(unit.text)))
    for day in days:
        at = day.start - unit.start
        one = next((one for one in reversed(named) if at - _REACH < one.end <= at), None)
        if one is None or not one.sure:
            continue
        if _DENIED.search(unit.text, max(0, one.start - 12), at):
            if _OFF_SINCE.fullmatch(unit.text, one.end, at):
                yield from _judged(setting, unit, one, day, known, began=False)
            continue
        if _SINCE.fullmatch(unit.text, one.end, at):
            yield from _judged(setting, unit, one, day, known, began=True)
        elif _UNTIL.fullmatch(unit.text, one.end, at):
            yield from _judged(setting, unit, one, day, known, began=False)
        elif day.precision in ("days", "months") and _FROM.fullmatch(unit.text, one.end, at):
            # "From May 2023 to February 2025" ends in the month of its last day.
            end = replace(day, first=day.last.replace(day=1))
            ended = list(_judged(setting, unit, one, end, known, began=False))
            start = replace(day, last=_end_of_month(day.first))
            begun = _judged(setting, unit, one, start, known, began=True, is_over=True)
            wrong = [finding for finding in (*ended, *begun) if finding.status is Status.CONTRADICTED]
            yield from wrong[:1] or ended


def _judged(
    setting: Setting,
    unit: Unit,
    one: Named,
    day: DateMention,
    known: Titles,
    *,
    began: bool,
    is_over: bool = False,
) -> Iterator[Finding]:
    """Say whether an occupation came onto a list on a day (`began`), being off it again by now (`is_over`), or left it then."""
    at = day.start - unit.start
    claim = Claim(one, Predicate(Said.ON, one.end, at), one.start, at, 0, len(unit.text))
    spoken = types.slugs(setting, unit, unit, claim)
    runs = [run for slug in spoken for run in _runs(setting, slug, one)] or [
        run for slug in setting.versions for run in _runs(setting, slug, one)
    ]
    runs = [
        run
        for run in runs
        if (began and not is_over) is (run[-1].valid_to is None or run[-1].valid_to >= setting.reading.on)
    ]
    if not runs or len(one.codes) > 1:
        return
    version = runs[-1][0 if began else -1]
    right = version.valid_from if began else version.valid_to and version.valid_to + timedelta(days=1)
    if right is None:
        return
    is_so = any(day.may_hold(moment) for run in runs for moment in _moments(run, began=began))
    code = min(one.codes)
    params: dict[str, object] = {
        "title": known.title(code) or one.words,
        "category": setting.record.category_names.get(version.category, version.category),
        "day": right.isoformat(),
    }
    source = setting.reading.texts[unit.part].part.source[day.start : day.end]
    yield unit.finding(
        RULE, Status.AGREES if is_so else Status.CONTRADICTED, day.start, day.end,
        AGREES if is_so else SINCE if began else UNTIL, expected="" if is_so else right.isoformat(),
        replacement=None if is_so else ends(source, right), confidence=0.8, params=params,
        rows=(Row("occupation", code), version_row(version)),
    )  # fmt: skip


def _end_of_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _runs(setting: Setting, slug: str, one: Named) -> list[list[Version]]:
    """Return the versions of a type that followed each other with an occupation on them, by runs, the oldest first."""
    runs: list[list[Version]] = []
    for version in setting.versions.get(slug, ()):
        if version.valid_from is None or version.valid_from > setting.reading.on:
            continue
        if not lists.listed(one, version):
            continue
        last = runs[-1][-1].valid_to if runs else None
        if last is not None and version.valid_from - last <= timedelta(days=1):
            runs[-1].append(version)
        else:
            runs.append([version])
    return runs


def _moments(run: list[Version], *, began: bool) -> Iterator[date]:
    """Yield the days that "since" or "until" may name of a run."""
    if began:
        yield run[0].valid_from or date.min
    elif run[-1].valid_to is not None:
        yield from (run[-1].valid_to, run[-1].valid_to + timedelta(days=1))
