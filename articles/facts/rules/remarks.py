"""Remarks in a table of draws: "lowest since May", "35 points under August's". Each is read as a sentence about the draw of its row.
Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from articles.facts.model import Draw, Finding, Format, Part, Record, Status
from articles.facts.reading import Block, Cell, DateMention, Kind, Reading, read
from articles.facts.rules.common.period_forms import FEW
from articles.facts.statements import statements

from . import over_draws
from .common.patterns import compiled
from .tables import draw_tables

NAME = "remarks"
# How a remark goes on that begins with such words.
_LEADS = (
    (
        compiled(
            r"\W*(?:the |its |their |our )?(?:(?:only )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|[0-9]{1,2}(?:st|nd|rd|th))[ -](?:and )?)?(?:largest|biggest|smallest)\b"
        ),
        "It was the ",
    ),
    (
        compiled(
            r"\W*(?:the |its |their |our )?(?:(?:first|second|third|fourth|fifth|[0-9]{1,2}(?:st|nd|rd|th))[ -])?(?:lowest|highest)\b"
        ),
        "Its cut-off was the ",
    ),
    (
        compiled(
            r"\W*(?:the |its |their |our )?(?:only|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[0-9]{1,2}(?:st|nd|rd|th))(?: [\w’'-]+){0,3}? (?:draws?|rounds?|of|for|ever|since|this|time|in (?:a row|20[0-9]{2}))\b"
        ),
        "It was the ",
    ),
    (compiled(r"\W*(?:the )?same\b"), "It had the "),
    (
        compiled(
            rf"\W*(?:only |just |exactly )?(?:[0-9]{{1,3}}|one|{FEW}) (?:points?|lower|higher)\b|\W*(?:lower|higher|up|down|unchanged|below|above|under)\b"
        ),
        "The cut-off was ",
    ),
    (
        compiled(
            rf"\W*(?:[0-9]{{1,3}},[0-9]{{3}}|[0-9]{{3,4}}) (?:more|fewer|less)\b|\W*(?:half|twice|double|larger|smaller|bigger|(?:{FEW}) times)\b"
        ),
        "It was ",
    ),
)
_ARTICLE = compiled(r"\W*(?:the|its|their|our) ")
_WORD = compiled(r"[a-z]{3}")
# A remark is no longer than this, and a table has no more of them.
LONGEST, MOST = 120, 60


class _Remark(NamedTuple):
    """A remark as a sentence: where it stands in what is read, and the cell that it is from."""

    start: int
    part: str
    cell: Cell
    length: int
    lead: str
    draw: Draw


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge the remarks in tables of draws."""
    said = statements(reading, record)
    pieces: list[str] = []
    remarks: list[_Remark] = []
    length = 0
    for block in reading.blocks:
        if block.kind is not Kind.TABLE or (table := draw_tables.table_of(said, block, record)) is None:
            continue
        for row, draw in table.rows:
            for at, cell in enumerate(row.cells):
                if draw is None or at in table.places.values() or len(remarks) >= MOST:
                    continue
                words = _sentence(reading, block, cell)
                if words is None:
                    continue
                lead = f"{_told(record, draw)} {words[0]}"
                begin = replace(cell, start=cell.start + words[1])
                remarks.append(
                    _Remark(
                        length + len(lead),
                        reading.name(block),
                        begin,
                        len(cell.text) - words[1],
                        lead,
                        draw,
                    )
                )
                pieces.append(f"{lead}{cell.text[words[1] :]}.\n\n")
                length += len(pieces[-1])
    if not remarks:
        return
    for finding, remark in _judged(record, "".join(pieces), remarks, reading.on):
        if finding.status is Status.CONTRADICTED and not _is_wrong_then(record, remark, finding):
            continue
        by = remark.cell.start - remark.start
        yield replace(finding, part=remark.part, start=finding.start + by, end=finding.end + by)


def _judged(
    record: Record, text: str, remarks: Sequence[_Remark], on: date
) -> Iterator[tuple[Finding, _Remark]]:
    """Yield what is said of remarks in a text of a day, each with the remark that it is said of."""
    for finding in over_draws.find(read([Part(NAME, text, Format.PLAIN)], on), record):
        for remark in remarks:
            inside = remark.start <= finding.start and finding.end <= remark.start + remark.length
            if inside and finding.status in (Status.AGREES, Status.CONTRADICTED):
                yield finding, remark


def _is_wrong_then(record: Record, remark: _Remark, finding: Finding) -> bool:
    """Whether a remark was wrong on the day of its draw too: "the lowest so far" may have been right then."""
    begun = remark._replace(start=len(remark.lead))
    text = f"{remark.lead}{remark.cell.text[-remark.length :]}."
    return any(
        other.status is Status.CONTRADICTED and other.claim == finding.claim
        for other, _remark in _judged(record, text, [begun], remark.draw.date)
    )


def _told(record: Record, draw: Draw) -> str:
    """Return what is known of a draw as a sentence."""
    name = record.category_names.get(draw.category, draw.category)
    day = f"{draw.date.day} {draw.date:%B %Y}"
    return f"The draw of {day}, for {name}, had {draw.invitations:,} invitations and a cut-off of {draw.crs_cutoff}."


def _sentence(reading: Reading, block: Block, cell: Cell) -> tuple[str, int] | None:
    """Return the words that a remark goes on from and where it begins in its cell; None for a cell that has no remark."""
    text = cell.text.lower()
    if len(text) > LONGEST or not _WORD.search(text) or "\n" in text or "|" in text:
        return None
    if any(
        isinstance(mention, DateMention) and mention.start == cell.start and mention.end == cell.end
        for mention in reading.between(block.part, cell.start, cell.end)
    ):
        return None
    for pattern, lead in _LEADS:
        if pattern.match(text):
            article = _ARTICLE.match(text)
            begin = (
                article.end() if article and lead.endswith("the ") else len(text) - len(text.lstrip(" *_("))
            )
            return lead, begin
    return None
