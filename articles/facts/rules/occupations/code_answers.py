"""What a code is, as an answer says: "What is 42202?" "Early childhood educators". Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Row, Status
from articles.facts.reading import CodeMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit
from articles.references import gettext_noop

from .codes import AGREES
from .title_spans import spans
from .titles import Fit, Titles

RULE = "occupations"

OTHER = gettext_noop("NOC %(code)s is “%(title)s”; the answer is the title of NOC %(expected)s.")

_WHAT = compiled(
    r"\W*(?:[a-z]?[0-9]{1,2}[.)]\W*)?(?:and |so |but )?(?:what|which|who|whose)\b(?! (?:is|are) (?:not|on|in)\b)(?:(?!\b(?:not|list|category|draw|round|next|before|after)\b)[^?]){0,60}\?"
)
# What may stand before the title in an answer.
_LEADS = compiled(
    r"[\W_]*(?:(?:it|that|this|these|they|the code|those) (?:is|are|stands for|means|covers)|that of|the code (?:of|for)|code of|for|of)?(?: the| that of)*[\W_]*"
)
_ENDS = compiled(r"[\W_]*(?:$|[.;,(!])")


def find(setting: Setting, known: Titles) -> Iterator[Finding]:
    """Yield what the record says of titles by which questions for a code are answered."""
    for unit in setting.units:
        asked = setting.asked(unit)
        if len(asked) != 1 or not _WHAT.match(asked[0].text):
            continue
        codes = [mention for mention in asked[0].mentions if isinstance(mention, CodeMention)]
        if len(codes) != 1 or codes[0].code not in known.known:
            continue
        if any(True for _ in spans(known, asked[0].text, 0, len(asked[0].text))):
            continue
        yield from _judged(setting, unit, codes[0], known)


def _judged(setting: Setting, unit: Unit, code: CodeMention, known: Titles) -> Iterator[Finding]:
    text = unit.text
    lead = _LEADS.match(text)
    start = lead.end() if lead else 0
    if any(isinstance(mention, CodeMention) for mention in unit.mentions):
        return
    named = next(
        ((first, last) for first, last in spans(known, text, start, len(text)) if first == start), None
    )
    if named is None or not _ENDS.match(text, named[1]):
        return
    judged = known.judge(code.code, text[slice(*named)])
    if not judged.sure or judged.fit not in (Fit.RIGHT, Fit.WRONG):
        return
    params: dict[str, object] = {"code": code.code, "title": known.title(code.code)}
    rows = (Row("occupation", code.code, known.known[code.code].address),)
    place = unit.start + named[0], unit.start + named[1]
    if judged.fit is Fit.RIGHT:
        yield unit.finding(RULE, Status.AGREES, *place, AGREES, rows=rows, params=params)
        return
    yield unit.finding(
        RULE, Status.CONTRADICTED, *place, OTHER, expected=known.title(code.code),
        replacement=known.title(code.code), rows=rows, confidence=0.85,
        params={**params, "expected": ", ".join(sorted(judged.codes))},
    )  # fmt: skip
