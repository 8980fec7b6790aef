"""Types of draw in a sentence: those that are said of a draw, and those that are said of candidates only."""

import re
from collections.abc import Iterator

from articles.facts.reading import (
    CategoryMention,
    Mention,
)

from .clauses import Clause, Token, is_compared
from .model import What

_DRAW_WORD = r"(?:draws?|rounds?|selections?|tirages?|rondes?)"

_NAMES_DRAW = re.compile(
    rf"['\"]?(?:[-\s]+(?:only|specific|based|targeted|focused|exclusive|language|proficiency|occupations?|category|categories|program(?:me)?|"
    rf"class|workers?|candidates?|stream|express|entry|candidate|specified|\(?[A-Z]{{2,4}}\)?)){{0,3}}[\s,-]+"
    rf"(?:express\s+entry\s+)?{_DRAW_WORD}\b|['\"]?\s+one(?=\s*[,.;:)]|\s+(?:in|on|at|had|was|took|with|of|which|that|brought|invited)\b)",
    re.IGNORECASE,
)

_DRAW_FOR = re.compile(
    rf"(?:\b{_DRAW_WORD}|\bone(?=\s+for\b))(?:\s+(?:of\s+invitations|on\s+[^,.;]{{1,25}},?|was|were|is|held|solely|exclusively|only|a|an|\d{{1,3}}[ab]?|of\s+express\s+entry))*\s+"
    r"(?:so\s+far\s+|yet\s+|ever\s+|this\s+year\s+)?(?:for|of|in|targeting|targeted|targeted\s+at|dedicated\s+to|limited\s+to|restricted\s+to|aimed\s+at|reserved\s+for|under|among|called|pour)"
    r"\s+(?:the\s+|candidates\s+(?:in|of|from|with)\s+(?:strong\s+|good\s+|solid\s+)?|candidates\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)

# "On 28 June, and it was for trade occupations", "the largest was that for French speakers", "held on 16 December, for nominees".
_IT_FOR = re.compile(
    r"(?:\b(?:it|this|that|which|one)\s+(?:was|is|had\s+been|went)(?:\s+(?:held|also|only|again|reserved|open))*\s+(?:for|to)|\bthat\s+for"
    r"|\b(?:held|took\s+place|came|followed)\s+on\s+[^,.;]{1,25},\s+(?:only\s+|again\s+)?for)"
    r"\s+(?:the\s+|candidates\s+(?:in|of|from|with)\s+(?:strong\s+|good\s+)?)?(?:the\s+)?\Z",
    re.IGNORECASE,
)

_INVITED_TYPE = re.compile(
    r"\b(?:invit\w+|itas?)(?:\s+(?:to\s+apply|were|was|went|issued|sent|out))*\s+(?:to|for|went\s+to)?\s*(?:[\d,]+\s+)?(?:only\s+|exclusively\s+)?(?:candidates\s+(?:in|of|from|with)\s+(?:the\s+)?)?\Z",
    re.IGNORECASE,
)

_FIGURE_FOR = re.compile(
    r"\d(?:\s+(?!for\b|to\b|in\b)[\w-]+){0,4}\s+(?:for|to|in|at|under|from|of|across)\s+(?:the\s+|an?\s+)?(?:candidates\s+(?:in|of|from|with)\s+(?:the\s+)?)?\Z",
    re.IGNORECASE,
)

COUNTED = re.compile(r"\d\s{1,2}\Z")

_DRAWS_AFTER = re.compile(r"['\"]?s?(?:[-\s]+[\w-]+){0,3}?[\s-]+(?:draws|rounds|tirages)\b", re.IGNORECASE)

_ORDER = re.compile(
    r"\b(?P<order>first(?:[-\s]ever)?|second|third|fourth|fifth|sixth|previous|preceding|earlier|prior|last|latest|newest|most\s+recent|next|another|following)"
    r"(?:\s+(?!draw|round)[\w-]+){0,3}\s+\Z",
    re.IGNORECASE,
)


# "It had the numbers of the round for nurses": the type is another draw's.
_FIGURES_OF = re.compile(
    r"\b(?:had|has|gave|carried|showed|printed|used|bore)\s+the\s+(?:\w+\s+)?(?:numbers|figures|results|values)\s+of\s+(?:the|another|an?)\b[^.;,]{0,25}\Z",
    re.IGNORECASE,
)

# "After months in which nothing but all-program rounds had been seen": what a draw was not.
_OTHER_THAN = re.compile(
    r"\b(?:(?:nothing|none|anything|all|everything)\s+but|other\s+than|apart\s+from|except(?:\s+for)?|besides|unlike|instead\s+of)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?\Z",
    re.IGNORECASE,
)


def of_type(clause: Clause, mention: CategoryMention) -> Iterator[Token]:
    text = clause.text
    before = max(clause.start, mention.start - 80)
    if _FIGURES_OF.search(text, before, mention.start) or _OTHER_THAN.search(text, before, mention.start):
        return
    strong = bool(
        _NAMES_DRAW.match(text, mention.end)
        or _DRAW_FOR.search(text, before, mention.start)
        or (_INVITED_TYPE.search(text, before, mention.start) and mention.sure)
        or _IT_FOR.search(text, before, mention.start)
        or (
            (_FIGURE_FOR.search(text, before, mention.start) or COUNTED.search(text, before, mention.start))
            and mention.sure
        )
    )
    leads = _stands_alone(clause, mention) or is_lead(clause, mention) or _is_subject(clause, mention)
    counted = mention.slug == "pnp" and COUNTED.search(text, before, mention.start) is not None
    if not (mention.sure or strong or leads or counted):
        return
    order = _ORDER.search(text, before, mention.start)
    yield Token(
        What.TYPE,
        mention.start,
        mention.end,
        (mention,),
        strong=strong or leads or counted,
        order=" ".join(order["order"].lower().split()) if order else "",
        several=_DRAWS_AFTER.match(text, mention.end) is not None,
        compared=is_compared(clause, mention.start),
    )


def is_lead(clause: Clause, mention: Mention) -> bool:
    """Whether words are all of a sentence, or lead it before a mark: "Education.", "Physicians: also two"."""
    before = clause.text[clause.start : mention.start].strip(" *_\"'#-")
    after = clause.text[mention.end : clause.end].strip(" *_\"'")
    return not before and (not after or after[0] in ".!?:")


# "Agriculture came last: 400 people", "Transport followed on Wednesday with 670", "Then came trades, with 1,000".
_SUBJECT = re.compile(
    r"(?:^|[;:,\u2013\u2014])\W*(?:(?:and|but|then|while|finally|lastly|meanwhile)\W+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\s+(?:(?:then|also|only|again|in\s+turn)\s+)?(?:followed|came|went|got|had|took|received|saw|brought|closed|stopped|opened|ended|was\s+(?:next|last|first|the\s+(?:next|last|first)))\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d{2}")
_IN = re.compile(r"\b(?:in|for|among|within)\s+\Z", re.IGNORECASE)
_ITS_FIGURE = re.compile(
    r",?\s+(?:the|it)\s+(?:(?:crs\s+)?(?:cut-?\s?off|score|bar|threshold|line|size|draw|round)|was|took|had|fell|rose|went|stood)\b",
    re.IGNORECASE,
)
_CAME = re.compile(r"\b(?:came|followed|and|then)\s+(?:the\s+)?\Z", re.IGNORECASE)
_PAUSES = re.compile(
    r"\s*[,:(\u2013\u2014]\s*(?:(?:with|only|just)\s+)*\d|\s+(?:with|at)\s+\d", re.IGNORECASE
)


def _is_subject(clause: Clause, mention: Mention) -> bool:
    """Whether a type that is no sure one stands as what a draw is called by in a sentence with figures."""
    text = clause.text
    if not _FIGURE.search(text, clause.start, clause.end):
        return False
    if _CAME.search(text, max(clause.start, mention.start - 20), mention.start) and _PAUSES.match(
        text, mention.end, clause.end
    ):
        return True
    if clause.start <= mention.start <= clause.start + 6 and _IN.search(text, clause.start, mention.start):
        return _ITS_FIGURE.match(text, mention.end, clause.end) is not None
    return (
        _SUBJECT.search(text[max(clause.start, mention.start - 30) : mention.start]) is not None
        and _DOES.match(text, mention.end, clause.end) is not None
    )


# "Agriculture, at 354, had it before".
_AT_SCORE = re.compile(r",\s+(?:at|with)\s+\d")
_MARKS = ":,;(-\u2013\u2014|/\t"


def _stands_alone(clause: Clause, mention: Mention) -> bool:
    """Whether words stand between marks or at an end: "Thu, 6 July: trades, 1,500"."""
    before = clause.text[clause.start : mention.start].rstrip(" *_\"'")
    after = clause.text[mention.end : clause.end].lstrip(" *_\"'")
    if clause.is_item:
        return (not before or before[-1] in _MARKS) and (not after or after[0] in f"{_MARKS})(.")
    if (after[:1] == "(" and after[1:2].isdigit()) or (
        (not before or before[-1] in _MARKS) and _AT_SCORE.match(after)
    ):
        return True
    return bool(before and after) and before[-1] in _MARKS and after[0] in ":)\u2013\u2014"
