"""The forms of words that speak of days, as expressions over small letters. Pure: no Django."""

import re
from collections.abc import Iterator

from articles.facts.reading.counting import SMALL

from .patterns import compiled, nameless

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
NUMBERS = {word: number for word, number in SMALL.items() if 0 < number <= 20}
# The same as alternatives of expressions, and the words for a few that are more than one.
MONTH_NAMES, DAY_NAMES, NUMBER_WORDS = "|".join(MONTHS), "|".join(WEEKDAYS), "|".join(NUMBERS)
FEW = "|".join(word for word, number in NUMBERS.items() if 1 < number <= 12)

MONTH = r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
YEAR = r"20[0-9]{2}"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?!,[0-9]{3}(?![0-9]))"
DATE = (
    rf"(?:(?:{DAY_NAMES}),? )?"
    rf"(?:{YEAR}-[01][0-9]-[0-3][0-9]|{_DAY} (?:of )?{MONTH}(?:,? {YEAR})?|{MONTH} {_DAY}(?![0-9]| (?:draws|rounds|invitations)\b)(?:,? {YEAR})?)"
)
_WEEKDAY = rf"(?:{DAY_NAMES})"
_COUNT = rf"(?:[0-9]{{1,3}}|{NUMBER_WORDS})"
_TO = r"(?: to | and | until | through |[-–—]to[-–—]|\s?[-–—]\s?)"

# Another year, and what stands before it where a time is told by another.
_THEN = rf"(?: (?:of|in))?(?: the year)? (?:(?P<y>{YEAR})|last year|the previous year|(?:the|a) year (?:before|earlier|ago))"
_POINT = r"(?:day|date|point|stage|moment|time)"
_PART_OF = r"(?:early |mid-|late |(?:the )?(?:very )?(?:start|beginning|middle|end) of )"
_FROM_MONTH = rf"(?P<m1>{MONTH})(?:,? (?P<y1>{YEAR}))?(?: to | until | till | through | up to | and )"
_TO_MONTH = rf"(?P<m2>{MONTH})(?! [0-3]?[0-9]\b(?!,[0-9]| (?:draws|rounds|invitations)\b))(?:,? (?:of )?(?P<y2>{YEAR}))?"
# "Since the first of its kind in June", "since its first draw on 28 June".
_SINCE_A_DRAW = r"(?:(?:the|its|their|that|it|they) (?!end|middle|last|first in)(?:[\w'-]+ ){0,4}?[\w'-]+,? (?:in|on|of) )?"

_UNTIL_NOW = r"(?:on(?:wards?)?(?! [0-9]{1,2}(?![0-9,]))|(?:up )?(?:to|until|till) (?:now|today|date|this week|last week|yesterday|(?:this|the present) day))"

_YEAR_END = r"(?:to|until|till|through|and) (?:the year's end|(?:the )?(?:very )?end of (?:the|that|this) year|year's end|year-end|christmas|new year(?:'s eve)?)"

_FORMS = (
    # Times told by another.
    ("samepoint", rf"(?:(?:at|by|on|until|till|up to|to) )?(?:the same {_POINT}|same {_POINT}|this {_POINT}){_THEN}|(?:a|one) year (?:ago|earlier|before),? to the (?:very )?day"),
    ("sameas", rf"(?:the )?same (?P<unit>period|stretch|span|half|quarter|months|month|weeks){_THEN}|(?:(?P<y2>{YEAR})|last year|the previous year)'s (?P<unit2>half|quarter|month)"),
    # Two ends.
    ("span", rf"(?P<a>{DATE}){_TO}(?P<b>{DATE})"),
    ("daymonth", rf"(?P<d1>{_DAY}){_TO}(?P<d2>{_DAY}) (?:of )?(?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?"),
    ("monthday", rf"(?P<m>{MONTH}) (?P<d1>{_DAY}){_TO}(?P<d2>{_DAY})(?![0-9])(?:,? (?P<y>{YEAR}))?"),
    ("monthparts", rf"(?:from|between) (?P<f>{_PART_OF}){_FROM_MONTH}(?P<t>{_PART_OF})?{_TO_MONTH}"),
    ("monthparts", rf"(?:from|between) {_FROM_MONTH}(?P<t>{_PART_OF}){_TO_MONTH}"),
    (
        "months",
        rf"(?P<m1>{MONTH})(?: (?P<y1>{YEAR}))?{_TO}(?P<m2>{MONTH})(?! [0-3]?[0-9]\b(?!,[0-9]| (?:draws|rounds|invitations)\b))(?:,? (?:of )?(?P<y2>{YEAR}))?",
    ),
    ("daytoyearend", rf"(?:from|between) (?P<a>{DATE}) {_YEAR_END}"),
    ("toyearend", rf"(?:from|between) (?:early |mid-|late )?(?P<m>{MONTH})(?:,? (?P<y>{YEAR}))? {_YEAR_END}"),
    ("monthtoday", rf"(?:from|between) (?:early |mid-|late )?(?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?(?: to | until | through | and )(?P<b>{DATE})"),
    ("years", rf"(?:from |between )(?P<y1>{YEAR}){_TO}(?P<y2>{YEAR})"),
    ("weekdays", rf"(?P<w1>{_WEEKDAY}){_TO}(?P<w2>{_WEEKDAY})"),
    # One end.
    ("weekof", rf"week (?:of|starting|beginning|from)(?: the)? (?P<a>{DATE})"),
    ("monthweek", rf"(?P<o>first|second|third|last|final) (?:full |whole )?week (?:of|in) (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?"),
    ("since", rf"(?:since|counting from) {_SINCE_A_DRAW}(?P<a>{DATE})"),
    ("sincefrom", rf"from (?:the (?:draw|round) (?:of|on) )?(?P<a>{DATE}) {_UNTIL_NOW}"),
    ("sincefrommonth", rf"from (?P<f>{_PART_OF})?(?P<m>{MONTH})(?:,? (?P<y>{YEAR}))? {_UNTIL_NOW}"),
    ("sincemonth", rf"(?:since {_SINCE_A_DRAW}|back in |resumed in |returned in |came back in |since the first of )(?P<f>{_PART_OF})?(?P<m>{MONTH})(?:,? (?:(?P<y>{YEAR})|(?:of )?(?P<ly>last year)))?"),
    ("sincemonth", rf"from (?P<f>{_PART_OF})(?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?+(?!,? ?(?:to|until|till|through|up|and|[-–—]) ?)"),
    ("sinceyear", rf"since (?:early |mid-|late |the start of |the beginning of )?(?P<y>{YEAR})"),
    ("toweek", r"(?:up to(?: and including)?|until|till|through|to|by) the end of last week|(?:up to(?: and including)?|until|till|through) last week"),
    ("firstmonths", rf"(?P<o>first|last) (?P<n>{_COUNT}) (?P<u>week|month)s(?: of (?:(?P<y>{YEAR})|(?:the|this) year))"),
    ("firstmonths", rf"the (?P<o>first) (?P<n>{_COUNT}) (?P<u>month)s(?= (?:had|has|saw|brought|produced|gave|counted|made|there (?:were|was|had))\b)"),
    ("sinceday", rf"since (?:last |this )?(?P<w>{_WEEKDAY})"),
    ("sincefirst", r"since the (?:first|start|beginning) of (?:that|the|this) month"),
    ("yearpart", rf"(?P<y>{YEAR}),? (?:h(?P<h>[12])|q(?P<q>[1-4]))|h(?P<h2>[12])(?:,? (?:of )?(?P<y2>{YEAR}))"),
    ("halfyear", rf"(?<!first\s)(?<!second\s)half[- ]year(?:(?: to| until| ending)(?: on)? (?P<b>{DATE}))?"),
    ("half", rf"(?P<o>first|second) half(?:[- ]year)?(?: of (?:(?P<y>{YEAR})|(?:the|this) year))?(?! of)"),
    ("quarter", rf"(?P<o>first|second|third|fourth) quarter(?: of (?:(?P<y>{YEAR})|(?:the|this) year))?|q(?P<q>[1-4])(?: (?:of )?(?P<qy>{YEAR}))?"),
    ("theyear", r"(?:of|for|in|during|throughout) the year\b|\Ayear's|the year's|that year|the whole year|the year(?=,? (?:had|saw|brought|counted|stood|came|with|[0-9]{1,3} (?:draws|rounds))\b)"),
    ("thisyear", r"(?:so far )?this year(?: so far)?|(?:the )?year[- ]to[- ]date|ytd|since (?:the start|the beginning) of (?:the|this) year|since (?:the )?new year(?:'s)?(?: day)?|the year so far|this year's|the year(?= (?:now )?(?:counts|stands (?:at|with)|has (?:now |so far |thus far )?(?:had|seen|brought|given|produced)|now|to date)\b)"),
    ("lastyear", r"last year(?:'s)?|the previous year|(?<!any[ ])(?:the |a )year before(?! it| that)"),
    ("thismonth", r"(?:so far )?this month(?:'s)?(?: so far)?|earlier this month|(?:of|for) the month\b|the month's"),
    ("lastmonth", r"last month(?:'s)?|(?:the )?previous month|the month before"),
    ("pastweek", r"(?:the|this) past week(?:'s)?"),
    ("thisweek", r"(?:so far |earlier |later )?this week(?:'s)?"),
    ("theweek", r"(?:(?:of|for|in|over|during) the week|the week's|a busy week|a single week|one week|the whole week)\b(?! of| before| from| starting| beginning| ending| ago| earlier| later| after)"),
    ("lastweek", r"last week(?:'s)?"),
    ("weekbefore", r"(?:the )?previous week|(?:the )?week before"),
    ("today", r"today(?:'s)?"),
    ("yesterday", r"yesterday(?:'s)?"),
    ("recent", rf"(?:over |in |during |within )?(?:the )?(?:past|last|previous) (?:(?P<n>{_COUNT}) )?(?P<u>day|week|month|year)s?(?![a-z])"),
    ("within", rf"(?:in|within) (?:less than |little more than |just |only )?(?:(?:a|one)|(?P<n>{_COUNT})) (?P<u>day|week|month|year)s?(?![a-z])"),
    ("ever", r"since (?:the|this|that|its|their) (?:category|class|program(?:me)?|type|group|list|stream)(?:'s)? (?:\w+ )?(?:began|started|start|begins|exists|existed|opened|launch\w*|beginning|was (?:created|introduced|launched|born))|since (?:the )?categories (?:began|started|exist)(?! on| in)|since (?:its|their) (?:start|launch|creation|beginning|introduction|birth|debut)|from the start|since the (?:very )?(?:start|beginning)(?! of)|(?<!20[0-9]{2}\s)to date|of all time|on record|in the record|since express entry (?:began|started|was launched|was introduced|launched)(?: in (?:january )?2015)?|since the (?:system|program(?:me)?)(?:'s)? (?:began|started|launch)|in the history of express entry|in express entry(?:'s) history"),
    ("date", rf"(?P<a>{DATE})"),
    ("weekday", rf"(?:(?P<which>last|this|this past|past|earlier) )?(?P<w>{_WEEKDAY})(?:'s)?(?! (?:and|or|to|through) {_WEEKDAY})"),
    ("tomonth", rf"(?:by|to|until|up to|through) the end of (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?"),
    ("month", rf"(?P<m>{MONTH})(?:(?:,? (?:of )?)(?P<y>{YEAR})|'s|\b)"),
    ("year", rf"(?P<y>{YEAR})(?:'s)?(?![-0-9,.]*[0-9])"),
)  # fmt: skip


def _pattern(form: str) -> re.Pattern[str]:
    return compiled(rf"(?<![\w,.$-])(?:{form})(?!\w)")


_PATTERNS = tuple((name, _pattern(form)) for name, form in _FORMS)
# From here on the forms are in many sentences; of those before, most are in none, and they are looked for together.
_FREQUENT = next(place for place, (name, _form) in enumerate(_FORMS) if name == "date")
_TOGETHER = 8
_GROUPS = tuple(
    (
        _pattern(
            "|".join(nameless(form) for _name, form in _FORMS[first : min(first + _TOGETHER, _FREQUENT)])
        ),
        _PATTERNS[first : min(first + _TOGETHER, _FREQUENT)],
    )
    for first in range(0, _FREQUENT, _TOGETHER)
)


def standing(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the names and the expressions of the forms that may stand in a text, in their order."""
    for found, forms in _GROUPS:
        if found.search(text):
            yield from forms
    yield from _PATTERNS[_FREQUENT:]


PARSED = compiled(
    rf"(?P<iso>{YEAR}-[01][0-9]-[0-3][0-9])|(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)? (?:of )?(?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?"
    rf"|(?P<m2>{MONTH}) (?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?(?:,? (?P<y2>{YEAR}))?"
)
# "may" is a verb more often than a month: alone, only after these.
BEFORE_MAY = re.compile(
    r"(?:\bin|of|during|for|throughout|was|were|is|early|late|mid|this|last|since|until|and|or|to|\bour|\btheir|\bwhole|[-–])[ -]$"
)
# "May had one round": what follows says that it is the month.
_AS_SUBJECT = compiled(
    r"(?:'s| (?:held|had|has|saw|sees|was|is|ends|starts|closes|counts|brings|with|brought|repeated|gave|began|ended|came|went|got|itself|alone))\b| ?(?::|[–—]|\||-(?= ))[*_ ]*[0-9]"
)


def is_verb(text: str, match: re.Match[str]) -> bool:
    """Whether the word for a month is another word: "it may come"."""
    word = match[0].rstrip(".")
    if _AS_SUBJECT.match(text, match.end()):
        return False
    if word in {"mar", "sep", "dec", "jan", "oct", "nov", "apr", "jun", "jul", "aug", "feb"}:
        return not match["y"] and not BEFORE_MAY.search(text, max(0, match.start() - 12), match.start())
    return word in {"may", "march"} and not BEFORE_MAY.search(text, max(0, match.start() - 12), match.start())
