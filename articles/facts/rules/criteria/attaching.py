"""Which versions of which types a condition is attached to: by the words of its clause, else by those around. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from articles.facts.model import Version
from articles.facts.reading import CategoryMention, CodeMention, DateMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import PROGRAMS
from articles.facts.rules.common.setting import Setting, Unit
from articles.facts.rules.common.setting_words import BEHIND_CODE, WITHOUT_LIST

_CLAUSE = compiled(
    r"[;:.!?](?= |$)|, (?=(?:where|while|whereas|but|and (?:for|a|an|the|in)|for|though|although|since|when|then|formerly|previously|before|earlier|once)\b)| [–—-] "
)
_OPENS = compiled(r"\W*(?:where|while|whereas|although|though) [^,;]*, ")
# Clauses of what was asked for under an earlier version.
_EARLIER = compiled(
    r"\bused to\b|\b(?:previous(?:ly)?|formerly?|earlier|originally|initially|in the past(?! \w+ (?:years?|months?))|until then|until now|once)\b|\b(?:enough|needed|required|sufficient|asked for) before\b|\bbefore (?:that|then|the change)\b|\b(?:until|till|up to|before|prior to) (?:this|last|that|the) (?:winter|spring|summer|autumn|fall|changes?|reform|overhaul|new (?:rules?|lists?|year))\b|\bhad been\b|\bbefore ?,|\b(?:old|former|first|original|earlier|previous) (?:rules?|criteria|conditions?|lists?|versions?)\b"
)
_EARLIER_BEFORE = compiled(r"\b(?:instead of|rather than|no longer|up from|from|not) (?:just |only |the )?$")
_NOW = compiled(r"(?<!until\s)\b(?:now|today|nowadays|currently|at present|these days)\b")
# "For all but doctors, managers and researchers": each of a row that is left out.
_BUT = compiled(
    r"\b(?:all but|everyone but|except(?: for)?|save for|excluding) (?:for )?(?:the )?(?:[\w'-]+(?: managers)?, (?:and )?|[\w'-]+(?: managers)? (?:and|or) ){0,4}$"
)
# Of lists, which types without one cannot be meant by.
_LISTS = compiled(
    r"\b(?:the|all|these|those|one of the|any of the) (?:[\w-]+ )?lists\b|\boccupational categories\b"
)
# Words of lists and rules, but not of those that ended.
_RULES = compiled(
    r"\A(?![\s\S]*\b(?:ended|expired|lapsed|replaced|lost|early)\b)[\s\S]*\b(?:lists?|rules?|criteria|conditions?|versions?)\b"
)
_NEW_LISTS = compiled(
    r"\bthe (?:new|present|current|latest) (?:lists?|rules?|versions?|criteria|conditions?)\b"
)
_BEFORE_DAY = compiled(r"\b(?:before|until|up to|till) (?:the end of )?$")
_SINCE = compiled(r"\b(?:since|from|as of|starting|after|beginning) (?:early |late )?$")
# Words that mean a type where its conditions are spoken of.
_WORDS = (
    ("physicians", r"doctors?|physicians?"),
    ("senior-managers", r"senior managers?|for managers|and managers"),
    ("researchers", r"researchers"),
    ("healthcare", r"nurses?|health ?care|health|pharmacists"),
    ("education", r"teachers?|educators|education"),
    ("transport", r"truckers?|truck drivers?|pilots?|transport"),
    ("trades", r"tradespeople|carpenters?|plumbers?|welders?|electricians?"),
    ("agriculture", r"farm|agriculture|agri-food"),
    ("military", r"military|soldiers|armed forces"),
    ("french", r"francophones?|french|french-speaking"),
)
_TWO = ("first", "second")
_ONE_OF_TWO = compiled(
    r"\bthe (?P<which>former|latter|first|second)\b(?= (?:one )?(?:asks?|needs?|requires?|wants?|calls?|has|is|with|for|in|under|demands?|accepts?|takes?)\b| ?,)"
)
_UNLIKE = compiled(
    r"\b(?:unlike|other than|except(?: for| under| in| with)?|as (?:with|for)|than(?: for| in)?|apart from) (?:the |for )?$"
)
_JOINT = compiled(r",? ?(?:and |or |as well as |& ?)?(?:the |for |for the |in |in the )?")
_NAMED = tuple((slug, compiled(rf"\b(?:{words})\b")) for slug, words in _WORDS)
_ALL_CATEGORIES = compiled(
    r"\b(?:occupational|occupation-based|work-based|job-based|other|all|most|five|six|seven|eight|ten|these|the|new) (?:\w+ )?categories\b|\b(?:every|each|any) (?:\w+ )?(?:category|list)\b|\b(?:every|any)(?:one|body) else\b|\ball (?:the |these )?lists\b|\bcategory(?:-based)? (?:draws|rounds|selection)\b"
)


@dataclass(frozen=True, slots=True)
class Attached:
    """What a condition may be attached to: the versions that may be meant, the likeliest first; `own`: whether its own
    sentence names the type; `slugs` the types named, also those without versions of the day."""

    versions: tuple[Version, ...]
    slugs: tuple[str, ...]
    own: bool


@lru_cache(maxsize=256)
def clause(text: str, place: int) -> tuple[int, int]:
    """Return the bounds of the clause of a sentence that a place stands in."""
    start, end = 0, len(text)
    for found in _CLAUSE.finditer(text):
        if found.end() <= place:
            start = found.end()
        elif found.start() >= place:
            end = found.start()
            break
    # "Where six months used to do, a year is asked for": what the sentence begins with has its own time.
    if aside := _OPENS.match(text, start, end):
        if place < aside.end():
            end = aside.end()
        else:
            start = aside.end()
    return start, end


def attached(setting: Setting, unit: Unit, place: int) -> Attached:
    """Return what a condition at a place of a sentence is attached to."""
    slugs, own = _slugs(setting, unit, place)
    versions = _versions(setting, unit, place, slugs)
    if not versions and not own and not set(slugs) & WITHOUT_LIST:
        slugs = _with_experience(setting)
        versions = _versions(setting, unit, place, slugs)
    return Attached(versions, slugs, own)


def _versions(setting: Setting, unit: Unit, place: int, slugs: Sequence[str]) -> tuple[Version, ...]:
    told = (version for slug in slugs for version in meant(setting, unit, place, slug))
    versions = tuple({(version.category, version.number): version for version in told}.values())
    if not _RULES.search(unit.text) or _EARLIER_BEFORE.search(unit.text[:place]):
        return versions

    # "The lists renewed in February ask for": those that began then, and not those that ended.
    def is_told(day: date | None) -> bool:
        return day is not None and any(mention.may_hold(day) for mention in unit.dates)

    begun = any(is_told(one.valid_from) for one in versions)
    return tuple(one for one in versions if not (begun and is_told(one.valid_to)))


def _slugs(setting: Setting, unit: Unit, place: int) -> tuple[tuple[str, ...], bool]:
    if told := _of_two(unit, place):
        return (told,), True
    start, end = clause(unit.text, place)
    within = _named(setting, unit, start, end)
    if not within:
        within = _named(setting, unit, 0, start) or _named(setting, unit, end, len(unit.text))
    if within:
        return within, True
    if _ALL_CATEGORIES.search(unit.text):
        return _with_experience(setting), True
    # "For the new lists they need", where French or a program was spoken of before: of those that have lists.
    of_lists = _LISTS.search(unit.text) is not None
    passed: tuple[str, ...] = ()
    for near in setting.around(unit):
        found = tuple(
            dict.fromkeys(
                slug for other in near for slug in _named(setting, other, 0, len(other.text), by_code=False)
            )
        )
        # Programs named in a paragraph above, in passing, are not what conditions further down are of.
        in_passing = of_lists or (set(found) & PROGRAMS and near[0].block != unit.block)
        if found and set(found) <= WITHOUT_LIST and in_passing:
            passed = passed or found
            continue
        if found:
            return found, False
        if any(_ALL_CATEGORIES.search(other.text) for other in near):
            return _with_experience(setting), False
    return (_with_experience(setting) if of_lists else passed), False


def _of_two(unit: Unit, place: int) -> str:
    """Return which of two types "the former", "the second" before a place is: "physicians and health care; the first asks for"."""
    told = list(_ONE_OF_TWO.finditer(unit.text, 0, place))
    if not told:
        return ""
    said, until = told[-1], told[0].start()
    named = list(
        dict.fromkeys(mention.slug for mention in unit.categories if mention.end - unit.start <= until)
    )
    after = any(said.end() <= mention.start - unit.start < place for mention in unit.categories)
    if len(named) != len(_TWO) or after:
        return ""
    return named[_TWO.index("first" if said["which"] in ("first", "former") else "second")]


def _with_experience(setting: Setting) -> tuple[str, ...]:
    return tuple(slug for slug in setting.versions if slug not in WITHOUT_LIST)


def _named(setting: Setting, unit: Unit, start: int, end: int, *, by_code: bool = True) -> tuple[str, ...]:
    found = [
        (mention.start - unit.start, mention.slug)
        for mention in unit.categories
        if start <= (at := mention.start - unit.start) < end and not _is_left_out(unit.text, at)
    ]
    if by_code:
        found += _by_code(setting, unit, start, end)
    taken = {slug for _place, slug in found}
    for slug, words in _NAMED:
        if (
            slug not in taken
            and (said := words.search(unit.text, start, end))
            and not _is_left_out(unit.text, said.start())
            and not BEHIND_CODE.search(unit.text[max(0, said.start() - 60) : said.start()])
            and not any(
                place <= said.start() <= place + 60
                and other in ("physicians", "senior-managers", "researchers")
                for place, other in found
            )
        ):
            found.append((said.start(), slug))
    return tuple(dict.fromkeys(slug for _place, slug in sorted(found)))


def _is_left_out(text: str, place: int) -> bool:
    before = text[max(0, place - 80) : place]
    return bool(_UNLIKE.search(before[-24:]) or _BUT.search(before))


def in_row(unit: Unit, place: int) -> list[CategoryMention]:
    """Return the types that stand in one row, with commas or "and" between them, in the clause of a place or right before it;
    none where several rows do, or one type alone."""
    if _of_two(unit, place):
        return []
    start, end = clause(unit.text, place)
    mentions = [
        mention for mention in unit.categories if start <= mention.start - unit.start < end
    ] or unit.categories
    joined = not _BUT.search(unit.text[: mentions[0].start - unit.start][-80:] if mentions else "") and all(
        _JOINT.fullmatch(unit.text[one.end - unit.start : other.start - unit.start])
        for one, other in pairwise(mentions)
    )
    return mentions if joined and len({mention.slug for mention in mentions}) > 1 else []


def _by_code(setting: Setting, unit: Unit, start: int, end: int) -> list[tuple[int, str]]:
    """Return the one type whose list has the occupation of a code in a clause: "truck drivers (73300) need six months"."""
    found: list[tuple[int, str]] = []
    for mention in unit.mentions:
        at = mention.start - unit.start
        if isinstance(mention, CodeMention) and start <= at < end:
            slugs = [
                slug
                for slug in setting.versions
                if (version := setting.on(slug, setting.reading.on)) and mention.code in (version.codes or ())
            ]
            found += [(at, slug) for slug in slugs if len(slugs) == 1]
    return found


def meant(setting: Setting, unit: Unit, place: int, slug: str) -> list[Version]:
    """Return the versions of a type that a clause may speak of, the likeliest first."""
    today = setting.reading.on
    start, end = clause(unit.text, place)
    own = setting.versions.get(slug, [])
    begun = [version for version in own if (version.valid_from or date.min) <= today]
    current = setting.on(slug, today)
    spoken = [mention for mention in unit.dates if start <= mention.start - unit.start < end]
    # "On the list of 2026 are butchers; applicants now need twelve months": not those of the year in another clause.
    if not spoken and current is not None and unit.dates and _NOW.search(unit.text, start, end):
        return [current]
    if not spoken:
        if _EARLIER.search(unit.text, start, end) or _EARLIER_BEFORE.search(
            unit.text, max(start, place - 30), place
        ):
            return list(reversed([version for version in begun if version is not current]))
        # "The new lists ask for", under a heading of the year in which the old ones ended.
        if _NEW_LISTS.search(unit.text):
            return [current] if current is not None else []
        spoken = [mention for mention in unit.dates if mention.first <= today]
        if any(_SINCE.search(unit.text, 0, mention.start - unit.start) for mention in spoken):
            spoken = []
    found: list[Version] = []
    for mention in spoken:
        found += _at(setting, unit, slug, mention)
    elsewhere = [mention for mention in spoken if not start <= mention.start - unit.start < end]
    if found:
        return [*([current] if elsewhere and current is not None and current not in found else []), *found]
    if spoken and not elsewhere:
        return []
    for first, last in setting.spans(unit) if not unit.dates else ():
        found += _between(own, first, min(last, today))
    if current is not None and (not found or not unit.is_past):
        found.append(current)
    return found


def _at(setting: Setting, unit: Unit, slug: str, mention: DateMention) -> list[Version]:
    own = setting.versions.get(slug, [])
    place = mention.start - unit.start
    if _BEFORE_DAY.search(unit.text, 0, place):
        return list(
            reversed(
                [
                    version
                    for version in own
                    if (version.valid_from or date.min) < mention.first
                    or mention.holds(version.valid_from or date.min)
                ][:-1]
                or _between(own, mention.first, mention.first)
            )
        )
    if _SINCE.search(unit.text, 0, place):
        found = setting.during(slug, mention.first, mention.last)
        current = setting.on(slug, setting.reading.on)
        return [*found, *([current] if current is not None and current not in found else [])]
    return _between(own, mention.first, mention.last)


def _between(own: Sequence[Version], first: date, last: date) -> list[Version]:
    """Return the versions in force between two days, the latest first."""
    return [
        version
        for version in reversed(own)
        if (version.valid_from or date.min) <= last and first <= (version.valid_to or date.max)
    ]
