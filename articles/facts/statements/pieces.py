"""Takes a sentence apart into what it says of each draw, and finds the draws."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, Sentence

from . import changes, ordered, periods, turns
from .clauses import ANCHORS, FIGURES, Clause, Token
from .fitting import Said, all_true, says
from .held import is_denied
from .model import Figure, Resolved, Statement, Verdict, What
from .naming import is_lead
from .record import Context, Draws
from .resolving import resolve
from .segments import split
from .series import of_several
from .sides import side_by_side
from .stating import IT_WAS_A, Piece, between_dashes, state
from .times import odd_ones

# Words of more than one draw, or of a time that no date is given for.
_OF_TIMES = re.compile(
    r"\b(?:began|begun|started|opened|always|usually|often|sometimes|never|since\s+then|over\s+the|each\s+time|[Bb]y\s+(?:the\s+)?(?:end|spring|summer|autumn|winter|fall|then|[A-Z]\w+))\b"
)
_OF_SEVERAL = re.compile(r"\b(?:cut-?\s?offs|draws|rounds|thresholds)\b", re.IGNORECASE)


_IT_WAS = re.compile(r"\W*(?:it|this|that)\s+(?:was|is)\s+\Z", re.IGNORECASE)


def types(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the types of draw that tokens name."""
    return frozenset(
        item.slug for token in tokens for item in token.items if isinstance(item, CategoryMention)
    )


def statements(
    place: int, clause: Clause, tokens: list[Token], context: Context, draws: Draws
) -> list[Statement]:
    """Return what a sentence says of draws. `place` is its block's. The context is left as it was."""
    return _Sentence(place, clause, tokens, context, draws).statements()


@dataclass
class _Sentence:
    place: int
    clause: Clause
    tokens: list[Token]
    context: Context
    draws: Draws

    def __post_init__(self) -> None:
        clause = self.clause
        sentence = Sentence(clause.part, self.place, clause.start, clause.end)
        self.periods: list[DateMention] = periods.of_sentence(clause.reading, sentence)
        self.years = periods.years(clause.reading, self.place, sentence)
        self.types = types(self.tokens)
        # What the sentence itself names is what it speaks of.
        named = frozenset(
            mention.slug
            for mention in clause.reading.between(clause.part, clause.start, clause.end)
            if isinstance(mention, CategoryMention)
        )
        self.spoken = self.context.topic
        self.context.topic = self.types or named or self.context.topic
        turns.hear(clause, self.context)
        self.anchors = max(_count(self.tokens, what) for what in ANCHORS)
        self.figures = max(_count(self.tokens, what) for what in FIGURES)
        self.said: list[Statement] = []
        self.before: list[Draw] = []

    def statements(self) -> list[Statement]:
        tokens = self.tokens
        if change := changes.find(self.clause, tokens, self.context, self.draws):
            self.said += _of_change(self.place, self.clause, change)
            tokens = [token for token in tokens if token not in (change.first, change.last)]
        for day, draw in ordered.days(self.clause, tokens, self.context, self.draws):
            beside = any(token.compared for token in tokens if token.items == (day,))
            told = _at_another_time(self.place, What.DATE, day, draw)
            self.said.append(replace(told, compared=beside))
            # What is told beside the day is of the draw that is meant.
            right = replace(day, first=draw.date, last=draw.date, others=())
            tokens = [replace(token, items=(right,)) if token.items == (day,) else token for token in tokens]
        for month, draw in ordered.months(self.clause, tokens, self.context, self.draws):
            self.said.append(_at_another_time(self.place, What.PERIOD, month, draw))
            tokens = [token for token in tokens if token.items != (month,)]
        focus = self.context.focus
        self.before = turns.predecessor(self.clause, self.context, self.draws, self.periods)
        self.context.focus = self.before or focus
        for piece in split(tokens, self.clause.text, self._disagrees):
            self.context.period = self._period(piece)
            self.said += self._of_piece(piece)
            self.context.focus = self.before or focus
        self.context.focus = focus
        return self.said

    def _period(self, piece: Sequence[Token]) -> tuple[date, date] | None:
        times = self.periods
        if not any(token.compared for token in piece):
            # What is set beside a month is of another: "twice as many as in March, and a cut-off of 392".
            beside = [item for token in self.tokens if token.compared for item in token.items]
            times = [time for time in times if time not in beside]
        return periods.of_piece(self.clause.reading, times, piece)

    def _disagrees(self, piece: Sequence[Token]) -> float:
        if not any(token.is_anchor for token in piece):
            return 0.0
        wrong = 0
        self.context.period = self._period(piece)
        for said, order in side_by_side(piece, len(self.context.focus)):
            resolved = resolve(said, order, self.context, self.draws)
            if resolved.draw is not None:
                wrong += sum(not says(what, mention, resolved.draw) for what, mention in said)
        return float(wrong)

    def _of_piece(self, tokens: Sequence[Token]) -> Iterator[Statement]:
        if is_denied(self.clause, tokens):
            return
        anchored = any(token.is_anchor for token in tokens)
        compared = tokens[0].compared or (not anchored and any(token.compared for token in tokens))
        if tokens[0].what is What.TYPE and len(tokens) > 1:
            # "In agriculture the cut-off went up by 32 points from the 354 of September 28".
            compared = compared or all(token.compared for token in tokens[1:])
        if not anchored and not compared:
            own = [one.draw for one in self.said if one.draw is not None and not one.compared]
            self.context.focus = list({draw.number: draw for draw in own}.values()) or self.context.focus
        piece = Piece(self.place, self.clause, tokens, compared)
        for what, time, draw in odd_ones(self.clause, tokens, self.context, self.draws):
            yield _at_another_time(self.place, what, time, draw)
            right = replace(time, first=draw.date, last=draw.date, others=())
            tokens = [_exchanged(token, time, right) for token in tokens]
        sides = list(side_by_side(tokens, len(self.context.focus)))
        several = self._several(tokens, len(sides), anchored)
        for index, (said, order) in enumerate(sides):
            if compared and not anchored:
                resolved = self._compared_with(said)
            elif len(several) == len(sides):
                resolved = Resolved(several[index])
            elif self.before and all(token.what in (*FIGURES, What.PERIOD) for token in tokens):
                resolved = Resolved(self.before[0])
            elif self._is_of_all(tokens):
                resolved = Resolved(self.context.during(self.draws)[0])
            elif self._is_of_focus(tokens):
                resolved = Resolved(self.context.focus[0])
            else:
                resolved = resolve(said, order, self.context, self.draws)
                if not self._is_told_of(tokens, len(sides)):
                    resolved = replace(resolved, sure=False)
            if (one := state(piece, said, resolved, self.draws)) is not None:
                yield one

    def _several(self, tokens: Sequence[Token], sides: int, anchored: bool) -> tuple[Draw, ...]:
        """Return the draws that lists of figures go through: those spoken of, or those of a type in a time."""
        if sides < 2 or any(token.what in (What.DATE, What.NUMBER) for token in tokens):
            return ()
        if not anchored and sides == len(self.context.focus):
            return tuple(self.context.focus)
        return of_several(tokens, self.types, self.context, self.draws, self.years)

    def _is_of_focus(self, tokens: Sequence[Token]) -> bool:
        """Whether a piece says of the draw last spoken of which type or which number it was, "It was a STEM draw", or
        gives its figures behind its day, as in a diary."""
        return len(self.context.focus) == 1 and (
            (
                all(token.what is What.TYPE and token.strong for token in tokens)
                # "In agriculture the cut-off rose. It was the second agriculture draw": of the type spoken of, whatever draw was.
                and self.spoken != self.types
                and (
                    IT_WAS_A.search(self.clause.text, self.clause.start, tokens[0].start) is not None
                    or (self.clause.led and is_lead(self.clause, tokens[0].items[0]))
                )
            )
            or (self.clause.led and not any(self._is_of_another(token) for token in tokens))
            or (
                tokens[0].what is What.NUMBER
                and len(tokens) == 1
                and _IT_WAS.match(self.clause.text, self.clause.start, tokens[0].start) is not None
            )
        )

    def _is_of_another(self, token: Token) -> bool:
        """Whether a token names a draw that need not be the one of the day which leads the block."""
        of_type = token.what is What.TYPE and len(token.items) == 1
        return token.compared or (
            token.is_anchor and not (of_type and says(What.TYPE, token.items[0], self.context.focus[0]))
        )

    def _is_told_of(self, tokens: Sequence[Token], sides: int) -> bool:
        """Whether words name their draw by day or number, or can only be of the draw spoken of: one figure of each kind, in
        words about one draw."""
        text, start, end = self.clause.text, self.clause.start, self.clause.end
        named = [token for token in tokens if token.what in (What.DATE, What.NUMBER)]
        if named:
            # A row of figures goes with as many days, not with one of them.
            return sides == 1 or any(len(token.items) > 1 for token in named)
        if _OF_TIMES.search(text, start, end) or _count(self.tokens, What.TIE) > 1:
            return False
        if any(token.joined and token.what is not What.CUTOFF for token in tokens):
            return True
        if any(token.is_anchor for token in tokens):
            several = _OF_SEVERAL.search(text, start, end) or len(self.types) > 2
            if several and all(token.what is not What.CUTOFF for token in tokens if not token.is_anchor):
                return False
            return self.figures <= self.anchors + 1
        if sides > 1:
            return False
        if self.said:
            told = {figure.what for one in self.said if not one.compared for figure in one.figures}
            return not any(
                told.issuperset(token.may_be) if token.may_be else token.what in told for token in tokens
            )
        if _OF_SEVERAL.search(text, *between_dashes(text, start, tokens[0].start, end)):
            return False
        return not self.periods or len(self.context.during(self.draws)) == 1

    def _is_of_all(self, tokens: Sequence[Token]) -> bool:
        """Whether a figure is said of all draws of a time, and they have one figure in common: "April's two rounds both stopped at 451"."""
        figures = [token for token in tokens if token.what in FIGURES]
        inside = self.context.during(self.draws)
        return (
            len(figures) == 1
            and figures[0].each
            and len(inside) > 1
            and len({d.crs_cutoff if figures[0].what is What.CUTOFF else d.invitations for d in inside}) == 1
        )

    def _compared_with(self, said: Said) -> Resolved:
        """Return the draw that a bare figure behind "than" or "up from" is of: the one before of the same type."""
        subject = [one.draw for one in self.said if one.draw is not None] or self.context.focus
        if not subject:
            return Resolved(None, sure=False)
        previous = self.draws.before(subject[0])
        spoken = (previous, *self.context.focus, *self.context.section)
        near = [draw for draw in spoken if draw is not None and draw is not subject[0]]
        for draw in near:
            if all_true(said, draw):
                return Resolved(draw)
        return Resolved(previous, tuple(near), sure=previous is not None and len(near) <= 1)


def _exchanged(token: Token, time: DateMention, right: DateMention) -> Token:
    """Return a token with the right time in the place of one: what is told beside it is of the draw that is meant."""
    return replace(token, items=tuple(right if item == time else item for item in token.items))


def _at_another_time(place: int, what: What, time: DateMention, draw: Draw) -> Statement:
    return Statement(
        time.part, place, time.start, time.end, (Figure(what, time, False),), Verdict.KNOWN, draw
    )


def _count(tokens: Sequence[Token], what: What) -> int:
    return sum(
        len(token.items) for token in tokens if token.what is what and not token.compared and not token.may_be
    )


def _of_change(place: int, clause: Clause, change: changes.Change) -> Iterator[Statement]:
    """Say of both figures of a change which draw they are of; the later one is the one that is told of."""
    kinds = (change.first.what, change.last.what)
    what = What.CUTOFF if What.CUTOFF in kinds else What.INVITATIONS
    for token, draw, compared in ((change.first, change.before, True), (change.last, change.after, False)):
        figure = Figure(what, token.items[0], says(what, token.items[0], draw))
        yield Statement(
            clause.part,
            place,
            token.start,
            token.end,
            (figure,),
            Verdict.KNOWN,
            draw,
            (),
            change.sure,
            compared,
        )
