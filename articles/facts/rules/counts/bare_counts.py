"""How many draws, where the word for them stands elsewhere: "nominees had 24 rounds, healthcare seven", "seven of 1,000 each". Pure: no Django."""

from collections.abc import Iterator
from dataclasses import replace

from articles.facts.model import Finding, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH_NAMES
from articles.facts.rules.common.speaking import POLL

from . import counts, each, headed_counts
from .headed_counts import Told
from .timeless import between

# No year has had more draws.
MOST = 60
_DRAWS = compiled(r"\b(?:draws?|rounds?)\b")
# What else is counted with a type.
_OTHERS = compiled(
    r"\b(?:codes?|occupations?|jobs?|lists?|points?|months?|professions?|entries|lines|years of|days)\b"
)
# From the name of a type to the number: "healthcare five", "healthcare 5,600 in four", "French speakers had eleven".
_TO_NUMBER = compiled(
    r"(?: (?:speakers?|candidates|workers?|class|program(?:me)?|category|people|nominees))?,?(?: (?:had|has|have|got|took|saw|received|with|only|just|but|now|also|a|were|was|given|came (?:first|second|third|last),?|the most,?|the most (?:draws|rounds),?|most (?:draws|rounds),?|by far,?))* ?\(?(?: [0-9][0-9,]+(?: (?:invitations|people|candidates|places))? (?:in|over|from|across))?(?: |(?<=\())"
)
# What a part of a row follows.
_PART = compiled(r"(?:^|[,;:(–—-] ?|\b(?:and|while|but|plus|whereas) )(?:for |in |from )?(?:the |all )?$")
# "Trades and agriculture had one": each of them, or both together.
_JOINED = compiled(r" ?(?:,|and|, and|&|or) ?(?:the )?")
_ENDS = compiled(
    r" ?(?:[,;:.)!?–—]|$)| (?:and|but|while|in|for (?!the draw)|this|last|over|between|so far|each|all told|with|\(|of their own|of its own)"
)
# "24 for provincial nominees", "two to the class".
_FOR = compiled(r" (?:(?:were|was|went|each|more|of them) )*(?:for|to|among|in) (?:the )?")
_FOR_PART = compiled(r"(?:[,;:(–—-] ?|\b(?:and|while|but|plus) )(?:another |only |just )?$")
# "There were seven of 1,000 each".
_OF_SIZE = compiled(r" (?:rounds |draws )?of (?:exactly |just |only )?(?P<size>[0-9][0-9,]+)(?: (?:invitations|people|candidates))?(?: (?:each|apiece))?\b(?! of)")  # fmt: skip
_THERE_WERE = compiled(
    r"\b(?:there (?:were|have been|had been)|(?:it|they|class|category|nominees|speakers|program(?:me)?) (?:had|got|saw|has had|have had)|held|with|in|then) (?:only |just |as many as )?$"
)


# "10,250 invitations in three", "made up for it with nine, for 25,125 invitations".
_IN_BRIEF = compiled(r"[0-9],[0-9]{3}(?: [a-z]+){0,3} (?:in|over|from|across) (?:only |just )?$|\b(?:with|in|had|saw|held|has|brought|got|of|:) (?:only |just )?$")  # fmt: skip
_BRIEF_ENDS = compiled(r" ?(?:[,;:.)!?]|$)| (?:and|but|while|with)\b")


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the numbers of draws of a sentence that no noun stands behind."""
    if passage.is_question or POLL.search(passage.text):
        return
    for number in passage.numbers:
        if (
            (
                number.role in (Role.UNKNOWN, Role.DIFFERENCE)
                and not number.unit
                or number.role is Role.DRAWS
                and _OF_DRAWS.match(passage.text, number.end)
            )
            and number.form != "short"
            and 1 <= number.value <= MOST
            and number.value == int(number.value)
            and not each.tells(passage, number.start)
        ):
            of_draws = replace(number, role=Role.DRAWS, noun=number.end)
            told = (
                _of_times_draws(passage, number)
                or _of_size(passage, number)
                or _in_row(passage, number)
                or _in_time(passage, number)
                or headed_counts.find(passage, number)
            )
            if told is not None:
                slugs = {told.slug} if told.slug else set[str]()
                numbers = tuple(of_draws if one is number else one for one in passage.numbers)
                counted = replace(passage, numbers=numbers)
                yield from counts.judged(counted, record, of_draws, slugs, told.size, sure=True)
            elif _IN_BRIEF.search(passage.text, 0, number.start) and _BRIEF_ENDS.match(
                passage.text, number.end
            ):
                yield from counts.beside_sum(passage, record, of_draws)


# "Two of this month's draws went to", "fourteen of the draws in 2024 were for", the times left out.
_OF_DRAWS = compiled(
    rf" of (?:(?:the|its|all|all the|this|that|last) )?(?:(?:year|month|week|quarter|half-year|half|autumn|summer|spring|winter|department)'s |20[0-9]{{2}}'s |(?:{MONTH_NAMES})'s )?(?:[0-9]{{1,2}} )?(?:draws|rounds)\b"
)
_WENT_TO = compiled(
    r",? (?:(?:were|was|are|went|have been|has been|had been|have gone|fell|is) )(?:(?:held|reserved|only|all|open|limited|given|devoted|restricted|exclusively|just) )*(?:(?:for|to|under|in) )?(?:(?:the|a|an) )?"
)


def _of_times_draws(passage: Passage, number: NumberMention) -> Told | None:
    """Read how many of the draws of a time were of a type."""
    match = _OF_DRAWS.match(passage.text, number.end)
    behind = [one for one in passage.categories if match and one.start >= match.end()][:1]
    if match and behind and _WENT_TO.fullmatch(between(passage, match.end(), behind[0].start)):
        return Told(number, behind[0].slug)
    return None


def _of_size(passage: Passage, number: NumberMention) -> Told | None:
    match = _OF_SIZE.match(passage.text, number.end)
    if match is None or not _THERE_WERE.search(passage.text, max(0, number.start - 40), number.start):
        return None
    spoken = passage.slugs or passage.topic
    size = int(match["size"].replace(",", ""))
    return Told(number, spoken[0], size) if len(spoken) == 1 and size >= 100 else None


def _in_row(passage: Passage, number: NumberMention) -> Told | None:
    """Read a number that goes with a type behind another which says that draws are counted."""
    text = passage.text
    if not _DRAWS.search(text, 0, number.start) or _OTHERS.search(text):
        return None
    before = [mention for mention in passage.categories if mention.end <= number.start]
    if (
        before
        and _TO_NUMBER.fullmatch(text, before[-1].end, number.start)
        and _PART.search(text, 0, before[-1].start)
        and not (len(before) > 1 and _JOINED.fullmatch(text, before[-2].end, before[-1].start))
        and _ENDS.match(text, number.end)
    ):
        return Told(number, before[-1].slug)
    if not _FOR_PART.search(text, 0, number.start):
        return None
    behind = next((mention for mention in passage.categories if mention.start >= number.end), None)
    if behind is not None and _FOR.fullmatch(text, number.end, behind.start):
        return Told(number, behind.slug)
    return None


def _in_time(passage: Passage, number: NumberMention) -> Told | None:
    """Read a number that a type "had" in a time, or that stands with a time alone: "The trades had one, in May", "One last year"."""
    text = passage.text
    times = [period for period in passage.periods if not period.is_day and period.start >= number.end]
    if not times or not _IN_TIME.fullmatch(text, number.end, times[0].start):
        return None
    before = [mention for mention in passage.categories if mention.end <= number.start]
    if before:
        had = _HAD.fullmatch(text, before[-1].end, number.start)
        return Told(number, before[-1].slug) if had and not _OTHERS.search(text) else None
    alone = _ALONE.fullmatch(text, 0, number.start) and not text[times[0].end :].strip(" .!)*_")
    if alone and len(passage.topic) == 1 and not passage.is_of_head:
        return Told(number, passage.topic[0])
    return None


_IN_TIME = compiled(
    r",?(?: (?:was|were|came|took place|has been|have been|have come|followed)(?: held| drawn)?)?(?: (?:in|for|during|over|back in))?(?: all of)? ?(?:early |late )?"
)
_HAD = compiled(
    r"(?: (?:speakers?|candidates|workers?|class|program(?:me)?|category))?,? (?:had|has had|have had|got|saw|received|was given|were given|had had)(?: (?:only|just|also|exactly|its|their))* "
)
_ALONE = compiled(r"(?:\W*(?:and|but|then|only|just))?\W*")
