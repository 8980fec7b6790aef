"""Who is on a list: "cooks were added", "pharmacists are not on it", questions and answers about it. Pure: no Django."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import Kind
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit
from articles.facts.rules.common.setting_words import OF_PROVINCES
from articles.facts.rules.criteria.criteria_claims import is_refuted

from . import membership_claims as claiming
from . import membership_days
from .code_model import Pair
from .membership_ellipsis import of_pronoun
from .membership_former import persons
from .membership_heads import of_head, of_heading, of_tail
from .membership_model import Claim, Clause, Heard, Named
from .membership_verdicts import judged
from .membership_words import Predicate, Said, after, before, opposite
from .titles import Titles

_LIST_WORD = compiled(
    r"\b(?:lists?|listed|categor\w+|eligible|covered|qualif\w+|occupations?|trades?|joined|added|removed|dropped|lost|gained|include[sd]?|left out|replaced|open to|be invited|on (?:it|them)|among (?:them|these)|new|gone|draws?|rounds?)\b"
)
_YES = compiled(
    r"^ ?[\"(*]?(?:(?:a|answer)[:.] ?[*_]*)?(?P<yes>yes|indeed|correct|right|true|certainly|of course|(?:them|those|these|they)(?: do| are)?,? too|(?:(?:you|they)(?: are|'re) )?(?:also |always |still )*(?:there|in|on(?: it)?|listed|included)(?:,? (?:too|as well|also))?(?= ?[.,;!\"]| ?$)|(?:(?:they|you) (?:are|do|can|could|may)|it is)(?! ?(?:not|no)\b)(?: (?:now |still |also )*(?:on|in) [^.,;:!?]{1,60})?|(?:on|in|under) (?:the|its) [^.,;:!?]{0,40}(?:list|category)(?= ?[.,;!\"]| ?$))\b|^ ?[\"(*]?(?P<no>no|not|neither|none|nope|(?:(?:you|they)(?: are|'re) )?(?:out|off|gone|not there|not in)(?= ?[.,;!\"]| ?$)|(?:(?:they|you) (?:are|do|can|could|may)|it is)(?: ?not|n't)(?: on (?:it|the [^.,;:!?]{1,40}))?)\b(?! longer\b)"
)
_POLAR = compiled(r"^\W*(?:and |so |but )?(?:am|is|are|was|were|do|does|did|can|could|may|has|have|will)\b")
_ASKS_WHO = compiled(
    r"\b(?:on|in|under) (?:the|a|its) [^?]{0,40}(?:list|category)\b|\beligible\b|\bqualify\b|\blisted\b|\bincluded\b"
)
_OF_ONE = compiled(r"\b(?:he|she|they|it|i|we)\b")
_BUT = compiled(r"\b(?:but|though|although|however|yet|instead)\b|[.;]")
# So many paragraphs after one that speaks of lists may speak of them without a word for it.
_NEAR, _FARTHEST = 3, 60
# "Who is on it?" "Welders are, bakers are not."
_DENIED = compiled(
    r"(?: ?\([^()]*\))? ?(?:is|are|do|does|did|was|were|can|has|have)(?: not|n't)\b| ?cannot\b"
)
_FEW_WORDS = 5
_BESIDE = 8  # characters between a question and its answer that are shown together
_FIRST_WORDS = 12  # so far into an answer a title is what was asked for


def find(setting: Setting, known: Titles, pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Yield what the lists say of the memberships that are claimed. `pairs` are the codes that stand with titles."""
    if not any(
        version.codes and _has_begun(setting, version) for own in setting.versions.values() for version in own
    ):
        # Before the first list nothing is said of one.
        return
    reader = _Reader(setting, known, {(pair.code.part, pair.code.start): pair for pair in pairs})
    heard = Heard()
    for unit in setting.units:
        heard = heard.next(unit.block)
        dated = list(membership_days.find(setting, unit, known, reader.pairs))
        yield from dated
        # What is false of a day is no false membership besides.
        if not any(finding.status is Status.CONTRADICTED for finding in dated):
            for claim, about in reader.claims(unit):
                for finding in judged(setting, unit, about, claim, known, heard):
                    yield finding
                    if claim.said is Said.ON:
                        heard.hear(finding)


def _has_begun(setting: Setting, version: Version) -> bool:
    return (version.valid_from or date.min) <= setting.reading.on


class _Reader:
    """Reads sentence after sentence, and remembers what was said last in each block."""

    def __init__(self, setting: Setting, known: Titles, pairs: dict[tuple[int, int], Pair]):
        self.setting = setting
        self.known = known
        self.pairs = pairs
        self.heard: dict[int, Said] = {}
        self.rows: dict[int, tuple[Named, ...]] = {}
        self.lists: set[int] = set()
        self.two: dict[int, tuple[Named, ...]] = {}

    def claims(self, unit: Unit) -> Iterator[tuple[Claim, Unit]]:
        """Yield what a sentence claims, with the place that its list is spoken of at."""
        text = unit.text
        if _LIST_WORD.search(text):
            self.lists.add(unit.block)
        if is_refuted(self.setting, unit):
            return
        if self.setting.reading.blocks[unit.block].kind is Kind.QUESTION or text.rstrip(" \"')*").endswith(
            "?"
        ):
            return
        asked = self._asked(unit)
        lead = self._lead(unit)
        said_before = self.heard.get(unit.block, self.heard.get(unit.block - 1))
        if not (
            asked or lead or said_before or unit.slugs or self._is_near_lists(unit.block)
        ) or OF_PROVINCES.search(text):
            return
        named = list(claiming.named(unit, self.known, self.pairs, 0, len(text)))
        former = list(persons(text, named, self.two.get(unit.block, ())))
        self.two[unit.block] = tuple(named)
        named = sorted([*named, *former], key=lambda one: one.start)
        if asked is not None and (not named or asked[0] not in self.setting.asked(unit)):
            yield from self._polar(unit, *asked)
        row: tuple[Named, ...] = ()
        said, claimed = False, set[int]()
        for clause in claiming.clauses(text, named):
            for claim in self._of_clause(unit, clause, asked, lead, said_before):
                said_before, said = claim.said, True
                claimed.add(claim.named.start)
                yield claim, unit
            if not clause.rows and (row or not named):
                about = row or self.rows.get(unit.block) or self._asked_of(unit)
                told = list(of_pronoun(clause, about, said_before))
                for one, predicate in told:
                    said_before, said = predicate.said, True
                    yield (
                        Claim(one, predicate, predicate.start, predicate.end, clause.start, clause.end),
                        unit,
                    )
            row = clause.rows[0] if len(clause.rows) == 1 else ()
        if not said:
            yield from ((claim, unit) for claim in of_head(self.setting, unit, named))
        yield from ((claim, unit) for claim in of_tail(unit, named) if claim.named.start not in claimed)
        # "Two of them were on the old list as well": the next sentence may go on with "cooks were".
        if (
            not named
            and not said
            and (heard := {one.said for one in before(text, 0, len(text)) if not one.is_bare})
        ):
            said_before, said = (Said.ON, True) if heard == {Said.ON} else (said_before, said)
        if said and said_before is not None:
            self.heard[unit.block] = said_before
        if named:
            self.rows[unit.block] = row

    def _of_clause(
        self,
        unit: Unit,
        clause: Clause,
        asked: tuple[Unit, Predicate] | None,
        lead: Predicate | None,
        heard: Said | None,
    ) -> Iterator[Claim]:
        found = list(claiming.of_clause(clause, heard))
        yield from found
        done = {claim.named.start for claim in found}
        for row in clause.rows:
            for one in row:
                if one.start in done:
                    continue
                predicate = None
                if asked is not None and self.setting.asked(unit):
                    predicate = self._answer(unit, one, row, asked)
                elif lead is not None and not unit.text[: one.start].strip(' -*•0123456789.)"'):
                    predicate = replace(lead, start=one.start, end=one.end)
                if predicate is not None:
                    yield Claim(
                        one, predicate, min(predicate.start, one.start), one.end, clause.start, clause.end
                    )

    def _asked(self, unit: Unit) -> tuple[Unit, Predicate] | None:
        """Return the question that a sentence answers, where it asks who is on a list."""
        for question in reversed(self.setting.asked(unit)):
            text = question.text
            found = [
                one for one in (*before(text, 0, len(text)), *after(text, 0, len(text))) if not one.is_bare
            ]
            if found:
                return question, found[0]
            if _ASKS_WHO.search(text) or self._is_fragment(question):
                return question, Predicate(Said.ON, 0, len(text))
        if (alone := self._alone(unit)) is not None:
            return alone, Predicate(Said.ON, 0, len(alone.text))
        return None

    def _alone(self, unit: Unit) -> Unit | None:
        """Return the sentence before one where that is an occupation and no more: "Welders." "Yes.", where lists are asked of."""
        if not _YES.match(unit.text):
            return None
        before = [other for other in self.setting.of_block(unit.block) if other.start < unit.start][-1:]
        for other in before:
            if not self._is_fragment(other):
                continue
            named = list(claiming.named(other, self.known, self.pairs, 0, len(other.text)))
            rest = other.text
            for one in reversed(named):
                rest = rest[: one.start] + rest[one.end :]
            if len(named) == 1 and not any(character.isalnum() for character in rest):
                return other
        return None

    def _polar(self, unit: Unit, question: Unit, predicate: Predicate) -> Iterator[tuple[Claim, Unit]]:
        """Yield what a bare yes or no says of the occupations of the question."""
        answered = _YES.match(unit.text)
        if answered is None or not (_POLAR.match(question.text) or self._is_fragment(question)):
            return
        said = predicate if answered["yes"] else replace(predicate, said=opposite(predicate.said))
        self.heard[unit.block] = said.said
        start, end = answered.span()
        for other in self._spoken_of(unit):
            named = list(claiming.named(other, self.known, self.pairs, 0, len(other.text)))
            # "Painters?" "Them, too": the occupation and what is said of it are one claim.
            beside = (
                unit.part == other.part
                and unit.start - other.end < _BESIDE
                and len(other.text.split()) <= _FEW_WORDS
            )
            for one in named:
                first = other.start + one.start - unit.start if beside else start
                # "Yes; it was on the list until February": the day is that of what follows.
                last = unit.text.find(";", end) if ";" in unit.text[end:] else len(unit.text)
                yield Claim(one, replace(said, start=start, end=end), first, end, 0, last), question
            if named:
                return

    def _asked_of(self, unit: Unit) -> tuple[Named, ...]:
        """Return the occupation that a question asks of, for the sentence that answers it."""
        for other in self._spoken_of(unit):
            if named := list(claiming.named(other, self.known, self.pairs, 0, len(other.text))):
                return tuple(named) if len(named) == 1 else ()
        return ()

    def _is_fragment(self, question: Unit) -> bool:
        """Whether a question is an occupation and no more, where lists are spoken of: "Bakers?"."""
        return len(question.text.split()) <= _FEW_WORDS and self._is_near_lists(question.block)

    def _is_near_lists(self, block: int) -> bool:
        """Whether a block, or one of the few above it, speaks of lists; items of one do not make it far."""
        left = _NEAR
        for place in range(block, max(-1, block - _FARTHEST), -1):
            if place in self.lists:
                return True
            left -= self.setting.reading.blocks[place].kind is not Kind.ITEM
            if left < 0:
                return False
        return False

    def _spoken_of(self, unit: Unit) -> list[Unit]:
        """Return the questions that a sentence answers, the last first, and what stands before one that asks of "him"."""
        asked = self.setting.asked(unit)[::-1]
        if not asked and (alone := self._alone(unit)) is not None:
            return [alone]
        if asked and _OF_ONE.search(asked[-1].text):
            own = self.setting.of_block(asked[-1].block)
            asked += [other for other in own if other.start < asked[-1].start][-1:]
        return asked

    def _answer(
        self, unit: Unit, one: Named, row: tuple[Named, ...], asked: tuple[Unit, Predicate]
    ) -> Predicate | None:
        question, predicate = asked
        answered = _YES.match(unit.text)
        if answered is not None:
            if _BUT.search(unit.text, answered.end(), one.start):
                return None
            said = predicate.said if answered["yes"] else opposite(predicate.said)
            return replace(predicate, said=said, start=answered.start(), end=one.end)
        words = question.text.split()[:2]
        if _DENIED.match(unit.text, row[-1].end):
            return None
        if _POLAR.match(question.text) or row[0].start > _FIRST_WORDS or "how" in words or "why" in words:
            return None
        return replace(predicate, start=one.start, end=one.end)

    def _lead(self, unit: Unit) -> Predicate | None:
        """Return what the words above an item say of it: "Removed from the list:", "## New on the list"."""
        blocks = self.setting.reading.blocks
        if blocks[unit.block].kind is not Kind.ITEM:
            return None
        for place in range(unit.block - 1, max(-1, unit.block - 60), -1):
            above = blocks[place]
            if above.part != unit.part:
                return None
            if above.kind is Kind.ITEM:
                continue
            said = self.setting.of_block(place)
            return self._leads(said[-1], is_heading=above.kind is Kind.HEADING) if said else None
        return None

    def _leads(self, above: Unit, *, is_heading: bool) -> Predicate | None:
        text = above.text.rstrip(" *_")
        if not text.endswith(":") and not is_heading:
            return None
        if is_heading and (said := of_heading(text)):
            return Predicate(said, 0, 0)
        if any(True for _ in claiming.named(above, self.known, self.pairs, 0, len(above.text))):
            return None
        joined = f"{text.rstrip(':')}:"
        found = [
            *(one for one in before(joined, 0, len(joined)) if not one.is_bare),
            *after(joined, 0, len(joined)),
        ]
        told = [one for one in found if one.said is not Said.ON]
        return told[-1] if len({one.said for one in told}) == 1 else None
