"""Which one a draw is: "the first STEM draw", "the year's second". Pure: no Django."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common import amounts, ranks, windows
from articles.facts.rules.common.hedging import FORESEEN, HYPOTHETICAL, SUPPOSED
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.references import gettext_noop

from . import runs
from .ordinal_words import FORMS, OF_DRAWS, OF_SOME
from .rivals import UNTIL_NOW, Counted, is_latest_of, is_of, latest, of_nearest_day, placed, rivals, told_of
from .subjects import subjects

RULE = "comparisons"

# "It was the third transport draw": what is told of stands before, and not in the words for which one it was.
_PREDICATE = compiled(
    r"(?:\b(?:it|this|that|which|what|round|draw|one|20[0-9]{2}|[0-9]{1,2}|yesterday|today|day)(?:'s)?,? (?:was|is|has been|being|became|marks|marked|had been)|,|\bmakes? (?:it|this)|\bwas) (?:only |just |also |already |thus |now |then )?(?:the |its |their |this year's |the year's )?$"
)
# "It was the third draw in as many days and the fifth for French speakers".
_AND_THE = compiled(r"\b(?:it|this|that) (?:was|is) (?:only |also )?the (?:[\w-]+ ){2,8}and (?:also )?the $")
# "The sixth draw of the year and the third for the class": of all types, and told of a draw of the class.
_AND_FOR = compiled(
    rf"(?: (?:of|in|this|so far|since)(?: [\w']+){{1,4}})?,? and (?:also )?the (?:{runs.ORDINAL}) (?:one |draw |round )?(?:for|of|in) (?:the )?"
)
_RUN = compiled(r"\b(?:row|running)\b")
_OTHER_NOUN = compiled(
    r"\b(?:half|quarter|week|day|month|(?<!-)language|place|time|test|step|type|official|list|version|kind|one of|is|was|were|had|has)\b"
)
_NOT_SAID = compiled(
    rf"\b(?:not|no|never|n't|{SUPPOSED}|{FORESEEN}|wait\w*|until|next|announced|promis\w*|planned|to come|is to|are to|was to|before the|after the|than the|than in the|since the|unlike the|like the|from the|between the|of the|in the|the day after|following the|compared (?:with|to) the) (?:\w+ ){{0,2}}$"
)
_ANAPHOR = compiled(
    r"\b(?:than|after|before|since|unlike|like|as|from|between|of|in|at|on|with|to|compared (?:with|to)|following|against) (?:in |at |that of |those of )?(?:the |its |their |an? )?(?:very )?$|day(?: the)? $"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge which draw of its type, year or week a draw is said to be."""
    if passage.is_question:
        return
    taken = runs.bounds(passage)
    for match in (match for form in FORMS for match in form.finditer(passage.text)):
        if any(
            start <= place < end for start, end in taken for place in (match.start(), match.start("which"))
        ):
            continue
        taken.append(match.span())
        bare = match.re is not OF_DRAWS
        if match.re is OF_DRAWS and (
            match["row"] or _RUN.search(match["after"]) or _OTHER_NOUN.search(match["words"])
        ):
            continue
        yield from _nth(
            passage,
            record,
            match.start("which"),
            match.end("which"),
            match.end("which") if bare else match.end(),
            bare,
        )


def _nth(
    passage: Passage, record: Record, start: int, end: int, finish: int, bare: bool
) -> Iterator[Finding]:
    text = passage.text
    before = text[max(0, start - 40) : start]
    dated = bool(passage.draws) and _OF_A_YEAR.match(text, finish)
    is_whole = len(passage.draws) == 1 and bool(_OF_WHOLE.match(text, finish))
    if (_NOT_SAID.search(before) or _ANAPHOR.search(before)) and not (
        (dated or is_whole) and _IN.search(before)
    ):
        return
    later = _LATER.search(text, max(0, start - 60), start)
    if later and not any(day.relative and day.end > later.start() for day in passage.dates):
        # Counted from a day that was not understood.
        return
    if _TO_COME.search(text, finish, finish + 50) or OF_SOME.match(text, finish):
        return
    if bare and not (passage.draws or passage.before or _SPOKEN.search(f"{passage.text_before} {text}")):
        # "The first digit says which kind of work, the second which training".
        return
    claimed = runs.number_of(text[start:end])
    inside = [
        mention.slug
        for mention in passage.categories
        if end <= mention.start <= finish + 30 and not _VERB.search(text, finish, mention.start)
    ]
    if _THEIR.search(before) and any(mention.end <= start for mention in passage.categories):
        # "Recruits had their first round, managers their second": whose it was stands before.
        inside = []
        bare = True
    own_types = tuple(inside)
    borrowed = bare and not inside and not _FOR_IT.match(text, finish)
    if bare and not inside:
        inside = [mention.slug for mention in passage.categories if mention.end <= start][-1:]
    since = [
        period
        for period in passage.periods
        if period.form.startswith("since")
        and 0 <= period.start - finish <= 40
        and not _ANOTHER.search(text, finish, period.start)
    ]
    if is_latest_of(passage, record, claimed, start, end):
        return
    found = subjects(passage, record, start)
    chosen = [draw for draw in (*found.all, *passage.draws) if not inside or is_of(draw, inside)]
    clear = found.is_clear
    fragment = _NAMES.match(text[:start]) and _ENDS.fullmatch(text, finish)
    if _NAMES.match(text[:start]) and not since and not passage.is_title and not fragment:
        # "In the seventh French draw since the category began, IRCC called 7,000 yesterday" is about that one draw.
        held = _HELD.match(text, finish)
        is_told = held or (is_whole and set(passage.draws) <= set(latest(record, passage, own_types)))
        chosen = [draw for draw in passage.draws if is_told and passage.places.get(draw, 0) >= start]
        clear = len(chosen) == 1
        if not chosen:
            return
    types = inside or list(passage.slugs)
    is_second = own_types and _AND_THE.search(text, max(0, start - 80), start)
    place = match.end() if (match := _AND_FOR.match(text, finish)) else -1
    told = bool(fragment or is_second or _PREDICATE.search(before)) and (
        not since or bool(inside and claimed > 1)
    )
    if told:
        earlier = [mention.slug for mention in passage.categories if mention.end <= start]
        behind = [mention.slug for mention in passage.categories if mention.start == place]
        named = behind or any(mention.start >= finish for mention in passage.categories)
        topic = passage.topic if len(passage.topic) == 1 and not named else ()
        inside = inside or earlier[-1:] or list(topic)
        chosen = told_of(passage, record, start, inside or behind)
        newest = latest(record, passage, inside)
        is_news = _IS.search(before) or (
            _IT_WAS.search(text[:start]) and all(passage.day - draw.date <= NEWS for draw in newest)
        )
        if is_news and set(newest) & set(passage.before) and not _is_dated(passage):
            # "It is the third" is said of the draw that the news is about.
            chosen = newest
        clear = bool(chosen)
        if inside and not (
            set(chosen) & set(passage.draws) and any(mention.is_day for mention in passage.dates)
        ):
            chosen += [draw for draw in latest(record, passage, inside) if draw not in chosen]
    elif on_day := of_nearest_day(passage, record, start, types):
        chosen, clear = on_day, len(on_day) == 1
    elif (
        len(types) == 1
        and chosen
        and not (set(chosen) & set(passage.draws) and any(mention.is_day for mention in passage.dates))
    ):
        # What was spoken of before may be another draw of the type than the one that is meant.
        chosen += [draw for draw in (*passage.before, *latest(record, passage, types)) if is_of(draw, types)]
        clear = clear and len(set(chosen)) == 1
    if not chosen and inside and not bare:
        chosen, clear = latest(record, passage, inside), True
    near = [
        period
        for period in passage.periods
        if (period.form in UNTIL_NOW or _WEEKS.fullmatch(period.form))
        and (
            0 <= period.start - finish <= 40
            or (0 <= start - period.end <= 12 and not _OF_FIRST.search(text, period.start, start))
        )
        and not any(other.search(text, finish, period.start) for other in (_BEGAN, _ANOTHER, _AFTER))
    ]
    inside_near = [
        draw
        for draw in (*chosen, *(draw for draw in passage.before if is_of(draw, inside)))
        if any(draw.date in span for period in near for span in period.spans)
    ]
    if near and inside_near and not (told and set(chosen) & set(inside_near)):
        chosen, clear = inside_near, clear or len(set(inside_near)) == 1
    in_all = _IN_ALL.match(text, finish) is not None or "ever" in text[end:finish].split()
    days = windows.days(text, finish, claimed)
    if windows.is_for_long(text, finish) and (claimed == 1 or not days):
        # How long there had been none is another claim.
        return
    counted = Counted(inside, near, since, days, in_all, borrowed or (days > 0 and not own_types), claimed)
    # "The sixth draw of 2021", told of a CEC draw, may be the sixth of all.
    of_all = [replace(counted, slugs=[])] * (not (own_types or bare or not _OF_A_YEAR.match(text, finish)))
    orders = [
        (draw, order)
        for draw in dict.fromkeys((*chosen, *(passage.draws if of_all else ())))
        for way in (counted, *of_all)
        for among in rivals(draw, record, passage, way)
        if (order := ranks.ordinal(draw, among))
    ]
    for draw, order in orders:
        if order == claimed:
            yield _said(passage, start, end, draw, order, Status.AGREES, 0.9)
            return
    sure = clear and not (bare and since and not _is_dated(passage))
    if orders and not sure and near and not since:
        # No draw of the type is it in that time, whichever is meant.
        places = placed(record, passage, counted)
        if places and all(order != claimed for _draw, order in places):
            orders, sure = places[-1:], True
    if orders and sure:
        draw, order = orders[0]
        last = max((period.end for period in since), default=end)
        yield _said(passage, start, last, draw, order, Status.CONTRADICTED, 0.85 if inside else 0.7)


_SPOKEN = compiled(r"\b(?:draws?|rounds?|invit\w+|categor\w+)\b")
# "The fourth of this year and the sixth since 2023": each has a time of its own.
_ANOTHER = compiled(rf"(?:\band (?:also )?|,? (?:is|was|came as) )the (?:{runs.ORDINAL})\b")
# "The seventh in three years, and the third of this year".
_OF_FIRST = compiled(r"\b(?:in|within) [^,;]{3,25} years?,? and \b")
# "The third, after that of November": that time is another's.
_AFTER = compiled(
    r"\b(?:after|than|from|before|unlike|like|as) (?:that |those |the one |it was )?(?:of |in )?$"
)
# "The third trades draw ever.": what the sentence before tells of is this one.
_ENDS = compiled(
    r"(?:,? (?:ever|so far|this year|this month|of the year|of its kind|since [\w ]{3,30}|(?:of|in) (?:[a-z]+ )?20[0-9]{2}))*[.!)*_\s]*"
)
_VERB = compiled(r"[.;:]|\b(?:is|was|were|came|comes|went|goes|had|has|have|took|held|and|that|which)\b")
_IN_ALL = compiled(
    r"(?: [\w-]+){0,2} (?:ever|in (?:the |its )?(?:\w+ )?history|in express entry|of all time|in (?:the )?ten years)\b"
)
# "The third for the class": of that one type.
_FOR_IT = compiled(r"(?: ever)? for (?:the|this|that|it|them)\b")
_LATER = compiled(r"\b(?:days?|weeks?|months?) (?:later|after|afterwards)\b")
_THEIR = compiled(r"\b(?:its|their) $")
_IS = compiled(
    r"\b(?:is|'s|makes (?:it|this)|marks) (?:only |just |also |already |thus |now )?(?:the |its |their )$"
)
# "Since the category began in 2023": that year is no time in which draws are put in order.
_BEGAN = compiled(
    r"\b(?:beg[au]n|started|created|introduced|launched|existed|existence|born|invented|opened|(?:set|dreamt) up|first|start|birth|debut)(?: (?:round|draw|one|ever))?,? (?:of |in |on |with |back in )?(?:the )?(?:[\w]+ (?:of )?)?$"
)
# So is what "it was the third" goes on about, where the newest draw was told of just before.
_IT_WAS = compiled(
    r"(?:^|[.;] )\W*(?:it|this|that) was (?:only |just |also |already |thus |now )?(?:the |its |their )$"
)
NEWS = timedelta(days=7)
_HELD = compiled(
    r"(?: (?:of|in|this|so far) [\w' ]{0,20}?)?,? ?(?:was held|took place|came|was that|is that|followed) (?:on|of)\b"
)
_WEEKS = compiled(r"weekof|span|daymonth|monthday|months")
_TO_COME = compiled(
    rf"\b(?:{HYPOTHETICAL}|is to|are to|to come|to follow|expected|planned|promised|announced)\b"
)


def _is_dated(passage: Passage) -> bool:
    return any(mention.is_day for mention in passage.dates)


_OF_WHOLE = compiled(
    r" (?:since (?:the|that|this|its|their) (?:[\w-]+ )?(?:category|class|type|program(?:me)?|stream|list|launch|debut|start|creation|introduction|birth)|to date|so far|in (?:its|the (?:category|class)'s) history)\b"
)
_OF_A_YEAR = compiled(r" (?:of|in) (?:20[0-9]{2}|the year|this year)\b")
_IN = compiled(r"\b(?:in|with|at) (?:the |its )?$")
# "The first draw had 779 invitations" names a draw and does not say which one it was.
_NAMES = compiled(
    r"\W*(?:(?:so|and|but|then|in|for|after|at|before) )?(?:the |its |their |that |this |from an? )?(?:very )?$"
)


def _said(
    passage: Passage, start: int, end: int, draw: Draw, order: int, status: Status, confidence: float
) -> Finding:
    expected = amounts.ordinal(order, passage.source[start:end])
    return passage.finding(
        RULE,
        status,
        start,
        end,
        gettext_noop("By the record, draw %(number)s is the %(order)s of these draws."),
        expected=expected,
        replacement=expected if status is Status.CONTRADICTED else None,
        rows=rows_of(draw),
        confidence=confidence,
        params={"number": draw.number, "order": amounts.ordinal(order, "1st")},
    )
