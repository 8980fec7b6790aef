"""Which of two occupations, or of two lists, is "the former" or "the latter". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit
from articles.facts.rules.common.setting_words import WITHOUT_LIST

from .membership_model import Claim, Named

_PERSONS = compiled(
    r"\bthe (?P<which>former|latter)\b(?! (?:[\w-]+ )?(?:lists?|categor(?:y|ies)|versions?|draws?|rounds?|program\w*)\b)"
)
_OF_LISTS = compiled(r"\b(?:on|in|onto|into|to|from|for|off|under|of) $")
_LISTS = compiled(
    r"\b(?:on|in|onto|into|to|off|from|under|among) the (?P<which>former|latter|first|second)(?: (?:list|one|of (?:them|these|the two)))?$"
)
# "On the first list, not on the second": versions of one.
_VERSIONS = compiled(r"\b(?:first|second|third) (?:[\w'-]+ )?(?:lists?|versions?)\b")
_FIRST = frozenset(("former", "first"))
_PAIR = 2


def persons(text: str, named: Sequence[Named], before: Sequence[Named]) -> Iterator[Named]:
    """Yield the occupations that "the former" and "the latter" of a sentence are, of two in it, or else in the one before."""
    for found in _PERSONS.finditer(text):
        if _OF_LISTS.search(text[: found.start()][-8:]):
            continue
        spoken = [one for one in named if one.end <= found.start()] or list(before)
        if len(spoken) == _PAIR and spoken[0].codes.isdisjoint(spoken[1].codes):
            one = spoken[0] if found["which"] in _FIRST else spoken[1]
            yield Named(found.start(), found.end(), one.words, one.codes, one.sure, is_back=True)


def type_of(setting: Setting, unit: Unit, claim: Claim) -> str:
    """Return the type whose list is "the latter" in what is said of an occupation, "" where it is none of two."""
    found = _LISTS.search(unit.text[: claim.predicate.end], claim.predicate.start)
    if found is None or (found["which"] not in ("former", "latter") and _VERSIONS.search(unit.text)):
        return ""
    own = [mention.slug for mention in unit.categories if mention.end - unit.start <= claim.predicate.start]
    near = [own, *([slug for other in others for slug in other.slugs] for others in setting.around(unit))]
    for slugs in near:
        spoken = list(dict.fromkeys(slug for slug in slugs if slug not in WITHOUT_LIST))
        if spoken:
            return (spoken[0] if found["which"] in _FIRST else spoken[1]) if len(spoken) == _PAIR else ""
    return ""
