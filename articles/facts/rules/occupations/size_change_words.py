"""Words around numbers that tell how lists grew and shrank, or that stand beside their types. Pure: no Django."""

from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW

NOUN = r"(?:occupations?|jobs|codes|names|entries|trades|titles|professions|roles|lines|unit groups)"
OF_THE = compiled(
    rf"\bof (?:the |its |[0-9]+ |[a-z]+ )(?:[\w-]+ ){{0,2}}(?:{NOUN}|listings)(?: of [0-9]{{4}}| (?:on|in) (?:the|its) (?:[\w-]+ ){{0,3}}list)? ?,? ?(?:only |just )?$"
    r"|\bof (?:the|its) (?:old|former|original|first|earlier|previous|20[0-9]{2}) (?:[\w-]+ ){0,2}(?:list|version|one) ?,? ?(?:only |just )?$"
)
ARE_LEFT = compiled(
    rf"(?: {NOUN})? (?:(?:are|is) (?:still )?left|(?:are|is) still (?:listed|on it|eligible|covered|in(?= ?[.,;])|on the list)|remain(?:ed)?|are still there|surviv\w+|stayed|have stayed)\b"
)
NEXT = compiled(
    rf"(?= (?:new |more |further |other |old )?{NOUN}\b| of (?:them|these|the)\b|,| and\b|[.;:)]|$)"
)
SOME = r"(?:another |a further |just |only |exactly |some |about |as many as |fully |the )?"
ADDS = compiled(
    rf"\b(?:adds?|added|adding|gain(?:s|ed)?|gaining|brings? in|brought in|took in|takes? in|welcom(?:es|ed)|gain of|(?:said|says) hello to|(?:picked|picks) up|took on|admit(?:s|ted)|let in) {SOME}$"
)
DROPS = compiled(
    rf"\b(?:drops?|dropped|dropping|los(?:es|t|ing)|lose|remov(?:es?|ed|ing)|cuts?|cutting|sheds?|shedding|strikes?|struck|deletes?|deleted|axe[sd]?|loss of|(?:said|says) (?:goodbye|farewell) to|part(?:s|ed) with|(?:got|gets) rid of|did away with|gave up|threw out|scrap(?:s|ped)|swap(?:s|ped)(?: out)?|exchange[sd]?|discard(?:s|ed)|expel(?:s|led)) {SOME}$"
)
# "Of the old 24 STEM occupations", "of its ten jobs".
_OF_ITS_OLD = rf"of (?:the|its|all) (?:(?:[0-9]+|old|former|original|first|earlier|stem|trades?|health ?care|health|transport|education|[a-z]+) ){{1,4}}?(?:ones|{NOUN})"
WERE_ADDED = compiled(
    rf" (?:new |more )?(?:{_OF_ITS_OLD}|(?:[\w-]+ )?{NOUN}|of them)? ?(?:(?:were|have been|are) (?:newly |all |entirely |completely )*(?:added|brought in|new\b(?! to canada))|(?:were|are) not (?:there|on it|listed|on the list) (?:before|until then|in 20[0-9]{{2}})\b|joined\b|came(?! to| from)(?: in)?\b|arrived\b|moved in\b|entered\b|got in\b|additions\b|newcomers\b)"
)
WERE_CUT = compiled(
    rf" (?:old |more )?(?:(?:[\w-]+ )?{NOUN}|of (?:them|the old ones)|{_OF_ITS_OLD})? ?(?:(?:(?:were|have been|are|had been) )?(?:removed|dropped|cut|deleted|taken off|struck|axed|scrapped|discarded|eliminated|delisted|thrown out)\b|(?:were|have been|are|had been) (?:gone|lost|shed|out(?= ?[.,;)]| ?$))|went(?! to| from)\b|left\b|disappeared\b|vanished\b|removals\b|departures\b"
    r"|(?:fell|have fallen|dropped|bowed) (?:away|off|out|by the wayside)\b|had to go\b|made way\b|(?:did not|didn't|have not|failed to) (?:make it|make the cut|survive)\b|(?:are|is) no longer (?:there|on it|on the list|listed|eligible|included|covered)\b|no longer (?:count|qualify|appear|feature)\b)"
)
_OLD_LIST = r"(?:20[0-9]{2}|(?:the|its) (?:list (?:of|from) (?:\w+ )?20[0-9]{2}|(?:old|original|first|former|previous|earlier)(?: (?:list|version|one))?))"
WERE_KEPT = compiled(
    rf" (?:{NOUN} )?(?:made|have made|has made) (?:the cut|it)(?: (?:onto|on to|into) the (?:new|present|current|revised) (?:list|version))?(?: from {_OLD_LIST})?(?= ?[.,;)]| ?$)|"
    rf" (?:{NOUN} )?(?:have |has |had )?(?:surviv\w+|remain\w*|stay\w*|were kept|are left|were left|are kept) (?:from|of) {_OLD_LIST}\b"
    rf"| (?:{NOUN}(?= [^.;:]*\b(?:already|also|too|as well)\b)|of (?:them|(?:the|its|these|those)(?: \w+)?(?: {NOUN})?)) (?:were|was|had been|stood|have been) (?:already |also )?(?:on|in) {_OLD_LIST}\b"
    rf"| (?:{NOUN} )?of (?:today['’]s|the new|the present|its)(?: {NOUN}| ones)? (?:were|had been|stood|have been) already (?:on|in) (?:it|that list|the old list)\b"
    r"| of them (?:were |are )?(?:old|not new|old ones|from the (?:old|first|former) (?:list|one))(?= ?[.,;)]| ?$)"
    rf"| (?:{_OF_ITS_OLD}|(?:{NOUN} )?of (?:them|(?:the|its) (?:[0-9]+ )?(?:old|original|first|former|earlier|[0-9]+)(?: (?:ones|{NOUN}))?)) (?:have |has )?(?:surviv\w+|remain\w*|stay\w*|were kept|been kept|are still|made it)\b"
)
GREW = compiled(
    r"\b(?:grew|grown|grows|growing|shrank|shrunk|shrinks|shrinking|went|goes|gone|cut|fell|rose|risen|expanded|expands|swelled|slimmed(?: down)?|reduced|trimmed|enlarged|extended|widened|narrowed|pared(?: down)?|changed|jumped|dropped|doubled|tripled|trebled|quadrupled|halved|climbed|sank|moved|rocketed)(?: back)?(?: in \w+)?(?: [\w-]+){0,3}?,? from (?:only |just |about )?$"
    r"|(?:^|[:;,.(\u2013\u2014-]) ?(?:(?:now|sharply|slightly|well|way) )?(?:up|down)(?: sharply| slightly)? from (?:only |just |about )?$"
    r"|^\W*(?:[a-z]{4,11}\W{0,4}: ?\W{0,3})?from (?:only |just )?$"
)
AGAINST = compiled(
    r"\b(?:against|down from|up from|instead of|in place of|rather than|after|compared (?:with|to)|versus|where (?:there|it) (?:once )?(?:had|were|used to be)(?: once| been)?|\(?\b(?:previously|formerly|earlier|before(?= ?:)|until then(?= ?:)):?) (?:the |its |just |only )?(?:old |former |previous |earlier |original |first )?$"
)
SIZE_BEFORE = compiled(rf"\b(?:[0-9]{{1,2}}|[a-z]+) {NOUN}\b")
TO = compiled(rf"(?: {NOUN})? (?:down |up )?to (?:only |just |about )?$")
OF_LISTS = compiled(rf"\b(?:lists?|categor(?:y|ies)|{NOUN}|successor|version)\b")
OF_DRAWS = compiled(
    r"\b(?:draws?|rounds?|invit\w+|cut-? ?offs?|crs|points?|months?|people|candidates|seats)\b"
)
BESIDE = compiled(
    r"['’]?s?(?: occupations| category| list| workers| with canadian (?:work )?experience)?(?:,? (?:(?:stayed|stays|remains|remained|stands|stood|is|was|kept) )?(?:still |now |at |with )+|(?: category| list)? (?:has|have|had|counts?|numbers?|keeps?|kept)(?: now| still| just| only| its)?|,? its| ?: ?\**| \(| ?[-–—=] )?(?: ?)$"
)
# "Four occupations, six fewer than in 2023".
DIFFERS = compiled(
    rf"(?: {NOUN})? (?P<how>fewer|less|shorter|smaller|more|longer|larger)(?: {NOUN})? than (?:it (?:had|used to have|did)\b|in (?:the )?(?:20[0-9]{{2}}|old|first|previous|last|spring|year)|before\b|until then|(?:that|the (?:one|list|version)) (?:of|from|before)\b|(?:on |in )?(?:the|its) (?:first|old|previous|former|original|earlier|predecessor)\b|previously|a year (?:ago|before|earlier)|last year|under the)"
)
YEAR = compiled(r"\b20[0-9]{2}\b")
# "24 in STEM", "35 occupations in healthcare": a number before its type.
IN_TYPE = compiled(rf"(?: {NOUN})?(?: each)? (?:(?:in|for|under) (?:the )?|\($)$")
AFTER = compiled(rf"\)| each\b| \(|[,.;]|$| and\b| (?:listed |eligible )?{NOUN}\b")
# "Healthcare stayed at 37, STEM at 24" is said of the lists of today.
STAYED = compiled(r"\b(?:stay|remain|keep|kept|unchanged)")
BY = compiled(
    rf"\b(?:(?P<down>(?:cut|trimmed|reduced|shortened|slimmed(?: down)?)(?: back)?|shrank|shrunk|fell|dropped)|grew|grown|rose|expanded|extended|lengthened|enlarged|longer)(?: [\w-]+){{0,2}}? by {SOME}$|\b(?:added|gained|gain of|adds|gains) a net {SOME}$"
)
BY_AFTER = compiled(rf" {NOUN} (?:longer|(?P<shorter>shorter))(?= ?[.,;)]| ?$)")
# "Keeps 29 of its 35 occupations".
KEEPS = compiled(rf"\b(?:keeps?|kept|retain(?:s|ed)?|preserve[sd]?|holds? on to|held on to) {SOME}$")
OF_ITS_OLD = compiled(rf" (?:{_OF_ITS_OLD}|of (?:the|its|all) (?:[\w-]+ )?(?:[0-9]+|{FEW})\b)")
# "Only five have survived", without what list they are of.
SURVIVED = compiled(
    rf"(?: (?:[\w-]+ )?{NOUN})? (?:have |has )?(?:survived?|been kept|were kept|stayed)(?= ?[.,;)]| ?$| and\b)"
)
# "Five remain": the ones kept, or all that there are.
REMAIN = compiled(rf"(?: (?:[\w-]+ )?{NOUN})? (?:remain(?:ed)?|(?:are|were) left)(?= ?[.,;)]| ?$| and\b)")
# "19 in, four out": what came and what left, in few words.
IN_AND_OUT = compiled(
    rf"\b(?P<came>[\w-]+) (?:{NOUN} )?in(?:,? and|,|;) (?P<left>[\w-]+) (?:{NOUN} )?out\b|\b(?P<first>[\w-]+) (?:{NOUN} )?out(?:,? and|,|;) (?P<then>[\w-]+) (?:{NOUN} )?in\b"
)
# A number behind this is that of a list, of which others left, or the whole of a share: "three in ten came".
OF_SIZE = compiled(
    rf"\b(?:[0-9]|one|{FEW}) (?:in|out of) (?:every )?$|\b(?:ha[sd]|have|with|(?<!place\s)(?<!instead\s)(?<!loss\s)(?<!gain\s)of(?: (?:the|its|their|these|those))?(?: (?:first|old|original|former|previous))?) (?:only |just |still )?$"
)
