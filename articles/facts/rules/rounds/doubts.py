"""What speaks against a figure being that of the draw spoken of: a person's score, another time, another draw that all fits. Pure: no Django."""

from datetime import timedelta

from articles.facts.model import Draw, Record
from articles.facts.reading import CategoryMention, DateMention, Kind, Mention, NumberMention, Reading, Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import Remembered, compiled
from articles.facts.rules.common.slipping import is_slip
from articles.facts.statements import Figure, Statement, What, statements
from articles.facts.statements.clauses import FIGURES
from articles.facts.statements.fitting import all_true, says
from articles.facts.statements.record import is_of_type

# So many characters before and after a figure are looked at.
BESIDE = 60
# A time farther than this from a figure is not its own.
NEAR = 24
# A figure of another draw of the type is told within so long a time of the one that is meant.
AROUND = timedelta(days=400)
# Somebody's score is above the cut-off that is told with it by less than this.
ABOVE = 100
# So many are in the pool, and were never invited at once.
OF_POOL = 100_000
# A draw of another type told of with one is so few days from it.
NEXT_DAYS = timedelta(days=3)
# A tie-break is told of in so many characters before its time.
TOLD = 160

# "Rania, who had 465", "with 500 you would", "was invited on August 3 with 401": what somebody has, whatever the draw asked.
_SOMEBODY = compiled(
    r"\b(?:who|whoever|anybody|anyone|somebody|someone|nobody|everybody|everyone|i|you|he|she|we)(?: (?:only|just|still|also|already|now|have|has|had|'ve|am|is|was|were|got|get|stood|stand|stands|at|on|with)){1,4} $"
    r"|\b(?:an?|my|our|one) (?:friend|colleague|cousin|reader|neighbour|sister|brother|wife|husband|roommate|client)(?: of (?:mine|ours))?(?: (?:who )?(?:has|had|with|is at|was at|got))? $"
    r"|\b(?:my|your|her|his|our) (?:own )?(?:score |points |profile )?(?:(?:of|is|was|at|with) )?$"
    r"|\b(?:i|you|he|she|we)'(?:ve|m|re|s|d)(?: (?:got|at|on|only|had|have))* $"
    r"|\b(?:an?|any|another|every) (?:[\w-]+ ){0,4}(?:candidate|person|applicant|nominee|nurse|doctor|welder|teacher|engineer|speaker|worker|friend|colleague|client) (?:with|on|at|having) (?:only |just |about )?$"
    r"|\b(?:(?:was|is|got|gets) (?:only |finally |then )?invited|g[eo]ts? in|(?:received|got|had) (?:an|her|his|the) invitation)\b(?: [\w,'-]+){0,8} with (?:only |just |a score of |exactly )?$"
)
# What was written before and is put right here, and the bands that the pool is counted in.
ELSEWHERE = Remembered(
    r"\b(?:i|we) (?:had |have )?(?:wrongly |mistakenly )?(?:wrote|written|misread|misreported)\b|\bpoint bands?\b|\b(?:the(?! band (?:is|was|has|had|for|of)\b)|these|those|every|each|this|that|in|of) bands?\b"
)
_SUCH = compiled(
    r"\b(?i:it|this|that|which) was (?:only |already |just )?(?:the|its|their) (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last)\b"
)
_WITH = compiled(r"\bwith (?:only |just |a score of )?$")
_AGAINST = compiled(r"[<>=+] ?$")
_AGAINST_IT = compiled(r" ?[<>=+] ?[0-9]")
# "Trades (477 at most)": of the highest of several draws.
_AT_MOST = compiled(r"(?: points?)? at (?:the )?(?:most|least|worst|best|its (?:lowest|highest))\b")
_YOU = compiled(r"(?: points?)?,? (?:i|you|he|she|we|your?|my|(?:is|was) among)\b")
# "The 150 for agriculture": of a type that stands behind.
_FOR = compiled(r"(?: (?:invitations?|itas?|people|candidates|places))? (?:for|to|in) (?:the )?$")
# "The cut-off then was 468; now it is 557": of whichever draw was told of before.
_THEN = compiled(
    r"\b(?:then|at the time) (?:was|were|stood at|had been) $|\b(?:was|were|stood) then (?:at )?$"
)
_NOW = compiled(r"(?: points?)?[;,.]? (?:and |but )?(?:today |it is |it's )?now\b")
_TIE = compiled(
    r"(?i)\btie\b|\btie-?break|\bsubmitted\b|\bcreated\b|\bprofiles?\b|\btimestamp\b|\bentered\b|\bbefore\b|\bearlier\b|\b(?:in|pool) by\b|\butc\b"
)
# "In the autumn it was 534", "from 357 to 404", "the total stands at 891", "it was 298, between 169 and 467".
_TIE_BREAK = compiled(r"(?i)\btie-?break")
_SEASON = compiled(
    r"\b(?:spring|summer|autumn|fall|winter)(?: of [\w ]{4,12})?,? (?:it|they) (?:was|were|had been|stood at) $"
)
_FROM = compiled(r"\bfrom $")
_TO = compiled(r" to [0-9]")
_TOTAL = compiled(r"\btotals?\b[^.;:,]{0,50}$|\bprofile\b[^.;]{0,25}: $")
# "Ran from 674 up to 808": of whichever draws.
_RAN = compiled(r"\b(?:ran|run|rang\w+|stretch\w*|spread|vari\w+)(?: from)? [0-9,]+ (?:up |down )?to $")
_BETWEEN = compiled(r",? between [0-9]")
_IT_WAS = compiled(
    r",? (?:it |they |there |that |the (?:cut-?off |score |number )?)?(?:was|were|is|had been|had|took|needed|asked for) (?:only |just |still |even )?"
)


def is_doubtful(reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw) -> bool:
    """Whether the words beside a figure may as well say it of something else than the draw."""
    if _fits_another(reading, record, said, draw):
        return True
    mention = figure.mention
    if figure.what is not What.TYPE and reading.blocks[said.block].kind is Kind.TABLE:
        # Its row and its column say what a figure is, and not the cells beside it.
        return False
    if figure.what is What.TIE:
        text = reading.texts[mention.part].text
        begin = max(reading.blocks[said.block].start, mention.start - TOLD)
        return _TIE.search(text, begin, mention.end + BESIDE) is None
    if not isinstance(mention, NumberMention):
        return figure.what is What.TYPE and (
            _is_of_same_day(record, said, figure, draw)
            or _is_told_before(reading, record, said, figure, draw)
        )
    if is_of_day(record, mention, draw) or _is_other_figure(record, figure.what, mention, draw):
        return True
    if is_told_beside(reading, figure, draw) or _is_of_next_day(reading, record, figure.what, mention):
        return True
    text = reading.texts[mention.part].text.lower()
    after = text[mention.end : mention.end + BESIDE]
    if is_somebodys(text, mention) or _AT_MOST.match(after):
        return True
    before = text[max(0, mention.start - BESIDE) : mention.start]
    if _THEN.search(before) and _NOW.match(after):
        return True
    if _SEASON.search(before) or _TOTAL.search(before) or _RAN.search(before) or _BETWEEN.match(after):
        return True
    if _FROM.search(before) and _TO.match(after):
        return True
    if _is_of_month(reading, record, mention):
        return True
    return _is_of_other_time(reading, mention, draw, text) or _is_of_other_type(reading, mention, draw, text)


def is_in_row(reading: Reading, said: Statement) -> bool:
    """Whether a figure stands in a row of a table whose day or number is that of the draw."""
    return reading.blocks[said.block].kind is Kind.TABLE and any(
        other.true and other.what in (What.DATE, What.NUMBER) for other in said.figures
    )


def is_of_day(record: Record, number: NumberMention, draw: Draw) -> bool:
    """Whether a bare number is of all whom the draws of a day invited: "795 in two rounds: 290 nominees and 505 tradespeople"."""
    return number.role is Role.UNKNOWN and number.value == sum(
        one.invitations for one in record.draws if one.date == draw.date
    )


def _is_other_figure(record: Record, what: What, number: NumberMention, draw: Draw) -> bool:
    """Whether a bare number that was taken for one figure of a draw is the other figure of one of its type or its day, and no slip:
    "the year began with 542 and closed on December 16 with 520"."""
    if number.role is not Role.UNKNOWN or what not in FIGURES:
        return False
    own, other = ranks.invitations, ranks.cutoff
    if what is What.CUTOFF:
        own, other = other, own
    return not is_slip(int(number.value), own(draw)) and any(
        number.value == other(one)
        for one in record.draws
        if one.date == draw.date or (one.category == draw.category and abs(one.date - draw.date) <= AROUND)
    )


def is_told_beside(reading: Reading, figure: Figure, draw: Draw) -> bool:
    """Whether the right cut-off stands behind a bare number: with a day between, "with 516, and on September 15 with 519", or lower and
    called so, "she had 401; the cut-off was 388"."""
    number = figure.mention
    if (
        figure.what is not What.CUTOFF
        or not isinstance(number, NumberMention)
        or number.role not in (Role.UNKNOWN, Role.POINTS)
    ):
        return False
    text = reading.texts[number.part].text
    behind = reading.between(number.part, number.end, number.end + TOLD)
    days = [mention.end for mention in behind if isinstance(mention, DateMention)]
    return any(
        isinstance(other, NumberMention)
        and other.value == draw.crs_cutoff
        and (
            (other.role is Role.CUTOFF and draw.crs_cutoff < number.value)
            or (
                any(end <= other.start for end in days)
                and other.start - number.end < BESIDE
                and not any(mark in text[number.end : other.start] for mark in ".;\n")
            )
        )
        for other in behind
    )


def is_somebodys(text: str, number: NumberMention) -> bool:
    """Whether a number in a text of small letters is what a person has, or is set against another: "401 > 386"."""
    before, after = text[max(0, number.start - BESIDE) : number.start], text[number.end : number.end + BESIDE]
    return bool(
        _SOMEBODY.search(before)
        or (_WITH.search(before) and _YOU.match(after))
        or _AGAINST.search(before)
        or _AGAINST_IT.match(after)
    )


def is_above_cutoff(passage: Passage, number: NumberMention) -> bool:
    """Whether a number stands before a lower one that is called the cut-off, as it is not: "she had 470; the cut-off was 463"."""
    return number.role in (Role.UNKNOWN, Role.POINTS) and any(
        other.role is Role.CUTOFF and number.end < other.start and 0 < number.value - other.value < ABOVE
        for other in passage.numbers
    )


def is_of_pool(reading: Reading, said: Statement) -> bool:
    """Whether a day is that of a count of the pool: "the pool stood at 220,674 on June 20"."""
    return any(
        isinstance(figure.mention, NumberMention) and figure.mention.value >= OF_POOL
        for figure in said.figures
    )


def is_no_draws_day(reading: Reading, record: Record, said: Statement, day: Mention) -> bool:
    """Whether a day without a draw may be meant otherwise: a tie-break's, a count's, one of another year."""
    if not isinstance(day, DateMention) or is_of_pool(reading, said):
        return True
    text = reading.texts[said.part].text
    if _TIE_BREAK.search(text, max(0, day.start - TOLD), day.start):
        return True
    # The year that was told last, in the paragraph before.
    dates = [one for one in reading.mentions if isinstance(one, DateMention) and not one.relative]
    before = [one for one in dates if (one.part, one.start) < (day.part, day.start) and one.has_year]
    told = [one.first.year for one in before[-1:]]
    return not day.has_year and any(
        (other.date.month, other.date.day) == (day.first.month, day.first.day)
        and (
            other.date.year in told
            or any(
                says(figure.what, figure.mention, other) for figure in said.figures if figure.what in FIGURES
            )
        )
        for other in record.draws
        if other.date <= reading.on
    )


def _is_of_next_day(reading: Reading, record: Record, what: What, figure: NumberMention) -> bool:
    """Whether a figure is that of the second of two days behind it: "452 and then 446, on December 6 and December 20"."""
    behind = reading.between(figure.part, figure.end, figure.end + BESIDE)
    days = [mention for mention in behind if isinstance(mention, DateMention) and mention.is_day][:2]
    if len(days) < 2 or reading.texts[figure.part].text[days[0].end : days[1].start].strip() != "and":
        return False
    return any(days[1].may_hold(draw.date) and says(what, figure, draw) for draw in record.draws)


def _fits_another(reading: Reading, record: Record, said: Statement, draw: Draw) -> bool:
    """Whether all that is said is true of another draw, held on the very day that is named, where this one was not."""
    told = [(figure.what, figure.mention) for figure in said.figures if figure.what is not What.NUMBER]
    days = [mention for what, mention in told if what is What.DATE and isinstance(mention, DateMention)]
    if not days or len(told) < 3 or any(day.holds(draw.date) for day in days):
        return False
    return any(all(day.holds(other.date) for day in days) and all_true(told, other) for other in record.draws)


def _is_of_same_day(record: Record, said: Statement, figure: Figure, draw: Draw) -> bool:
    """Whether a type is that of another draw of the day, whose figures stand beside it."""
    return any(
        other is not draw and other.date == draw.date and says(What.TYPE, figure.mention, other)
        for other in record.draws
    )


def _is_told_before(reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw) -> bool:
    """Whether a type that says no more than which draw it was, "it was the second for education", is that of a draw next to this
    one, which is told of too."""
    if len(said.figures) > 1 or not _SUCH.search(
        reading.texts[said.part].text, max(0, figure.mention.start - BESIDE), figure.mention.end + NEAR
    ):
        return False
    return any(
        says(What.TYPE, figure.mention, other) and abs(other.date - draw.date) <= NEXT_DAYS
        for other in statements(reading, record).article
    )


def _is_of_month(reading: Reading, record: Record, mention: NumberMention) -> bool:
    """Whether the month right before a figure had another draw with it, of whichever type: "in June it was 271"."""
    text = reading.texts[mention.part].text
    times = [
        other
        for other in reading.between(mention.part, max(0, mention.start - BESIDE), mention.start)
        if isinstance(other, DateMention) and other.precision == "month"
    ]
    if not times or any(mark in text[times[-1].end : mention.start] for mark in ".;:"):
        return False
    return any(
        times[-1].holds(other.date) and mention.value in (other.crs_cutoff, other.invitations)
        for other in record.draws
        if other.date <= reading.on
    )


def _is_of_other_time(reading: Reading, mention: NumberMention, draw: Draw, text: str) -> bool:
    """Whether the time right before a figure had not this draw: "in June it was 271"."""
    times = [
        other
        for other in reading.between(mention.part, max(0, mention.start - BESIDE), mention.start)
        if isinstance(other, DateMention) and not other.time
    ]
    if not times:
        return False
    time = times[-1]
    return _IT_WAS.fullmatch(text, time.end, mention.start) is not None and not time.may_hold(draw.date)


def _is_of_other_type(reading: Reading, mention: NumberMention, draw: Draw, text: str) -> bool:
    return any(
        isinstance(other, CategoryMention)
        and not is_of_type(draw, other.slug)
        and _FOR.fullmatch(text, mention.end, other.start)
        for other in reading.between(mention.part, mention.end, mention.end + BESIDE)
    )
