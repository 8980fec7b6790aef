"""Numbers of draws behind the words that say of what they are: "French draws in 2026: five so far", "June had four". Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period

from .timeless import between

# "French draws in 2026: five so far", "Draws this year – 34 in all".
_HEADED = compiled(
    r"^\W*(?:(?:the )?(?:number of )?(?:[\w-]+ ){0,5})?(?:draws|rounds)\b[^.;:!?–—]{0,40}(?::| [–—-]) (?:only |just )?$"
)
# "The number of French draws was nine", "rounds for nominees came to 24", the times left out.
_NUMBERED = compiled(
    r"\b(?:(?:number|count|tally|total) of (?:[\w-]+ ){0,5}?(?:draws|rounds)(?: (?:for|under) (?:[\w-]+ ){0,3}?[\w-]+)?(?: (?:held|conducted|so far|to date))*,? ?(?:was|is|stands at|stood at|came to|comes to|reached|has reached|rose to|equals|amounts to|amounted to|=|:)"
    r"|(?:draws|rounds)(?: for (?:[\w-]+ ){0,3}?[\w-]+)?(?: held)?,? (?:came to|numbered|number|totalled|totaled|total|amounted to|amount to|added up to))(?: (?:now|only|just|exactly|a total of|already))* $"
)
_ENDS = compiled(
    r"(?: (?:so far|in all|all told|altogether|in total|up to now|to date|already|and counting|now))*(?: and counting)?\W*$"
)
# "June had five", "in June there were four", "then came May with two".
_OF_TIME = compiled(
    r"(?:,? (?:then|itself|alone))?,? (?:had|saw|has had|has seen|got|brought|there were|there was|it was|with|came to|counted)(?: (?:only|just|another|all of|no more than))? $"
)
_END = compiled(r" ?(?:[,;:.)!?–—]|$)| (?:and|but|while|all|each|in|over|during|so far|this)\b")
_SUBJECT = compiled(r"(?:^|[,;:(–—] ?|\b(?:and|while|but|whereas) )(?:only |then |in |the month of |of )*$")
_DRAWS = compiled(r"\b(?:draws|rounds)\b")
_OTHERS = compiled(r"\b(?:codes?|occupations?|jobs?|lists?|points?|provinces|types|categories|weeks)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A number of draws, of which type and of which size they are."""

    number: NumberMention
    slug: str
    size: int | None = None


def find(passage: Passage, number: NumberMention) -> Told | None:
    """Read a number of draws that no noun stands behind."""
    return _headed(passage, number) or _of_time(passage, number)


def _headed(passage: Passage, number: NumberMention) -> Told | None:
    text = passage.text
    if _OTHERS.search(text):
        return None
    is_headed = _HEADED.search(text, 0, number.start) and _ENDS.match(between(passage, number.end, len(text)))
    if not is_headed and not (
        _NUMBERED.search(between(passage, 0, number.start)) and _END.match(text, number.end)
    ):
        return None
    slugs = list(dict.fromkeys(one.slug for one in passage.categories))
    return Told(number, slugs[0] if slugs else "") if len(slugs) < 2 else None


# "The first half had 20 draws, the second 30".
_GAP = compiled(r",? (?:only |just |all of |another )?")


def _is_gapped(passage: Passage, times: Sequence[Period], number: NumberMention) -> bool:
    """Whether a number stands behind a time alone, where draws were counted of another time just before."""
    counted = [one for one in passage.numbers if one.role is Role.DRAWS and one.end <= times[-1].start]
    return (
        len(times) > 1
        and bool(counted)
        and times[-2].end <= counted[-1].start
        and _GAP.fullmatch(passage.text, times[-1].end, number.start) is not None
    )


def _of_time(passage: Passage, number: NumberMention) -> Told | None:
    """Read "June had five" where draws were counted just before, of all types."""
    text = passage.text
    times = [one for one in passage.periods if not one.is_day and one.end <= number.start]
    if not times or passage.categories or not _END.match(text, number.end) or _OTHERS.search(text):
        return None
    time = times[-1]
    if not (
        _OF_TIME.fullmatch(text, time.end, number.start) or _is_gapped(passage, times, number)
    ) or not _SUBJECT.search(text, 0, time.start):
        return None
    before = [one for one in (*passage.told, *passage.numbers) if one is not number]
    told = [one for one in before if one.start < number.start or one in passage.told]
    counted = bool(told) and told[-1].role is Role.DRAWS
    return Told(number, "") if counted or _DRAWS.search(text, 0, number.start) else None
