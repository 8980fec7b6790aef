"""The words that say which one a draw is: "the first STEM draw", "its second", "the third for the class". Pure: no Django."""

from articles.facts.rules.common import amounts
from articles.facts.rules.common.patterns import compiled

from . import runs

OF_DRAWS = compiled(
    rf"\b(?P<which>{runs.ORDINAL})(?P<ever>[- ]ever| ever)?(?P<row> (?:consecutive|straight|successive))?(?! (?:at|with|on) [0-9])(?P<words>(?: [\w',()-]+){{0,7}}?) (?P<noun>draw|round)\b(?P<after>(?: (?:ever|in a row|running|so far))?)"
)
_ITS = compiled(
    rf"\b(?:its|their|the category's|had (?:its|their)|with (?:its|their)) (?P<which>{runs.ORDINAL})(?P<ever>[- ]ever)?\b(?! of the|-| time| in| list| place)"
)
_FOR = compiled(
    rf"(?:\b(?:is|was|being|were|and)|,) (?:only |just )?(?:the |its |their )(?P<which>{runs.ORDINAL})(?: ever)? (?:for(?! [0-9])|of its kind|of (?:the|this|that|20[0-9]{{2}})|in|this|since|under|so far)\b"
)
# "Transport, the first ever."
_EVER = compiled(
    rf"(?:\b(?:is|was|were)|,|\() (?:the |its |their )(?P<which>{runs.ORDINAL}) ever\b(?! [a-z])"
)
# "The fifth French one of 2026".
_ONE = compiled(
    rf"\b(?P<which>{runs.ORDINAL})(?: (?!of\b|in\b)[\w-]+){{0,2}} one (?:of|in|this|so far|since)\b"
)
# "The draw of Tuesday was number 16 of the year".
_NUMBER = compiled(
    rf"\b(?:is|was|were|makes|makes it|became|,) (?:the |already |only )*(?:(?:draw|round) )?number (?P<which>[1-9][0-9]?|{'|'.join(amounts.WORDS[2:61])}) (?=(?:of|in) (?:the|this|20[0-9]{{2}})\b|this (?:year|month)|so far|for (?:the|this)\b)"
)
FORMS = (OF_DRAWS, _FOR, _ITS, _ONE, _EVER, _NUMBER)
# "The first round above a thousand", "the second of that size": one of some, and not of all of its type.
OF_SOME = compiled(
    r" (?:(?:above|below|over|under|beyond|beneath) (?:the )?[a-z0-9]|(?:that|which|whose|where|larger|smaller|bigger|outside)\b|(?:of|with) (?:more|fewer|less|over|under|at least|(?:that|this|such an?|the same) (?:size|number|cut-?off)|(?:an? )?(?:cut-?off|score)s?)\b|(?:in|for) (?:a|any) category under\b)"
)
