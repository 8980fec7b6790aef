"""Whether lists of occupations, or a type, are spoken of around a number. Pure: no Django."""

from collections.abc import Sequence
from itertools import islice

from articles.facts.reading import CategoryMention, Kind, NumberMention, Role
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit
from articles.facts.rules.common.setting_words import WITHOUT_LIST

from .membership_types import spoken_of
from .size_change_words import BESIDE
from .size_words import ABOUT_DRAWS, ABOUT_LISTS, BETWEEN, GOES_ON

_IS_THAT_OF = compiled(
    r"(?: (?:occupations|jobs|codes))?,? (?:is|was) (?:that|the one|the list|the category) (?:of|for|in) (?:the )?"
)
_TRADES = compiled(r"\btrades\b")
# Answers to choose from are so many at most.
_MOST_OPTIONS = 8
_OPTION = compiled(r"(?:^|[\s(*_])\(?[a-e][).:]\W{0,3}(?=\w)")
# So many blocks above a question the one before it stands.
_FARTHEST = 6
_WHO = compiled(r"\b(?:who|which|whose|that)\b")
# "Agriculture has three, whereas the laboratory people run to 24": somebody else is spoken of, whom no type is known by.
_OF_OTHERS = compiled(
    r"(?:;|\b(?:whereas|while|whilst)\b) (?:that of |those of |for )?(?:the )?"
    r"(?:(?!it\b|its\b|they\b|their\b|this\b|that\b|these\b|those\b|there\b|lists?\b|version\b|categor|new\b|old\b|now\b|then\b|one\b|in\b|the\b|today\b|only\b|has\b|had\b)[a-z][\w'’-]* ){1,4}"
    r"(?:(?:has|have|had|holds?|held|counts?|runs?|ran|stretch\w*|reach\w*|numbers?|boasts?|musters?|makes?|names?|lists?|comes?|came|amounts?) )?(?:only |just |to )*"
)
_NUMBER_ALONE = compiled(r"[.)](?: |$)")


def is_choice(setting: Setting, unit: Unit, start: int, end: int) -> bool:
    """Whether start:end of a sentence is one of the answers to choose from ("a) 24 b) 11"), or the number of a question."""
    text = unit.text
    begins = not text[:start].strip(" *_(")
    is_question = setting.reading.blocks[unit.block].kind is Kind.QUESTION
    if is_question and begins and _NUMBER_ALONE.match(text, end):
        return True
    options = list(islice(_OPTION.finditer(text), _MOST_OPTIONS))
    return len(options) > 1 and (begins or any(one.end() == start for one in options))


def asked_before(setting: Setting, question: Unit) -> list[Unit]:
    """Return the question before one: in its block, or in a block of its own above."""
    own = [
        other
        for other in setting.of_block(question.block)
        if other.start < question.start and other.text.rstrip(" *_\"'”’)").endswith("?")
    ]
    if own:
        return own[-1:]
    blocks = setting.reading.blocks
    is_item = blocks[question.block].kind is Kind.ITEM
    for place in range(question.block - 1, max(-1, question.block - _FARTHEST), -1):
        if blocks[place].kind is Kind.QUESTION:
            return setting.of_block(place)
        # Questions of a quiz stand in items, each with its answer.
        asked = [other for other in setting.of_block(place) if other.text.rstrip(" *_\"'”’)").endswith("?")]
        if is_item and blocks[place].kind is Kind.ITEM and asked:
            return asked[-1:]
    return []


def near_lists(setting: Setting, unit: Unit) -> bool:
    """Whether lists of occupations are spoken of here or right before."""
    if ABOUT_LISTS.search(unit.text):
        return True
    for seen, others in enumerate(setting.around(unit)):
        said = " ".join(other.text for other in others)
        if ABOUT_LISTS.search(said):
            return True
        if ABOUT_DRAWS.search(said) or seen > 5:
            return False
    return False


def people_of(setting: Setting, unit: Unit) -> set[str]:
    """Return the types that the block of a place may mean by their people: "Doctors have a list too. It has three codes"."""
    own = setting.of_block(unit.block)
    return {
        mention.slug
        for other in own
        for mention in other.mentions
        if isinstance(mention, CategoryMention) and other.start <= unit.start
    }


def goes_on_from_size(setting: Setting, unit: Unit) -> bool:
    """Whether the sentence before counts the occupations of a list: "In 2024 there were 35"."""
    own = setting.of_block(unit.block)
    before = [other for other in own if other.start < unit.start][-1:]
    return any(
        isinstance(number, NumberMention) and number.role is Role.OCCUPATIONS
        for other in before
        for number in other.mentions
    )


def is_near(setting: Setting, unit: Unit, slugs: Sequence[str]) -> bool:
    """Whether a type is named in the paragraph, its question, a heading or the head of the text, or goes on as "it"."""
    near = [*setting.of_block(unit.block), *setting.head]
    for place in (*setting.reading.headings(unit.block), setting.reading.question(unit.block)):
        near += setting.of_block(place) if place is not None else []
    return GOES_ON.match(unit.text) is not None or any(
        slug in slugs for other in near for slug in other.slugs
    )


def is_of_others(unit: Unit, number: NumberMention) -> bool:
    """Whether a clause of its own that names no type says of whom a number is, behind one that does."""
    before = [mention for mention in unit.categories if mention.end <= number.start]
    begin = before[-1].end - unit.start if before else 0
    marks = [mark.start() for mark in _CONTRASTS.finditer(unit.text, begin, number.start - unit.start)]
    return bool(before and marks) and (
        _OF_OTHERS.fullmatch(unit.text, marks[-1], number.start - unit.start) is not None
    )


_CONTRASTS = compiled(r";|\b(?:whereas|while|whilst)\b")


def types_counted(unit: Unit, number: NumberMention) -> tuple[str, ...]:
    """Return the type that a number in a sentence counts: the nearest one before it, or the one right after it."""
    found: list[str] = []
    before = [mention for mention in unit.categories if mention.end <= number.start]
    after = [mention for mention in unit.categories if mention.start >= number.end]
    if after and _is_joined(unit, number.end, after[0]):
        found.append(after[0].slug)
        if after[0].start < number.noun:
            before = []
    # "The longest, with 37, is that of health care": the type behind is that which is counted.
    if after and _IS_THAT_OF.fullmatch(unit.text, number.end - unit.start, after[0].start - unit.start):
        return tuple(slug for slug in (after[0].slug,) if slug not in WITHOUT_LIST)
    if before and _TRADES.search(unit.text, before[-1].end - unit.start, number.start - unit.start):
        return ("trades",)
    if before:
        found.append(before[-1].slug)
    # "One, butchers, who are now on the list of trades": the type is of what became of them.
    if (
        not found
        and after
        and not _WHO.search(unit.text, number.end - unit.start, after[0].start - unit.start)
    ):
        found.append(after[0].slug)
    return tuple(slug for slug in dict.fromkeys(found) if slug not in WITHOUT_LIST)


def is_of_one(unit: Unit, number: NumberMention, own: Sequence[str]) -> bool:
    """Whether a number stands right behind its one type: "the longest of the lists is that of health care, with 37"."""
    last = [mention for mention in unit.categories if mention.end <= number.start][-1:]
    return (
        len(own) == 1
        and bool(last)
        and last[0].slug == own[0]
        and BESIDE.fullmatch(unit.text, last[0].end - unit.start, number.start - unit.start) is not None
    )


def types_around(setting: Setting, unit: Unit, number: NumberMention) -> tuple[str, ...]:
    """Return the types that a number may count which none beside it names. "Its last list had one occupation, who are now on
    that of trades" goes on from what was named before."""
    if GOES_ON.match(unit.text) and all(mention.start > number.end for mention in unit.categories):
        for near in setting.around(unit):
            found = dict.fromkeys(
                slug for other in near for slug in spoken_of(other) if slug not in WITHOUT_LIST
            )
            if found:
                return tuple(found)
    return setting.listed(unit)


def _is_joined(unit: Unit, end: int, mention: CategoryMention) -> bool:
    between = unit.text[end - unit.start : mention.start - unit.start]
    return len(between) < 60 and not BETWEEN.search(between)
