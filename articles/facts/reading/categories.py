"""Types of draw by their usual names."""

import re
from dataclasses import replace

from .mentions import CategoryMention

ANY_CATEGORY = "category-based"
ANY_PROGRAM = "program"

# What may stand behind a word for a type of draw and makes sure that one is meant.
_OF_DRAWS = (
    r"(?:draws?|rounds?|invitations?|itas?|categor(?:y|ies)|streams?|selections?|candidates?|cut-?\s?offs?|crs|proficiency|occupations?|"
    r"lists?|tirages?|rondes?|catégories?|pools?|invitees|targeted|versions?|workers?|professionals?|nominees?)"
)
_S = r"(?:[-\s]\s{0,8})"
_NAMES: tuple[tuple[str, bool, str], ...] = (
    # slug, whether the words alone are enough, the words
    (
        "general",
        True,
        rf"all{_S}(?:the{_S}|three{_S}|four{_S}|eligible{_S})?programm?e?s?\b(?:{_S}?\(?general\)?)?",
    ),
    ("general", True, rf"no{_S}programm?e?(?:{_S}(?:was{_S})?specified)"),
    (
        "general",
        True,
        rf"(?:open{_S}to|across|covering){_S}all(?:{_S}(?:express{_S}entry|the|three|four)){{0,2}}{_S}programm?e?s",
    ),
    (
        "general",
        True,
        rf"(?:tous{_S}les{_S}programmes|aucun{_S}programme{_S}spécifié|programme{_S}non{_S}précisé|toutes?{_S}catégories)",
    ),
    ("general", False, r"NPS|general|générale?|open|broad"),
    (
        "cec",
        True,
        rf"(?:canadian{_S})?experience{_S}class|CEC|(?:catégorie{_S}de{_S})?l'expérience{_S}canadienne",
    ),
    ("cec", False, rf"canadian{_S}experience"),
    (
        "pnp",
        True,
        rf"provincial{_S}nominees?(?:{_S}(?:programm?e?s?|class)\b)?(?:{_S}\(PNP\))?|PNPs?\b(?:{_S}(?:only|specific|exclusive))?"
        rf"|candidats{_S}des{_S}provinces|provincial{_S}nomination(?={_S}(?:draws?|rounds?)\b)|provincial-(?:only|program)",
    ),
    ("pnp", True, r"(?:(?<=\bthe )|(?<=\bfor )|(?<=\bto ))nominees"),
    ("pnp", False, r"provincial|nominees?"),
    ("fsw", True, rf"federal{_S}skilled{_S}workers?(?:{_S}programm?e?\b)?|FSWP?|travailleurs{_S}qualifiés"),
    (
        "fst",
        True,
        rf"federal{_S}skilled{_S}trades?(?:{_S}programm?e?\b)?|skilled{_S}trades?{_S}programm?e?\b|FSTP?",
    ),
    (
        "french",
        True,
        rf"french{_S}(?:language|speak(?:ing|ers?)|proficien(?:cy|t))(?:{_S}proficiency)?|francophones?"
        rf"|compétence{_S}linguistique{_S}en{_S}français|(?:en{_S})français(?=\s)",
    ),
    ("french", False, r"french|français"),
    (
        "healthcare",
        True,
        rf"health{_S}?care(?:{_S}(?:and|&){_S}social{_S}services?)?(?:{_S}(?:occupations|workers?|professionals?))?"
        rf"|health{_S}(?:and|&){_S}social{_S}services?(?:{_S}occupations)?|health{_S}(?:occupations|workers|professionals)"
        rf"|(?:professions{_S}de{_S}la{_S})santé",
    ),
    ("healthcare", False, r"health|medical|nursing|santé"),
    (
        "stem",
        True,
        rf"science,{_S}technology,{_S}engineering,?{_S}(?:and|&){_S}math(?:ematic)?s?(?:{_S}\(STEM\))?|STEM|STIM",
    ),
    (
        "stem",
        False,
        rf"science{_S}and{_S}technology|scientists{_S}and{_S}engineers|engineers{_S}and{_S}scientists|tech(?:nology)?",
    ),
    (
        "trades",
        True,
        rf"(?:skilled{_S})?trades?{_S}occupations?|skilled{_S}trades(?:people)?|(?:gens{_S}de{_S})?métiers{_S}spécialisés",
    ),
    ("trades", True, r"tradespeople"),
    ("trades", False, r"trades?|métiers"),
    ("transport", True, rf"transport(?:ation)?{_S}occupations?|métiers{_S}des{_S}transports"),
    ("transport", False, r"transport(?:ation)?|transports"),
    (
        "agriculture",
        True,
        rf"agriculture{_S}(?:and|&){_S}agri-?\s?food(?:{_S}occupations)?|agri-?food(?:{_S}occupations)?|agriculture{_S}occupations",
    ),
    ("agriculture", False, r"agricultur(?:e|al)|farm(?:ing)?|agro-?alimentaire"),
    ("education", True, rf"education{_S}occupations?|professions{_S}de{_S}l'éducation"),
    ("education", False, r"education|educators?|teachers?|teaching|éducation"),
    ("physicians", True, rf"physicians?(?:{_S}with{_S}canadian{_S}(?:work{_S})?experience)?|médecins"),
    ("physicians", False, rf"doctors?(?:{_S}with{_S}canadian{_S}(?:work{_S})?experience)?"),
    (
        "senior-managers",
        True,
        rf"senior{_S}managers?(?:{_S}with{_S}canadian{_S}(?:work{_S})?experience)?|cadres{_S}supérieurs",
    ),
    (
        "military",
        True,
        rf"(?:skilled{_S})?(?:foreign{_S})?military{_S}(?:recruits?|members?)|recrues{_S}militaires",
    ),
    ("military", False, r"military|armed{_S}forces".replace("{_S}", _S)),
    ("researchers", True, rf"researchers?{_S}with{_S}canadian{_S}(?:work{_S})?experience"),
    ("researchers", False, r"researchers?|research"),
    (
        ANY_CATEGORY,
        True,
        rf"category{_S}based|categor(?:y|ical)(?={_S}(?:draws?|rounds?|selection)\b)|targeted(?={_S}(?:draws?|rounds?)\b)",
    ),
    (ANY_PROGRAM, True, rf"program(?:me)?{_S}(?:specific|based)|(?:one|single){_S}program(?:me)?"),
)
_GROUPS = {f"n{place}": (slug, sure) for place, (slug, sure, _words) in enumerate(_NAMES)}
_CATEGORY = re.compile(
    rf"(?<![\w/.@-])(?:{'|'.join(f'(?P<n{place}>{words})' for place, (_slug, _sure, words) in enumerate(_NAMES))})(?![\w@])",
    re.IGNORECASE,
)
# In small letters it is a verb too.
_STEMS = re.compile(r"\s+(?:directly\s+|mostly\s+|mainly\s+)?from\b")
# "TEACHER: How many people?": one person's word before a colon is who speaks.
_SPEAKS = re.compile(
    r"(?:teacher|educator|doctor|physician|researcher|nominee|senior manager)\s?[*_]{0,2}\s?:", re.IGNORECASE
)
_FOLLOWS = re.compile(
    rf"['\"]?s?['\"]?(?:[-\s]+(?:only|specific|based|targeted|focused|exclusive|related|language|speaking|occupations?|and|&)){{0,2}}[-\s,]*{_OF_DRAWS}\b"
    r"|\s+(?:no longer|still|now)\s+(?:has|have)\s+(?:its|their|an?)\s+(?:own\s+)?category\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s*(?:,|and|or|&|/|,\s*and|et|,\s*or)\s*(?:the\s+)?", re.IGNORECASE)
_ABBREVIATES = re.compile(r"['\"]?s?\s*\(\s*['\"]?")
_PRECEDES = re.compile(
    r"\b(?:draws?|rounds?|category|tirages?|candidates|people|invitations?|invited)\s+(?:for|of|in|dedicated to|targeting|called|named|pour)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_NOT_A_TYPE = re.compile(
    r"\s+(?:(?:credential|assessment|level|system|points|background|history|unions?|papers?|insurance|card|exam|exams|tests?|"
    r"canada|immigration|department|minister|ministry|test|results?|abilities|skills?|school|university|degree|certificate)\b)",
    re.IGNORECASE,
)


def find(part: int, text: str) -> list[CategoryMention]:
    """Return the types of draw that a text names, in their order."""
    found: list[CategoryMention] = []
    for match in _CATEGORY.finditer(text):
        slug, sure = _GROUPS[match.lastgroup or ""]
        if (match[0] == "stem" and _STEMS.match(text, match.end())) or _SPEAKS.match(text, match.start()):
            continue
        if not sure:
            if _NOT_A_TYPE.match(text, match.end()):
                continue
            sure = (
                _FOLLOWS.match(text, match.end()) is not None
                or _PRECEDES.search(text, max(0, match.start() - 40), match.start()) is not None
            )
        if (
            found
            and found[-1].slug == slug
            and _ABBREVIATES.fullmatch(text[found[-1].end : match.start()][:20])
        ):
            found[-1] = replace(found[-1], end=match.end(), sure=True)
            continue
        found.append(CategoryMention(part=part, start=match.start(), end=match.end(), slug=slug, sure=sure))
    return _joined(_joined(found, text, 1), text, -1)


def _joined(found: list[CategoryMention], text: str, step: int) -> list[CategoryMention]:
    """Make sure of a type that stands in one list with a sure one: "French and STEM draws"."""
    done = found[::step]
    for place in range(1, len(done)):
        first, last = sorted((done[place - 1], done[place]), key=lambda mention: mention.start)
        between = text[first.end : last.start] if last.start - first.end < 20 else "."
        if done[place - 1].sure and not done[place].sure and _JOINS.fullmatch(between):
            done[place] = replace(done[place], sure=True)
    return done[::step]
