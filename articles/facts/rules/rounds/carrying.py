"""Figures that go on about the draw of which the sentence before tells, or answer a question about it. Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Draw, Record
from articles.facts.reading import CategoryMention, DateMention, Kind, Mention, Reading, Sentence
from articles.facts.rules.common.hedging import SUPPOSED
from articles.facts.rules.common.patterns import compiled
from articles.facts.statements import Figure, Statement, What, asked, statements, turns
from articles.facts.statements.record import is_of_type

# Sentences that go on about the draw of the one before them.
_GOES_ON = compiled(
    r"\W*(?:[0-9]{1,2}[.)]\W*|\w[\w .]{0,20}: ?)?(?:and |but |there,? |here,? |then |yes,? |so )?(?:it (?:needed|required|asked|was|had|went|stood|invited|fell|closed|took|brought|saw|gave|stopped|drew|came)|its\b|this (?:time|one)|that (?:time|one|draw|round)|in (?:it|that (?:draw|round))|"
    r"the (?:crs |minimum |lowest )?(?:cut-?\s?off|threshold|score|draw|round|bar|mark|line|lowest|number to beat|last of them|department|ministry)(?:[- ](?:score|ranked|scoring))?(?: (?:among|of|in) (?:them|these|those))? (?:was|had|stood|came|invited|of|sent|issued|called|took|lay|closed|stopped)|cut-?\s?off:?|"
    r"(?:only |just |a total of |exactly |as many as |some |no fewer than )?[0-9,]+ (?:candidates|people|persons|invitations|itas|applicants|of (?:them|us|these))|there were [0-9,]+ (?:invitations|candidates|people)|the number of invitations (?:was|stood)|"
    r"(?:candidates|people|they|those|one|whoever|everyone|everybody|anyone)\b[^.;]{0,20} (?:needed|need|had|with|required|was asked|were asked))\b"
)
# Words with which a sentence need not be of the draw that was told of before.
_AWAY = compiled(
    rf"\b(?:than|before|previous|previously|last (?:time|year|month|week)|earlier|ago|from|up|down|more|fewer|less|{SUPPOSED}|should|my|i|we|you|your|average|pool|draws|rounds|total(?! of)|altogether|in all|so far|since|together|combined|usually|next|other|another|fall|rise|drop|those who|ever|of the (?:year|month|week|category|class|series|summer|winter|quarter))\b"
)
# What stands between the head of an answer and its figure.
_ANSWERS = compiled(
    r"\W*(?:[\w .]{1,24}:\W*|(?:a|q)[.:)]\W+)?(?:(?:yes|no|well|ah|oh|it|that|they|there|the (?:score|cut-?off|bar|lowest(?: score)?)|was|were|had been|had|took|invited|stood at|closed at|only|just|exactly|a|about|around|some|around|total of|cut-?off of|score of|at|all of|i think|i believe|let me see|hm+)\W+){0,6}$"
)
_TELLING = (What.INVITATIONS, What.CUTOFF, What.TIE, What.DATE, What.NUMBER)
# So many sentences before an answer may say what is talked of.
_BACK = 8


def is_carried(reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw) -> bool:
    """Whether a figure goes on about the one draw that the text before tells of rightly."""
    sentences = reading.sentences_of(said.block)
    place = next(
        (at for at, one in enumerate(sentences) if one.start <= figure.mention.start < one.end), None
    )
    if place is not None and turns.is_of_predecessor(reading.text(sentences[place])):
        times = [one for one in reading.within(sentences[place]) if isinstance(one, DateMention)]
        return bool(times) and all(time.may_hold(draw.date) for time in times)
    if place is None or any(
        _is_near(reading, one, figure.mention) for one in reading.within(sentences[place])
    ):
        return False
    if sum(other.date == draw.date for other in record.draws) > 1:
        return False
    if _answers(reading, sentences[place], figure):
        return _is_talked_of(reading, record, sentences[place], draw)
    words = reading.text(sentences[place]).lower()
    if not _GOES_ON.match(words) or _AWAY.search(words):
        return False
    return _is_talked_of(reading, record, sentences[place], draw, over_questions=True)


def _answers(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is all that answers a question for it: "How many were invited? 4,000."."""
    before = reading.texts[figure.mention.part].text[sentence.start : figure.mention.start].lower()
    kind = asked.of_one_draw(asked.before(reading, sentence))
    right_before = [one for one in reading.sentences_of(sentence.block) if one.start < sentence.start][-1:]
    if right_before and not asked.is_question(reading.text(right_before[0])):
        kind = kind or asked.alone(reading.text(sentence))
    return (
        kind is figure.what
        and _ANSWERS.match(before) is not None
        and _AWAY.search(reading.text(sentence).lower()) is None
    )


def _is_talked_of(
    reading: Reading, record: Record, said: Sentence, draw: Draw, *, over_questions: bool = False
) -> bool:
    """Whether a draw is the one that the sentences before one name last, by its day or by figures that are right; that right before,
    where not `over_questions` alone."""
    for sentence in _backwards(reading, said):
        named = _names(reading, record, sentence, draw)
        if named is not None:
            return named
        if over_questions and not asked.is_question(reading.text(sentence)):
            return False
    return False


def _is_near(reading: Reading, other: Mention, figure: Mention) -> bool:
    """Whether a time or a type may say of which draw a figure is: not one that stands beyond a comma behind it."""
    if not isinstance(other, DateMention | CategoryMention):
        return False
    return other.start < figure.end or "," not in reading.texts[figure.part].text[figure.end : other.start]


def _names(reading: Reading, record: Record, sentence: Sentence, draw: Draw) -> bool | None:
    """Whether a draw is all that a sentence names, by its day or by figures that are right; None where it names none."""
    days = [
        one
        for one in reading.within(sentence)
        if isinstance(one, DateMention) and one.is_day and not one.time
    ]
    types = [one for one in reading.within(sentence) if isinstance(one, CategoryMention)]
    told = [one for one in statements(reading, record).within(sentence) if not one.compared]
    if any(_is_telling(one) for one in told):
        return all(one.draw is draw for one in told)
    if not days:
        return None
    return (
        all(day.may_hold(draw.date) for day in days)
        and all(is_of_type(draw, one.slug) for one in types)
        and all(one.draw is draw for one in told)
    )


def _is_telling(said: Statement) -> bool:
    return any(figure.true and figure.what in _TELLING for figure in said.figures)


def _backwards(reading: Reading, answer: Sentence) -> Iterator[Sentence]:
    """Yield the sentences before one, the nearest first, to the heading above it."""
    left = _BACK
    for block in range(answer.block, -1, -1):
        here = reading.blocks[block]
        if here.part != answer.part or (here.kind is Kind.HEADING and left < _BACK):
            return
        for sentence in reversed(reading.sentences_of(block)):
            if block < answer.block or sentence.start < answer.start:
                yield sentence
                left -= 1
                if not left:
                    return
