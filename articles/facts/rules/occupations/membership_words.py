"""The words by which an occupation comes onto a list, leaves it, stands on it or does not. Pure: no Django.

An occupation stands before what is said of it ("cooks were dropped") or after it ("the list lost cooks"). What is said
is put together of small words (auxiliaries, adverbs, "not", "no longer") and a core; the small words turn it round.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from articles.facts.rules.common.patterns import KEPT, compiled
from articles.facts.rules.common.period_forms import FEW, MONTH_NAMES

from .membership_exchange import OTHER, is_exchanged


class Said(Enum):
    """What is said of an occupation and a list. REMOVED: it left, GONE: it is on it no longer."""

    ON = "on"
    OFF = "off"
    ADDED = "added"
    REMOVED = "removed"
    GONE = "gone"
    STAYED = "stayed"


@dataclass(frozen=True, slots=True)
class Predicate:
    """What text[start:end] says; `denied`: that it did not happen. `is_bare`: a list named beside an
    occupation, no verb. `is_new`: that it is new, by the newest list. `is_never`: that it was on no list of the type."""

    said: Said
    start: int
    end: int
    is_past: bool = False
    denied: bool = False
    is_bare: bool = False
    is_new: bool = False
    is_never: bool = False


_OPPOSITE = {
    Said.ON: Said.OFF,
    Said.OFF: Said.ON,
    Said.STAYED: Said.OFF,
    Said.GONE: Said.ON,
    Said.ADDED: Said.OFF,
    Said.REMOVED: Said.ON,
}

_SMALL = (
    r"(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|may|might|will|must|would|should|cannot"
    r"|(?:is|are|was|were|has|have|had|do|does|did|ca|could|wo|would|should)n't|'re|'ve|not|never|neither|nowhere|no longer|not any more|now|also|still"
    r"|all|both|already|currently|again|indeed|therefore|however|of course|too|even|there|eligible and|newly|ever|since|once|only|just|then|thus"
    r"|hence|got|get|gets|today|as well|either|each|always|formerly|previously|finally|recently|officially|at last|at all|simply|quietly"
    r"|continue to|continues to|continued to|used to|able to|allowed to|entitled to|likewise|among others|too,|however,|since then|for now|so far|permanently|entirely|altogether)"
)
# Of whom a list is, as it is named behind what is said.
_NOUNS = r"(?:lists?|categor(?:y|ies)|versions?|draws?|rounds?|streams?|selections?|groups?)"
LIST = (
    rf"(?:that (?:of|from|for)\b|the (?:former|latter)\b|the (?:first|second)(?= ?[.,;)]| ?$| (?:and|while|but|of these|of them)\b)|(?:[\w'/&-]+ ){{0,7}}?{_NOUNS}\b(?! of occupations that)|it\b|them\b|there\b|(?:that|this|either) one\b|one\b|stem\b|(?:the |an? )?trades?\b"
    r"|(?:the |this )?health ?care\b|transport\b|education\b|agriculture\b|express entry\b)"
)
# Types by the short names that stand behind "is with" and "sits under".
_TYPES = r"(?:the )?(?:trades?|stem|health ?care|health|transport|agriculture|education)(?= ?[.,;:!)]| ?$| (?:list|category|and|but|as|now|too)\b)"
_OFF_IT = r"(?:off|from|out of)"
_ONTO = r"(?:onto|on to|into|to|on|in)"
_PLACE = r"(?:its|their|a|the|his|her) (?:place|spot|seat|status|eligibility|listing|position|home)"
# "Among those taken off", "one of the jobs that were added": the occupation is said to be one of them.
_OF_THOSE = (
    r"(?:among|amongst|one of|two of|part of|some of) (?:those|the ones|the (?:[\w-]+ ){0,2}(?:occupations|jobs|trades|codes))"
    r"(?: (?:that|which|who))?(?: (?:was|were|has|have|had|got))?(?: been)?"
)

# "In 2026 cooks left the list" begins with a time, and no list.
_TIME = (
    r"20[0-9]{2}(?!'| (?:[\w-]+ )?(?:lists?|versions?)\b)|(?:this|that|the same|last) (?:year|month|week)\b|(?:early |late |mid-)?"
    rf"(?:{MONTH_NAMES})\b"
)

# Cores with the occupation before them. Those of "passive" need a form of "to be" among the small words.
_BEFORE = {
    "removed": rf"(?:{_OF_THOSE} (?:removed|dropped|(?:taken|thrown|struck|crossed|kicked) (?:off|out)|cut|deleted|lost|gone|axed|went|disappeared|(?:that|which|who) left|had to go|left out)\b|went overboard|went by the board|(?:drop|dropped|drops|fell|fall|falls|came|come|comes|went|go|goes|gone|disappear\w*|vanish\w*|slipped|slip|bowed) {_OFF_IT}(?: {LIST})?|(?:fell away|fell by the wayside|dropped out|bowed out|disappeared|vanished)(?= ?[.,;:!)]| ?$| (?:too|as well|altogether|entirely|in|this|last)\b)"
    rf"|(?:left|leave|leaves|exited|exits?) (?!on\b|in\b|out\b|off\b|with\b|to\b|from\b){LIST}|(?:lost|lose|loses) {_PLACE}(?: (?:on|in|under|for|among|as) {LIST})?|(?:(?:had|has|have had) to )?(?:make|makes|made) (?:way|room) for|gave way to|had to (?:go|leave)(?= ?[.,;:!]| ?$| (?:this|last|in)\b)"
    rf"|(?:lost|lose|loses) out|left(?= ?[.,;!?]| ?$| (?:and|while|but) [^.;:]{{3,60}}\bjoined\b| (?:in|last|this|at the|as|when|while|after|before) )|went out|went(?= ?[.;]| ?$| (?:too|as well)\b))",
    "passive_removed": rf"(?:removed|dropped|taken|thrown|kicked|booted|weeded|crossed|deleted|struck|cut|gone|delisted|axed|scrapped|pulled|expelled|erased|eliminated|ousted|shed|purged|pruned|stripped|replaced by)\b(?: (?:off|out))?(?: {_OFF_IT}(?: {LIST})?)?",
    "joined": rf"came(?= ?[,;] (?:and |but )?[^.;:,]{{3,40}} (?:went|left|fell)\b)|joined(?= ?[.;!]| ?$| (?:and|while|but) [^.;:]{{3,60}}\b(?:left|stayed)\b)|came aboard|came on board|(?:came|come|comes) in(?= ?[.,;:!)]| ?$| (?:and|in [0-9]{{4}}|from|as|when|while|under|instead)\b)|(?:join|joins|joined|enter|enters|entered) {LIST}|(?:came|come|comes|moved|move|moves|got|made it|make it|made their way|went|crossed over|switched)(?: over)?(?: from {LIST})? {_ONTO} {LIST}"
    r"|counts? among (?:the |its )?(?:newcomers|additions|new)|(?:replace|replaces|replaced|(?:took|takes?|taking|taken) (?:over )?(?:(?:the|its|their) (?:place|seat|spot|slot) of|(?:its|their) (?:place|seat|spot|slot)(?= ?[.,;!]| ?$| (?:on|in|there)\b)))(?! by)",
    "passive_added": rf"{_OF_THOSE} (?:added|new|gained|brought in|let in|taken in|(?:that|which|who) (?:came in|joined))\b|(?:added|brought|put|placed|taken up|admitted|introduced|let in|allowed in|included for the first time|moved|welcomed|inserted)\b(?: (?:in|on)\b)?(?: {_ONTO} {LIST})?"
    rf"|(?:new|(?:the |an? |among the |one of the )?(?:only |latest |newest |new |sole |most recent |biggest |main ){{0,2}}(?:newcomers?|additions?|arrivals?|joiners?|entr(?:y|ies)|entrants?))(?: (?:on|to|in|among|of) {LIST})?",
    "off": rf"(?:(?:looks?|looked|search(?:es|ed)?) in vain\b[^.;:]{{0,40}}?(?: (?:on|in|under) {LIST})?|no (?:place|spot|room|line|home|mention) (?:on|in|under|among) {LIST}|left out|left off|excluded|missing|absent|ineligible|unlisted|off|out of|barred|shut out|locked out|omitted|out|without (?:a|any) (?:category|list|place))\b(?: (?:of|from|under|in|for) {LIST}| {LIST})?",
    "stayed": rf"(?:stay|stays|stayed|remain|remains|remained|(?:keep|keeps|kept|retain|retains|retained) (?:its|their) (?:categor(?:y|ies)|lists?)|(?:keep|keeps|kept|retain|retains|retained|held|hold|holds) {_PLACE}|survive|survives|survived|kept|made it through)\b(?: (?:listed|eligible|part of|unchanged))?(?: (?:on|in|under|for|among|the changes to|the cuts to|from) {LIST}| {LIST})?",
    "listed": rf"(?:(?:back )?(?:in|on)(?= ?[.,;!)]| ?$| (?:too|as well|also)(?= ?[.,;!)]| ?$))|back(?= ?[.,;!)]| ?$| (?:too|again|as well|on|in|under|among)\b)|there(?= ?[.,;)!]| ?$| (?:too|as well|also|either|though)\b)|(?:listed|included|eligible|covered|named|qualified|represented|mentioned|found|present|recognised|recognized|targeted|accepted|welcome|invited|considered|counted|selected|admissible)\b(?: (?:on|in|under|among|by|for|through|within|to|as|during) {LIST}|(?= (?:under|for|in|through|by|too|as well)\b)|(?= ?[.,;:?!)]| ?$| (?:and|but|when|if|while|since)\b)))",
    "on": rf"(?:on|in|among|amongst|part of|one of|under|within|inside) (?!{_TIME})(?:{LIST}|(?:both|neither|none)\b(?! (?:sides?|cases?|years?|ways?|draws?|rounds?|languages?))|the (?:[\w-]+ )?[\w-]+ (?:occupations|jobs|codes|trades|professions)\b|the occupations|these|those)",
    "verb_on": rf"(?:qualif(?:y|ies|ied)\b(?= (?:too|as well|under|for|in|here|now|again)\b| ?[.,;?!]| ?$)|counts? as (?:an? |eligible |listed )?[\w-]+ (?:occupations?|workers?|professions?|trades?)|counts? as (?:an? )?(?:trades?|stem)\b|(?:heads?|headed|tops?|topped|leads?|opens?|closes?) (?:the |this |that |its )(?:[\w-]+ ){{0,3}}list\b|counts? on {LIST}"
    rf"|(?:appears?|appeared|features?|featured|figures?|figured|stands?|stood|sits?|sat|belongs?|belonged|falls?|fell|comes?|came|ranks?|shows? up) (?:on|in|among|to|under|within|into) {LIST}|stands? (?:beside|next to)"
    rf"|(?:go|goes|went|run|runs|looks?|looked|counts?|counted|is filed|are filed) (?:under|with|among) {LIST}|(?:sits?|sat|stands?|stood|belongs?|ranks?|runs?|goes|go|is|are|was|were) with {_TYPES}|(?:be (?:invited|selected|considered|drawn)|take part(?= in (?!an?\b)| ?[.,;:!?)]| ?$| (?:this|too|as well|again|now|and|but|while)\b))(?: (?:in|under|through|by|for|from) {LIST})?|(?:make|makes|made) (?:it onto |it on |it into )?(?:{LIST}|the cut\b)|(?:make|makes|made) it(?= ?[.,;!]| ?$| and\b| this time)|(?:has|have|had) {_PLACE} (?:on|in|among) {LIST}|appears?(?= ?[.,;)]| ?$| (?:and|but|while|too|as well|there)\b)|be found (?:on|in) {LIST}|apply (?:under|through|in) {LIST})",
}
_ONLY = r"(?:single|sole|only|one|last|lone|solitary) (?:listed |eligible |remaining |surviving )?(?:occupation|entry|code|job|name|profession)"
# Cores with the occupation after them. Those of "front" begin a sentence or follow a comma, and a colon or a form of "to be" joins them to it.
_BE = r"(?:is|are|was|were)"
# "The one occupation that joined the list was".
_THAT = r"(?:occupations?|jobs?|codes?|entry|entries|names?|one|ones) (?:that|which)(?: (?:has|have|had|was|were|been|newly))*"
_AFTER = {
    "removed": rf"(?:lost|loses?|losing|dropped|drops?|dropping|removed|removes?|removing|struck|deleted|deletes?|took off|axed|axes|shed|sheds|scrapped|expelled|kicked out|replaced(?! (?:by|it|them|(?:the|its|this|that) (?:former|old|previous|earlier|first|last|second) (?:one|list|version))\b)|replaces?|replacing|(?:swapped|swaps|exchanged|exchanges|traded)(?= [^.;:]{{3,60}} (?:for|against)\b)|in place of|at the expense of|(?:took|takes?|taking|taken) (?:over )?the (?:place|seat|spot|slot) of|instead of"
    rf"|(?:took|takes|taken|taking|cut|cuts|cutting|pulled|pulls)(?! in\b)(?= (?:[^\s.;:]+ ){{1,7}}{_OFF_IT}\b)|(?:saw|sees) (?:the )?(?:end|exit|departure) of"
    rf"|{_THAT} (?:left|(?:removed|dropped|cut|deleted|struck) from|disappeared from|fell off) {LIST}(?: (?:in|last|this) [\w ]{{3,18}}?)? {_BE}:?(?! (?:on|in|not|no|the|an?)\b)|(?:removal|loss|disappearance|deletion|departure|exit|dropping|removing) of)",
    "added": rf"(?:gained|gains?|gaining|added|adds?|adding|took in|brought in|brings in|welcomed|welcomes?|replaced by|(?:made|make|makes) (?:way|room) for|(?:gave|given) way to|in (?:its|their) place (?:came|come|are|is)|(?:newcomers?|additions?|arrivals?)(?: of [0-9]{{4}})?(?: (?:on|to|in|among) {LIST})?(?: of [0-9]{{4}})?(?: {_BE}|:)"
    rf"|{_THAT} (?:joined|added to|came onto|entered|made it onto) {LIST}(?: (?:in|last|this) [\w ]{{3,18}}?)? {_BE}:?(?! (?:on|in|not|no|the|an?)\b)|(?:addition|arrival|inclusion|entry|adding) of|(?:put|puts|moved|placed|brought)(?= (?:[^\s.;:]+ ){{1,7}}(?:on|onto|to) (?:[\w'-]+ ){{0,3}}list\b))",
    "stayed": r"(?:(?:survived|stayed|stay|remained|remain|were kept|made it)(?: on (?:it|the list))?:|kept|keeps?|keeping|retained|retains?|held on to|left in place)",
    "off": r"(?:(?:lists?|categor(?:y|ies)|versions?) (?:still )?(?:does|do|did)(?: not|n't) (?:name|have|list|mention|count|feature|target|take|accept|hold|welcome|admit|invite|know)|(?:looks?|looked|search(?:es|ed)?) in vain for|none for|not for|excludes?|excluded|leaves? out|left out|omits?|omitted|leaves? off|left off|lacks?|lacked|skips?|skipped|bars?|barred|overlooks?|without|no (?:room|place|space) for|is closed to|are closed to)",
    "verb_on": r"(?:(?:back|returns?|returned|revived|resurrected),? (?:this time |now )?with(?! (?:an?|the|one|two|three|four|five|[0-9]+|only|just|new|its)\b)|(?:goes|went|go) on with|continues with|(?:noc )?codes?(?: are| is)?:|also in:|in:|on it:|(?:eligible|listed|covered|qualifying)(?: are| now| this time| today| again| occupations| jobs)?:|(?:has|have|had)(?= (?:[^\s.;:]+ ){1,6}(?:on|in) (?:it|its list|there|them)\b)|includ(?:es?|ed|ing)|takes? in|contains?|contained|covers?|covered|(?:draws?|rounds?|categor(?:y|ies)|lists?|versions?) (?:is |are |was |were )?(?:also |now |only )?(?:for|open to|aimed at|reserved for|limited to)|opens? to|comprises?|comprised|consists of|consisted of|made up of|lists(?= )|namely"
    rf"|(?:occupations?|jobs?|codes?) (?:left |remaining |still )?(?:in|on|of|under) (?:the list of )?{LIST} (?:now |still )?(?:is|are|was|were)(?: now| still)?(?! (?:on|not|no|in)\b)"
    r"|(?:lists?|categor(?:y|ies)|draws?|rounds?|version)(?: of [0-9]{4})? (?:now |still |also )?(?:has|have|had|names?|named|counts?|counted|features?|featured|lists?|listed|invites?|invited|targets?|targeted|takes?|accepts?|holds?|welcomes?|recogni[sz]es?|allows?|admits?)"
    r"|(?:occupations?|people|workers|candidates|trades|jobs|professions|professionals|codes|roles|fields|groups) (?:such as|like|as varied as|as different as)|room for|a place for"
    r"|among (?:them|these|those)(?: are| is| were)?|notably|(?:occupations?|list|lists)\b[^.;:()]{0,40}(?:, (?:from|such as|like|among them)|: ?(?:from )?))",
    "only": rf"(?:(?:with|has|had|have|is|holds?|keeps?|kept|names?|counts?|lists|contains|down to|to|of) (?:now |just |only |still |but )*(?:a |an |its |the )?{_ONLY}(?: (?:left|remaining|on it|on its list|on the list))?(?:,| ?-|:| \()|the {_ONLY} (?:still |now |left |remaining )*(?:(?:on|in|under|of) (?:the list of )?{LIST} )?(?:(?:now|still) )?(?:is|was|remains):?(?! (?:on|in|not|no|the|a|an|new|gone|removed|added)\b)|(?:all|what) (?:that |which )?(?:is|was|remains?|remained|survives?)(?: now)?(?: left)? (?:in|of|on|under) {LIST} (?:now )?(?:is|are|was|were)(?! (?:on|in|not|no)\b))",
    "front_removed": rf"(?:gone|removed|dropped|struck|taken (?:off|out)|cut|deleted|out|off|axed)(?: (?:from|of|off) {LIST}| {LIST})?(?: (?:in|since) [\w ]{{3,18}}| (?:this|last) (?:year|month|week|time)| today)?(?: too| for good| again)?,?(?: {_BE}(?: now)?|:| -)",
    "front_off": rf"no for\b|(?:not (?:in|there|here)(?=:)|what(?:'s| is| are) not(?=:)|missing|absent|excluded|left out|left off|omitted|not (?:on|in|among|listed|included|eligible)|nowhere (?:on|in))(?: (?:from|of|on|in|under|for) {LIST}| {LIST})?(?: any ?more| any longer| now| at all| yet)?,?(?: {_BE}(?: now)?|:| -)",
    "front_added": rf"(?:new(?:ly)?(?: (?:added|eligible|listed|included|covered|admitted))?|among the (?:newcomers|additions|arrivals|joiners|new (?:occupations|entries|names|codes|jobs|ones))(?= (?:[\w'-]+ ){{0,6}}(?:is|are|was|were)\b)|added|in(?= (?:is|are|was|were)\b)|joining|fresh|newcomers?)(?: (?:on|to|in|for) {LIST}| {LIST})?(?: this year| in [\w ]{{3,18}})?,?(?: {_BE}(?: now| also)?(?! (?:on|not|to|in|an?|the|added|dropped|removed|listed)\b)|:| -)",
    "front_stayed": rf"(?:stayed|kept|unchanged|still (?:on it|in|there|listed))(?: (?:on|in) {LIST})?,? ?(?:{_BE}|:| -)",
    "front_gone": rf"no longer (?:on|in|among|listed|included|eligible|part of)(?: (?:on|in|under|for) {LIST}| {LIST})?,?(?: {_BE}|:| -)",
    "front_on": rf"yes for\b|(?:under|in) {LIST},?(?: you (?:will |'ll |can )?(?:also )?find| (?:also )?(?:comes?|falls?|belongs?|go|goes)\b)|(?:on|among|part of|included (?:on|in)|listed(?: on| in)?|eligible(?: for| under)?|under|within) {LIST}(?: (?:of|for|with) [\w' -]{{2,40}}?)?,?(?: (?:there )?{_BE}|:| -| you (?:will |'ll |can )?find| stands?| sits?)|among (?:the )?(?:[\w'-]+ ){{1,6}}?on (?:it|{LIST}) {_BE}",
}


def _expression(cores: dict[str, str]) -> re.Pattern[str]:
    named = []
    for name, words in cores.items():
        first = (
            r"(?:(?<=[,;:(]\s)|^\W{0,9}|(?<=\band\s)|(?<=\bbut\s)|(?<=\balso\s)|(?<=\bstill\s)|(?<=\bnewly\s))"
            if name.startswith("front")
            else ""
        )
        named.append(f"(?P<{name}>{first}(?:{words}))")
    return compiled(rf"(?<![\w'-])(?P<small>(?:{_SMALL} ){{0,7}})(?:{'|'.join(named)})(?!\w)")


_SUBJECT = _expression(_BEFORE)
_OBJECT = _expression(_AFTER)
_NAMES = {"only": Said.ON, "joined": Said.ADDED, "listed": Said.ON, "verb_on": Said.ON}
_DENIES = compiled(r"\b(?:not|never|neither|nowhere|cannot)\b|n't\b")
_NO_BEFORE = compiled(
    r"\b(?:no|not(?: on)?(?: an?| any)?|without(?: an?)?|never(?: an?)?|none of the|off(?: the)?)(?: [\w-]+){0,2} $"
)
_BEHIND_CODE = compiled(r"\b[0-9]{5}\)? $")
_OF_THEM = compiled(r"(?:one of|among|amongst|part of) (?:them|these|those)\b")
_WENT = compiled(r"\b(?:went|left|gone|removed|dropped|lost|cut|disappeared|deleted)\b")
_ON_THE = compiled(r"\b(?:on|in|off|from|under|of|to|onto|into) (?:the|a|its|this|that) (?:[\w-]+ )?$")
_DIFFERS = compiled(
    r"\b(?:differ\w*|missing|gone|absent|replaced|changed|dropped|swapped|exchanged|removed|out|except\w*|not|lost|fewer|less|added|new|came|joined)\b"
)
_LEAVES = compiled(r"\b(?:leav(?:e|es|ing)|left) $")
_NONE = compiled(r"(?:on|in|among|under|part of) (?:none|neither|no)\b")
_OF_REST = compiled(r"\b(?:it|list|category) (?:still )?(?:has|had) (?:still )?$")
_EXAMPLES = r"[^.;:()]{0,30}?,? ?(?:such as|like|among them|including|included|notably|for instance|for example|namely)$"
_COUNTED = rf"(?:occupations|jobs|codes|trades|entries|names|titles|professions|of them|[0-9]{{1,2}}|{FEW}|some|several|nineteen|others)"
_SUCH_AS = compiled(
    rf"\b(?:(?P<removed>drop(?:s|ped)|los(?:t|es)|remove[sd]|cut|sheds?|deleted|axed|struck|scrapped)|add(?:s|ed)|gain(?:s|ed)|took in|brought in|welcomed) (?:[\w-]+ ){{0,5}}(?:{_COUNTED})\b{_EXAMPLES}"
    rf"|\b{_COUNTED} (?:(?:have |had )?(?P<left>(?:were|are|been|being) (?:removed|dropped|cut|deleted|axed|scrapped|gone|lost|struck|taken|thrown)(?: (?:off|out))?|went|left|disappeared|vanished|fell away)|(?:(?:were|are|been) (?:added|new|brought in|taken in)|came(?: in)?|joined|arrived)){_EXAMPLES}"
)
_ANY_MORE = compiled(r"^ ?(?:any ?more|any longer)\b")
_SO_LONG = compiled(r" (?:only |just )?(?:for|until|till|up to|through)\b(?! (?:now|today|good))")
_TO_BE = compiled(r"\b(?:is|are|was|were|be|been|being|got|get|gets)\b|(?:is|are|was|were)n't\b|'re\b")
_NEW = compiled(
    r"(?:the |an? |among the |one of the )?(?:only |latest |newest |new |sole |most recent )*(?:new\b|newly|newcomers?|additions?|arrivals?|fresh)(?!.*\b(?:was|were)\b)"
)
_HYPOTHETICAL = compiled(r"\b(?:would|should|might|will)\b|(?:would|should)n't\b")
_PAST = compiled(r"\b(?:was|were|had|did|used to|once|formerly|previously)\b|(?:was|were|had|did)n't\b")
# "Have had a place since 2023" is of today.
_PERFECT = compiled(r"\b(?:has|have|'ve) (?:[\w-]+ )?had\b")
_BARE = compiled(
    r"(?:on|in) (?:the|its|that|this|it)\b(?: (?:of|for|from|former|latter|first|second)$)?(?: [^.;,]{0,40}?(?:lists?|category)\b)?$"
)
_ONCE = compiled(r"\b(?:once|formerly|previously|used to|until then|until now|in the past|at the time) $")
_VERBS_PAST = frozenset((
    "appeared", "featured", "figured", "stood", "sat", "belonged", "contained", "covered", "included",
    "comprised", "qualified", "headed", "topped", "counted", "ranked",
))  # fmt: skip


@lru_cache(maxsize=KEPT)
def before(text: str, start: int, end: int) -> Sequence[Predicate]:
    """Return what is said in text[start:end] of occupations that stand before it, in its order."""
    return tuple(found for match in _SUBJECT.finditer(text, start, end) if (found := _read(text, match)))


@lru_cache(maxsize=KEPT)
def after(text: str, start: int, end: int) -> Sequence[Predicate]:
    """Return what is said in text[start:end] of occupations that stand after it, in its order."""
    return tuple(found for match in _OBJECT.finditer(text, start, end) if (found := _read(text, match)))


def opposite(said: Said) -> Said:
    return _OPPOSITE[said]


def _read(text: str, match: re.Match[str]) -> Predicate | None:
    name = next(name for name, words in match.groupdict().items() if words is not None and name != "small")
    small = match["small"]
    core = match[name]
    is_passive = name.startswith("passive_")
    if is_passive and not _TO_BE.search(small):
        return None
    if _HYPOTHETICAL.search(small):
        return None
    kind = name.removeprefix("passive_").removeprefix("front_")
    # "Social workers are among them and acupuncturists are not": what has a verb before it is said of those before it.
    if kind == "verb_on" and small.strip() and core.startswith("among"):
        return None
    # "The list leaves out pilots": what has a verb before it is said of those behind it.
    if kind == "off" and core.startswith(("out", "off")) and _LEAVES.search(text[: match.start()][-9:]):
        return None
    # "00012 covers finance": what a code is, and not what a list has.
    if match.re is _OBJECT and kind == "verb_on" and _BEHIND_CODE.search(text[: match.start()][-12:]):
        return None
    # "Among the latter were carpenters": of occupations, and no list.
    if core.startswith(("among the former", "among the latter")):
        return None
    # "Two of ten went; carpenters were one of them": of those that went.
    if kind == "on" and _OF_THEM.match(core) and _WENT.search(text, 0, match.start()):
        return None
    # "On the list for transport, social workers": the list is that of those before it.
    if kind == "verb_on" and core.endswith(" for") and _ON_THE.search(text[: match.start()][-24:]):
        return None
    # "One occupation of the list is different: bakers" does not say who is on it.
    if kind == "verb_on" and core.endswith((":", ": from ")) and _DIFFERS.search(core.rsplit(",", 1)[-1]):
        return None
    # "The list dropped six occupations, such as cooks": those that it dropped.
    if kind == "verb_on" and (more := _SUCH_AS.search(text, max(0, match.start() - 90), match.end())):
        return Predicate(Said.REMOVED if more["removed"] or more["left"] else Said.ADDED, *match.span())
    # "They have not come back": so much is said with a verb that is not read here.
    if core.startswith("back") and not small.strip():
        return None
    # "The only occupation it had left" did not leave.
    if kind == "removed" and core == "left" and _OF_REST.search(text[: match.start()] + small):
        return None
    is_denied_before = bool(_NO_BEFORE.search(text[max(0, match.start() - 24) : match.start()]))
    if kind == "verb_on" and is_denied_before and core.endswith(":"):
        return None
    start, end = match.span()
    if core in OTHER and not small.strip() and is_exchanged(text, start, end, core):
        return Predicate(Said.REMOVED if core == "out" else Said.ADDED, start, end)
    # "Held their place for a year": so long and no longer.
    if kind == "stayed" and _SO_LONG.match(text, end):
        return None
    said = _NAMES.get(kind) or Said(kind)
    ended = "no longer" in small or "not any more" in small
    # "There is no list for barbers": a noun that is denied turns what is said of it round.
    denies = (
        bool(_DENIES.search(small))
        or (kind == "verb_on" and is_denied_before)
        or (kind == "on" and bool(_NONE.match(core)))
    )
    if denies and (more := _ANY_MORE.match(text[end : end + 12])):
        ended, end = True, end + more.end()
    # "One occupation had been left on it: butchers" has its tense within the core.
    said_in = match[0] if kind == "verb_on" else small
    is_past = bool(_PAST.search(_PERFECT.sub("", said_in))) or (
        core.split(" ")[0] in _VERBS_PAST and not _TO_BE.search(small)
    )
    if name == "on" and not small.strip():
        if not _BARE.match(core) or _HYPOTHETICAL.search(text[max(0, start - 14) : start]):
            return None
        return Predicate(said, start, end, bool(_ONCE.search(text[max(0, start - 24) : start])), is_bare=True)
    if kind == "removed" and core.startswith("left") and _TO_BE.search(small):
        return Predicate(Said.ON, start, end, is_past)
    if ended:
        said = Said.GONE if said in (Said.ON, Said.STAYED) else said
        return Predicate(said, start, end)
    if denies and said in (Said.ADDED, Said.REMOVED):
        return Predicate(said, start, end, is_past, denied=True)
    if denies:
        said = opposite(said)
    is_new = said is Said.ADDED and not is_past and bool(_NEW.match(core))
    is_never = said is Said.OFF and "never" in small
    return Predicate(said, start, end, is_past, is_new=is_new, is_never=is_never)
