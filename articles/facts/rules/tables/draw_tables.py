"""Tables of draws, a row for each: their totals and subtotals, and what a column reckons from row to row. Pure: no Django."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Block, CategoryMention, Cell, DateMention, Kind, Reading, Row
from articles.facts.rules.common import amounts
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import NUMBERS
from articles.facts.rules.common.periods import find as periods_in
from articles.facts.rules.common.scopes import of_draws
from articles.facts.rules.common.speaking import widened
from articles.facts.statements import Statement, Statements, What, statements
from articles.facts.statements.fitting import all_true
from articles.references import gettext_noop

from . import draw_columns
from .table_labels import TOTAL

OF_ROWS = gettext_noop("For the draws of the rows above, the record has %(actual)s.")
FIGURES = (What.INVITATIONS, What.CUTOFF)

_WORDS = "|".join(NUMBERS)
_DRAWS = compiled(
    rf"\W*(?:(?:all|the|in) )*(?P<n>[0-9]{{1,2}}|{_WORDS}) (?:[a-z-]+ )?(?:draws|rounds)(?: in all| together| in total)?\W*"
)
_PART = compiled(r"\b(?:sub-?total|totals?|sum|of which|thereof|together|all|of these)\b")
_AVERAGE = compiled(r"\W*(?:the )?(?:average|mean)(?: (?:size|draw|round|per draw))?\W*")
_WHOLE = compiled(r"\W*(?P<n>[0-9]{1,3}(?:[, '][0-9]{3})+|[0-9]+)(?: (?:invitations|itas|people))?\W*")
_RANGE = compiled(r"\W*(?P<low>[0-9]{2,3})(?: ?[–—/-] ?| to | and |\.\.)(?P<high>[0-9]{2,3})\W*")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table with the draw that each is of (None: not of one), and where its figures stand."""

    block: Block
    rows: Sequence[tuple[Row, Draw | None]]
    places: dict[What, int]


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge what tables of draws add up and reckon."""
    said = statements(reading, record)
    for block in reading.blocks:
        if block.kind is Kind.TABLE and (table := table_of(said, block, record)) is not None:
            yield from _totals(reading, table)
            yield from draw_columns.find(reading, record, table.block, table.rows, set(table.places.values()))


def table_of(said: Statements, block: Block, record: Record) -> Table | None:
    """Return a table of which most rows are of one draw each; None for another."""
    of: dict[int, Draw] = {}
    places: dict[What, Counter[int]] = {what: Counter() for what in FIGURES}
    told = said.within(block)
    dated = [one for one in told if any(figure.what in (What.DATE, What.NUMBER) for figure in one.figures)]
    for one in dated if len(dated) > 1 else told:
        row = next((row for row in block.rows if row.start == one.start), None)
        draw = one.draw or _of_figures(one, record)
        if row is None or draw is None or len(one.figures) < 2:
            continue
        of[row.start] = draw
        for figure in one.figures:
            if figure.what in FIGURES:
                places[figure.what].update(
                    at
                    for at, cell in enumerate(row.cells)
                    if cell.start <= figure.mention.start < max(cell.end, cell.start + 1)
                )
    if len(of) < 2 or len(set(of.values())) < len(of):
        return None
    rows = block.rows[1:] if block.has_header and block.rows[0].start not in of else block.rows
    return Table(
        block,
        [(row, of.get(row.start)) for row in rows],
        {what: counted.most_common(1)[0][0] for what, counted in places.items() if counted},
    )


def _of_figures(one: Statement, record: Record) -> Draw | None:
    """Return the one draw of the month around a day without a draw that has both figures of a row."""
    told = [(figure.what, figure.mention) for figure in one.figures if figure.what in FIGURES]
    days = [figure.mention for figure in one.figures if isinstance(figure.mention, DateMention)]
    if len(told) < 2 or not days:
        return None
    meant = [days[0].first, *(first for first, _last in days[0].others)]
    found = [
        draw
        for draw in record.draws
        if any(abs((draw.date - day).days) < _NEAR for day in meant) and all_true(told, draw)
    ]
    return found[0] if len(found) == 1 else None


_NEAR = 31


def _totals(reading: Reading, table: Table) -> Iterator[Finding]:
    """Judge rows that say what the draws of the rows above them come to."""
    above: list[Draw] = []
    since: list[Draw] = []
    for row, draw in table.rows:
        if draw is not None:
            above.append(draw)
            since.append(draw)
            continue
        meant = _meant(reading, table, row, above, since)
        if meant is None:
            if any(re.search(r"\d", cell.text) for cell in row.cells):
                # A row that is not understood may be of another draw.
                return
            continue
        yield from _judged(reading, table, row, meant)
        since = []


def _meant(
    reading: Reading, table: Table, row: Row, above: Sequence[Draw], since: Sequence[Draw]
) -> Sequence[Draw] | None:
    """Return the draws that a row sums up; None where it does not."""
    words = [cell.text.lower() for cell in row.cells if cell.text.strip()]
    if not words or len(above) < 2:
        return None
    slugs = {
        mention.slug
        for mention in reading.between(table.block.part, row.start, row.end)
        if isinstance(mention, CategoryMention)
    }
    is_last = row is table.rows[-1][0]
    if TOTAL.fullmatch(words[0]) or _AVERAGE.fullmatch(words[0]):
        return above
    if slugs:
        types = widened(slugs, above)
        chosen = [draw for draw in above if draw.category in types]
        is_part = _PART.search(words[0]) or any(_DRAWS.fullmatch(text) for text in words)
        return chosen if chosen and is_part else None
    if "subtotal" in words[0] or "sub-total" in words[0]:
        return since or None
    if any(_DRAWS.fullmatch(text) for text in words) or (is_last and _is_time_of(reading, words[0], above)):
        return above
    alone = row.cells[0].text.strip() == "" and len(words) == 1
    return above if is_last and alone and _WHOLE.fullmatch(words[0]) else None


def _is_time_of(reading: Reading, words: str, above: Sequence[Draw]) -> bool:
    """Whether the name of a row is a time that has all the draws above it."""
    return any(
        not period.is_day and all(span.start <= draw.date <= span.end for draw in above)
        for period in periods_in(f"in {words}", reading.on)
        if len(words) <= period.end - 3 + 2
        for span in period.spans
    )


def _judged(reading: Reading, table: Table, row: Row, meant: Sequence[Draw]) -> Iterator[Finding]:
    is_average = any(_AVERAGE.fullmatch(cell.text.lower()) for cell in row.cells)
    for at, cell in enumerate(row.cells):
        text = cell.text.lower()
        if (match := _DRAWS.fullmatch(text)) and not is_average:
            claimed = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"]]
            if claimed != len(meant):
                yield _wrong(reading, table, cell, match.span("n"), "counts", len(meant), meant)
        elif at == table.places.get(What.INVITATIONS) and (match := _WHOLE.fullmatch(text)):
            total = sum(draw.invitations for draw in meant)
            claimed = int(re.sub(r"\D", "", match["n"]))
            right = round(total / len(meant)) if is_average else total
            if claimed != right and not (is_average and abs(claimed - total / len(meant)) <= 50):
                kind = "comparisons" if is_average else "inside"
                yield _wrong(reading, table, cell, match.span("n"), kind, right, meant)
        elif at == table.places.get(What.CUTOFF) and (match := _RANGE.fullmatch(text)):
            cutoffs = [draw.crs_cutoff for draw in meant]
            told = sorted((match.span(name), int(match[name])) for name in ("low", "high"))
            ends = (min(cutoffs), max(cutoffs))
            if told[0][1] > told[1][1]:
                ends = ends[::-1]
            for (span, value), end in zip(told, ends, strict=True):
                if value != end:
                    yield _wrong(reading, table, cell, span, "ranges", end, meant)


def _wrong(
    reading: Reading,
    table: Table,
    cell: Cell,
    span: tuple[int, int],
    rule: str,
    value: int,
    meant: Sequence[Draw],
) -> Finding:
    part = reading.texts[table.block.part].part
    start, end = cell.start + span[0], cell.start + span[1]
    return Finding(
        rule,
        Status.CONTRADICTED,
        part.name,
        start,
        end,
        part.source[start:end],
        expected=f"{value:,}",
        replacement=amounts.written(value, part.source[start:end]),
        rows=of_draws(meant).rows,
        confidence=0.9,
        message=OF_ROWS,
        params={"actual": f"{value:,}"},
    )
