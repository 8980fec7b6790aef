"""Conditions of the categories: months of work, continuous or not, where, French, and conditions that none has. Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.facts.model import Finding, Record, Status, Version
from articles.facts.reading import Reading
from articles.facts.rules.common.amounts import written
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Unit, version_row
from articles.facts.rules.common.setting_words import WITHOUT_LIST
from articles.facts.rules.common.surroundings import Surroundings

from . import criteria_days, criteria_tables
from .attaching import Attached, attached, clause, in_row, meant
from .conditions import MONTHS_OF_A_YEAR, conditions
from .criteria_claims import NEGATED, STRICT, answer, is_apart, is_claim, is_refuted
from .criteria_words import (
    AGREES,
    NO_LIST,
    NO_WORK,
    NOT_SEEN,
    RULE,
    Aspect,
    Condition,
    message_of,
    right_of,
    worded,
)

# "Being on the list is one condition among several" is said of lists at large, whatever type was spoken of before.
_AT_LARGE = compiled(r"\b(?:one (?:condition|requirement)\b|(?:condition|requirement) among\b)")
_THERE_IS = compiled(
    r"\W*(?:yes,? )?(?:there (?:is|was)|it (?:has|had)|the category (?:has|had)) (?:an?|its own) list\b"
)
_HOW_FAR = compiled(r"\b(?:how (?:far back|recent|old)|within (?:how many|what|which))\b")
_DOUBT = compiled(
    r"\b(?:(?<!difference\s)(?<!matter\s)(?<!matters\s)(?<!important\s)whether|reported(?:ly)?|rumou?r\w*|said to|unconfirmed|not been confirmed|unclear|unknown|may yet|might|perhaps|expected to|proposed|proposes|if ircc)\b"
)


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Yield what the record says of conditions, sentence by sentence."""
    setting = Surroundings(reading, record)
    yield from criteria_tables.find(setting)
    for unit in setting.sentences():
        if is_refuted(setting, unit):
            continue
        asked = setting.asked_of(unit) or setting.question(unit.block)
        found = [
            _as_asked(asked, condition)
            for condition in conditions(unit.text)
            if not is_apart(setting, unit, condition)
        ]
        if told := answer(setting, unit, found):
            found.append(told)
        if not found:
            continue
        for condition in found:
            if is_claim(setting, unit, condition, found, asked):
                yield from _judge(setting, unit, condition)


def _as_asked(asked: str, condition: Condition) -> Condition:
    """Read years as those within which work was done where that is asked: "How far back may it lie?" "Three years"."""
    if (
        condition.aspect is Aspect.MONTHS
        and condition.value % MONTHS_OF_A_YEAR == 0
        and _HOW_FAR.search(asked)
    ):
        return replace(condition, aspect=Aspect.WITHIN, value=condition.value // MONTHS_OF_A_YEAR)
    return condition


def _judge(setting: Surroundings, unit: Unit, condition: Condition) -> Iterator[Finding]:
    to = attached(setting, unit, condition.start)
    if condition.aspect in (Aspect.LISTED, Aspect.HAS_LIST) or (
        condition.aspect is Aspect.MONTHS and to.slugs and set(to.slugs) <= WITHOUT_LIST
    ):
        yield from _without(setting, unit, condition, to)
        return
    if condition.aspect in (Aspect.SERVICE, Aspect.OFFER) and "military" not in to.slugs:
        return
    if condition.aspect in (Aspect.LEVEL, Aspect.ALL_ABILITIES):
        if to.own and "french" not in to.slugs:
            return
        versions = [version for version in to.versions if version.category == "french"]
        if "french" not in to.slugs and condition.linked:
            versions = meant(setting, unit, condition.start, "french")
    else:
        versions = [version for version in to.versions if version.category not in WITHOUT_LIST]
    if not versions:
        return
    known = [
        (version, right) for version in versions if (right := right_of(version, condition.aspect)) is not None
    ]
    doubt = _DOUBT.search(unit.text) is not None
    agreeing = next((version for version, right in known if right == condition.value), None)
    if agreeing is not None and not doubt:
        yield from _of_others(setting, unit, condition, known)
        yield from criteria_days.find(setting, unit, condition, agreeing)
    if agreeing is not None and not doubt:
        yield _finding(setting, unit, condition, Status.AGREES, agreeing, AGREES, "")
        return
    if not known or (len(known) < len(versions) and len(to.slugs) == 1) or doubt:
        if condition.value or known:
            yield _finding(setting, unit, condition, Status.NEEDS_HUMAN, versions[0], NOT_SEEN, "", 0.4)
        return
    version, right = known[0]
    if condition.aspect is Aspect.LEVEL and _is_offered(unit, condition) and condition.value > right:
        return
    sure = to.own or len({value for _version, value in known}) == 1
    if _PAST.search(unit.text[: condition.start]) and any(
        right_of(earlier, condition.aspect) == condition.value
        for one, _value in known
        for earlier in setting.versions.get(one.category, ())
    ):
        return
    status = Status.CONTRADICTED if sure else Status.NEEDS_HUMAN
    yield _finding(
        setting,
        unit,
        condition,
        status,
        version,
        message_of(condition.aspect, right),
        str(right),
        0.9 if to.own else 0.8,
    )


# "It was six": under an earlier list.
_PAST = compiled(
    r"\b(?:in the old days|used to|before that|until then|had been|back then|at that time)\b|\b(?:it|they) (?:was|were) (?:only |just )?$"
)


def _of_others(
    setting: Surroundings, unit: Unit, condition: Condition, known: Sequence[tuple[Version, int]]
) -> Iterator[Finding]:
    """Yield the types that a condition is not of, of several named in one row for it: "physicians and trades"."""
    for mention in in_row(unit, condition.start):
        own = [(version, right) for version, right in known if version.category == mention.slug]
        if own and all(right != condition.value for _version, right in own):
            version, right = own[0]
            yield unit.finding(
                RULE, Status.CONTRADICTED, mention.start, mention.end, message_of(condition.aspect, right),
                rows=(version_row(version),), confidence=0.8,
                params={"category": setting.record.category_names.get(mention.slug, mention.slug), "expected": str(right)},
            )  # fmt: skip


def _is_offered(unit: Unit, condition: Condition) -> bool:
    """Whether somebody has a level, rather than a draw asking for it."""
    return not compiled(
        r"\b(?:needs?|needed|must|requir\w+|asks?|asked|minimum|at least|criteri\w+|condition\w*|counts?|counted|matters?)\b"
    ).search(unit.text)


def _without(setting: Surroundings, unit: Unit, condition: Condition, to: Attached) -> Iterator[Finding]:
    """Yield what is said of a condition attached to draws that have none: months or a list for French, a list for programs."""
    if (
        not to.slugs
        or not set(to.slugs) <= WITHOUT_LIST
        or NEGATED.search(unit.text, *clause(unit.text, condition.start))
    ):
        return
    version = next((version for slug in to.slugs for version in setting.versions.get(slug, ())), None)
    # "There is a list of 35 occupations", of the category of the sentence before.
    told = condition.aspect is Aspect.HAS_LIST and _THERE_IS.match(unit.text) is not None
    if version is None or (
        not to.own and not told and (not STRICT.search(unit.text) or _AT_LARGE.search(unit.text))
    ):
        return
    message = NO_LIST
    if condition.aspect is Aspect.MONTHS:
        # A year or more may be what the program itself asks for.
        if condition.value >= 12 or not condition.linked or not to.own:
            return
        message = NO_WORK
    yield _finding(setting, unit, condition, Status.CONTRADICTED, version, message, "-", 0.8)


def _finding(
    setting: Surroundings,
    unit: Unit,
    condition: Condition,
    status: Status,
    version: Version,
    message: str,
    right: str,
    confidence: float = 0.9,
) -> Finding:
    start, end = unit.start + condition.start, unit.start + condition.end
    source = setting.reading.texts[unit.part].part.source[start:end]
    expected, replacement = right, None
    if status is Status.CONTRADICTED and right.isdigit():
        expected = worded(condition.aspect, int(right))
        if condition.aspect is Aspect.MONTHS:
            replacement = _in_months(int(right), source)
        elif condition.aspect in (Aspect.LEVEL, Aspect.WITHIN, Aspect.SERVICE, Aspect.OFFER):
            figure = source.split()[0].split("-")[0] if condition.aspect is not Aspect.LEVEL else source
            replacement = written(int(right), figure) + source[len(figure) :]
        elif condition.aspect is Aspect.ALL_ABILITIES:
            replacement = expected if source.startswith("in ") else None
    category = setting.record.category_names.get(version.category, version.category)
    return unit.finding(
        RULE, status, start, end, message, expected="" if expected == "-" else expected, replacement=replacement,
        rows=(version_row(version),), confidence=confidence, params={"category": category, "expected": right},
    )  # fmt: skip


def _in_months(right: int, source: str) -> str | None:
    """Write a number of months in the form of a claim: "six months", "12 months", "12"."""
    figure = written(right, source if source[:1].isalpha() else "1")
    rest = source.lstrip("0123456789+")
    if rest == source:
        word = source.split("-")[0].split()[0]
        rest = source[len(word) :]
    if not rest.strip(" -"):
        return figure
    if "continuous" in rest.lower() or "full" in rest.lower():
        return None
    if rest.startswith("-"):
        return f"{figure}-month"
    return f"{figure} months"
