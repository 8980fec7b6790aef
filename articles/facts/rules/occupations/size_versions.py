"""Sizes of a list that is named by its age: "the second held 37", "where the old one had ten", "its predecessor had 24". Pure: no Django."""

from collections.abc import Sequence
from datetime import date

from articles.facts.model import Version
from articles.facts.reading import NumberMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit

from .size_beside import clause_of
from .size_words import BEFORE_THAT, FROM, OF_ALL, STAYED

_VERB = (
    r"(?:had|has|have|holds?|held|counts?|counted|names?|named|contain(?:s|ed)|compris(?:es|ed)|lists|listed|number(?:s|ed)|runs? to|ran to|cover(?:s|ed)|includ(?:es|ed)"
    r"|consist(?:s|ed) of|got|kept|came with|stood at|stands at|is|was|with)"
)
# What may stand between a list and its verb: since when it is in force.
_ASIDE = (
    r"(?:,? (?:in force|published|valid|which|that|of|from|since|on|as of|announced|dated|for|until|applied|applies|took effect)\b"
    r"(?:(?!\b(?:is|was|are|were|has|had|have|which|than|where|but|and)\b)[^.;:]){0,70}?)?,?"
)
_NAMED = compiled(
    r"\b(?:(?:the|its|their|this|that|whose|a) (?P<age>first|second|third|fourth|old(?:er)?|former|previous|earlier|original|initial|outgoing|new(?:er)?|current|present|latest|revised|last|final)(?: (?P<whose>[\w-]+(?: and [\w-]+)?))??"
    r"(?: (?P<noun>lists?|one|version|edition|set|selection))?|(?:its|the|their) (?P<kin>predecessor|successor))"
    rf"{_ASIDE} (?:still |now |also |only |just )*{_VERB} (?:just |only |still |now |already |all of |as many as |exactly )*$"
)
_AGED = compiled(
    r"\b(?:first|second|third|fourth|old|older|former|previous|earlier|original|initial|outgoing|new|newer|current|present|latest|revised|last|final|predecessor|successor)\b"
)
_ORDER = {"first": 0, "original": 0, "initial": 0, "second": 1, "third": 2, "fourth": 3}
_OLD = frozenset(("old", "older", "former", "previous", "earlier", "outgoing"))
# What stands behind such a number, where it names nothing else.
_ENDS = compiled(
    r"(?= ?(?:[.,;:)!?]|$)| (?:and|but|while|in|of them|names|occupations|jobs|codes|entries|lines|titles)\b)"
)


def age_of(text: str, start: int, end: int) -> str:
    """Return by what age the list is named whose size text[start:end] tells: "first", "old", "new", "" where none is."""
    if not _AGED.search(text, max(0, start - 160), start):
        return ""
    found = _NAMED.search(text, max(0, start - 160), start)
    if found is None or not _ENDS.match(text, end):
        return ""
    if found["kin"]:
        return "old" if found["kin"] == "predecessor" else "new"
    age = str(found["age"])
    # "The last had three": any last one, but "the last list".
    if found["noun"] is None and (age in ("last", "final", "a") or found["whose"]):
        return ""
    return "old" if age in _OLD else age


def of_age(age: str, begun: Sequence[Version], *, is_in_force: bool) -> list[Version]:
    """Return the versions of a type that are of an age, of those that have begun, the oldest first; the likeliest first."""
    if age in _ORDER:
        return list(begun[_ORDER[age] : _ORDER[age] + 1])
    if age == "old":
        return list(begun[-2::-1] if is_in_force else begun[::-1])
    return list(begun[-1:])


def meant(setting: Setting, unit: Unit, slug: str, number: NumberMention) -> Sequence[Version | None]:
    """Return the versions that a number may be about; one after "from" counts an earlier list than that in force."""
    found = setting.meant(clause_of(unit, number.start), slug)
    before = unit.text[max(0, number.start - unit.start - 14) : number.start - unit.start]
    begun = [
        version
        for version in setting.versions.get(slug, ())
        if (version.valid_from or date.min) <= setting.reading.on
    ]
    if age := age_of(unit.text, number.start - unit.start, number.end - unit.start):
        return of_age(age, begun, is_in_force=setting.on(slug, setting.reading.on) is not None)
    if len(begun) > 1 and BEFORE_THAT.search(
        unit.text[max(0, number.start - unit.start - 60) : number.start - unit.start]
    ):
        return begun[:-1]
    if (
        FROM.search(before)
        or (OF_ALL.search(before) and STAYED.search(unit.text))
        or compiled(
            r"\bused to\b|\bonce\b|\binstead of\b|\bbefore\b|\b(?:initial|original)(?:ly)?\b|\bearlier\b|\b(?:are|were) left\b|\bsurviv\w+|\b(?:is|are) (?:now )?gone\b"
        ).search(unit.text)
    ):
        return begun
    return found
