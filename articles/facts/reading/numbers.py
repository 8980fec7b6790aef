"""What the numbers of a text are about, as far as the words beside them say; ranges, draws by number, codes."""

import re
from collections.abc import Iterator
from dataclasses import replace

from . import bounds, counting
from .mentions import CodeMention, DrawMention, NumberMention, RangeMention, Role
from .taken import Taken

_ADJECTIVES = (
    r"(?:(?:new|more|further|additional|total|individual|eligible|skilled|qualified|french-speaking|foreign|express|entry|"
    r"permanent|residence|successful|other|different|separate|such|of|the|these|those|its|targeted|category-based|program-specific|listed|"
    r"all-program(?:me)?s?|canadian|healthcare|health|care|stem|trade|trades|french|francophone|education|transport|agriculture|"
    r"cec|pnp|provincial|nominee|consecutive|successive|straight|recent|previous|earlier|regular|small|large|smaller|larger|"
    r"back-to-back|record-breaking|noc|occupation|invited|potential|crs|full|whole|continuous|calendar|business|working|lucky|federal|worker|workers|program|programme|class|experience|transport|agriculture|agri-food|physicians?|general|french-language|senior|managers?|military|social|services?|language|strong|"
    r"category(?=[-\s]++(?:draws?|rounds?|selections?)\b))[-\s]++){0,5}"
)
_NOUNS: dict[str, tuple[Role, str]] = {
    "invitation": (Role.INVITATIONS, r"invitations?|invites?|itas?|invitees"),
    "person": (
        Role.INVITATIONS,
        r"candidates?|people|persons?|applicants?|profiles?|newcomers|immigrants|professionals|workers|nominees|speakers|francophones|"
        r"hopefuls|tradespeople|physicians|doctors|recruits|candidats|personnes",
    ),
    "draw": (Role.DRAWS, r"draws?|rounds?|tirages?|rondes?|selections?"),
    "occupation": (
        Role.OCCUPATIONS,
        r"occupations?|jobs?|codes?|nocs?|professions?|job\s++titles|unit\s++groups|entries|listings",
    ),
    "point": (Role.POINTS, r"points?|pts?|crs"),
    "month": (Role.DURATION, r"months?|mois"),
    "year": (Role.DURATION, r"years?|ans|années"),
    "week": (Role.DURATION, r"weeks?|semaines?"),
    "day": (Role.DURATION, r"days?|jours?"),
    "hour": (Role.DURATION, r"hours?|heures?"),
    "minute": (Role.DURATION, r"minutes?"),
    "percent": (Role.PERCENT, r"%|per\s?cent|percent|percentage\s++points?|pour\s++cent"),
    "dollar": (Role.MONEY, r"dollars?|cad|cents"),
    "time": (Role.TIMES, r"times|fold|fois"),
    "category": (Role.OTHER, r"categor(?:y|ies)|types?|catégories?"),
    "program": (Role.OTHER, r"program(?:me)?s?"),
    "answer": (
        Role.OTHER,
        r"answers?|questions?|votes?|voters?|respondents|pages?|steps?|documents?|abilities|lists?|provinces?|countries|lines?|children|others?",
    ),
}
_NOUN_OF = {f"n{place}": (noun, role) for place, (noun, (role, _words)) in enumerate(_NOUNS.items())}
_COUNTS = re.compile(
    rf"[-\s]*+{_ADJECTIVES}(?:{'|'.join(f'(?P<n{place}>{words})' for place, (_role, words) in enumerate(_NOUNS.values()))})(?!\w|['\u2019]s\b)",
    re.IGNORECASE,
)
_CONNECTORS = (
    r"(?:\s*+(?:[:=(\u2013\u2014-]|(?:of|was|is|at|to|stood|sat|came|in|set|fell|falling|dropped|dropping|rose|rising|went|reached|reaching|hit|"
    r"landed|landing|settled|finished|ended|ending|closed|slipped|climbed|jumped|eased|up|down|back|just|only|only|still|a|an|the|being|"
    r"score|scores|points?|required|needed|invited|down|with|were|had|has|been|again|this|time|held|steady|unchanged|moved|for|out|"
    r"went|low|as|high|est|était|de|à|crs|ranking|system|comprehensive|about|around|roughly|exactly|well|over|above|under|below|"
    r"from|between|ranged|ranging|ran|range|they|it|that|which|and|mark|level|point|candidate|ranked|lowest|minimum|cut-?\s?off|now|then|tumbled|plunged|sank|sinking|stopped|stopping|ceased|lay|stands|stands\s+at|for\s+it|this\s+draw|here|least|most)(?![\w]))){0,8}\s*+"
)
_CUTOFF_WORD = (
    r"(?:crs(?:\s+scores?)?|cut-?\s?offs?|scores?|thresholds?|bars?|minimum|seuil|note|pointage|score\s+minimal|lowest-?\s?(?:ranked|scoring)(?:\s+(?:candidate|of\s+them))?|"
    r"comprehensive\s+ranking\s+system)"
)
_CUTOFF_BEFORE = re.compile(rf"\b{_CUTOFF_WORD}\b{_CONNECTORS}\Z", re.IGNORECASE)
# "It went down to 463": what falls or rises to a number of this size, nothing else being named, is a cut-off.
_WENT_TO = re.compile(
    r"\b(?:went|came|goes|going|fell|falling|fallen|dropped|dropping|dipped|slid|rose|rising|risen|climbed|climbing|jumped|sank|sinking|stopped|stopping|reached|reaching|down|was|were|stood|lay|sat|stayed|remained|ended|settled|landed)"
    r"(?:\s+(?:all\s+the\s+way|back|further|sharply|again|even))*(?:\s+(?:down|up))?\s+(?:to|at|as\s+low\s+as|as\s+high\s+as)\s+(?:just\s+|only\s+|about\s+|a\s+)?\Z",
    re.IGNORECASE,
)
_OF_INVITATIONS = re.compile(
    r"\b(?:invitations?|itas?|numbers?|sizes?|total|count|occupations|candidates)\b[^.;,\0]{0,40}\Z",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:requir(?:ed|es|ing)|needed|demanded|asked\s+for)\s+(?:at\s+least\s+|a\s+(?:crs\s+)?(?:score|minimum)\s+of\s+|just\s+|only\s+)*\Z",
    re.IGNORECASE,
)
_CUTOFF_AFTER = re.compile(
    r"\s*+(?:(?:crs\s+)?points?\s+(?:or\s+(?:more|higher|above|better)|and\s+(?:above|up|higher|over)|(?:was|were)\s+(?:the\s+)?(?:needed|required|enough|cut-?off)|"
    r"(?:cut-?\s?off|threshold)|to\s+(?:be\s+invited|get\s+an?\s+invitation|make\s+the\s+cut))|or\s+(?:higher|above|more|better)|and\s+(?:above|higher|up)|-?\s?point\s+(?:cut-?\s?off|threshold)|"
    r"(?:as\s+(?:the|its)\s+)?(?:crs\s+)?cut-?\s?offs?|crs)\b",
    re.IGNORECASE,
)
# A score behind these words is a person's own; "candidates with a score of 463" are those invited.
_OWN_SCORE = re.compile(
    r"\b(?:he|she|her|his|him|your|you|my|i|whom)\b(?:(?!minimum|lowest|cut-?\s?off|threshold)[^.;\0]){0,80}\Z",
    re.IGNORECASE,
)
_INVITATIONS_BEFORE = re.compile(
    r"\b(?:invitations?|itas?|invites|(?:number|size|total)\s+of\s+invitations|draw\s+size|invitees|candidates\s+invited)"
    r"(?:\s+to\s+apply)?(?:\s+\(ITAs?\))?(?:\s+(?:for\s+permanent\s+residence|issued|sent|to|were|was|went|out|reached|numbered|totalled|totaled|went|of|stood|only|just|about|a|record|total))*"
    r"\s*+(?:[:=(\u2013\u2014]|\bto\b|-\s)?\s*+\Z",
    re.IGNORECASE,
)
_WERE_INVITED = re.compile(
    r"\s++(?:more\s++|others\s++|of\s++them\s++)?(?:(?:were|was|got|had|have|has|been|being|also|then|only|received?|could\s++be)\s++){1,3}(?:an?\s++)?(?:invited|invitations?|itas?|chosen|drawn)\b"
    r"|\s++invited\b(?=\s*+(?:[/,;.()|\0]|at\b|with\b|\Z))",
    re.IGNORECASE,
)
_ISSUED_BEFORE = re.compile(
    r"\b(?:issued|issues|issuing|invited|invites|inviting|sent(?:\s+out)?|handed(?:\s+out)?|extended|gave(?:\s+out)?|invitait|invité)\s+"
    r"(?:out\s+|a\s+total\s+of\s+|a\s+record\s+|another\s+|just\s+|only\s+|exactly\s+|some\s+|a\s+|about\s+|around\s+|nearly\s+|over\s+|more\s+than\s+){0,3}\Z",
    re.IGNORECASE,
)
# "9,941 invitations over three rounds", "5,000 candidates between them": what is counted over draws or days is no difference.
_COUNTED_OVER = re.compile(
    r"\s++(?:new\s++)?(?:invitations?|itas?|invites|candidates|people)\s++(?:over|between|under)\b(?!\s++(?:the\s++)?(?:previous|last|one|cut-?\s?off|line)\b)",
    re.IGNORECASE,
)
_DIFFERENCE_AFTER = re.compile(
    r"[-\s]*+(?:(?:(?:crs|full|whole)\s++)?points?|more|fewer|less|invitations?|itas?|candidates?|people|spots)?[-\s]*+(?:crs\s++)?(?:lower|higher|below|above|beneath|less|more|fewer|lighter|softer|easier|harder|tougher|cheaper|dearer|(?:south|north|shy)(?=\s++of\b)|down|up(?!\s+(?:to|until|till)\b)|drop|fall|"
    r"rise|jump|increase|decrease|decline|gap|difference|swing|dip|slide|climb|apart|under(?! (?:the|an?|one|its|their|this|that) (?:[\w-]+ ){0,2}?(?:comprehensive|crs|ranking|category|single|lists?|versions?|rules?|criteria|categories|program(?:me)?|stream|heading|name|system|policy|instructions)\b)|over|short|behind|ahead|off|better|larger|smaller|bigger|between|spread)\b",
    re.IGNORECASE,
)
_DIFFERENCE_BEFORE = re.compile(
    r"\b(?:(?<!followed )(?<!joined )(?<!preceded )by|gap\s+of|difference\s+of|drop\s+of|fall\s+of|rise\s+of|increase\s+of|decrease\s+of|decline\s+of|jump\s+of|(?:slide|climb|plunge|leap|dip|surge)\s+of|up|down|gained|lost|added|spread\s+of)"
    r"\s+(?:about\s+|around\s+|just\s+|only\s+|some\s+|nearly\s+|a\s+|a\s+full\s+|exactly\s+){0,2}\Z",
    re.IGNORECASE,
)
_CHANGE_TO = re.compile(r"\b(?:up|down)\s+(?:to|from|at)\s*\Z", re.IGNORECASE)
_LEVEL_BEFORE = re.compile(
    r"\b(?:NCLC|CLB|level|levels|niveau|TEER|version|step|phase|page|part|table|chapter|section|bill|form|IMM|age|aged)\s*+(?:of\s+)?(?:an?\s+)?\Z",
    re.IGNORECASE,
)
_DRAWS = re.compile(
    r"\b(?:draws?|rounds?|tirages?|rondes?)(?:,?\s+(?:no|nos|number|numbers|nr|numéro)\b\.?)?\s*+(?P<mark>#|no\.?\s?|n°\s?)?(?P<first>\d{1,3}[ab]?)(?![\d,.]\d|\d|%|\s*(?:invitations?|itas?|candidates|people|points|per\s?cent|percent)\b)"
    r"(?P<more>(?:(?:\s*+,\s*+(?:and\s+)?|\s+(?:and|to|through)\s+|\s*[-\u2013]\s*)(?:#\s?)?\d{1,3}[ab]?(?![\d,.]\d|\d|%|\s*(?:invitations?|itas?|candidates|people|points|july|june)\b))*)"
    r"|(?:(?<!\w)#\s?|(?<!\w)(?:(?-i:No|Nos)\.\s?|nos?\.\s?(?=\d{3}\b))|\b(?:has|had|bears|bore|carries|carried|got|is|was|under)\s+(?:the\s+)?number\s+(?=\d{3}\b)|(?<=,\s)number\s+(?=\d{3}\b))(?P<alone>\d{1,3}[ab]?)\b(?![,.]\d)(?P<others>(?:(?:,|\s+and)\s+\d{3}\b(?![,.]\d))*)",
    re.IGNORECASE,
)
# "Round 2: 10 July, 500 invitations": the draws of a list are counted there. What stands before is the end of a line.
_LABEL = re.compile(r"(?:\A|\0)\W{0,8}(?:draw|round)\s[1-9]\d?(?=\W{0,4}[:.)\u2013\u2014])", re.IGNORECASE)
_DRAW_NUMBER = re.compile(r"(to|through|-|\u2013)?\s*#?\s?(\d{1,3}[ab]?)", re.IGNORECASE)
_CODE = re.compile(
    r"(?<![\w.,$#/-])(\d{5})(?![\w%]|[,.]\d|-\d|\s++(?:invitations?|itas?|invites|candidates\s++(?:were|had)|people)\b)",
    re.IGNORECASE,
)
_NOC = re.compile(r"\bNOCs?\b|\bcodes?\b|\bCNP\b", re.IGNORECASE)
MOST_POINTS = 1200
_MONEY_BEFORE = re.compile(r"(?:\$|CAD\s?|C\$)\s*\Z")
_RANGE = re.compile(r"\s*+(?:[-\u2013\u2014]|to|and|through|à|et)\s*+", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|entre)\s+\Z", re.IGNORECASE)


def draws(part: int, text: str) -> Iterator[DrawMention]:
    """Yield draws called by their numbers."""
    labels = {label.end() for label in _LABEL.finditer(text)}
    for match in (found for found in _DRAWS.finditer(text) if found.end() not in labels):
        first = (match["first"] or match["alone"]).lower()
        numbers = [first]
        for joined, number in _DRAW_NUMBER.findall(match["more"] or match["others"] or ""):
            if (
                joined
                and numbers[-1].isdigit()
                and number.isdigit()
                and 0 < int(number) - int(numbers[-1]) < 100
            ):
                numbers += [str(between) for between in range(int(numbers[-1]) + 1, int(number))]
            numbers.append(number.lower())
        # "Has the number 340": the verb is no part of it.
        start = match.start("alone" if match["alone"] and match[0][0] not in "#nN" else 0)
        yield DrawMention(part=part, start=start, end=match.end(), numbers=tuple(numbers))


def codes(part: int, text: str) -> Iterator[CodeMention]:
    """Yield what may be NOC codes: five digits without a comma."""
    for match in _CODE.finditer(text):
        marked = _NOC.search(text, max(0, match.start() - 60), match.end() + 25) is not None
        yield CodeMention(part=part, start=match.start(), end=match.end(), code=match[1], marked=marked)


def numbers(part: int, text: str, taken: Taken) -> list[NumberMention | RangeMention]:
    """Return the numbers outside of what is `taken`, and the ranges that two of them make."""
    found: list[NumberMention] = []
    for number in counting.find(taken.hidden(text)):
        found.append(_with_role(part, text, number))
    return _with_ranges(found, text)


def _with_role(part: int, text: str, number: counting.Number) -> NumberMention:
    before_at = max(0, number.start - 120)
    if number.ordinal:
        return NumberMention(
            part=part,
            start=number.start,
            end=number.end,
            value=number.value,
            role=Role.ORDINAL,
            form=number.form,
            noun=number.end,
        )
    counted = _COUNTS.match(text, number.end)
    unit, role = _NOUN_OF[counted.lastgroup] if counted and counted.lastgroup else ("", Role.UNKNOWN)
    noun = counted.end() if counted else number.end
    mention = NumberMention(
        part=part,
        start=number.start,
        end=number.end,
        value=number.value,
        form=number.form,
        bound=bounds.before(text, before_at, number.start),
        unit=unit,
        noun=noun,
    )
    role = _role(text, mention, role, before_at)
    return mention if role is mention.role else replace(mention, role=role)


def _role(text: str, number: NumberMention, role: Role, before_at: int) -> Role:
    start, end = number.start, number.end
    if bounds.is_address(text, end):
        return Role.OTHER
    if _MONEY_BEFORE.search(text, before_at, start):
        return Role.MONEY
    if role in (Role.PERCENT, Role.TIMES, Role.DURATION, Role.MONEY, Role.OCCUPATIONS):
        return role
    least = 100 if number.form == "words" else 50
    fits_cutoff = (
        least <= number.value <= MOST_POINTS and number.form != "short" and number.value == int(number.value)
    )
    if _is_difference(text, number, before_at):
        return Role.DIFFERENCE
    if role in (Role.UNKNOWN, Role.POINTS):
        if fits_cutoff and (
            _CUTOFF_AFTER.match(text, end) or (role and _REQUIRED.search(text, before_at, start))
        ):
            return Role.CUTOFF
        if fits_cutoff and _CUTOFF_BEFORE.search(text, before_at, start) and not _is_own(text, number):
            return Role.CUTOFF
    if role is Role.UNKNOWN:
        if number.value <= MOST_POINTS and _is_own(text, number):
            return Role.POINTS
        if fits_cutoff and _went_to(text, before_at, start):
            return Role.CUTOFF
        if _LEVEL_BEFORE.search(text, before_at, start):
            return Role.LEVEL
        if _WERE_INVITED.match(text, end):
            return Role.INVITATIONS
        if _ISSUED_BEFORE.search(text, before_at, start) or _INVITATIONS_BEFORE.search(
            text, before_at, start
        ):
            return Role.INVITATIONS
    return role


_WORTH = re.compile(r"\bworth\b|\bnomination\b|\bjob\s+offers?\b|\bpoints\s+for\b", re.IGNORECASE)
_OF_DRAW = re.compile(r"\b(?:cut-?\s?offs?|draws?|rounds?|invited)\b", re.IGNORECASE)


def _went_to(text: str, before_at: int, start: int) -> bool:
    went = _WENT_TO.search(text, before_at, start)
    if went is None or _OF_INVITATIONS.search(text, before_at, went.start()):
        return False
    told = text[max(0, start - 240) : start]
    return _WORTH.search(told) is None or _OF_DRAW.search(told) is not None


def _is_own(text: str, number: NumberMention) -> bool:
    """Whether a score is somebody's own and no cut-off: "she has a score of 481"."""
    own = _OWN_SCORE.search(text, max(0, number.start - 70), number.start)
    return own is not None and not _CUTOFF_AFTER.match(text, number.end)


def _is_difference(text: str, number: NumberMention, before_at: int) -> bool:
    if _CHANGE_TO.search(text, before_at, number.start):
        return False
    if (
        _DIFFERENCE_AFTER.match(text, number.end)
        and not _COUNTED_OVER.match(text, number.end)
        and not re.match(r"[-\s]*+or\b", text[number.end : number.end + 8])
    ):
        return True
    return _DIFFERENCE_BEFORE.search(text, before_at, number.start) is not None


def _with_ranges(found: list[NumberMention], text: str) -> list[NumberMention | RangeMention]:
    ranges: list[RangeMention] = []
    for place, (low, high) in enumerate(zip(found, found[1:], strict=False)):
        between = text[low.end : high.start] if high.start - low.end < 30 else ""
        if low.role is Role.ORDINAL or high.role is Role.ORDINAL or not _RANGE.fullmatch(between):
            continue
        joined = between.strip().lower()
        if joined in ("and", "et") and not _BETWEEN.search(text, max(0, low.start - 12), low.start):
            continue
        if low.value >= high.value:
            continue
        role = high.role if high.role is not Role.UNKNOWN else low.role
        if low.role is Role.CUTOFF and high.role in (Role.UNKNOWN, Role.POINTS):
            role = Role.CUTOFF
        if role is Role.CUTOFF and high.value > 1200:
            continue
        found[place] = replace(low, role=role, unit=low.unit or high.unit)
        found[place + 1] = replace(high, role=role)
        ranges.append(
            RangeMention(
                part=low.part, start=low.start, end=high.end, low=low.value, high=high.value, role=role
            )
        )
    return [*found, *ranges]
