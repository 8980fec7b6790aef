"""What a sentence says that readers cannot check without a source beside it. Pure: no Django."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.references import gettext_noop


class Need(Enum):
    """Why a source is needed, as an editor reads it."""

    SAID = gettext_noop("What IRCC or another body said needs a link to where it said so.")
    MONEY = gettext_noop("A sum of money needs a link to its source.")
    DURATION = gettext_noop("How long something takes needs a link to its source.")
    SHARE = gettext_noop("A share of people needs a link to its source.")
    NUMBER = gettext_noop("A number of people or files that no draw counts needs a link to its source.")


class Needing(NamedTuple):
    """sentence[start:end] needs a source."""

    start: int
    end: int
    need: Need


_BODIES = (
    r"(?:ircc|immigration, refugees and citizenship canada|immigration canada|(?:the )?immigration (?:department|minister|ministry|officials)|the (?:department|minister|government|ministry|armed forces|forces|military|unions?|industry)|"
    r"(?:the )?(?:federal|canadian|provincial|ontario|quebec) government|ottawa|statistics canada|statcan|cbsa|service canada|esdc|minister (?:\w+ ){1,2}|marc miller|sean fraser|lena (?:metlege )?diab|"
    r"(?:the )?(?:parliamentary budget officer|auditor general|conference board(?: of canada)?)|an? (?:(?:immigration|federal|government|department|senior|visa|border) ){0,2}(?:official|spokes\w+|officer|internal memo|memo|briefing note|report|survey|study)(?: (?:for|of|at|by|from)(?: [\w']+){1,4}?)?|officials|spokes\w+(?: \w+){0,2}|critics|experts|analysts|lawyers|consultants|observers|insiders)"
)
_ADVERB = r"(?: (?:has|have|had|also|later|then|recently|already|since|now|repeatedly|officially|publicly|previously|once|has also|have also)){0,2}"
_SAYS = r"(?:said|says?|stated|told|confirmed|explained|announced|wrote|(?:states|writes|tells|confirms|explains|announces|reports|notes)(?= ?(?:that\b|:|,|\"|how\b|why\b|on its\b|$))|warned|warns|promised|promises|indicated|indicates|suggested|suggests|estimated|estimates|reported|claimed|claims|acknowledged|admitted|(?:finds|found|shows?|showed)(?= that\b)|hints?|hinted|lets? it be known|has let it be known|predicts?|predicted|expects?|insists?|insisted|noted|signalled|pledged|revealed|projects|projected|intends|plans|planned|intended|wants|wanted|hopes?|hoped|aims?|aimed|believes?|likes? to say|likes? to repeat|(?:is|are) (?:said|reported|believed|understood|rumoured|thought|known) to)"
# What a department does with so many files or people.
_DOES = r"(?:works?|employs?|refuses?|rejects?|approves?|decides?|finishes|spends?|receives?|hires?|sits on|has hired|handles?|takes in)"
_SAID = compiled(
    rf"\b{_BODIES}(?:'s (?:website|site|page|notice|spokes\w+|plan|office))?{_ADVERB} {_SAYS}\b"
    rf"|\baccording to (?:an? |the )?(?:\w+ ){{0,2}}?(?:{_BODIES}|lawyer|consultant|expert|agent|insider)|\bfrom ircc we hear\b|\bas ircc put it\b|\b{_SAYS} (?:by )?(?:ircc|the (?:department|minister))\b"
    rf"|\b{_BODIES} (?:now |still |only )?{_DOES} (?:\w+ ){{0,3}}?(?:half|one in|[1-9][0-9]*(?:,[0-9]{{3}})*(?: per ?cent|%)? (?!months|points|invit|occup|categ|draws|rounds|cand))"
    rf"|\b(?:it|officials|the minister|the department) (?:was|were|is|are) (?:quoted|cited)\b|\bin (?:an? )?(?:statement|interview|press release|news release|tweet|briefing)\b[^.]{{0,40}}\b(?:ircc|minister|department)\b"
)
_COUNTED_IN_WORDS = (
    rf"(?:one|{FEW}|fifteen|eighteen|twenty|twenty-five|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_CURRENCY = compiled(r"\$|cad|usd|dollars|bucks|cents")
_MONEY = compiled(
    r"(?:(?:\b(?:ca|c|cad|us|cdn|can)\s?)?\$ ?[0-9][0-9,. ]*[0-9]|(?:\b(?:ca|c|cad|us)\s?)?\$ ?[0-9])(?:\s?(?:k|million|billion|m)\b)?"
    r"|\b(?:cad|usd) ?[0-9][0-9,.]*[0-9]"
    r"|\b[0-9][0-9,.]*(?: (?:thousand|million|billion))? (?:canadian |us )?(?:dollars|cad|bucks|cents)\b"
    rf"|\b(?:(?:several|many|a few|a couple of|a|{_COUNTED_IN_WORDS})(?: (?:hundred|thousand|million|billion))?|hundreds of|thousands of|millions of) (?:canadian |us )?dollars\b"
)
_LENGTH = (
    rf"(?:(?:[0-9]+(?:\.[0-9]+)?|one|{FEW}|fifteen|eighteen|twenty|thirty|forty|sixty|ninety|a|an|a couple of|several|half an?)"
    rf"(?:(?: to | or |\s?[-–]\s?)(?:[0-9]+|{FEW}))?[\s-](?:and a half )?(?:business |working |calendar )?(?:day|week|month|year)s?)"
    r"(?![\s-](?:later|earlier|ago|before|degree|diploma|of (?:[\w-]+ )?(?:work|experience|employment|stud\w*))\b)"
)
_PROCESSING = (
    r"(?:process(?:ing|ed|es)?(?: times?)?|finali[sz]ed?|decisions?|decided|approv(?:al|ed|als)|assess(?:ed|ment)|wait(?:ing)? times?|the wait (?:after|for (?:an?|the|your)? ?(?:decision|answer|visa|papers|result))|backlogs?|turnaround|(?:an|the|their|your) (?:answer|reply|response)|(?:your|their|the) papers|results? (?:come|comes|came|are|arrive)|invited within|issued a visa|land(?:s|ed|ing)?|(?:would|will|must|may) (?:have )?wait(?:ed)?|done in|confirmation of permanent residence|copr|"
    r"applications? (?:now )?(?:takes?|took)|(?:files?|cases?|applications?)(?: \w+){0,3}? (?:closed|settled|handled|done)|takes?|took|taking|how long it takes|medical exams?|biometrics|service standards?)"
)
_DURATION = compiled(
    rf"\b{_PROCESSING}\b(?:(?:[\s\"'(,:]+[\w'-]+){{0,9}}?)[\s\"'(,:]+(?P<a>{_LENGTH})|(?P<b>\b{_LENGTH})(?:[\s]+[\w'-]+){{0,6}}?[\s]+(?:to|for|of|before|until|in|on|is|was) (?:\w+ ){{0,3}}?{_PROCESSING}\b"
)
# "Files are answered in half a year", "six months after the invitation".
_AFTER_ALL = compiled(
    rf"\b(?:applications?|files?|papers|visas?)\b(?: [\w'-]+){{0,5}}? (?:in|within|after|for) (?:(?:about|around|some|only|just|under|less than) )?(?P<a>{_LENGTH})"
    rf"|\b(?:expect|face|means?) a wait of (?:about |up to )?(?P<b>{_LENGTH})"
    rf"|\b(?P<c>{_LENGTH}) after (?:the|an|your|their|each) invitation\b"
)
# How long something is valid, or keeps somebody out.
_LASTING = compiled(
    rf"\b(?:valid|banned|barred|inadmissible|refused|(?:shut|close)s? the door) (?:only |just |out )?for (?P<a>{_LENGTH})"
)
# How long somebody has for something.
_DEADLINE = compiled(
    rf"\b(?P<a>{_LENGTH}) to (?:apply|file|submit|respond|reply|accept|complete|send|hand in|gather|decline)\b"
)
# How long a thing takes as a rule: "on average four months after joining".
_ON_AVERAGE = compiled(
    rf"\bon average,? (?:of |in |about )?(?P<a>{_LENGTH})|\b(?P<b>{_LENGTH}),? on average\b"
)
# The answer to "How long does it take?".
_HOW_LONG = compiled(r"\bhow long\b[^.?]{0,60}\b(?:takes?|took|last|wait|process\w*|before|until)\b")
_ANSWERS = compiled(
    rf"[^\w]*(?:(?:about|around|some|roughly|usually|mostly|normally|on average|up to|at least|almost|nearly) )*(?P<a>{_LENGTH})\b"
)
# "Take a cook with a year of work" takes no time.
_IMAGINED = compiled(r"(?:^|[.:;!?*\"] ?|\band )take$")
_NOT_PROCESSING = compiled(
    r"\b(?:experience(?! class)|full-time|part-time|continuous|valid(?:ity)?|expires?|old|within the past|in the past|past|last|to (?:submit|apply|accept|file|respond|decline)|studies|study|program(?:me)?s? of|draws?|rounds?|gaps?|between)\b"
    r"|\bit took [^,;.]{3,25}, but\b"
)
_PEOPLE = (
    r"(?:people|persons|candidates?|applicants?|immigrants?|newcomers?|residents?|workers?|nurses?|doctors?|physicians?|profiles?|francophones?|speakers?|nominees?|respondents?|voters?|readers?|students?|graduates?|"
    r"families|women|men|canadians?|employers?|refusals?|applications?|members|consultants|teachers|invitees|those|them|the pool|the population|admissions|the workforce|drivers|plumbers|builders|recruits|soldiers|papers|carpenters|cooks|engineers|welders|tradespeople|holders|clients|customers|cases|files|educators|managers|owners|migrants|professionals)"
)
# "A third of all plumbers": whoever they are, they are no draws.
_ALL_OF = r"(?:of|among) (?:all|our)(?: [a-z'-]+)? (?!(?:draws?|rounds?|invitations?|itas|points|categories|lists|codes|types|occupations|jobs|programs|years|weeks|months|days|times|places|cut-?offs)\b)[a-z]{3,}s"
_A_SHARE = (
    r"(?P<share>\b[0-9]+(?:[.,][0-9]+)?\s?(?:%|per ?cent\b|percent\b)|"
    rf"\b{_COUNTED_IN_WORDS}(?:-\w+)? per ?cent\b|\b(?:(?:one|{FEW}) (?:in|out of)|[1-9] out of)(?: every)? (?:{_COUNTED_IN_WORDS}|a hundred|[0-9]+)\b|\b(?:one|two|three|four) of every (?:three|four|five|ten)\b"
    r"|\b(?:about |nearly |almost |over |more than )?(?:a|one|two|three|four)[\s-](?:half|thirds?|quarters?|fifths?|tenths?)\b|\bhalf\b|\b(?:the )?(?:vast |great |overwhelming |large )?majority\b)"
)
_SHARE = compiled(
    _A_SHARE
    + rf"(?: (?:of|among))?(?: (?:all|such|internationally|trained|the|our|its|their|these|those|invited|express|entry|canadian|new|eligible|french-speaking|successful|skilled|every|healthcare|permanent|international|foreign|cec|french|pool|stem|who were)){{0,4}} (?P<people>{_PEOPLE})\b"
)
_SHARE_OF_ALL = compiled(rf"{_A_SHARE} {_ALL_OF}\b")
# "One position in seven", "admissions by a fifth".
_ONE_OF = compiled(
    rf"\b(?:one (?!(?:draw|round|invitation|ita|point|code|occupation|category|list|week|month|year|day|time|before|after)s?\b)(?:[a-z'-]+ ){{1,2}}?in (?:every )?(?:{FEW}|twenty|twenty-five|fifty|a hundred|[0-9]{{1,2}}(?![0-9,]))(?! (?:draws?|rounds?|weeks?|months?|years?|days?|occupations?|categories|cases)\b))\b"
    rf"|\b(?P<several>(?:{FEW}|[2-9]) (?:[a-z'-]+ )?(?:{_PEOPLE}|clients?|members?|families|employers?|places|positions|jobs|posts|seats) (?:in|of|out of) (?:every )?(?:three|four|five|seven|eight|nine|ten|twenty|fifty|a hundred|10|100))\b(?! (?:draws?|rounds?|weeks?|months?|years?|days?)\b)"
)
_OF_ADMISSIONS = compiled(
    rf"\b(?:admissions|intake|refusals?|backlogs?|fees?|arrivals|staff)(?: [\w'-]+){{0,4}}? by {_A_SHARE}"
)
# "Nine in ten were admitted", "most of the invited already live in Canada".
_OF_THEM = compiled(
    rf"(?P<share>\b{_COUNTED_IN_WORDS} (?:in|out of) (?:every )?{_COUNTED_IN_WORDS}) (?:already |now |never )?(?:are|were|is|was|gets?|got|have|had|has|lives?|works?|stays?|fails?|passe[sd]?|pass|appl(?:y|ies)|will)\b"
    rf"|{_A_SHARE.replace('?P<share>', '?P<invited>')} of (?:the|those|all) invited (?:already |now |never )*(?:live|work|apply|stay|settle|leave)s?\b"
    rf"|(?P<most>\bmost) (?:of )?(?:(?:the|those) invited|invitees|{_PEOPLE}) (?:already live|live in canada|already work|never apply|give up|are (?:refused|approved))\b"
    rf"|\b(?P<every>every (?:second|third|fourth|fifth|tenth) (?!candidate)(?:{_PEOPLE}|driver|plumber|file|case|client))\b"
    rf"|\b(?:unemployment|wages?|salar(?:y|ies)|rents?|inflation|earnings|(?:refusal|approval|success|vacancy) rates?)(?: [\w'-]+){{0,6}}? (?P<rate>[0-9]+(?:\.[0-9]+)? ?(?:%|per ?cent\b|percent\b)|(?:{_COUNTED_IN_WORDS}) per ?cent\b)"
    rf"|{_A_SHARE.replace('?P<share>', '?P<readers>')} of (?:you|our readers)\b"
    rf"|(?P<several>\b{_COUNTED_IN_WORDS} (?:in|out of|of|of every) {_COUNTED_IN_WORDS}) (?:[a-z'-]+ ){{0,2}}(?:of )?(?:[a-z'-]+ )?(?:drivers|nurses|doctors|teachers|cooks|clients|newcomers|workers|files|applicants)\b"
)
# Numbers that count no draw's invitations: of files that wait, of hands that are missing.
_MANY = (
    r"(?:(?:more than |nearly |about |some |over |up to |at least |another )*(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|(?:a|an|several|many|a few|[0-9.]+|"
    + _COUNTED_IN_WORDS[3:-1]
    + r")(?: (?:hundred|thousand|million))+|(?:hundreds|thousands|tens of thousands|millions) of))"
)
_NO_INVITATIONS = r"(?!(?:[\w-]+ ){0,2}?(?:invit\w+|itas?|points|candidates?|draws?|rounds?|nominations?)\b)"
_NUMBERS = compiled(
    rf"\b(?:backlogs?|inventory|queue|shelves|waiting list)(?: [\w'-]+){{0,6}}? (?P<a>{_MANY})\b"
    rf"|\b(?:lacks?|lacking|short of|shortage of|misse[sd]|missing|needs?|wants?|hopes? for|looks? for|looking for|seeks?|expects?) (?P<b>{_MANY} {_NO_INVITATIONS}(?:[a-z'-]+ ){{0,2}}?[a-z]+)\b"
    rf"|\b(?P<c>{_MANY} (?:[a-z'-]+ ){{0,2}}?(?:(?:are|sit|remain|stand|were) (?:still |now )?(?:waiting|vacant|unfilled|empty|missing|unprocessed)|vacancies|unfilled|vacant|files|cases|pending))\b"
)
_PRONOUNS = frozenset(("them", "those"))
_INVITED = compiled(r" (?:who (?:were|are) )?(?:invited|waiting|living|applying)\b")
_COUNTED = compiled(rf"\b(?:(?P<invitations>invitations?|itas?|invited|issued)|{_PEOPLE})\b")
_ASKS_OF_WORK = compiled(r"\b(?:experience|worked|work)\b[^?]*\?[^\w]*$")
# A poll of one's own is a source.
_OWN_POLL = compiled(r"\b(?:our|we asked|own) (?:\w+ )?(?:poll|survey)\b|\bwe asked\b")
# The results of a draw are checked against the record itself, whoever gave them out.
_RESULTS = compiled(
    rf"\b(?:[0-9][0-9,.]* (?:\w+ )?(?:invitations?|itas?|candidates|people)|(?:cut-?off|draw|round|results?) \w+|invited|(?:(?:an?|the|its|{FEW}) (?:new |further |other )?|new )(?:categor(?:y|ies)|lists?|occupations?))\b"
)
_GIVES_OUT = compiled(
    r"(?:announce[sd]?|to|confirm(?:s|ed)|report(?:s|ed)|reveal(?:s|ed)|by ircc|according to .*)$"
)
_NOTHING = compiled(r"\b(?:not|no|never|neither|nobody|nothing|whether|rarely)\b|n't\b")
# What somebody heard is no result that was given out.
_HEARSAY = compiled(r"\b(?:heard|hears?|rumou?rs?|told)(?: \w+)?(?: that)? $")
# "The categories that the department announced", "we expect the department to follow".
_RELATIVE = compiled(r"\b(?:categor(?:y|ies)|rules?|lists?|changes?|draws?|rounds?|ones?)(?: that| which)? $")
_OF_OURS = compiled(r"\b(?:we|i) $")
_PLANS = compiled(
    r"\b(?:plans?|intends?|will|would|is to|are to|was to|were to|going to|expects?|next|further|more|later|soon|targets?|levels)\b"
)


def needing(sentence: str, before: str = "") -> Iterator[Needing]:
    """Yield what needs a source in a sentence in small letters, with plain quotation marks, in no order. `before` is the
    sentence before it. What somebody said is one claim, whatever figures stand in it."""
    said = [
        Needing(*_said(sentence, match), Need.SAID)
        for match in _SAID.finditer(sentence)
        if _is_news(sentence, match.start(), match.end())
    ]
    yield from said
    for found in _figures(sentence, before):
        if not any(one.start < found.end and found.start < one.end for one in said):
            yield found


def _figures(sentence: str, before: str) -> Iterator[Needing]:
    """Yield sums of money, durations, numbers and shares of people."""
    if _CURRENCY.search(sentence):
        yield from (Needing(*match.span(), Need.MONEY) for match in _MONEY.finditer(sentence))
    yield from (Needing(*span, Need.DURATION) for span in _durations(sentence, before))
    for match in _NUMBERS.finditer(sentence):
        yield Needing(*match.span(match.lastgroup or 0), Need.NUMBER)
    if _OWN_POLL.search(sentence):
        return
    shares = {match.span("share") for match in _SHARE_OF_ALL.finditer(sentence)}
    shares |= {match.span("share") for match in _OF_ADMISSIONS.finditer(sentence)}
    shares |= {match.span() for match in _ONE_OF.finditer(sentence)}
    if not _is_of_invitations("", before):
        shares |= {match.span(match.lastgroup or 0) for match in _OF_THEM.finditer(sentence)}
    for match in _SHARE.finditer(sentence):
        if (
            match["people"] not in _PRONOUNS
            or _INVITED.match(sentence, match.end())
            or not _is_of_invitations(sentence[: match.start()], before)
        ):
            shares.add(match.span("share"))
    yield from (Needing(*share, Need.SHARE) for share in shares)


def _durations(sentence: str, before: str) -> set[tuple[int, int]]:
    """Return the bounds of how long things take, last or may take."""
    spans = {match.span("a") for pattern in (_LASTING, _DEADLINE) for match in pattern.finditer(sentence)}
    for pattern in (_DURATION, _ON_AVERAGE, _AFTER_ALL):
        for match in pattern.finditer(sentence):
            around = sentence[max(0, match.start() - 40) : match.end() + 40]
            asked = pattern is not _AFTER_ALL and _ASKS_OF_WORK.search(before)
            imagined = _IMAGINED.search(sentence, max(0, match.start() - 6), match.start() + 4)
            if not (asked or imagined or _NOT_PROCESSING.search(around)):
                groups = match.groupdict()
                spans.add(match.span(next(name for name in ("a", "b", "c") if groups.get(name))))
    answer = _ANSWERS.match(sentence)
    if answer and _HOW_LONG.search(before) and not _NOT_PROCESSING.search(before):
        spans.add(answer.span("a"))
    return spans


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
    if _RELATIVE.search(sentence, max(0, start - 30), start) or _OF_OURS.search(
        sentence, max(0, start - 4), start
    ):
        return False
    if _HEARSAY.search(sentence, max(0, start - 30), start):
        return True
    if _NOTHING.search(sentence[start:end]) or _NOTHING.match(following):
        return False
    given_out = _GIVES_OUT.search(sentence[start:end]) and _RESULTS.search(following)
    return not given_out or bool(_PLANS.search(following))
