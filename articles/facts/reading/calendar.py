"""Words and forms of dates as regular expressions. English and French."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv",
            "february feb février fevrier févr",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug août aout",
            "september sept sep septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec décembre decembre déc",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon lundi",
            "tuesday tues tue mardi",
            "wednesday wed mercredi",
            "thursday thurs thur thu jeudi",
            "friday fri vendredi",
            "saturday sat samedi",
            "sunday sun dimanche",
        )
    )
    for name in names.split()
}


def _either(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


def _begins(*names: dict[str, int]) -> str:
    """Return what looks ahead for the first letter of a name: where there is none, no name has to be tried."""
    return f"(?=[{''.join(sorted({name[0] for known in names for name in known}))}])"


_ABBREVIATED = {
    name: number
    for name, number in MONTHS.items()
    if len(name) < 5 and name not in ("may", "june", "july", "mai", "juin", "mars", "août")
}

_MONTH = rf"(?:(?:{_either(MONTHS)})\b(?!\.)|(?:{_either(_ABBREVIATED)})\b\.?|(?:{_either(MONTHS)})\b)"

_SUFFIX = r"(?:st|nd|rd|th|er|re)?"

_DAY = rf"(?:0?[1-9]|[12]\d|3[01]){_SUFFIX}(?!\d|[,.:]\d|%)"

_TO = r"(?:\s*+[-\u2013\u2014]\s*+|\s++(?:to|through|thru|until|till|and|au|et|à)\s++)"

# "5, 12 and 19", "the 5th and the 19th of September".
_AND = r"(?:\s*+,\s*+(?:and\s++|&\s*+)?(?:the\s++(?=\d))?|\s++(?:and|or|et|ou)\s++(?:the\s++(?=\d))?|\s*+&\s*+|\s*+/\s*+)"

_YEAR = r"(?:20\d\d)(?![\d%]|[,.]\d)"

_WEEKDAY = rf"(?:(?:{_either(WEEKDAYS)})\b\.?,?\s++(?:the\s++)?)?"

_TIME = r"(?:,?\s++(?:at\s++|à\s++)?(\d{1,2}[:h]\d\d(?::\d\d)?\s*+(?:[ap]\.?m\b\.?)?(?:\s*+(?:UTC|GMT|EDT|EST|ET|HAE|HNE))?))?"

_DAYS = rf"{_DAY}(?:{_AND}{_DAY})*(?:{_TO}{_DAY})?"

DAY_FIRST = re.compile(
    rf"(?<![\w,.\u2013/-])(?:(?=\d)|{_begins(WEEKDAYS)})(?P<weekday>{_WEEKDAY})(?P<days>{_DAYS})\s*+(?:of\s++|de\s++)?(?P<month>{_MONTH})"
    rf"(?:\s*+,?\s*+(?:of\s++)?(?P<year>{_YEAR}))?{_TIME}",
    re.IGNORECASE,
)

MONTH_FIRST = re.compile(
    rf"(?<!\w){_begins(WEEKDAYS, MONTHS)}(?P<weekday>{_WEEKDAY})(?P<month>{_MONTH})\s*+(?P<days>{_DAYS})"
    rf"(?:\s*+,?\s*+(?:of\s++)?(?P<year>{_YEAR}))?{_TIME}",
    re.IGNORECASE,
)

ISO = re.compile(rf"(?<![\w-])(20\d\d)([-/.])(\d\d)\2(\d\d)(?![\w-]){_TIME}", re.IGNORECASE)

NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(20\d\d|\d\d)(?![\w/-])")

MONTH_YEAR = re.compile(
    rf"(?<!\w){_begins(MONTHS)}(?P<month>{_MONTH})(?:\s*+,?\s*+(?:of\s++|de\s++)?(?P<year>{_YEAR}))",
    re.IGNORECASE,
)

MONTH_ALONE = re.compile(
    r"\b(?=[JFMASONDjfmasond])(?:(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\bof )|(?<=\b[Ff]or )|(?<=\b[Dd]uring )|(?<=\b[Ee]arly )|(?<=\b[Ll]ate )|(?<=\b[Mm]id-)|(?<=\b[Ll]ast )"
    r"|(?<=\b[Tt]his )|(?<=\b[Uu]ntil )|(?<=\b[Bb]y )|(?<=\b[Ff]rom )|(?<=\bto )|(?<=\b[Tt]hroughout )|(?<=\b[Aa]ll )|(?<=\band )|(?<=\bor )|(?<=\bthan )"
    r"|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=[a-z], )"
    r"|(?<=\ben ))(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
    r"|(?<![\w])(?P<plain>January|February|April|June|July|August|September|October|November|December)\b"
    r"|(?<![\w])(?P<subject>May|March)(?='s\b|\s+(?:held|had|saw|was|brought|repeated|gave|began|ended|came|went|got|itself|alone)\b))"
)

PART = re.compile(
    r"\b(?:(?P<half>first|second|last)\s++half|H(?P<h>[12])|(?P<quarter>first|second|third|fourth|last)\s++quarter|Q(?P<q>[1-4]))"
    rf"(?:\s*+,?\s*+(?:of\s++|in\s++)?(?:the\s++year\s++)?(?P<year>{_YEAR}))",
    re.IGNORECASE,
)

YEAR_ALONE = re.compile(
    r"(?=20[0-4])(?:(?:(?<=\b[Ii]n )|(?<=\b[Oo]f )|(?<=\b[Ss]ince )|(?<=\b[Dd]uring ))(?P<told>20[0-4]\d)(?!\d|[,.]\d|%)"
    r"|(?<![\w,.$#/-])(?P<year>20[0-4]\d)(?!\d|[,.]\d|%|\s*+(?:invitations?|itas?|invites?|candidates|people|points|applicants)\b))"
)

NUMBER = re.compile(r"\d{1,2}")

RANGE = re.compile(
    rf"({_DAY})(?:\s*+[-\u2013\u2014]\s*+|\s++(?:to|through|thru|until|till|au|à)\s++)({_DAY})", re.IGNORECASE
)

CAPITAL_MONTH = re.compile(r"(?:may|mar|march|sun|sat|mon|wed|dec|jan)\b")
