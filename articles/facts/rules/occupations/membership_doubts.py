"""What speaks against a claim of membership being one of the list in force: denied behind, told of the past, no title at all. Pure: no Django."""

from articles.facts.model import Version
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit

from .membership_model import Claim
from .membership_words import Said

# So many characters behind a title may deny what was said before it.
BEHIND = 90

_DENIED = compiled(
    r"[^.;:!?]{0,80}\b(?:(?:are|is|was|were|do|does|did|has|have) not|(?:are|is|was|were|do|does|did)n't)\b"
)
# "Its ten occupations, from truck drivers to pilots, have no list now."
_HAVE_NONE = compiled(
    r"\b(?:ha(?:s|ve|d) (?:now )?(?:none|no (?:list|category))|lost (?:its|their) (?:list|category|place)|(?:are|were) (?:now )?(?:all )?(?:gone|without))\b"
)
_ASKS_NOT = compiled(r"\b(?:n't|not|isn't|aren't|doesn't)\b|n't\b")
_PAST = compiled(
    r"\b(?:had|was|were|included|covered|held|(?:first|old|former|original) (?:list|version|one|set))\b"
)
_STILL = compiled(
    r"\b(?:still|today|now|already|likewise|are|is|qualif\w+|keeps?|yes|on it|there|remains?|stays?|among|includes?|covers?|has|new|current)\b"
)
_OLD = compiled(r"\b(?:first|old|former|original) (?:list|version|one)\b")
_SPEAKER = compiled(r" ?:(?: |$)")
_GUIDE = compiled(r"\b(?:a|our|this|the) $")
_GUIDE_TO = compiled(r" (?:to|for|of)\b")
# "Butchers, who were the only ones left in agriculture": the type is of who they were.
_WHO = compiled(r"\b(?:who|which|whose|that|by|into)\b")


def is_doubtful(setting: Setting, unit: Unit, claim: Claim, slugs: tuple[str, ...]) -> bool:
    """Whether the words may say something else than that an occupation is on the list in force."""
    text, named = unit.text, claim.named
    begins = text[: named.start]
    said = setting.reading.texts[unit.part].part.source[unit.start + named.start : unit.start + named.end]
    if not begins.strip(" *_[]0123456789:.-") and said.isupper() and _SPEAKER.match(text, named.end):
        return True
    if _GUIDE.search(begins) and _GUIDE_TO.match(text, named.end) and " " not in named.words.strip():
        return True
    if claim.said in (Said.ADDED, Said.REMOVED, Said.GONE):
        return _is_of_clause_behind(unit, claim)
    if claim.said is not Said.ON:
        return False
    if _HAVE_NONE.search(text, named.end, claim.last):
        return True
    # "Teachers qualify, professors do not": what is said of the one is over before the other.
    over = text.find(",", claim.predicate.end) if claim.predicate.start >= named.end else -1
    if _DENIED.match(text[named.end : min(named.end + BEHIND, over if over > 0 else len(text))]):
        return True
    if any(_ASKS_NOT.search(other.text) for other in setting.asked(unit)[-1:]):
        return True
    told = text[claim.first : claim.last]
    is_dated = bool(unit.dates) and not _OLD.search(told)
    if is_dated or not _PAST.search(told) or _STILL.search(told):
        return False
    return _was_listed(setting, claim, slugs)


def _was_listed(setting: Setting, claim: Claim, slugs: tuple[str, ...]) -> bool:
    versions: list[Version] = [
        version
        for slug in slugs
        for version in setting.versions.get(slug, ())
        if version.valid_from is None or version.valid_from <= setting.reading.on
    ]
    return any(code in (version.codes or ()) for version in versions for code in claim.named.codes)


def _is_of_clause_behind(unit: Unit, claim: Claim) -> bool:
    """Whether the only type of a sentence is named behind "who" or "by", further on than the occupation."""
    named = [mention.start - unit.start for mention in unit.categories]
    behind = [place for place in named if place >= claim.named.end]
    return len(behind) == len(named) > 0 and _WHO.search(unit.text, claim.named.end, behind[0]) is not None
