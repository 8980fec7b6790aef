"""What a sentence says that readers cannot check without a source beside it. Pure: no Django."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from articles.references import gettext_noop

from .patterns import compiled


class Need(Enum):
    """Why a source is needed, as an editor reads it."""

    SAID = gettext_noop("What IRCC or another body said needs a link to where it said so.")
    MONEY = gettext_noop("A sum of money needs a link to its source.")
    DURATION = gettext_noop("How long something takes needs a link to its source.")
    SHARE = gettext_noop("A share of people needs a link to its source.")


class Needing(NamedTuple):
    """sentence[start:end] needs a source."""

    start: int
    end: int
    need: Need


_BODIES = (
    r"(?:ircc|immigration, refugees and citizenship canada|immigration canada|(?:the )?immigration (?:department|minister|ministry)|the (?:department|minister|government|ministry)|"
    r"(?:the )?(?:federal|canadian|provincial|ontario|quebec) government|ottawa|statistics canada|statcan|cbsa|service canada|esdc|minister (?:\w+ ){1,2}|marc miller|sean fraser|lena (?:metlege )?diab|"
    r"(?:the )?(?:parliamentary budget officer|auditor general|conference board(?: of canada)?)|an? (?:official|spokes\w+|officer|internal memo|memo|briefing note|report|survey|study)(?: (?:for|of|at|by|from)(?: [\w']+){1,4}?)?|officials|spokes\w+(?: \w+){0,2}|critics|experts|analysts|lawyers|consultants|observers|insiders)"
)
_ADVERB = r"(?: (?:has|have|had|also|later|then|recently|already|since|now|repeatedly|officially|publicly|previously|once|has also|have also)){0,2}"
_SAYS = r"(?:said|says?|stated|told|confirmed|explained|announced|wrote|(?:states|writes|tells|confirms|explains|announces|reports|notes)(?= ?(?:that\b|:|,|\"|how\b|why\b|on its\b|$))|warned|warns|promised|promises|indicated|indicates|suggested|suggests|estimated|estimates|reported|claimed|claims|acknowledged|admitted|hinted|predicts?|predicted|expects?|insists?|insisted|noted|signalled|pledged|revealed|projects|projected|intends|plans)"
_SAID = compiled(
    rf"\b{_BODIES}(?:'s (?:website|site|page|notice|spokes\w+|plan))?{_ADVERB} {_SAYS}\b"
    rf"|\baccording to (?:an? |the )?(?:\w+ ){{0,2}}?{_BODIES}|\b{_SAYS} (?:by )?(?:ircc|the (?:department|minister))\b"
    rf"|\b(?:it|officials|the minister|the department) (?:was|were|is|are) (?:quoted|cited)\b|\bin (?:an? )?(?:statement|interview|press release|news release|tweet|briefing)\b[^.]{{0,40}}\b(?:ircc|minister|department)\b"
)
_CURRENCY = compiled(r"\$|cad|usd|dollars|bucks|cents")
_MONEY = compiled(
    r"(?:(?:\b(?:ca|c|cad|us|cdn|can)\s?)?\$ ?[0-9][0-9,. ]*[0-9]|(?:\b(?:ca|c|cad|us)\s?)?\$ ?[0-9])(?:\s?(?:k|million|billion|m)\b)?"
    r"|\b(?:cad|usd) ?[0-9][0-9,.]*[0-9]"
    r"|\b[0-9][0-9,.]*(?: (?:thousand|million|billion))? (?:canadian |us )?(?:dollars|cad|bucks|cents)\b"
)
_LENGTH = (
    r"(?:(?:[0-9]+(?:\.[0-9]+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|a|an|a couple of|several|half an?)"
    r"(?:(?: to | or |\s?[-–]\s?)(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve))?[\s-](?:and a half )?(?:business |working |calendar )?(?:day|week|month|year)s?)"
)
_PROCESSING = (
    r"(?:process(?:ing|ed|es)?(?: times?)?|finali[sz]ed?|decisions?|decided|approv(?:al|ed|als)|assess(?:ed|ment)|wait(?:ing)? times?|backlogs?|turnaround|issued a visa|land(?:s|ed|ing)?|(?:would|will|must|may) (?:have )?wait(?:ed)?|done in|confirmation of permanent residence|copr|"
    r"applications? (?:now )?(?:takes?|took)|(?:files?|cases?|applications?)(?: \w+){0,3}? (?:closed|settled|handled|done)|takes?|took|taking|medical exams?|biometrics|service standards?)"
)
_DURATION = compiled(
    rf"\b{_PROCESSING}\b(?P<between>(?:[\s\"'(,]+[\w'-]+){{0,9}}?)[\s\"'(,]+(?P<a>{_LENGTH})|(?P<b>\b{_LENGTH})(?:[\s]+[\w'-]+){{0,6}}?[\s]+(?:to|for|of|before|until|in|on|is|was) (?:\w+ ){{0,3}}?{_PROCESSING}\b"
)
# How long something is valid, or keeps somebody out.
_LASTING = compiled(
    rf"\b(?:valid|banned|barred|inadmissible|refused|(?:shut|close)s? the door) (?:only |just |out )?for (?P<a>{_LENGTH})"
)
# How long somebody has for something.
_DEADLINE = compiled(
    rf"\b(?P<a>{_LENGTH}) to (?:apply|file|submit|respond|reply|accept|complete|send|hand in|gather|decline)\b"
)
_NOT_PROCESSING = compiled(
    r"\b(?:experience|full-time|part-time|continuous|valid(?:ity)?|expires?|old|within the past|in the past|past|last|to (?:submit|apply|accept|file|respond|decline)|studies|study|program(?:me)?s? of|draws?|rounds?|gaps?|between)\b"
)
_PEOPLE = (
    r"(?:people|persons|candidates?|applicants?|immigrants?|newcomers?|residents?|workers?|nurses?|doctors?|physicians?|profiles?|francophones?|speakers?|nominees?|respondents?|voters?|readers?|students?|graduates?|"
    r"families|women|men|canadians?|employers?|refusals?|applications?|members|consultants|teachers|invitees|those|them|the pool|the population|admissions|the workforce|carpenters|cooks|engineers|welders|tradespeople|holders|clients|customers|cases|files|educators|managers|owners|migrants|professionals)"
)
# "A third of all plumbers": whoever they are, they are no draws.
_ALL_OF = r"(?:of|among) (?:all|our)(?: [a-z'-]+)? (?!(?:draws?|rounds?|invitations?|itas|points|categories|lists|codes|types|occupations|jobs|programs|years|weeks|months|days|times|places|cut-?offs)\b)[a-z]{3,}s"
_A_SHARE = (
    r"(?P<share>\b[0-9]+(?:[.,][0-9]+)?\s?(?:%|per ?cent\b|percent\b)|\b(?:(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of)|[1-9] out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+)\b"
    r"|\b(?:about |nearly |almost |over |more than )?(?:a|one|two|three)[\s-](?:half|thirds?|quarters?|fifths?|tenths?)\b|\bhalf\b|\b(?:the )?(?:vast |great |overwhelming |large )?majority\b)"
)
_SHARE = compiled(
    _A_SHARE
    + rf"(?: (?:of|among))?(?: (?:all|the|our|its|their|these|those|invited|express|entry|canadian|new|eligible|french-speaking|successful|skilled|every|healthcare|permanent|international|foreign|cec|french|pool|stem|who were)){{0,4}} (?P<people>{_PEOPLE})\b"
)
_SHARE_OF_ALL = compiled(rf"{_A_SHARE} {_ALL_OF}\b")
# "One position in seven", "admissions by a fifth".
_ONE_OF = compiled(
    r"\b(?:one (?!(?:draw|round|invitation|ita|point|code|occupation|category|list|week|month|year|day|time)s?\b)(?:[a-z'-]+ ){1,2}?in (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|[0-9]{1,2}(?![0-9,]))(?! (?:draws?|rounds?|weeks?|months?|years?|days?)\b))\b"
    rf"|\b(?P<several>(?:two|three|four|five|six|seven|eight|nine|[2-9]) (?:[a-z'-]+ )?(?:{_PEOPLE}|clients?|members?|families|employers?) in (?:every )?(?:three|four|five|seven|eight|nine|ten|twenty|a hundred|10|100))\b(?! (?:draws?|rounds?|weeks?|months?|years?|days?)\b)"
)
_OF_ADMISSIONS = compiled(
    rf"\b(?:admissions|intake|refusals?|backlogs?|fees?|arrivals|staff)(?: [\w'-]+){{0,4}}? by {_A_SHARE}"
)
_PRONOUNS = frozenset(("them", "those"))
_INVITED = compiled(r" (?:who (?:were|are) )?(?:invited|waiting|living|applying)\b")
_COUNTED = compiled(rf"\b(?:(?P<invitations>invitations?|itas?|invited|issued)|{_PEOPLE})\b")
_ASKS_OF_WORK = compiled(r"\b(?:experience|worked|work)\b[^?]*\?[^\w]*$")
# A poll of one's own is a source.
_OWN_POLL = compiled(
    r"\b(?:our|we asked|own) (?:\w+ )?(?:poll|survey|readers|subscribers|newsletter)\b|\bwe asked\b"
)
# The results of a draw are checked against the record itself, whoever gave them out.
_RESULTS = compiled(
    r"\b(?:[0-9][0-9,.]* (?:\w+ )?(?:invitations?|itas?|candidates|people)|(?:cut-?off|draw|round|results?) \w+|invited|(?:(?:an?|the|its|two|three|four|five|six) (?:new |further |other )?|new )(?:categor(?:y|ies)|lists?|occupations?))\b"
)
_GIVES_OUT = compiled(
    r"(?:announce[sd]?|confirm(?:s|ed)|report(?:s|ed)|reveal(?:s|ed)|by ircc|according to .*)$"
)
_NOTHING = compiled(r"\b(?:not|no|never|neither|nobody|nothing|whether|rarely)\b|n't\b")
# What somebody heard is no result that was given out.
_HEARSAY = compiled(r"\b(?:heard|hears?|rumou?rs?|told)(?: \w+)?(?: that)? $")
_PLANS = compiled(
    r"\b(?:plans?|intends?|will|would|is to|are to|was to|were to|going to|expects?|next|further|more|later|soon|targets?|levels)\b"
)


def needing(sentence: str, before: str = "") -> Iterator[Needing]:
    """Yield what needs a source in a sentence in small letters, with plain quotation marks, in no order. `before` is the
    sentence before it."""
    for match in _SAID.finditer(sentence):
        if _is_news(sentence, match.start(), match.end()):
            yield Needing(*_said(sentence, match), Need.SAID)
    if _CURRENCY.search(sentence):
        yield from (Needing(*match.span(), Need.MONEY) for match in _MONEY.finditer(sentence))
    for match in _DURATION.finditer(sentence):
        group = "a" if match["a"] else "b"
        around = sentence[max(0, match.start() - 40) : match.end() + 40]
        if not _NOT_PROCESSING.search(around) and not _ASKS_OF_WORK.search(before):
            yield Needing(*match.span(group), Need.DURATION)
    for pattern in (_LASTING, _DEADLINE):
        yield from (Needing(*match.span("a"), Need.DURATION) for match in pattern.finditer(sentence))
    if _OWN_POLL.search(sentence):
        return
    shares = {match.span("share") for match in _SHARE_OF_ALL.finditer(sentence)}
    shares |= {match.span("share") for match in _OF_ADMISSIONS.finditer(sentence)}
    shares |= {match.span() for match in _ONE_OF.finditer(sentence)}
    for match in _SHARE.finditer(sentence):
        if (
            match["people"] not in _PRONOUNS
            or _INVITED.match(sentence, match.end())
            or not _is_of_invitations(sentence[: match.start()], before)
        ):
            shares.add(match.span("share"))
    yield from (Needing(*share, Need.SHARE) for share in shares)


def _said(sentence: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the bounds of who said something and of what was said: behind it, or before it where nothing follows."""
    if _IS_BEHIND.match(sentence, match.end()):
        start = sentence.rfind(";", 0, match.start()) + 1
        return start + len(sentence[start:]) - len(sentence[start:].lstrip(_ENDING)), match.end()
    quoted = sentence.find('"', match.end() + 3) if '"' in sentence[: match.start()] else -1
    ends = quoted if quoted > 0 else len(sentence.rstrip(_ENDING))
    stop = _NEXT_CLAUSE.search(sentence, match.end(), ends)
    return match.start(), stop.start() if stop else ends


_IS_BEHIND = compiled(r"[^\w]*$| ?, (?:and|but|while|so)\b")
_ENDING = " \n\t.,;:!?*_\"')("
_NEXT_CLAUSE = compiled(r";|, (?:and|but|while|whereas|so) ")


def _is_of_invitations(said: str, before: str) -> bool:
    """Whether "them" are invitations that the words before count: their shares are the record's."""
    for words in (said, before):
        if last := list(_COUNTED.finditer(words)):
            return last[-1]["invitations"] is not None
    return False


def _is_news(sentence: str, start: int, end: int) -> bool:
    """Whether what was said is more than the figures of a draw, and anything was said at all."""
    following = sentence[end : end + 60].lstrip()
    if sentence[:end].endswith(" say") and not sentence[:end].endswith("s say"):
        # "Declined to say", "did IRCC say".
        return False
    if _HEARSAY.search(sentence, max(0, start - 30), start):
        return True
    if _NOTHING.search(sentence[start:end]) or _NOTHING.match(following):
        return False
    given_out = _GIVES_OUT.search(sentence[start:end]) and _RESULTS.search(following)
    return not given_out or bool(_PLANS.search(following))
