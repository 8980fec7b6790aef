"""Goes through an article from its first block to its last and keeps in mind which draws it speaks of."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from articles.facts.model import Draw
from articles.facts.reading import (
    Block,
    CategoryMention,
    DateMention,
    Kind,
    Reading,
    Sentence,
)

from . import asked, labelled_lines, lines, periods, pieces, tabular, those, tokens
from .clauses import Clause, Token
from .fitting import says
from .held import TOLD_ON
from .model import Figure, Resolved, Statement, Verdict, What
from .naming import is_lead
from .outside import is_outside
from .record import Context, Draws, named
from .resolving import resolve
from .stating import verdict

_OLD_RECORD = re.compile(
    r"\b(?:old|previous|earlier|former|prior|until\s+then|until\s+now)\s+(?:\w+\s+)?(?:record|low|high|peak|largest|lowest|highest)\b",
    re.IGNORECASE,
)


def walk(reading: Reading, draws: Draws) -> list[Statement]:
    """Return what an article says of draws, in the order of parts and places."""
    return _Walk(reading, draws).statements()


class _Walk:
    def __init__(self, reading: Reading, draws: Draws):
        self.reading = reading
        self.draws = draws
        self.found: list[Statement] = []
        self.context = Context(reading.on, article=named(reading, draws))
        self.lead_in: list[list[Draw]] = []
        self.of_cutoff = False
        self.of_title: frozenset[str] = frozenset()
        self.part = -1
        self.led = -1

    def statements(self) -> list[Statement]:
        labelled = 0
        for place, block in enumerate(self.reading.blocks):
            if labelled:
                labelled -= 1
                continue
            self._enter(place, block)
            if is_outside(self.reading, place):
                continue
            if block.kind is Kind.TABLE:
                self._table(place, block)
                continue
            facts, count = labelled_lines.labelled(self.reading, place, self.draws)
            if facts is not None and (facts.is_anchored or self._is_of_focus(facts)):
                self.context.focus = self._rows(place, block, [facts]) or self.context.focus
                labelled = count - 1
                continue
            hint = asked.hint(self.reading, place)
            asks = False
            for sentence in lines.joined(self.reading, block, self.reading.sentences_of(place)):
                words = self.reading.text(sentence)
                hint = None if asked.is_summed(words) else hint
                alone = None if asks else asked.alone(words)
                self._sentence(place, block, sentence, hint or alone)
                if asks := asked.is_question(words):
                    hint = asked.of_question(words)
                elif len(words) > asked.SHORT:
                    hint = None
        return self.found

    def _enter(self, place: int, block: Block) -> None:
        """Forget what no longer holds when a block begins."""
        context = self.context
        context.later = False
        if block.part != self.part:
            self.part = block.part
            name = self.reading.name(block)
            if not name.startswith("answer"):
                context.focus = []
            context.section, context.several = [], []
            if not name.startswith("answer"):
                context.topic = self.of_title
        if block.kind is Kind.HEADING:
            context.focus, context.section, context.several = [], [], []
        elif block.kind is Kind.ITEM:
            # An item goes on from the words above its list, or above its own rank; not from its neighbour.
            while len(self.lead_in) > block.level + 1:
                self.lead_in.pop()
            while len(self.lead_in) <= block.level:
                self.lead_in.append(list(context.focus))
            context.focus = list(self.lead_in[block.level])
        if block.kind is not Kind.ITEM:
            if self.lead_in and block.kind is not Kind.HEADING:
                context.focus = self.lead_in[0]
            self.lead_in = []

    def _sentence(self, place: int, block: Block, sentence: Sentence, hint: What | None) -> None:
        context = self.context
        if hint is None and self.of_cutoff and asked.goes_on(self.reading.text(sentence)):
            hint = What.CUTOFF
        clause = Clause(
            self.reading,
            sentence.part,
            sentence.start,
            sentence.end,
            hint,
            block.kind in (Kind.ITEM, Kind.HEADING) or lines.is_line(self.reading.text(sentence)),
            self._is_led(place),
            len(those.told(context)),
        )
        clause = those.counted(clause, context, self.draws)
        found = tokens.find(clause)
        self.of_cutoff = any(token.what is What.CUTOFF for token in found) or (
            not found and asked.is_of_cutoff(self.reading.text(sentence))
        )
        if not found:
            those.turn_to(clause, context, self.draws)
            self._turn_to_type(clause)
            return
        spoken = list(context.focus)
        said = pieces.statements(place, clause, found, context, self.draws)
        self.found += said
        self._mark_later(said, found)
        self._look_at(said, found, self.reading.text(sentence))
        those.turn_to(clause, context, self.draws)
        if not said:
            self._turn_to(clause, found)
        self._lead(place, block, clause, found)
        self._keep_topic(clause, found, [one for one in said if one.draw in spoken])

    def _is_led(self, place: int) -> bool:
        """Whether a day stands alone at the head of a block or above it, and one draw was held on it."""
        return len(self.context.focus) == 1 and (
            self.led == place
            or (self.led == place - 1 and self.reading.blocks[self.led].kind is Kind.HEADING)
        )

    def _lead(self, place: int, block: Block, clause: Clause, found: Sequence[Token]) -> None:
        days = [token for token in found if token.what is What.DATE]
        alone = (
            clause.start - block.start <= _HEAD
            and clause.end - clause.start <= _LEAD
            and all(token.what in (What.DATE, What.TYPE) for token in found)
        )
        if len(days) == 1 and alone:
            self.led = place
        elif days:
            self.led = -1

    def _mark_later(self, said: Sequence[Statement], found: Sequence[Token]) -> None:
        """Keep in mind that a sentence told of a draw that the record lacks, until another is named."""
        if any(one.verdict is Verdict.LATER for one in said):
            self.context.later = all(one.verdict is Verdict.LATER for one in said)
        elif any(token.is_anchor for token in found):
            self.context.later = False

    def _look_at(self, said: Sequence[Statement], found: Sequence[Token], words: str) -> None:
        told = [one for one in said if one.draw is not None and not one.compared and one.sure]
        types = {draw.category for draw in self.context.focus}
        # "It was the first STEM draw" says nothing new of which draw is spoken of.
        known = (
            []
            if _OLD_RECORD.search(words)
            else [one.draw for one in told if one.draw and not those.says_nothing_new(one, found, types)]
        )
        focus = list({draw.number: draw for draw in known}.values())
        if focus:
            self.context.focus = focus
            those.keep(focus, self.context)
        listed = [token for token in found if token.what is What.DATE and len(token.items) > 1]
        if listed and len(focus) < len(listed[-1].items):
            focus = self._held_on(listed[-1]) or focus
            self.context.focus = focus or self.context.focus
        for draw in focus:
            if draw not in self.context.section:
                self.context.section.append(draw)

    def _keep_topic(self, clause: Clause, found: Sequence[Token], said: Sequence[Statement]) -> None:
        if named := pieces.types(found):
            if not clause.led and any(
                token.what is What.TYPE and is_lead(clause, token.items[0]) for token in found
            ):
                # A new type is spoken of: what was said before was of another.
                self.context.focus = [draw for draw in self.context.focus if draw.category in named]
            self.context.topic = named
            if self.part == 0:
                self.of_title = self.context.topic
        elif numbered := {one.draw.category for one in said if one.draw is not None and one.is_numbered}:
            self.context.topic = frozenset(numbered) if len(numbered) == 1 else self.context.topic

    def _turn_to_type(self, clause: Clause) -> None:
        """Turn to the one type that a sentence without figures speaks of: "For French, the cut-off fell again"."""
        mentions = clause.reading.between(clause.part, clause.start, clause.end)
        named = {mention.slug for mention in mentions if isinstance(mention, CategoryMention)}
        if len(named) == 1 and asked.is_of_cutoff(clause.text[clause.start : clause.end]):
            self.context.topic = frozenset(named)
            self.context.focus = [draw for draw in self.context.focus if draw.category in named]

    def _turn_to(self, clause: Clause, found: Sequence[Token]) -> None:
        """Turn to the draw of a day that is named and of which nothing is said yet: "On 6 July it was nurses' turn"."""
        for token in found:
            day = token.items[0]
            if (
                token.what is What.DATE
                and isinstance(day, DateMention)
                and not TOLD_ON.search(clause.text, clause.start, clause.end)
            ):
                self.context.focus = self._held_on(token) or self.context.focus

    def _held_on(self, token: Token) -> list[Draw]:
        """Return the draws of days, if every day has one."""
        held = [self.draws.on(item.first) for item in token.items if isinstance(item, DateMention)]
        return [draws[0] for draws in held] if all(len(draws) == 1 for draws in held) else []

    def _table(self, place: int, block: Block) -> None:
        context = self.context
        context.period = None
        if block.caption is not None:
            told = periods.of_sentence(self.reading, Sentence(block.part, place, *block.caption))
            context.period = (told[0].first, told[0].last) if told else None
        if context.period is None and tabular.counts(block):
            context.period = date(self.reading.on.year, 1, 1), self.reading.on
        self._rows(place, block, tabular.tuples(self.reading, block, self.draws))

    def _rows(self, place: int, block: Block, rows: Iterable[tabular.Tuple]) -> list[Draw]:
        """Take in what rows say, of one draw each, and return these."""
        context = self.context
        said: list[Statement] = []
        for row in rows:
            if not (row.is_anchored or block.kind is Kind.ITEM) or len(row.said) < 2:
                continue
            resolved = self._of_row(row)
            if resolved.draw is None and not resolved.later and not resolved.no_draw:
                continue
            if any(what is What.PERIOD for what, _mention in row.said) and not self._is_only(row, resolved):
                continue
            figures = tuple(
                Figure(what, mention, resolved.draw is None or says(what, mention, resolved.draw))
                for what, mention in row.said
            )
            said.append(
                Statement(
                    block.part,
                    place,
                    row.start,
                    row.end,
                    figures,
                    verdict(resolved),
                    resolved.draw,
                    resolved.others,
                    resolved.sure,
                )
            )
        self.found += said
        told = [one.draw for one in said if one.draw is not None]
        for draw in told:
            if draw not in context.section:
                context.section.append(draw)
        return told

    def _is_only(self, row: tabular.Tuple, resolved: Resolved) -> bool:
        """Whether a month that stands for the day of a row had one draw of the type that is told of."""
        draw = resolved.draw
        times = [mention for what, mention in row.said if what is What.PERIOD]
        return draw is not None and [
            one
            for one in self.draws.of_types((draw.category,))
            if all(isinstance(time, DateMention) and time.holds(one.date) for time in times)
        ] == [draw]

    def _is_of_focus(self, row: tabular.Tuple) -> bool:
        """Whether lines that name no draw are of the one that the heading above named: half of them must be so of it."""
        focus = self.context.focus
        return len(focus) == 1 and 2 * sum(says(*one, focus[0]) for one in row.said) >= len(row.said) > 1

    def _of_row(self, row: tabular.Tuple) -> Resolved:
        """Return the draw of a row; one without day and number is of the draw last spoken of, if half of it fits that."""
        focus = self.context.focus
        named = any(what in (What.DATE, What.NUMBER) for what, _mention in row.said)
        if not named and self._is_of_focus(row):
            return Resolved(focus[0])
        return resolve(row.said, "", self.context, self.draws)


# A day that stands alone is in so short a sentence, and begins so few characters from the head of its block.
_LEAD, _HEAD = lines.LEAD, 6
