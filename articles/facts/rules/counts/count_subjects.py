"""Of which type the draws are that a number counts, and of which size. Pure: no Django."""

from articles.facts.model import Record
from articles.facts.reading.mentions import CategoryMention, NumberMention, Role
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled


def types(passage: Passage, number: NumberMention) -> set[str]:
    """Return the types that a number of draws is of: named with it, said to have had so many, or the one that is gone on about."""
    text = passage.text
    if _THE_MOST.search(text, 0, number.start):
        return set()
    noun = max(number.noun, number.end)
    slugs = {
        mention.slug
        for mention in passage.categories
        if number.end <= mention.start and mention.end <= noun + 4
    }
    slugs |= {
        mention.slug
        for mention in passage.categories
        if (match := _FOR.match(text, noun))
        and noun <= mention.start <= match.end() + 12
        and not _APART.search(text, match.end(), mention.start)
    }
    if not slugs and _FOR_CATEGORY.match(text, noun):
        slugs = {"category-based"}
    if not slugs:
        slugs = _subject(passage, number)
    if (
        not slugs
        and not passage.categories
        and len(passage.topic) == 1
        and _THEIR.search(text, 0, number.start)
    ):
        slugs = set(passage.topic)
    if not slugs and any(_OF_THEM_IN.fullmatch(text, number.end, period.start) for period in passage.periods):
        slugs = _of_counted(passage, number)
    if not slugs and _OF_THEM.match(text, number.end) and _THERE.search(text, 0, number.start):
        # "Since the first healthcare draw there have been eleven of them".
        before = {mention.slug for mention in passage.categories if mention.end <= number.start}
        slugs = before if len(before) == 1 else set(passage.topic) if len(passage.topic) == 1 else set()
    spoken = passage.slugs or passage.topic
    if not slugs and len(spoken) == 1 and IN_ITS_LIFE.match(text, noun):
        # "Abolished, after three rounds in its lifetime".
        slugs = set(spoken)
    alone = number.noun == number.end or passage.asked is not None or SUCH.match(text, number.end) is not None
    if not slugs and alone and len(passage.topic) == 1 and not passage.slugs and not passage.is_of_head:
        # "There were seven" goes on about the type spoken of before.
        slugs = set(passage.topic)
    return slugs


def _of_counted(passage: Passage, number: NumberMention) -> set[str]:
    """Return the one type that a sentence names before "four of them", where it has counted its draws."""
    counted = [one for one in passage.numbers if one.role is Role.DRAWS and one.end <= number.start]
    before = {one.slug for one in passage.categories if one.end <= number.start}
    return before if counted and len(before) == 1 else set()


IN_ITS_LIFE = compiled(
    r" in (?:the whole of |all of )?(?:its|their) (?:whole |entire |short |brief |long )*(?:life|lifetime|history|existence)\b"
)
# "July was the month with the most draws, six": of every type.
_THE_MOST = compiled(
    r"\b(?:day|week|month|quarter|year) (?:[\w-]+ ){0,2}(?:with|had|saw|that had|which had) the (?:most|fewest) (?:draws|rounds),? (?:with )?$"
)
# "17 draws were held for a category".
_FOR_CATEGORY = compiled(
    r"(?: (?:were|was|have been))?(?: (?:held|made|reserved|aimed|directed))? (?:for|at|in|by|under|from) (?:an?|one|some|particular|single|the) ?(?:of the )?(?:single |particular |certain )?categor(?:y|ies)\b(?! of)"
)
_OF_THEM = compiled(r" of (?:them|these|those)\b")
_OF_THEM_IN = compiled(
    r" of (?:them|these|those|which)(?: (?:were|was|came|fell|took place|held|alone))* (?:in|during) (?:the )?"
)
_THERE = compiled(r"\bthere (?:have been|has been|had been|were|are) (?:now |only |already |just )?$")
# "Of their 26 draws".
_THEIR = compiled(r"\btheir $")
SUCH = compiled(r" (?:such|of (?:its|their|the) kind|of these (?:draws|rounds))\b")
# "Two draws in one day: trades and nominees".
_APART = compiled(r"[:;]|\b(?:day|week|month|year)\b")
_FOR = compiled(
    r" (?:(?:were|was|are|is) )?(?:open to|held for|reserved for|limited to|(?:went|gone|given|devoted) to|for|of|in|among)\b"
)


_HAS = compiled(
    r"(?: (?:category|class|candidates|speakers|workers|program|programme|group))?,? (?:had|has had|have had|have|has|saw|got|took|with|received|ran to|was given|were given|came to)(?: (?:only|just|all of|already|now|a total of))?+(?: the (?:most|fewest) (?:draws|rounds),?)? "
)


# "The general draws, of which there were 19", "to nominees in five draws", "nominees were invited in ten rounds".
_OF_WHICH = compiled(
    r"(?: (?:draws|rounds))?,? of which (?:there (?:were|have been|are)|it (?:held|saw|had)) (?:only |just |as many as )?"
)
_IN = compiled(
    r"(?: (?:speakers?|candidates|workers?|class|people|program(?:me)?))?(?: (?:were|was|have been|had been) invited)?,? (?:in|over|across) (?:only |just |all of )?"
)
# "French speakers received 21,000 invitations in five draws", "nominees got 4,785 in all of 2020, over eleven draws".
_HAS_SUM = compiled(
    r"(?: (?:speakers?|candidates|workers?|class|people|program(?:me)?))?,? (?:had|has had|have had|got|received|took|were sent|were given|was given) (?:only |just )?[0-9][0-9,]+(?: (?:invitations|itas|places))?(?:,? (?:in|during|since|this|last) [a-z ]{0,20}(?:20[0-9]{2})?,?)? (?:in|over|from|across) (?:only |just )?"
)
# "The category has now had six draws" goes on about the type that is spoken of.
_IT_HAD = compiled(
    r"\b(?:the|this|that) (?:category|class|program(?:me)?|group|stream)(?: (?:was|is) (?:announced|created|introduced|launched|opened|added|new)[^.;:]{0,40} (?:and|but))? (?:has|have|had)(?: (?:now|so far|already|had|seen|got|only|just|been given))*+ $"
)


def _subject(passage: Passage, number: NumberMention) -> set[str]:
    """Return the type that is said to have had so many draws: "nominees had 22 rounds"."""
    if (label := labelled(passage)) is not None and label.end <= number.start:
        return {label.slug}
    before = [mention for mention in passage.categories if mention.end <= number.start]
    if _IT_HAD.search(passage.text, 0, number.start) and len(passage.topic) == 1 and not before:
        return set(passage.topic)
    if before and any(
        pattern.fullmatch(passage.text, before[-1].end, number.start)
        for pattern in (_HAS, _OF_WHICH, _IN, _HAS_SUM)
    ):
        return {before[-1].slug}
    return set()


def labelled(passage: Passage) -> CategoryMention | None:
    """Return the one type that stands before all else, as in a list: "Senior managers: two rounds, 750 invitations"."""
    first = passage.categories[0] if passage.categories else None
    if first is None or len(passage.slugs) > 1 or _LABEL.match(passage.text, first.end) is None:
        return None
    return first if _BEGINS.fullmatch(passage.text, 0, first.start) else None


_BEGINS = compiled(r"[\W\d_]*(?:the |for (?:the )?|and )?")
_LABEL = compiled(
    r"(?: (?:speakers?|candidates|workers?|people|draws|rounds|category|occupations))?[*_ ]*(?::|[–—]|- )"
)


def goes_on(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is said of the one type that a text speaks of: "it has had one draw so far"."""
    return len(passage.topic) == 1 and _IT_HAD.search(passage.text, 0, number.start) is not None


NOT_YET = hedged(r"should|plan\w*|hop\w+|next|no|until|before|than")


def is_never_drawn(passage: Passage, record: Record, slugs: set[str]) -> bool:
    """Whether the record has no draw at all of the types whose draws are counted."""
    if not slugs or slugs & {"category-based", "program"} or NOT_YET.search(passage.text):
        return False
    return not any(draw.category in slugs and draw.date <= passage.day for draw in record.draws)


def size(passage: Passage, number: NumberMention) -> int | None:
    """Return the size that the draws counted have, each of them: "three rounds of 6,000"."""
    sizes = [
        other
        for other in passage.numbers
        if other.value >= 100
        and other.role in (Role.INVITATIONS, Role.UNKNOWN)
        and (
            _OF_SIZE.fullmatch(passage.text[max(number.end, number.noun) : other.start])
            or (
                _FIRST.search(passage.text[: other.start])
                and _COLON.fullmatch(passage.text[other.end : number.start])
            )
        )
    ]
    return int(sizes[0].value) if sizes and sizes[0].value % 1 == 0 else None


_OF_SIZE = compiled(r" of(?: (?:exactly|just|only))? ")
_FIRST = compiled(r"(?:^|[,;] )$")
# "400: three rounds in October".
_COLON = compiled(r" ?[:–—-] (?:all |each |also )?")
