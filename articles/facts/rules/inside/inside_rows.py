"""How many a text says that its own table or list has, before it and behind it: "twelve that readers ask about:", "the five draws
described above", "it leaves 31 of the 52", "six: a, b and c". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Finding
from articles.facts.reading import Block, Kind, NumberMention, Reading, Role, Sentence
from articles.facts.rules.common import amounts
from articles.facts.rules.common.marking import wrong
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.references import gettext_noop

from .inside_parts import SUM

COUNT = gettext_noop("What follows has %(expected)s.")
ROWS = gettext_noop("What is shown has %(expected)s.")

_NUMBER = rf"(?:[2-9]|[1-9][0-9]|{'|'.join(amounts.WORDS[2:])})"
# "Twelve that our readers ask about:", "the five draws of the week:". What is measured, and not listed, is left out.
_ANNOUNCED = compiled(
    rf"\W*(?:(?:here are |these are |these |our |below are )?(?:all )?(?:the )?(?:(?:last|latest|first|past|most recent) )?)(?P<number>{_NUMBER})(?![\w,.-]*[0-9])"
    r"(?! (?:invitations|people|candidates|points|months|weeks|years|days|times|per|percent|hundred|thousand|more|other|of)\b)(?: [a-z'’-]+){1,12}(?:\W*|, [^:;.0-9]{3,90}):\W*"
)
_BACK = compiled(
    rf"\b(?:the|these|those|all|our) (?P<number>{_NUMBER})(?: [\w-]+){{0,2}}? (?:draws|rounds|rows|lines|entries|items|types|kinds|categories|groups|classes|programs|occupations|jobs|codes|names|lists)"
    r"(?: (?:described|listed|shown|named|given|set out|mentioned|printed|tabulated|discussed))? (?P<where>(?:above|below)(?! (?:the )?[0-9])|in (?:the|our|this) (?:table|list))\b"
)
_SHOWS = compiled(
    rf"\b(?:the|this|our) (?:little |short |small )?table(?: below| above| here| that follows)? (?:shows|lists|has|holds|gives|names|covers|contains|says|tells)"
    rf"(?: (?:where|how|what|which|of|the|all|you|for))* (?P<number>{_NUMBER}) (?!columns|figures|invitations|points|more|times|of|per)[a-z-]+"
)
_LEFT = compiled(
    rf"\b(?:leaves?|left|leaving|remain\w*) (?:only |just |us with |us )?(?P<rest>{_NUMBER})(?: draws| rounds)? of (?:the|these|those|all(?: the)?) (?P<whole>{_NUMBER})\b(?! per)"
)
_TOTAL = compiled(r"\W*(?:grand )?(?:totals?|sum|together|in all|overall|average|all)\b.*")
_LABELLED = compiled(r"\W*[^:\n]{3,60}: [^\n]*[0-9][^\n]*")
# A slip is by a few: of what is much longer or shorter, something else is said.
_CLOSE = 3


def find(reading: Reading, place: int, block: Block) -> Iterator[Finding]:
    """Judge what a block says of how long a table or a list is that stands before or behind it."""
    said = reading.sentences_of(place)
    if said and (match := _ANNOUNCED.fullmatch(reading.text(said[-1]).lower())):
        following = reading.blocks[place + 1 : place + 2]
        shown = [_rows(other) for other in following if other.kind is Kind.TABLE and other.part == block.part]
        yield from _judged(reading, said[-1], match.span("number"), shown)
    for sentence in said:
        text = reading.text(sentence).lower()
        if match := _BACK.search(text):
            below = match["where"] == "below"
            yield from _judged(reading, sentence, match.span("number"), _shown(reading, place, block, below))
        elif match := _SHOWS.search(text):
            shown = [*_shown(reading, place, block, True), *_shown(reading, place, block, False)]
            yield from _judged(reading, sentence, match.span("number"), shown)
        if match := _LEFT.search(text):
            yield from _left(reading, sentence, said, match.span("rest"), amounts.number(match["whole"]))


def _judged(
    reading: Reading, sentence: Sentence, span: tuple[int, int], shown: Sequence[int]
) -> Iterator[Finding]:
    """Judge a number against how many are shown, in each of the tables and lists that may be meant, the likeliest first."""
    claimed = amounts.number(reading.text(sentence).lower()[slice(*span)])
    # "The three kinds" of a table with a row for each in two years are half its rows.
    if not shown or any(rows % claimed == 0 for rows in shown):
        return
    if abs(shown[0] - claimed) > min(_CLOSE, claimed // 2):
        return
    yield wrong(reading, sentence, span, shown[0], ROWS, 0.75)


def _shown(reading: Reading, place: int, block: Block, below: bool) -> list[int]:
    """Return how many rows, items or labelled lines each table and each list above or below a block has, the nearest first."""
    blocks = reading.blocks[place + 1 :] if below else reading.blocks[:place][::-1]
    found: list[int] = []
    kind, run = "", 0
    for other in blocks:
        if other.part != block.part:
            break
        own = "item" if other.kind is Kind.ITEM else "line" if _is_labelled(reading, other) else ""
        if own and own == kind:
            run += own == "line" or other.level == 0
            continue
        found += [run] if run > 2 else []
        kind, run = own, int(bool(own))
        if other.kind is Kind.TABLE:
            found.append(_rows(other))
    return [*found, run] if run > 2 else found


def _is_labelled(reading: Reading, block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and _LABELLED.fullmatch(reading.text(block)) is not None


def _rows(block: Block) -> int:
    """Return how many rows a table has without its headings and totals."""
    rows = block.rows[1:] if block.has_header else block.rows
    return sum(bool(row.cells) and not _TOTAL.fullmatch(row.cells[0].text.lower()) for row in rows)


def _left(
    reading: Reading, sentence: Sentence, said: Sequence[Sentence], span: tuple[int, int], whole: int
) -> Iterator[Finding]:
    """Judge "it leaves 31 of the 52" by the one number that was told before."""
    before = [other for other in said if other.end <= sentence.start][-2:]
    told = {
        mention.value
        for other in before
        for mention in reading.within(other)
        if isinstance(mention, NumberMention)
        and mention.role in (Role.DRAWS, Role.UNKNOWN)
        and 1 < mention.value < whole
    }
    if len(told) == 1 and amounts.number(reading.text(sentence).lower()[slice(*span)]) != whole - (
        taken := told.pop()
    ):
        yield wrong(reading, sentence, span, int(whole - taken), SUM, 0.8)


def enumerated(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    """Judge "six: healthcare, STEM, trades, transport, agriculture and agri-food, and French"."""
    text = reading.text(sentence).lower()
    match = _NUMBER_OF.search(text)
    if match is None:
        return
    pieces = [piece.strip() for piece in text[match.end() :].rstrip(" .").split(",")]
    if len(pieces) < 3 or any(
        not piece or len(piece.split()) > 6 or re.search(r"\d", piece) for piece in pieces
    ):
        return
    last = pieces[-1]
    if not _JOINED_LAST.search(last):
        return
    counts = {len(pieces)} if last.startswith(("and ", "or ")) else {len(pieces) + (" and " in last)}
    if _NAMES.fullmatch(last):
        counts = {len(pieces)}
    if amounts.number(match["number"]) in counts:
        return
    yield wrong(reading, sentence, match.span("number"), max(counts), COUNT, 0.75)


# Types that have "and" in their name.
_NAMES = compiled(r"(?:agriculture|science|research|health) and [a-z -]+")
_JOINED_LAST = compiled(r"\b(?:and|or|&)\b")


_NUMBER_OF = compiled(
    rf"(?:^|\b(?:are|were|has|have|in|of|these|the) )\W*(?P<number>[2-9]|1[0-9]|{FEW})(?: [\w-]+){{0,3}} ?: "
)
