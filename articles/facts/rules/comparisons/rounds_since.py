"""When a type of draw was held last: "no general draw since 23 April 2024", "the first since March", "they had waited since 28 April"."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from articles.facts.model import Draw, Finding, Record, Row, Status
from articles.facts.reading import CategoryMention, DateMention, Reading, Sentence
from articles.facts.rules.common import rounds_wording as wording
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.statements import Draws
from articles.references import gettext_noop

RULE = "rounds"

AGREES = gettext_noop("Draw %(number)s of %(date)s was of this type, as in the record.")
WRONG = gettext_noop("The last draw of this type before was draw %(number)s of %(date)s.")

_PAUSE = r"gap|pause|break|absence|drought|silence|hiatus|lull|spell"
_THE_DRAW = r"(?:the\s+(?:one|draw|round)\s+(?:of|on)\s+)?"
_NONE_SINCE = re.compile(
    rf"\b(?:no|none|nothing|nobody|nor|not|never|without|wait(?:ed|ing|s)?|idle|absent|paused|{_PAUSE})\b[^.;]{{0,90}}\bsince\s+{_THE_DRAW}\Z"
    rf"|\b(?:{_PAUSE})\b[^.;]{{0,30}}\b(?:going\s+back\s+to|(?:that\s+|which\s+)?(?:began|started|dated)\s+(?:on|with|from))\s+{_THE_DRAW}\Z",
    re.IGNORECASE,
)
# "Since 21 March there had been nothing for French".
_SINCE_LED = re.compile(rf"(?:\A|[.;:,]|\band)\W*since\s+{_THE_DRAW}\Z", re.IGNORECASE)
_NONE_BEHIND = re.compile(
    r"(?:,?\s+[0-9]{4})?,?\s+(?:(?:there|they|it|he|she|we|who|that|has|have|had|been|was|were|seen|got|the\s+\w+|\w+\s+speakers)\s+){0,5}?(?:no|none|nothing|not\s+(?:one|a\s+single|any|been))\b",
    re.IGNORECASE,
)
_NONE_UNTIL = re.compile(r"\b(?:no|none|nothing|not|without)\b[^.;]{0,60}\buntil\s+\Z", re.IGNORECASE)
# "The first transport draw since March 2024": the one before it was held then.
_FIRST_SINCE = re.compile(
    r"\bfirst\b(?:\s+(?!low|high|small|large|big|above|below|over|under|more|with|that\b(?!\s+(?:class|category|type|group|program))|to\b)[\w-]+){0,8}?,?\s+since\s+(?:the\s+(?:one|draw|round)\s+(?:of|on)\s+|early\s+|mid-|late\s+)?\Z",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"[\s,]+(?:that|to|with|in\s+which|when|for\s+which|under|below|above|whose|at|of(?!\s+(?:last|this|that|the\s+same)\s+year\b))\b",
    re.IGNORECASE,
)
# "It was the first since May", of the type spoken of before.
_IT_FIRST = re.compile(
    r"\A\W*(?:(?:it|this|that)(?:\s+(?:was|is)|['’]s)\s+)?(?:the\s+)?first(?:\s+(?:such|time|one|draw|round|of\s+its\s+kind))*,?\s+since\s+(?:the\s+(?:one|draw|round)\s+(?:of|on)\s+)?\Z",
    re.IGNORECASE,
)
_ITS = re.compile(r"\b(?:its|their)\s+(?:[\w-]+\s+){0,2}?(?:draws?|rounds?)\b", re.IGNORECASE)
# "The last STEM draw was held in April 2024": of all until now, where nothing limits it.
_LAST_WAS = re.compile(
    r"(?:\A|[^\w\s]\s*|\b(?:fact|that|and|but|because|since|while|as)\s+)the\s+(?:last|latest|most\s+recent)\s+(?:[\w,&-]+\s+){1,6}?(?:draw|round)(?:\s+(?:before|until|prior\s+to)\s+(?:this|that|it|now|then)(?:\s+one)?)?\s+(?:was|is|took\s+place|dates)(?:\s+(?:held|already|still|as\s+long\s+ago|back|far|that|the\s+one))*\s+(?:in|on|of|from|as)\s+(?:early\s+|mid-|late\s+)?\Z",
    re.IGNORECASE,
)
_OF_DRAWS = re.compile(
    rf"\b(?:draws?|rounds?|invit\w+|held|candidates|itas?|drawn|called|wait\w*|{_PAUSE}|nobody|(?:none|nothing)\s+(?:of\s+(?:that|this|the|its)\s+(?:type|kind|class|category)|for))\b",
    re.IGNORECASE,
)
_GAP = re.compile(rf"\b(?:{_PAUSE})\b", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had|before|until)\b", re.IGNORECASE)
_WAITED = re.compile(r"\bwait\w*\b", re.IGNORECASE)
JUST = timedelta(days=7)
# "No draw for anyone but nominees" names the one type that was drawn.
_BUT = re.compile(
    r"\b(?:any\w*|no\s?(?:one|body)|none|nothing|no\s+\w+)\s+(?:but|except|besides|other\s+than|apart\s+from|outside)\b",
    re.IGNORECASE,
)
# Words of draws of all types, and of bounds that no draw has passed.
_ANY = re.compile(
    r"\b(?:any\s+(?:kind|type|sort|category)|no\s+other|nothing\s+else|exceed\w*|open\s+since|in\s+force\s+since)\b"
    r"|\b(?:below|above|under|over|past|beyond)\s+[\d,]{2,}\b[^.;]{0,30}\bsince\b"
    r"|\b(?:scores?|levels?|cut-?offs?|figures?|marks?|numbers?|sizes?|heights?|lows?|highs?)\s+(?:(?:that|which)\s+)?(?:(?:had|has|have|was|were)\s+)?(?:not|last|never)\s+(?:been\s+)?(?:seen|reached|known|exceeded|matched|touched)\b"
    r"|\b(?:so|this|that|as)\s+(?:low|high|many|much|few|small|large|big|little|easy|hard)\b"
    r"|\b(?:lower|higher|larger|bigger|smaller)\b[^.;]{0,40}\b(?:not|never|n't)\b"
    r"|\b(?:not|never|no|none|n't)\b[^.;]{0,60}\b(?:lower|higher|below|above|under|over|larger|smaller|bigger|fewer|more|less|passed)\b",
    re.IGNORECASE,
)


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Yield what the record says of days since or until which there was no draw of a type."""
    draws = Draws(record)
    slug = ""
    block = told = -1
    for sentence in reading.sentences:
        if (
            sentence.block != block
            and reading.blocks[sentence.block].part != reading.blocks[max(block, 0)].part
        ):
            slug = ""
        block = sentence.block
        if _ANY.search(reading.text(sentence)):
            continue
        for mention in reading.within(sentence):
            if isinstance(mention, CategoryMention) and mention.slug not in GENERIC:
                slug = mention.slug if mention.sure or not slug else slug
                told = block
            elif isinstance(mention, DateMention) and mention.precision in ("day", "month"):
                yield from _of_day(reading, draws, sentence, mention, slug)
                yield from _first(reading, draws, sentence, mention, slug, is_near=told == block)
                yield from _last_was(reading, draws, sentence, mention)


def _of_day(
    reading: Reading, draws: Draws, sentence: Sentence, day: DateMention, slug: str
) -> Iterator[Finding]:
    text = reading.texts[sentence.part].text
    since = _NONE_SINCE.search(text, sentence.start, day.start)
    if since is None and _NONE_BEHIND.match(text, day.end, sentence.end):
        # "The draw of 30 May was for nominees; since 24 April nothing had happened" is said of no type.
        types = [one for one in reading.within(sentence) if isinstance(one, CategoryMention)]
        if not types or types[-1].start > day.end:
            since = _SINCE_LED.search(text[sentence.start : day.start])
    until = _NONE_UNTIL.search(text, sentence.start, day.start)
    if not (since or until) or not _OF_DRAWS.search(text, sentence.start, sentence.end) or day.relative:
        return
    named = _named(reading, sentence)
    if _BUT.search(text, sentence.start, day.start):
        return
    if not named and (not slug or (since and _GAP.search(text, sentence.start, day.start))):
        # A gap of no type is that of all draws.
        return
    series = [
        draw for draw in draws.of_types(named if len(named) == 1 else (slug,)) if draw.date <= reading.on
    ]
    if not series:
        return
    meant = [draw for draw in series if day.may_hold(draw.date)]
    if since:
        # "They had waited since": a draw that ended the wait does not count, and it may be an older one.
        is_news = reading.on - series[-1].date <= JUST
        if not is_news and _HAD.search(text, sentence.start, sentence.end):
            last = series
        else:
            last = series[-2:] if is_news or _WAITED.search(since[0]) else series[-1:]
            if _HAD.search(text, sentence.start, day.start):
                told = _told(reading, sentence, series)
                # "It is back since 31 May; before that there was none since": a draw that is told of ended the wait.
                last += [old for old, new in pairwise(series) if new in told]
        expected = min(last, key=lambda draw: (abs((draw.date - day.first).days), -draw.sequence))
        true = any(draw in last for draw in meant)
    else:
        expected = next((draw for draw in series if draw.date >= day.first.replace(day=1)), series[-1])
        true = bool(meant)
    yield _finding(reading, day, expected if not true else meant[-1], true)


def _first(
    reading: Reading,
    draws: Draws,
    sentence: Sentence,
    day: DateMention,
    carried: str,
    *,
    is_near: bool,
) -> Iterator[Finding]:
    """Judge since when a draw is the first of its type: the one before it, or before the newest, was held then."""
    text = reading.texts[sentence.part].text
    if (
        not _FIRST_SINCE.search(text, sentence.start, day.start)
        or _THAT.match(text, day.end, sentence.end)
        or day.relative
    ):
        return
    days = [
        mention
        for mention in reading.within(sentence)
        if isinstance(mention, DateMention) and mention is not day
    ]
    slugs = _named(reading, sentence)
    if not slugs and _ITS.search(text, sentence.start, day.start):
        # "Its draw of 31 May was the first since": of the type spoken of before, where one was held that day.
        held = draws.of_types((carried,))
        dated = any(one.is_day and one.may_hold(draw.date) for one in days for draw in held)
        slugs = {carried} if dated else set()
    if not slugs and is_near and _IT_FIRST.search(text[sentence.start : day.start]):
        # Where a draw of another type was held that day, it may be the one that is told of.
        is_other = day.is_day and any(day.may_hold(draw.date) for draw in draws.all)
        slugs = set() if is_other else {carried}
    series = [draw for draw in draws.of_types(slugs) if draw.date <= reading.on] if len(slugs) == 1 else []
    if len(series) < 2:
        return
    # Of the draw of a day beside it, or next to that day, else of any that was told of before; or of the newest.
    subjects = [draw for other in days if other.is_day for draw in _held(series, other)]
    told = subjects or _told(reading, sentence, series)
    before = [
        series[series.index(draw) - 1] for draw in (*subjects, series[-1], *told) if draw is not series[0]
    ]
    meant = next((draw for draw in before if day.may_hold(draw.date)), None)
    yield _finding(reading, day, meant or before[0], meant is not None)


def _told(reading: Reading, sentence: Sentence, series: Sequence[Draw]) -> list[Draw]:
    """Return the draws of a series whose days are told before a sentence."""
    days = [
        mention
        for mention in reading.mentions
        if isinstance(mention, DateMention)
        and mention.is_day
        and (mention.part, mention.start) < (sentence.part, sentence.start)
    ]
    return [draw for draw in series if any(day.may_hold(draw.date) for day in days)]


def _held(series: Sequence[Draw], day: DateMention) -> Sequence[Draw]:
    """Return the draws of a day, else the one next to it: a day may be wrong itself."""
    held = [draw for draw in series if day.may_hold(draw.date)]
    return held or [min(series, key=lambda draw: abs(draw.date - day.first))]


def _named(reading: Reading, sentence: Sentence) -> set[str]:
    named = [mention for mention in reading.within(sentence) if isinstance(mention, CategoryMention)]
    return {mention.slug for mention in named} - GENERIC


def _last_was(reading: Reading, draws: Draws, sentence: Sentence, day: DateMention) -> Iterator[Finding]:
    """Judge when the last draw of the one type that is named is said to have been held."""
    text = reading.texts[sentence.part].text
    slugs = _named(reading, sentence)
    if len(slugs) != 1 or not _LAST_WAS.search(text[sentence.start : day.start]) or day.relative:
        return
    series = [draw for draw in draws.of_types(slugs) if draw.date <= reading.on]
    # The news may be of one held since.
    last = series[-2:] if series and reading.on - series[-1].date <= JUST else series[-1:]
    meant = next((draw for draw in last if day.may_hold(draw.date)), None)
    if last:
        yield _finding(reading, day, meant or last[-1], meant is not None)


def _finding(reading: Reading, day: DateMention, draw: Draw, true: bool) -> Finding:
    params: dict[str, object] = {"number": draw.number, "date": wording.day(draw.date)}
    return Finding(
        rule=RULE,
        status=Status.AGREES if true else Status.CONTRADICTED,
        part=reading.name(day),
        start=day.start,
        end=day.end,
        claim=" ".join(reading.text(day).split()),
        expected="" if true else wording.day(draw.date),
        rows=(Row("round", draw.number, draw.address),),
        confidence=0.9,
        message=AGREES if true else WRONG,
        params=params,
    )
