"""The words of conditions: months of work, without a break or not, where, levels of French, a listed occupation. Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.rules.common.amounts import WORDS
from articles.facts.rules.common.patterns import compiled

from .criteria_words import Aspect, Condition

_OTHERS = {"a": 1, "an": 1, "half a": 0, "eighteen": 18, "twenty-four": 24, "thirty-six": 36}
_NUMBERS = {word: value for value, word in enumerate(WORDS) if value} | _OTHERS
_NUMBER = rf"(?P<number>\d{{1,3}}\+?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_ADJECTIVE = (
    r"(?:full|single|consecutive|continuous|uninterrupted|unbroken|full-time|paid|recent|relevant|skilled|canadian|foreign|eligible|"
    r"authorized|work|professional|cumulative|total|qualifying|calendar|required|necessary)"
)
_DURATION = compiled(
    rf"(?<![\w.,$-]){_NUMBER}[- ](?:{_ADJECTIVE}[, ] ?){{0,3}}(?P<unit>months?|years?(?: and a half)?)\b['’]?"
)
_OF_WORK = compiled(
    rf"(?: of| in| ?,| ?-)?(?: ?(?:{_ADJECTIVE}|their|non-continuous|and|or|,)){{0,5}} ?(?:work|experience|employment|practice)\b(?! permits?)"
)
# What such a time may be apart from a condition: how long ago, how old, how long a thing lasts.
_NOT_WORK_BEFORE = compiled(
    r"\b(?:past|last|previous|preceding|next|every|within(?: the)?|aged?|in (?:the|those|these)|after|for (?:over|more than|about|almost|nearly)|coming|wait(?:ed|ing)? (?:of|for)|offer of(?: at least)?|service of(?: at least)?|"
    r"period of|(?:ban|bann|barr?|valid|suspend)(?:ed)?(?: [\w'’-]+){0,4} for|(?:applications?|process\w*|files?|decisions?|procedure|it all|which|that|this|wait\w*) (?:took|takes|take)|lasts?|lasted|than|during|over(?: the)?|first|for the first time in|each|another|until) $"
)
_NOT_WORK_AFTER = compiled(
    r"(?: old| ago| back| later| earlier| apart| long| more\b| too | after| away| in a row| and counting| of (?:age|wait|silence|stud|school|educat|draws|data|service|the year|processing|history|validity|canadian (?:study|education))"
    r"| to (?:apply|respond|process|submit|gather)| since|-old| (?:have |had |has |went |go |goes )?(?:pass(?:ed|es)?|by|elapsed?|lie|lay)\b| (?:without|before|between) (?:[\w-]+ ){1,4}(?:draws?|rounds?|invitations?)\b"
    r"|-?(?: [a-z]+)? (?:contracts?|permits?|leases?|leaves?|visas?|courses?|programmes?|programs?|terms?|internships?|deadlines?|windows?|gaps?|averages?|lows?|highs?|breaks?|silence|waits?))"
)
_ELLIPSIS = compiled(
    rf"\b(?:used to be|(?:now )?(?:it|the (?:minimum|number|requirement|rule)) (?:is|was|stays|stayed|remains|remained)(?: at)?(?: still| now)?|instead of|rather than|up from|has been|had been|is now|was|from|stayed at|remains?|rises? to|rose to|raised to|went to) (?:only |just |now |at least )?{_NUMBER}(?= ?(?:[.,;:)]|$|before\b|to \d|to \w+ months\b|previously\b|until\b|then\b))"
)
_CALLED_FOR = compiled(
    rf"(?:^|[;,.(:] )(?:but |and |only |at least )*{_NUMBER} (?:of them )?(?:(?:months )?of the (?:past|last|previous) (?:36|thirty-six|three years)|(?:is|are|was|were) (?:now |still |also )?(?:called for|asked(?: for)?|required|needed|wanted|enough|sufficient|the minimum))\b"
)
_ROSE = compiled(
    rf"\bfrom (?:[\w-]+)(?: months?)?(?: of (?:work|experience))? to {_NUMBER}(?= ?(?:[.,;)]|$|in\b|for\b))"
)
_WITHIN = compiled(
    rf"\b(?:(?:with)?in|during|over|of|(?:lies?|worked|done) (?:up to|at most)|(?:no|not) more than)(?: the)?(?P<past> past| last| previous| preceding)? {_NUMBER} (?P<unit>years|months)\b(?P<ahead>,? (?:before|prior to|preceding|leading up to|ago|back)\b)?"
)
# "Six months in three years": the years within which they were worked.
_MONTHS_WORKED = compiled(r"\bmonths?(?: of (?:[\w-]+ ){0,3}?(?:work|experience|employment))? $")
# "The window is the past three years", "work older than three years".
_WINDOW = compiled(
    rf"\b(?:(?:work|experience|employment|jobs?)(?: [\w-]+){{0,3}} older than|(?:window|period|time ?frame|span of time|look-?back)(?: (?:looked at|looked back at|that counts|in question|for (?:it|the work)))? (?:is|was|covers|covered|spans|of|remains|stays)(?: still| now| only)*(?: the)?(?: past| last| previous| preceding)?) {_NUMBER} (?P<unit>years)\b"
)
_SERVICE = compiled(
    rf"\b{_NUMBER}(?P<years> years)['’]?(?: (?:of|as)(?: [\w-]+){{0,3}} (?:service|soldiers?)|(?: [\w-]+){{0,3}} (?:service|in uniform|in (?:[\w-]+ ){{0,4}}(?:military|army|navy|air force|armed forces|forces))\b)"
)
_SERVED = compiled(
    rf"\b(?:serv(?:e|es|ed|ing)|(?<!of\s)service)(?: (?!(?:years?|offer\w*|jobs?|contracts?)\b)[\w'’-]+){{0,8}}? (?:for|of|lasting|at least|than|minimum of) {_NUMBER}(?P<years> years)\b"
)
_OFFER = compiled(
    rf"\boffers?(?: [\w'’-]+){{0,8}}? (?:of|for|lasting|over)(?: at least| a minimum of| no less than)? {_NUMBER}(?P<years> years)\b"
)
_LEVEL = compiled(
    r"\b(?:nclc|niveau|clb|level)(?: level)?(?: of)?(?: at least)? ?(?P<number>\d{1,2}|four|five|six|seven|eight|nine|ten)\b"
    r"|\b(?P<scale>\d{1,2}|four|five|six|seven|eight|nine|ten)(?: or (?:better|higher|more|above))? (?:on|of) the (?:nclc|clb)\b"
)
_OF_NCLC = compiled(
    r"(?: or (?:better|higher|more|above))? (?:of|on|in) the (?:nclc|niveaux de comp[eé]tence)(?: scale)?\b"
)
_ABILITY = r"(?:speaking|listening|reading|writing)"
_FEW_WORDS = 4
_SOME = rf"(?: [\w'’-]+){{0,{_FEW_WORDS}}}"

# "It makes no difference whether the work was done in Canada or elsewhere."
_WHERE = r" (?:where|(?:whether|if)(?=[^.;:]*(?:canad|abroad|elsewhere|overseas|countr)))\b[^.;:]*"

# Of each yes-or-no condition the ways to say it, those first that hold others' words.
_SAYINGS = (
    (
        Aspect.CONTINUOUS,
        False,
        rf"(?:\bnot|n['’]t|\bno longer|\bnever)\b{_SOME} (?:continuous|uninterrupted|consecutive|unbroken|in (?:one|a) (?:stretch|go|piece|row)|at a stretch|back to back|without (?:a |any )?(?:break|interruption|gap)s?)\b"
        r"|\bwith or without (?:a |any )?(?:break|interruption|gap)s?\b|\bnon-continuous\b|\bcontinuous or not\b"
        r"|\b(?:breaks?|interruptions?|gaps?) (?:in it |in work |in employment |between jobs )?(?:are|is|were|was) (?:now )?(?:allowed|permitted|fine|accepted|no (?:problem|obstacle))\b"
        r"|\b(?:may|can|could) (?:now |still |also )?(?:take|have|make) (?:a |some )?(?:breaks?|gaps?|interruptions?|pauses?)\b|\b(?:may|can|could) (?:now )?(?:be|have been) (?:interrupted|broken up|added up|accumulated|spread (?:out|over))\b|\bwhether (?:or not it is )?continuous\b"
        r"|\bwith (?:\w+ )?(?:breaks?|gaps?|interruptions?)\b(?! not)|\b(?:breaks?|gaps?|interruptions?) (?:\w+ )?(?:do not matter|does not matter|don['’]t matter|do no harm|do not count against)|\b(?:continuous|continuity|uninterrupted) (?:is |was )?(?:not|no longer) (?:compulsory|required|necessary|needed|mandatory|asked|a condition|a must)\b"
        r"|\b(?:need|needs) no longer be (?:continuous|uninterrupted)\b|\b(?:added|add|adding) (?:up|together) (?:from|of|over|across)\b|\bpieced together\b"
        r"|\bmonths? of (?:(?:full-time|paid|skilled|recent) )*(?:interrupted|non-consecutive|broken|scattered)\b"
        r"|\bin (?:one|a single) (?:stretch|go|piece|row|run)(?:,? or (?:in )?(?:several|many|more|two|pieces|parts|not)\b)"
        r"|\bin (?:(?:several|separate|different|many|any number of) )?(?:stretches|periods|pieces|spells|parts|bits)\b|\bneed not have been (?:continuous|without)\b",
    ),
    (
        Aspect.CONTINUOUS,
        True,
        r"\b(?:(?:still )?(?:must|has to|have to|had to|needs? to) (?:still )?(?:be|have been) )?(?:continuous(?:ly)?|uninterrupted|unbroken|consecutive)\b(?! (?:service|draws?|rounds?|time|improvement))"
        r"|\b(?:without|with no|no) (?:a |any )?(?:break|interruption|gap)s?\b|\bin (?:one|a single) (?:stretch|go|piece|row|run)\b|\bin a row\b|\bcontinuity (?:is|was) (?:still )?(?:required|asked|needed|a must)|\b(?:breaks?|interruptions?|gaps?) (?:are|were|is) (?:not|no longer) (?:allowed|permitted|accepted)\b",
    ),
    (
        Aspect.IN_CANADA,
        False,
        rf"(?:\bno|\bnot|n['’]t|\bnever|\bno longer)(?: [\w-]+)? (?:matter|difference|important|relevant|importance){_WHERE}"
        r"|\bwhere [^.;:]{3,60}? (?:(?:does not|doesn['’]t|do not|don['’]t|did not|no longer|never) matters?|(?:makes?|made) no difference|(?:is|was) (?:irrelevant|unimportant|immaterial|of no (?:importance|consequence)))\b",
    ),
    (
        Aspect.IN_CANADA,
        True,
        rf"\b(?:a (?:\w+ )?difference|matters|does matter|important|decisive|decides){_WHERE}",
    ),
    (
        Aspect.IN_CANADA,
        True,
        r"\b(?:(?:work|experience|jobs?|years?|months?)(?: gained| done| from| work| acquired| in)* (?:abroad|outside (?:of )?canada|overseas|elsewhere|other countries)|foreign(?: work)? experience|overseas(?: work)? experience)"
        r" (?:does not|doesn['’]t|did not|didn['’]t|do not|don['’]t|will not|is not|isn['’]t|cannot|can['’]t|no longer|counts? for nothing)\b(?: (?:count|enough|accepted|qualify|considered|be))*"
        r"|\bnot (?:in canada or )?(?:abroad|outside (?:of )?canada|overseas|elsewhere)\b|\bonly (?:(?:work|experience)(?: gained| done)? )?in canada\b|\bin canada (?:only|alone)\b|\bonly canada\b|\bcanada only\b|\ball of (?:it|the work|the experience) (?:gained |done )?in canada\b|\bonly (?:inside|within) canada\b|\bonly (?:if|when|where) [^.;,]{0,30}\b(?:in|from) canada\b(?! or)|(?<!not\s)(?<!longer\s)(?<!n't\s)\b(?:need|require|want|demand|ask for)s? canadian (?:work )?experience\b"
        r"|\bonly canadian (?:work )?experience\b|\bcanadian (?:work )?experience (?:only|alone)\b|\bcanadian (?:work )?experience (?:is|was) (?:also |now |still )?(?:required|needed|necessary|mandatory|compulsory|a must|asked for|called for|a condition)\b|\bfrom (?:within )?canada (?:only|alone)\b"
        r"|\b(?:provided|as long as|so long as|only if|on condition)(?: that)? (?:they|it|these|the \w+) (?:are|is|was|were) (?:all )?(?:gained |worked |done )?(?:in canada\b(?! or)|canadian\b)"
        r"|\b(?:may|can|could|must)(?: not|not|n['’]t) (?:have )?(?:come|been gained|be gained|been done|be done|be|been)(?: gained| done)? (?:from )?(?:abroad|overseas|outside (?:of )?canada|elsewhere|(?:in|from) (?:another|any other|other) countr(?:y|ies))\b|\bonly (?:count |use |bring )?(?:work|experience)(?: gained| done)? (?:in|from) canada\b|\b(?:work|experience)(?: done| gained)? in (?!canada)(?:[\w]+ ){1,4}counts? for nothing\b",
    ),
    (
        Aspect.IN_CANADA,
        False,
        r"\b(?:in|inside|within|from) canada,? or(?: in| from)?(?: \w+)? ?(?:abroad|elsewhere|outside|another country|any(?: other)? country|other countr(?:y|ies)|overseas|foreign)\b"
        r"|\b(?:abroad|outside canada|elsewhere|overseas),? or (?:in|inside|within) canada\b|\b(?:inside|within) or outside (?:of )?canada\b|\bboth in canada and abroad\b"
        r"|\b(?:in|from|of) (?:any|whatever)(?: other)? country\b|\banywhere\b|\bany country\b|\bworldwide\b|\bnot necessarily (?:gained |done )?in canada\b|\bno matter where\b|\bwherever\b|\bcanadian (?:work )?experience (?:is|was) (?:not|no longer) (?:required|needed|necessary|mandatory|compulsory|a must|asked for|called for|a condition)\b"
        r"|\b(?:must|has to|have to) (?:be|have been|come) (?:gained |done )?(?:from )?(?:foreign|abroad|overseas|outside (?:of )?canada)\b|\b(?:must|may|can) (?:be|have been) [a-z]+ or canadian\b|\bcanadian or foreign\b|\bforeign or canadian\b"
        rf"|(?:\bneed not|\bnot need to|n['’]t need to|\bnot have to|n['’]t have to|\bno need (?:for it )?to)\b{_SOME} (?:in canada|canadian)\b"
        r"|\b(?:abroad|overseas|foreign(?: work)? experience|(?:work|experience|jobs?)(?: gained| done| from| acquired)? (?:abroad|outside (?:of )?canada|overseas|in other countries|elsewhere)) (?:also |too |still |as well )?(?:counts?|qualif(?:y|ies)|is (?:accepted|enough|fine|allowed|eligible)|may (?:be )?(?:counted|count))\b"
        rf"|\bmonths? of (?:(?:{_ADJECTIVE}) ){{0,4}}(?:(?:work|experience|employment) ){{1,2}}(?:gained |acquired |done )?(?:abroad|overseas|outside (?:of )?canada)\b"
        r"|(?<!not\s)\b(?:gained|worked|done|earned|acquired|,) in (?:the|their|his|her|your|one['’]s) (?:own )?home countr(?:y|ies)\b|(?:\bnot|n['’]t|\bno longer|\bnever|\bwithout) (?:need|require|want|demand|ask(?:ing)? for) (?:any )?canadian (?:work )?experience\b"
        r"|\ball of (?:it|the work|the experience) (?:gained |done )?(?:abroad|overseas|outside (?:of )?canada)\b"
        r"|\b(?:must|has to|have to|needs? to) (?:have )?(?:work(?:ed)?|been (?:gained|done|earned)|come|be (?:gained|done|earned))(?: from)? (?:abroad|overseas|outside (?:of )?canada|at home|in (?:the|their|his|her|your|one['’]s) (?:own )?home countr(?:y|ies))\b"
        rf"|\b(?:may|can|could|might)(?: [\w'’-]+){{0,5}} (?:abroad|overseas|outside (?:of )?canada|from (?:another|any|other) countr(?:y|ies)|in (?:another|other) countr(?:y|ies)|elsewhere)\b",
    ),
    (
        Aspect.IN_CANADA,
        True,
        r"\b(?:must|has to|have to|had to|needs? to|needed to)\b(?! not)(?: [\w'’-]+){0,9}? (?:in canada|(?:inside|within|from) canada|canadian)\b(?!,? (?:or|and abroad|language|citizen|permanent|credential|education))"
        r"|\b(?:months?|years?),? (?:also |only |all )?(?:in|inside|within) canada\b(?!,? or)"
        rf"|\bmonths? of (?:(?:{_ADJECTIVE}) ){{0,4}}(?:(?:work|experience|employment) ){{1,2}}(?:gained |acquired |done )?in canada\b(?! (?:or|and abroad))|\bmonths? of (?:(?:full-time|continuous|skilled|paid|recent) ){{0,3}}canadian (?:work |professional )?experience\b"
        r"|\b(?:gained|acquired|done|earned|worked) (?:with)?in canada\b(?!,? or)",
    ),
    (
        Aspect.ALL_ABILITIES,
        False,
        rf"\bin (?:at least |only |just |any )?(?:one|two|three|any|some|either|most)(?: or more)? (?:of (?:the |these |its |their )?)?(?:four )?(?:language )?(?:abilities|skills|areas)\b"
        rf"|\bin (?:speaking|listening|reading|writing)(?: and (?:in )?{_ABILITY})?(?: only| alone)?(?= ?(?:[.;:)]|$))",
    ),
    (
        Aspect.ALL_ABILITIES,
        True,
        r"\b(?:in |across |for )?(?:all|each of the|every one of the|the) four(?: language)?(?: abilities| skills| areas)?\b|\b(?:in )?(?:every|each) (?:language )?(?:ability|skill)\b|\bin all abilities\b|\bin (?:speaking|listening|reading|writing)(?:, (?:speaking|listening|reading|writing)){2},? and (?:speaking|listening|reading|writing)\b",
    ),
    (
        Aspect.ONE,
        False,
        r"\b(?:in|from|over|across|between) (?:(?:several|different|various|many|two|three|more than one|any number of)(?: or more)?|any combination of) (?:of (?:the|those|these) )?(?:listed |eligible )?(?:occupations|jobs|codes)\b",
    ),
    (
        Aspect.ONE,
        True,
        r"\bin (?:one|the same|a single|one and the same)(?: single)? (?:listed |eligible )?(?:occupation|job|code)\b",
    ),
    (
        Aspect.HAS_LIST,
        True,
        r"\b(?:has|have|had|use|uses|used|there (?:is|are|was)|with|get|got|follows?) (?:an?|its own|their own|the) (?:[\w-]+ ){0,2}?(?:lists? of (?:[\w-]+ ){0,2}(?:occupations|jobs)|occupations? lists?)\b|\b(?:use|uses|used) the list of the\b",
    ),
    (
        Aspect.LISTED,
        True,
        r"\b(?:work(?:ed|ing)?|experience|be|job|employ\w+) (?:\w+ ){0,3}?(?:in|from|on) (?:an?|one of|one|any|the) (?:\w+ )?(?:listed|eligible|targeted|specified|designated|in-demand|named|qualifying) (?:\w+ )?(?:occupations?|jobs?|professions?|trades?)\b"
        r"|\b(?:occupations?|jobs?|professions?) (?:that (?:is|are|was|were) )?(?:on|from) (?:the|a|its|their|ircc['’]s) (?:\w+ )?list\b|\bon (?:the|a) list of (?:\w+ )?(?:occupations|jobs)\b|\bone of (?:the )?[\w-]+ (?:listed |eligible |targeted )(?:occupations|jobs|professions)\b"
        r"|\b(?:a|the) listed (?:occupation|job|profession)\b",
    ),
)
# Where work was done, as a piece of a sentence by itself behind months: "six months in both cases, in Canada, unbroken".
_PLACE = compiled(
    r",? ?(?:all |only |and )?(?:gained |worked |done )?(?P<place>in canada|abroad|anywhere|outside (?:of )?canada)(?= ?(?:[.,;)]|$))"
)
# Every saying of where work was done, and of whether it went on without a break, has one of these in it.
_PLACES = r"canad|countr|abroad|overseas|foreign|where|worldwide|home|nothing"
_BREAKS = r"continu|interrupt|consecutive|unbroken|stretch|row|run|piece|go\b|back to back|break|gap|broken|add|accumulat|spread|scatter|periods|spells|parts|bits|without"
_NEEDED = {Aspect.IN_CANADA: compiled(_PLACES), Aspect.CONTINUOUS: compiled(_BREAKS)}
_COMPILED = tuple((aspect, value, compiled(words)) for aspect, value, words in _SAYINGS)
MONTHS_OF_A_YEAR = 12


def conditions(text: str) -> Iterator[Condition]:
    """Yield the conditions that a sentence in small letters has, no two of an aspect on the same words."""
    times = list(_durations(text))
    yield from times
    taken: list[tuple[Aspect, int, int]] = []
    lacking = {aspect for aspect, needed in _NEEDED.items() if not needed.search(text)}
    for aspect, value, words in _COMPILED:
        for found in () if aspect in lacking else words.finditer(text):
            start, end = found.span()
            if aspect is Aspect.IN_CANADA and value:
                start = (
                    max(start, text.rfind("in canada", start, end), text.rfind("canadian", start, end))
                    if found[0].startswith(("month", "year"))
                    else start
                )
            if any(kind is aspect and start < until and since < end for kind, since, until in taken):
                continue
            taken.append((aspect, start, end))
            yield Condition(aspect, int(value), start, end)
    if not any(aspect is Aspect.IN_CANADA for aspect, _start, _end in taken):
        yield from _places(text, times)


def _places(text: str, times: Sequence[Condition]) -> Iterator[Condition]:
    """Yield where the work of the months before was done, where a piece of the sentence by itself says so."""
    months = [time for time in times if time.aspect is Aspect.MONTHS]
    if not months:
        return
    place = months[0].end
    for piece in text[place:].split(","):
        if place > months[0].end and (found := _PLACE.match(text, place)):
            start, end = found.span("place")
            yield Condition(Aspect.IN_CANADA, int(found["place"] == "in canada"), start, end)
            return
        place += len(piece) + 1


def _durations(text: str) -> Iterator[Condition]:
    """Yield the numbers that a sentence has for conditions, of several readings of the same words the first."""
    taken: list[tuple[int, int]] = []
    for (start, end), condition in _told(text):
        if not any(since < end and start < until for since, until in taken):
            taken.append((start, end))
            if condition is not None:
                yield condition


def _told(text: str) -> Iterator[tuple[tuple[int, int], Condition | None]]:
    for aspect, pattern in ((Aspect.SERVICE, _SERVICE), (Aspect.SERVICE, _SERVED), (Aspect.OFFER, _OFFER)):
        for found in pattern.finditer(text):
            start, end = found.start("number"), found.end("years")
            yield (start, end), Condition(aspect, number(found["number"]), start, end)
    for found in _WINDOW.finditer(text):
        yield found.span(), _within(found)
    for found in _WITHIN.finditer(text):
        is_span = found["past"] or found["ahead"] or text.startswith("within", found.start())
        if is_span or _MONTHS_WORKED.search(text[: found.start()]):
            yield found.span(), _within(found) if found["unit"] == "years" else None
    for found in _DURATION.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        if _NOT_WORK_AFTER.match(text, found.end()) or _NOT_WORK_BEFORE.search(before):
            continue
        start, end = found.start("number"), found.end("unit")
        linked = _OF_WORK.match(text, end) is not None
        yield (
            found.span(),
            Condition(Aspect.MONTHS, _months(found["number"], found["unit"]), start, end, linked),
        )
    for pattern in (_ELLIPSIS, _ROSE, _CALLED_FOR):
        for found in pattern.finditer(text):
            if pattern is not _ELLIPSIS or found["number"] not in ("a", "an", "half a", "thirty-six"):
                place = found.span("number")
                yield place, Condition(Aspect.MONTHS, number(found["number"]), *place, linked=False)
    for found in _LEVEL.finditer(text):
        place = found.span("number" if found["number"] else "scale")
        value = number(text[slice(*place)])
        yield place, Condition(Aspect.LEVEL, value, *place, linked=_is_french(text, found))


def _within(found: re.Match[str]) -> Condition:
    return Condition(Aspect.WITHIN, number(found["number"]), found.start("number"), found.end("unit"))


def _is_french(text: str, found: re.Match[str]) -> bool:
    """Whether a level is one of the French scale: "NCLC 7", "level 7 of the NCLC"."""
    return "nclc" in found[0] or _OF_NCLC.match(text, found.end()) is not None


def _months(word: str, unit: str) -> int:
    if word == "half a":
        return MONTHS_OF_A_YEAR // 2
    half = MONTHS_OF_A_YEAR // 2 if unit.endswith("half") else 0
    return number(word) * (MONTHS_OF_A_YEAR if unit.startswith("year") else 1) + half


def is_number(word: str) -> bool:
    return word.isdigit() or word in _NUMBERS


def number(word: str) -> int:
    word = word.rstrip("+")
    return int(word) if word.isdigit() else _NUMBERS[" ".join(word.split())]
