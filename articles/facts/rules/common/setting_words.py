"""Words about lists and criteria: types, days, tenses, other countries' and provinces' lists. Pure: no Django."""

from .patterns import Remembered, compiled
from .scopes import PROGRAMS

# Types that never had a list of occupations.
WITHOUT_LIST = PROGRAMS | {"french"}
# Types named like those who are in them.
PEOPLE = frozenset(("physicians", "researchers", "senior-managers", "military"))
# What says of a draw that it was by category, or for a program, and not which.
GENERIC = frozenset(("category-based", "program"))
# Lists of others, of which the record knows nothing.
OF_PROVINCES = Remembered(
    r"\b(?:ontario|quebec|québec|british columbia|b\.?c\.?|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland|prince edward island|yukon|nunavut|northwest territories|oinp|aaip|sinp|in-demand|shortage list|job bank|australia|united kingdom|new zealand|germany|ireland|(?:green|guest|wine|clients?|waiting|wait|mailing|wish|shopping|contact|price|skills|speakers?) list|provinces? (?:has|have|list))\b"
)
# A word that is no sure name of a type is one where nothing else can be meant by it.
WORDS = frozenset((
    "trades", "trade", "transport", "transportation", "agriculture", "agricultural", "education", "healthcare", "french", "health",
    "researchers", "physicians", "senior managers", "military", "scientists and engineers", "engineers and scientists",
))  # fmt: skip
OF_PROFILES = compiled(
    r"\b(?:older than|profiles?|submitted|tie-?\s?break\w*|created|entered the pool)\b[^.;]{0,40}$"
)
OF_TYPES = compiled(
    r"\b(?:categor(?:y|ies)|lists?)(?: (?:of|for) (?:the )?[\w'’ -]{2,40}?)? (?:was|were|has been|have been|is|are)(?: first)? created (?:on |in )?$"
)
LASTED = compiled(r"\b(?:until|till|before|up to|prior to) (?:the end of |early |late |mid-)?$")
# What may stand after such a word: it is no part of an occupation's title then.
ALONE = compiled(
    r"(?:['’]s)?[\"'`*_]{0,3} ?(?:[.,;:!?)(|]|$|[-–—] )|['’]?s? (?:and|or|is|are|was|were|has|have|had|keeps?|kept|grew|grows|shrank|shrinks|gone|goes|went|remains?|remained|stays?|stayed|counts?|counted|with|lost|loses|gained|gains|to|in|at|on|from|asks?|asked|needs?|needed|came|comes|returned|returns|began|ended|ends|lists?|still|now|today|here|too|also|as|under|since|for|but|not|which|there|do|does|did|have|will|can|may|draws?|rounds?|occupations?|categor(?:y|ies)|candidates?|workers?|codes|jobs|professions"
    r"|took|takes?|parted|opened|opens|welcom\w+|adds?|added|drop\w*|swapp?\w*|compris\w+|contain\w*|cover\w*|includ\w+|consists?|stands?|stood|begins?|started|starts|names?|named|runs?|ran|stretch\w*|reach\w*|extends?|extended|amount\w*|boasts?|boasted|offers?|offered|manages?|managed|makes?|made|musters?|mustered|hold|holds|held|got|gets|saw|sees|follow\w*|wants?|demands?|requires?|remov\w+|exchang\w+|replac\w+|shed|sheds|cut|let|lets|alone|alike|again|back|out|off|surviv\w+|disappear\w*|vanish\w*|lapsed|expired|itself|together|combined|jointly|each|never|only|used|uses|comes?|belongs?|falls?|you|it(?= (?:is|was|has|had)\b)|this(?= (?:is|was)\b)|more than|nearly|almost|doubled|tripled|trebled|quadrupled|halved|climbed|rose|jumped|expanded|that (?:is|was|are|were|has|had|have))\b"
    r"|['’]?s? (?:[0-9]|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|thirteen\b|twenty)"
)
# "00014 for health, education and social services": what a code is for is no type.
BEHIND_CODE = compiled(
    r"\b[0-9]{5},?(?:(?: is| are)? (?:for|those in|the ones? in|in) [^.;:0-9]{0,50}| (?:[a-z]+(?:, (?:and )?| and )){0,4})$"
)
PAST = compiled(
    r"\b(?:was|were|had|did|until|stood|used to|previous\w*|earlier|formerly?|old|once|before|then|originally|at first|first list|at the time|instead of)\b"
)
PRESENT = compiled(
    r"\b(?:is|are|has|have|stays?|remains?|counts?|now|still|today|currently|includes?|needs?|must|asks?|qualif(?:y|ies)|contains?|holds|numbers|stands)\b"
)
