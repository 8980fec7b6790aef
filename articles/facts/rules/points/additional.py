"""The words around additional points: what gives them, what stops them, which of several rows is meant. Pure: no Django."""

from datetime import timedelta

from articles.facts.rules.common.patterns import compiled

GIVES = (
    r"(?:giv(?:e|es|en|ing)|gave|adds?|added|adding|brings?|brought|bringing|worth|counts?(?: for)?|counted(?: for)?|earns?|earned|gains?|gained|gets?|got|receives?|received|awards?|awarded|yields?|carr(?:y|ies|ied)|means?|meant|"
    r"comes? with|came with|grants?|granted|provides?|provided|boosts?|helps?|fetch(?:es)?|good for|accounts? for)"
)
BEFORE = compiled(
    rf"\b{GIVES}\b[^.;:!?]{{0,40}}$|\b(?:fell|dropped|rose|cut|reduced|lowered|raised|increased|went)\b(?: [^.;:!?]{{0,40}})? (?:to|from) $|\bplus ?$"
)
VERB = compiled(
    rf"\b{GIVES}\b|[:=–—-] ?$|\A['’]?s?,? ?(?:is|are|was|were)? ?(?:worth )?(?:up to |an? )?(?:additional |extra )?\Z|\b(?:fell|dropped|cut|reduced|lowered|raised|rose|increased|went)\b(?: [^.;:!?]{{0,40}})? (?:to|from)\b|\b(?:stay\w*|remain\w*|stands?|stood|starts?|started|kept|held|unchanged) (?:at|with|on) (?:[a-z]+ )?$|\bplus ?$|, the (?:extra |full )?$"
)
FOR = compiled(
    r"(?:(?:-| )(?:crs |additional |extra |bonus |more )*points?)?(?: (?:bonus|boost|premium|award|increase))?(?: of (?:them|these|those|which|her score|his score|the score))?(?: (?:that|which|are|is|come|comes|came|given|awarded|added|got|get|gets|additional|extra))* (?:for|from|of|with|in|by|through|thanks to|due to|because of|to|goes to|go to)"
    r"(?: (?:a|an|the|their|her|his|your|every|each|having|holding|valid|provincial|strong|good|any|such|who|have|had|has|only|one|candidates|those|people|having|knowing|speaking|being|brothers?|or|those|with|most|all|many|other|ordinary|just|strong|knowledge|skills?|proof|certificate|one's))* ?$"
)
STOPS = compiled(
    r"[.;!?](?= |$)|\b(?:cut-? ?offs?|invit\w+|draws?|rounds?|score of|scores|scored|pool|itas?|lowest|highest|without|minus|occupations?|lists?|this time|against)\b"
)
NOT_FRENCH = compiled(
    r"\b(?:cut-? ?offs?|draws?|rounds?|invit\w+|lower|(?<!or.)higher|fell|rose|dropped|easier|itas?|second (?:official )?language|per ability|first language|clb 9|clb 10)\b"
)
POINTS = compiled(r"(?:(?:-| )(?:crs |additional |extra |bonus |more |whole |full |of the )*points?\b)")
EXTRA = compiled(r"\b(?:additional|extra|bonus)\b")
PAST = compiled(
    r"\b(?:was|were|used to|until|gave|brought|added|counted|before|opened|earlier|formerly|no longer|removed?|abolish\w*|scrapp\w*|gone|lost|once|previous\w*|instead of|eliminat\w*|ended|took away|in the past|from [0-9]+|(?:fell|dropped|cut|rose|raised|reduced|went|down|up|lowered|increased)\b[^.;]{0,30} from|fell|had)\b"
)
PERSON = compiled(r"\b(?:he|she|his|her|i|my|candidate with|somebody|someone|nominee with)\b")
COLUMN = compiled(r"\bpoints?\b")
NOMINEE = compiled(r"\bnominees?\b|\bnominated\b")
# Words by which a sentence goes on about what the one before it named.
SAME = compiled(
    r"\b(?:it|that|this|these|they|which|those|such|both|either|executives|managers?|management|others?|all|most)\b"
)
YES_NO = compiled(r"\W*(?P<said>yes|no)\b[ .,!*]*")
ASKS = compiled(rf"\b(?:{GIVES}|points?|help|score)\b")
SPOUSE = compiled(r"\b(?:spouses?|partners?|husbands?|wi(?:fe|ves))\b")
GOES_ON = compiled(r"\W*(?:and|what about|what if|what when|if|suppose|how about|or|does|do|will)\b")
NIL = compiled(
    rf"\b(?:{GIVES})(?: you| them| one| candidates)?(?: now)? (?P<nil>nothing|no (?:\w+ )?(?:points|more)|zero(?: points)?)\b(?! (?:to|for) (?:the )?(?:others?|rest|every|any)\b)|\b(?P<ended>no longer (?:worth|gives?|adds?|brings?|counts?|earns?|helps?))\b(?! (?:\w+ ){{0,2}}\d)"
)
FUTURE = compiled(r"\b(?:will|would|plans?|planned|announc\w*|going to|soon|propos\w*|intends?|from next)\b")
LINK = compiled(
    r" (?:points )?(?:for|in the case of|to|where|when|if|with|without|as|beside|alongside|next to)\b"
)

# Words that mean one row of several of the same thing.
MANAGERS = compiled(r"\bsenior (?:manage\w+|executives?)\b|\bexecutives\b|\bmanagement\b")
REST = compiled(
    r"\b(?:(?:all |any |every )?others?|(?:all |most|other) (?:jobs|occupations|workers)|most|(?:anybody|everybody|anyone|everyone) else(?:['’]s)?"
    r"|(?:to|for|an?|any) (?:cook|chef|plumber|welder|carpenter|electrician|roofer|butcher|nurse|dentist|teacher|engineer|programmer|developer|mechanic|driver|trucker|baker|cleaner|cashier|accountant|clerk|nanny)s?)\b"
)
NO_ENGLISH = compiled(r"\b(?:no|weak(?:er)?|little|none|low(?:er)?|poor|without|lack\w*|clb 4|less)\b")
ENGLISH = compiled(
    r"\b(?:(?:good|strong|better)(?! french)|clb 5|clb5|also|both|english|as well|bilingual\w*)\b"
)
BY_ENGLISH = compiled(
    r"[0-9]{2}(?: points)? (?:with|where|if|for|when)(?: [\w'’]+){0,3} english\b|\b(?:strong|good|weak|poor|decent|little|no) english\b[^.;]{0,12} [0-9]{2}\b"
)
SHORT = compiled(r"\bshort\w*\b|\b(?:one|two|1|2)(?:[- ](?:or|to|and)[- ](?:two|2))?[- ]years?\b|\bshort\b")
LONG = compiled(
    r"\b(?:three|four|3|4)[- ](?:(?:or[- ]more[- ])?years?|or more)\b|\blong\b|\bbachelor|\bmaster|\bdoctora|\bphd\b|\blonger\b|\bfor more\b"
)
OTHERWISE = compiled(
    r"\b(?:otherwise|else|if not|if (?:it|they|yours) (?:is not|isn't|are not|aren't)|without it|where it is not)\b"
)
NARROWED = (
    ("job offer", MANAGERS, "senior manager"),
    ("job offer", REST, "another occupation"),
    ("french", OTHERWISE, "weak or no English"),
    ("french", NO_ENGLISH, "weak or no English"),
    ("french", ENGLISH, "with strong English"),
    ("canadian credential", LONG, "three years or more"),
    ("canadian credential", SHORT, "one or two years"),
)
CREDENTIAL = r"|studying in canada|(?:degree|diploma|certificate|credential)s? here|(?:degree|diploma|certificate|credential)s? (?:from|at|of|by) (?:a |an |the )?(?:[\w'’]+ )?canadian|canadian (?:[\w'’]+[- ]){0,3}(?:degrees?|diplomas?|certificates?|credentials?|education|study|studies|schooling|college|university)|(?:degree|diploma|certificate|credential|stud(?:y|ies|ied))\b(?: [\w'’-]+){0,4} in canada"
NOMINATES = r"|pnp(?= (?:adds|gives|brings|is worth)\b)|nominat(?:es?|ing) (?:me|you|him|her|them|us|somebody|someone|an? \w+)"
OFFER = r"|arranged (?:job|work)s?|offers? of (?:a )?(?:job|work)|offered (?:a )?jobs?|offers? (?:for|to) (?:a |an )?senior|offers? (?:for|of|in) (?:such |a |an |that |this )+(?:[\w'’-]+ ){0,2}?(?:post|position|job|role)s?"
# What stands between a number and what gives its points, where a condition is told: "15 points if you have a brother".
ON_CONDITION = compiled(
    r"(?: (?:crs |additional |extra |bonus |more )*points?)? (?:if|when|where|once|provided) (?:[\w'’-]+ ){0,6}$"
)
# "The 600 points that a job offer was worth", where a verb stands behind what gives them.
THAT_IT_GAVE = compiled(
    r"(?: (?:crs |additional |extra |bonus )*points?) (?:that |which )?(?:an? |the |your |her |his )?(?:[\w'’-]+ ){0,4}$"
)
WAS_WORTH = compiled(rf"(?: [\w'’-]+){{0,4}}? (?:(?:was|were|is|are|used to be|had been) worth|{GIVES})\b")
# "With 585 I would be far above": somebody's score.
SCORE_WITH = compiled(r"\bwith (?:my |her |his |their |a score of )?$")
SOMEBODY = compiled(r",? (?:i|you|he|she|we|they|one|somebody|anybody)(?:['’](?:d|ll))? ")
# A number that goes on from one before it: "from 15 to 25 and from 30 to 50".
CHAINED = compiled(
    r"(?: (?:additional |extra )?points?)?(?: (?:with|without|for|if|where)\b(?: [\w'’-]+){0,5})?(?:(?:,|,? and|,? or)? (?:up )?(?:from|to)|,? (?:instead of|in place of|rather than)|,? or) (?:just |only |the )?"
)
# "Until March it would have been 50".
EITHER = compiled(r"(?: (?:additional |extra )?points?)?,? ?(?:or|and|/) ?")
GOES_ON_WITH = compiled(
    r"\b(?:it|they|that|this|these|one) (?:would |had |used |has |have )?(?:to )?(?:now |still )?(?:be|been|is|are|was|were|have been|brought|bring|gave|give|got|get|meant|added|adds?)(?: [\w'’-]+){0,2} ?$"
)
# "Until then they were 30 and 15", of what the sentence before tells.
THEY_WERE = compiled(r"\b(?:until|before|from|since) .{2,40}\b(?:they|it) (?:was|were|had been) ?$")
# "A sibling in Canada (15)"; and where a verb and a number stand before, "and a sibling in Canada 15".
_OF_IT = r"(?: (?:in canada|here|bonus(?:es)?|with(?:out)? (?:any |strong |weak |good |little |much |poor |no )?english(?: as well)?|(?:in|for) (?:most|all|any|other|many)(?: other)? (?:skilled |listed )?(?:occupations|jobs|fields|cases|workers)|of (?:at least )?(?:three|four|one or two|two) years(?: or more)?))?"
BESIDE = compiled(rf"{_OF_IT} ?[(:=–—-] ?| (?:bonus|points), (?:which is |of )?")
ELIDED = compiled(rf"{_OF_IT}(?:, (?:since|until|before|from|as of) [^,;.:]{{1,30}},)? ?(?:for )?")
# "500 points are added", and "Worth 100 points today" behind a question.
ARE_GIVEN = compiled(
    r"(?: (?:crs |additional |extra |bonus )*points?) (?:are|is|were|was|get|gets|will be|would be) (?:added|awarded|given|granted)\b"
)
ALONE = compiled(
    r"^\W*(?:still |only |just |now )?(?:worth|good for|adds|brings|gives|counts for) (?:up to )?$"
)
GIVEN = compiled(rf"\b{GIVES}\b")
FROM = compiled(r"\b(?:from|instead of|in place of|rather than|formerly|previously) (?:just |only |the )?$")
TO = compiled(r"\bto (?:just |only )?$")
NUMBER = compiled(r"[0-9]*(?:(?:-| )(?:crs |additional |extra |bonus |more )*points?)?")
CUTS = compiled(r"[,;] ?| and ")
# So long after a change somebody may still be told of with the points of before.
LATELY = timedelta(days=60)
# "Until March 24", and where the part of a range begins: "691 to 791".
UNTIL = compiled(r"\b(?:until|till|up to) $")
RANGES = compiled(r" ?(?:to|and|[-–—]) ?[0-9]{3}\b")
SUMMED = compiled(r" ?\+ ?[0-9]")
SUMMED_BEFORE = compiled(r"[0-9] ?\+ ?$")


ENDED = compiled(
    r"\b(?:nothing|no (?:more |longer )|lost (?:its|their|the|all) (?:\w+ )?points|went away|go away|vanish\w*|expired?|end on|removed|removal|eliminated|abolished|scrapped|dropped|ended|ends|gone|not since|cancelled|canceled|taken away|took away|disappeared|stopped|no (?:additional |extra |crs )*points|zero)\b"
)
LEVEL = compiled(r"\b(?:nclc|clb|level|ielts|tef|tcf|teer|aged?) ?$")
# "No. 650 of them": draws have not come to such numbers.
NO_DRAW = 550
# A size and the score beside it are a draw's: "senior managers: 250 at 429".
AT_SCORE = compiled(
    r"(?: (?:invitations?|people|candidates|managers|nominees|places|letters|itas))? (?:at|with (?:at least |a (?:minimum|score|cut-?off) of )?|down to|from) (?:crs )?[0-9]{3}\b(?! (?:additional|extra|bonus))"
)
SIZE_BEFORE = compiled(
    r"\b[0-9][0-9,]*(?: (?:invitations?|people|candidates|managers|nominees|places|letters|itas))? (?:at|down to) (?:crs )?$"
)
