"""Words that say which of the versions of a list is meant: "the old list", "from the first day", "until". Pure: no Django."""

from articles.facts.rules.common.patterns import compiled

SINCE = compiled(r"\b(?:since|as of|from)\b")
LEFT_OUT = compiled(r"\b(?:left out|left off|excluded|omitted)\b")
LATER = compiled(
    r"\b(?:later|then|again|since then|afterwards?|meanwhile|subsequently|now|(?:has|have|had) since|since been)\b"
)
OLD = compiled(
    r"\b(?:old(?:er)?|previous|former|earlier|last year's|outgoing) (?:[\w'-]+ ){0,4}(?:lists?|versions?|category|one)\b"
)
NUMBERED = (
    compiled(r"\b(?:first|original|initial) (?:[\w'-]+ ){0,2}(?:lists?|versions?)\b"),
    compiled(r"\bsecond (?:[\w'-]+ ){0,2}(?:lists?|versions?)\b|\bon the second(?= ?[.,;)]| ?$)"),
    compiled(r"\bthird (?:[\w'-]+ ){0,2}(?:lists?|versions?)\b|\bon the third(?= ?[.,;)]| ?$)"),
)
NEW = compiled(
    r"\b(?:new|current|latest|present|today's|updated|revised|this year's) (?:[\w'-]+ ){0,4}(?:lists?|versions?|category|one)\b|\bthis time\b"
)
UNTIL = compiled(r"\b(?:until|till|before|up to) (?:[\w'-]+ )?$")
IS_GONE = compiled(r"\b(?:is|are) (?:now )?gone$")
HAVE = compiled(r"(?:[\w']+ ){0,2}(?:has|have|'ve) (?:[\w-]+ ){0,2}(?:been|had|stood)\b")
HAD = compiled(r"\bhad\b")
TODAY = compiled(r"\b(?:still|now|today|currently|again)\b")
FROM_FIRST = compiled(
    r"\b(?:from|since) (?:day one|the (?:very )?(?:first day|start|beginning|outset))\b(?! of (?:[0-9]|january|february|march|this|last))"
)
