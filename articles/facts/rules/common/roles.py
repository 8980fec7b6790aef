"""Numbers of a sentence with the roles that the sentence as a whole gives them. Pure: no Django."""

from collections.abc import Iterator
from dataclasses import replace

from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.period_forms import FEW, MONTH_NAMES

from .patterns import compiled

_THE_TIME = compiled(r",? the (?:year|month|quarter|week) (?:before|after|earlier)\b")
_CUTOFFS = compiled(r"\b(?:cut-?offs?|cut off|scores?|crs|points)\b")
_SIZES = compiled(r"\b(?:invitations?|itas?|invited|sizes?)\b")
_OF_DRAWS = compiled(rf" of (?:them|these|those)\b| together\b| from (?:{MONTH_NAMES})\b")
# A figure of invitations without a noun of its own: "the 83,500 of 2019".
_ALONE = compiled(
    r" ?(?:[,.;:)|-]|$)| (?:of|in|for|the|to|and|were|was|from|against|at|on|between|a year|this|last|the year|with)\b"
)
_AT = compiled(r"\bat (?:just |only |a |about )?$")
# What stands between a number and "draws" says of which kind they are, and is no verb or link: "7 expect larger rounds".
_DRAWS = compiled(
    rf"(?: (?!(?:rows?|tables?|lines|cells|columns|hold|holds|shows?|{FEW}|of|the|that|which|things|in|and|or|to|at|from|by|with|than|expect\w*|want\w*|hop(?:e|ed)|predict\w*|foresee|foresaw|think|thought|believ\w+|say|said|see|saw|were|was|had|have|has|would|will|like|prefer\w*|miss\w*)\b)[a-z][\w-]*){{0,3}}? (?:draws|rounds)\b"
)
_RANGE = compiled(r"\bbetween $|\bbetween [0-9]+ and $|\bfrom [0-9]+ to $")
_THERE_WERE = compiled(
    r"\b(?:there (?:were|was|have been|has been|had been|are)|the class had|the category had|(?:it|they|which|and) had) (?:only |just |now )?$"
)
_BROUGHT = compiled(
    r"\b(?:brought|brings?|issued|received|got|saw|made|makes?|gave|given|gives?|produced|yielded|accounted for|accounts for|add up to|adds up to|added up to|totalled|totaled|come to|comes to|came to|stands at|stood at) (?:a total of |just |only |already )?$"
)
_NO_NOUN = compiled(
    r" ?(?:[,.;:)]|$)| (?:in|for|from|this|so far|each|all|of them|since|between|last|by|with|that year|over)\b"
)
# Larger numbers count no days, months or years.
LONGEST = 2000
# No year has had more draws.
MOST_DRAWS = 60
# "Two in five invitations" counts none.
_ONE_IN = compiled(rf"\b(?:one|{FEW}|[1-9]) (?:in|out of) (?:every )?$")
# "Of the nine draws six were open to all programs", "14 draws, of which ten for French".
_DRAWS_BEFORE = compiled(
    r"\b(?:draws|rounds)\b[^.;:]*(?:\bof (?:which|them|these)|,|20[0-9]{2}|\bdraws|\brounds) $"
)
_ARE_FOR = compiled(r" (?:(?:were|was|are|is) )?(?:for|open to|held for|reserved for|limited to)\b")
# "Nominees had the most rounds, 14".
_MOST_OF = compiled(r"\bthe (?:most|fewest) (?:draws|rounds)(?:,|:| with| at) $")
_NUMBERED = compiled(r"\b(?:numbered|number|totalled|totaled) (?:just |only |exactly )?$")
# "Cut-offs from 667 to 855 and sizes from 125 to 825".
_SIZES_FROM = compiled(
    r"\bsizes(?: (?:ran|rang\w+|var\w+|went|lay|were))? (?:from|between) (?:[0-9][0-9,]* (?:to|and) )?$"
)
_IN_NUMBER = compiled(r" in number\b")


def _of_others(text: str, number: NumberMention, numbers: list[NumberMention]) -> bool:
    """Whether "eight of them" are of what was counted before, and no draws: occupations, points; or a share: "three out of four"."""
    before = [other for other in numbers if other.end <= number.start and other.unit]
    return text[: number.start].endswith("out of ") or bool(
        before and before[-1].role in (Role.OCCUPATIONS, Role.POINTS, Role.OTHER, Role.LEVEL)
    )


def given(words: str, numbers: list[NumberMention], counts: bool) -> Iterator[NumberMention]:
    """Yield numbers, with a role for those that the sentence as a whole gives one. `counts`: it answers how many draws there were."""
    text = words.lower()
    roles = {number.role for number in numbers}
    for number in numbers:
        role = number.role
        if role is Role.DURATION and (number.value > LONGEST or _THE_TIME.match(text, number.end)):
            # "The 32,000 of the year before", "58 in 2025 and 52 the year before": these are no times.
            number, role = replace(number, role=Role.UNKNOWN, unit="", noun=number.end), Role.UNKNOWN
        if _ONE_IN.search(text, max(0, number.start - 14), number.start):
            yield replace(number, role=Role.OTHER)
            continue
        if number.value <= 1200 and _SIZES_FROM.search(text, max(0, number.start - 50), number.start):
            yield replace(number, role=Role.OTHER)
            continue
        if role is Role.UNKNOWN and number.form != "short" and number.value == int(number.value):
            counted = _DRAWS.match(text, number.end) if number.value < 100 else None
            if counted:
                number, role = replace(number, noun=counted.end(), unit="draw"), Role.DRAWS
            elif number.value > 1200 and _BROUGHT.search(text, max(0, number.start - 30), number.start):
                role = Role.INVITATIONS
            elif number.value < 100 and (
                (
                    number.value > 1
                    and _OF_DRAWS.match(text, number.end)
                    and not _of_others(text, number, numbers)
                )
                or (counts and number is numbers[0] and _NO_NOUN.match(text, number.end))
                or _NUMBERED.search(text, max(0, number.start - 20), number.start)
                or _IN_NUMBER.match(text, number.end)
                or (
                    number.value <= MOST_DRAWS
                    and _THERE_WERE.search(text, max(0, number.start - 24), number.start)
                    and _NO_NOUN.match(text, number.end)
                )
                or (_DRAWS_BEFORE.search(text, 0, number.start) and _ARE_FOR.match(text, number.end))
                or _MOST_OF.search(text, max(0, number.start - 30), number.start)
            ):
                role = Role.DRAWS
            elif number.value > 1200 and _SIZES.search(text) and _ALONE.match(text, number.end):
                role = Role.INVITATIONS
            elif 50 <= number.value <= 1200 and (
                _AT.search(text, max(0, number.start - 12), number.start)
                or (_CUTOFFS.search(text) and Role.INVITATIONS not in roles)
                or (
                    _CUTOFFS.search(text, max(0, number.start - 70), number.start)
                    and _RANGE.search(text, max(0, number.start - 16), number.start)
                )
            ):
                role = Role.CUTOFF
        elif (
            role is Role.INVITATIONS
            and not number.unit
            and number.value <= 1200
            and _AT.search(text, max(0, number.start - 12), number.start)
        ):
            role = Role.CUTOFF
        yield number if role is number.role else replace(number, role=role)
