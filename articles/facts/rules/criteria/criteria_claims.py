"""Which conditions in a sentence are claims about a category: not one person's, not another program's, not refuted. Pure: no Django."""

from bisect import bisect_left
from collections.abc import Sequence

from articles.facts.reading import CodeMention, Kind
from articles.facts.rules.common.patterns import Remembered, compiled
from articles.facts.rules.common.setting import Setting, Unit
from articles.facts.rules.common.surroundings import Surroundings

from .attaching import clause
from .conditions import conditions, is_number, number
from .criteria_words import Aspect, Condition

# Longer times of work are a person's own unless words say that they are asked for.
LONGEST = 36

_ASKS = compiled(
    r"\b(?:need(?:s|ed)?|must|requir\w*|asks?|asked|asking|condition\w*|criteri\w+|at least|minimum|enough|sufficient|suffices?|eligib\w+|qualif\w+|ha(?:s|ve|d) to|necessary|will do|"
    r"open to|may have|may come|can come|rules?|demand\w*|to be considered|considered|call(?:s|ed)? for|wants?|accepts?|(?:anyone|anybody|everyone|everybody|those|people|candidates|applicants|whoever|workers|holders) (?:with|has|have|who (?:has|have))|takes?|raised|rose|doubled|lowered|cut|set|or (?:higher|more|better|above)|expects?|wants?|acceptable|accepted|thresholds?|the bar|used to be|adds? up to|doubled|accumulated|has been|had been|(?:it|that) is now|is for)\b"
)
# What is enough to say where or how work may have been done.
_ALLOWS = compiled(
    r"\b(?:are|is|do|does|still|counts?|counted|may|can|could|allowed|permitted|whether|fine|no matter|matters|importan\w+)\b"
)
_ASKED = compiled(
    r"\b(?:how (?:much|long|many (?:months|years))|where|interrupted|breaks?|work|experience|conditions?|criteria|who (?:is|can|was|may|qualifies)|which (?:doctors|candidates|workers)|continuous|abroad|foreign|in canada|eligible|required?|needed|need|nclc|french|qualify|worked|count)\b"
)
_WORK = compiled(
    r"\b(?:experience|work(?:ed|ing)?|employment|practice|jobs?|occupations?|months? (?:must|need|have to|may|can|are|were))\b"
)
_FRAGMENT = compiled(
    r"^\W*(?:[\w' -]{2,40}[.:]\W+)?(?:at least |about |only |still |just |a minimum of |minimum |now |and |the )*$"
)
_OF_MONTHS = frozenset((Aspect.MONTHS, Aspect.WITHIN, Aspect.CONTINUOUS, Aspect.IN_CANADA))
# What a sentence may have besides a condition and be all of it: "From any country."
_FEW = 5
_IT_IS = compiled(r"\b(?:it|this|that) (?:is|was|has been|had been) (?:only |just |still |now )?$")
_RULED = compiled(
    r"\b(?:rules?|conditions?|criteri\w+|requir\w+|asks?|asked|minimum|enough|sufficient|needed)\b"
)
_HAS = compiled(
    r"\b(?:he|she|i|we|they|(?:all|both|each|most|some|none) of (?:them|us)|(?:my|his|her|one) [\w-]+|(?:an?|another|this|that|our|the) (?:reader|client|candidate|friend|cousin|colleague|neighbour|student|man|woman|caller)|who) (?:now |already |only |still )?(?:has|have|had|worked|works|spent|did|gained)\b(?! to\b)(?: [\w'-]+){0,4} $"
)
# One person's own, another program's, a province's: no condition of a category.
_PERSONAL = compiled(r"\b(?:he|she|his|hers?|i|my|me|we|our|whose|mr|ms|mrs)\b|\b[a-z]+, \d\d,")
# What was earned by studies is no work.
_STUDIES = compiled(
    r"\b(?:diplomas?|degrees?|credentials?|certificates?|studies|studied|master['’]?s|bachelor['’]?s)\b"
)
# "24 months at 15 hours", "six months of funds": no months of full-time work.
_NOT_OF_WORK = compiled(
    r",? (?:(?:at|of|with) (?:[\w-]+ ){1,2}hours|(?:of )?(?:part|half)[- ]time|of (?:funds|rent|leave|savings|salary|pay|wages|waiting|processing|validity|insurance|stud(?:y|ies)|school|classes|training|residence|unemployment)\b)"
)
_WORKED = compiled(
    r"\b(?:work\w*|experience|months?|years?|gained|earned|split|spread|added up|accumulated)\b"
)
_CANNOT = compiled(r"\b(?:cannot|not|never|no longer)\b|n['’]t\b")
# "Meant for physicians who have worked twelve months": nobody's own months.
_FOR_WHOM = compiled(
    r"\b(?:for|to|only|invites?|those|anyone|everyone|all|candidates|applicants|people|workers) (?:[\w'’-]+ ){0,3}$"
)
_ENGLISH = compiled(r"\b(?:english|ielts|celpip)\b")
_MUST = compiled(r"\b(?:needs?|must|requires?|has to)\b")
_ELSEWHERE = compiled(
    r"\b(?:ontario|british columbia|alberta|saskatchewan|manitoba|quebec|québec|nova scotia|new brunswick|newfoundland|labrador|prince edward|yukon|oinp|sinp|aaip|mpnp|atlantic|provinces?|provincial stream|pilot|"
    r"work permits?|lmia|citizenship|sponsor\w*|red seal|trades program(?:me)?|(?:the |own )?program(?:me)?['’]?s?['’]? (?:own )?rules|federal (?:skilled|program\w*)|class asks|points?)\b"
)
NEGATED = compiled(
    r"\b(?:no|not|nobody|no one|without|never|neither|nor|none|need not|regardless|whatever)\b|n['’]t\b"
)
_TOO_LITTLE = compiled(
    r"\b(?:not|n['’]t|never|no longer) (?:be |been )?(?:add up|suffices?|enough)\b|\b(?:not|n['’]t|never) (?:be |been )?(?:enough|sufficient|suffice|do|count)\b|\btoo (?:little|few|short)\b|\b(?:spells?|stretch(?:es)?|periods?|pieces|breaks?|gaps?|interruptions?) of\b|\b(?:short of|fewer than|less than)\b|\b(?:has|have|must|needs?|had) (?:to )?(?:still )?wait\b|\bclosed to\b|\b(?:of )?no (?:use|help|good)\b"
)
STRICT = compiled(
    r"\b(?:must|need(?:s|ed)?|requir\w+|condition\w*|criteri\w+|ha(?:s|ve|d) to|asks?|asked|only)\b"
)
_MYTH = Remembered(
    r"\btrue or false\b|\b(?:misconceptions?|misunderstandings?|rumou?r has it)\b|\b(?:many|people|some|most|everybody|everyone)(?: (?:readers|people|of you|candidates|applicants|still|of them|here|clients|users))* (?:think|believe|assume|suppose)\b"
    r"|\b(?:often|commonly|widely|wrongly|mistakenly|falsely) (?:think|thought|believed?|assumed?|supposed?|claim(?:s|ed)?|said)\b|\bmyths?\b|\bcontrary to\b|\b(?:is|are|was) (?:wrong|false|untrue|not true)\b"
)
_QUOTED = compiled(r"[\"“”«»]")
_ASKED_IF = compiled(r"\b(?:true or false|fact or (?:fiction|myth)|myth or fact|right or wrong)\W*$")
_VERDICT = compiled(
    r"\W*(?:(?:answer|verdict|truth|fact|correct answer) ?: ?)?(?:wrong|false|untrue|not true|a myth)(?=[.!,;:)]|$)"
)
_TELLS = Remembered(
    r"\b(?:claim(?:s|ed)?|sa(?:y|ys|id)|told|tells?|believe[sd]?|think(?:s|ing)?|thought|heard|hear|read|writes?|wrote|according to|rumou?rs?|supposedly|apparently|assumes?|assumed|insist(?:s|ed)?|swears?|swore)\b"
)
_WRONG = compiled(r"\W*(?:wrong|false|untrue|not true|not so|no(?=\W)|that is (?:wrong|false|not))\b")
_WINDOW = compiled(
    r"\b(?:window|period|time ?frame|span|look-?back)\b|\b(?:work|experience|employment)\b[^.;,]{0,60}\bcounts?\b"
)
# "Those who have worked in Canada have other roads", and no "only they qualify".
_THOSE_WHO = compiled(
    r"\W*(?:(?:and|but|for|to|still|yet|also),? )*(?:all |many of |most of )?(?:those|people|candidates|anyone|anybody|whoever|workers|applicants|readers|many|others?)(?: who)? (?:have|has|had)(?: already| ever| once)? "
)
_LETS_IN = compiled(
    r"\b(?:qualif\w*|eligib\w*|invited|listed|considered|only|alone|apply|count\w*|accept\w*|admitted|drawn|targeted|category|experience|months?)\b"
)
_UNIT = compiled(r"\b(?:months?|years?)\b")
_OCCUPATIONS = compiled(r"\b(?:occupations?|codes|jobs|entries|names) ")
_YES_NO = compiled(r"\W*(?P<said>yes|no)\b")
_BARE = compiled(r"\W*(?:only |just |at least |now )?(?P<said>[a-z]+|[0-9]{1,2})(?:\W*$|[,;])")
_HOW_LONG = compiled(
    r"\bhow (?:long|many months|much (?:work|experience))\b|\bmonths? or\b|\bor [\w-]+ months\b"
)


def answer(setting: Surroundings, unit: Unit, found: Sequence[Condition]) -> Condition | None:
    """Read a bare "Yes" or "No" as the condition that was asked for."""
    said = _YES_NO.match(unit.text)
    asked = setting.asked_of(unit)
    if not asked or said is None:
        return _months(unit, asked) if asked else None
    if len(unit.text.strip(" .,!*")) > len(said["said"]) and found:
        return None
    for condition in conditions(asked):
        if condition.aspect in (Aspect.CONTINUOUS, Aspect.IN_CANADA) and not compiled(r"\bor\b").search(
            asked
        ):
            value = condition.value if said["said"] == "yes" else 1 - condition.value
            return Condition(condition.aspect, value, said.start("said"), said.end("said"))
    return None


def _months(unit: Unit, asked: str) -> Condition | None:
    """Read a bare number as the months that were asked for: "Twelve months or six?" "Six"."""
    said = _BARE.match(unit.text)
    if said is None or not _HOW_LONG.search(asked) or not is_number(said["said"]):
        return None
    if "month" not in asked:
        return None
    return Condition(Aspect.MONTHS, number(said["said"]), *said.span("said"))


def is_apart(setting: Surroundings, unit: Unit, condition: Condition) -> bool:
    """Whether a sentence speaks of one person, or of what is not Express Entry's."""
    start, end = clause(unit.text, condition.start)
    said = unit.text[start:end]
    if condition.aspect in (Aspect.MONTHS, Aspect.SERVICE, Aspect.OFFER) and (
        _TOO_LITTLE.search(said) or _NOT_OF_WORK.match(unit.text, condition.end)
    ):
        return True
    if condition.aspect is Aspect.IN_CANADA and _is_of_whom(unit.text, condition):
        return True
    before = unit.text[max(0, condition.start - 50) : condition.start]
    if condition.aspect is Aspect.MONTHS and _counts_occupations(unit.text, condition):
        return True
    has = _HAS.search(before)
    if (has and not (has[0].startswith("who have") and _FOR_WHOM.search(before[: has.start()]))) or (
        _PERSONAL.search(said) and not _MUST.search(said)
    ):
        return True
    if condition.aspect in _OF_MONTHS and _STUDIES.search(said) and not _WORK.search(said):
        return True
    block = " ".join(other.text for other in setting.of_block(unit.block)[:2])
    elsewhere = _ELSEWHERE.search(unit.text) or (
        setting.reading.blocks[unit.block].kind is Kind.ITEM and _ELSEWHERE.search(block)
    )
    if elsewhere and not (elsewhere[0].startswith("point") and unit.slugs and condition.linked):
        return condition.aspect is not Aspect.LISTED or not elsewhere[0].startswith(("point",))
    return (
        compiled(
            r"\A\W*(?:ontario|british columbia|alberta|saskatchewan|manitoba|quebec|nova scotia|new brunswick|newfoundland)\b"
        ).search(block)
        is not None
    )


def _is_of_whom(text: str, condition: Condition) -> bool:
    """Whether a sentence begins with those who worked in Canada, and asks nothing of them."""
    return bool(_THOSE_WHO.fullmatch(text, 0, condition.start)) and not _LETS_IN.search(text, condition.end)


def _counts_occupations(text: str, condition: Condition) -> bool:
    """Whether a number without a unit is one of occupations: "eleven codes remain of what used to be 24"."""
    if _UNIT.search(text):
        return False
    return _OCCUPATIONS.search(text) is not None and not _UNIT.search(text, condition.start, condition.end)


def is_refuted(setting: Setting, unit: Unit) -> bool:
    """Whether a sentence is quoted, or told as another's, to be called wrong, by itself or by the next one."""
    own = setting.of_block(unit.block)
    place = bisect_left(own, unit.start, key=lambda other: other.start)
    if _MYTH.search(unit.text) or (place and _ASKED_IF.search(own[place - 1].text)):
        return True
    after = own[place + 1].text if place + 1 < len(own) else ""
    if _VERDICT.match(after):
        return True
    return bool((_QUOTED.search(unit.text) or _TELLS.search(unit.text)) and _WRONG.match(after))


def is_claim(
    setting: Surroundings, unit: Unit, condition: Condition, found: Sequence[Condition], asked: str
) -> bool:
    text = unit.text
    # Months with how or where they must be worked are a condition.
    if (
        condition.aspect in _OF_MONTHS
        and {other.aspect for other in found} >= {Aspect.MONTHS, condition.aspect}
        and (len({other.aspect for other in found} & _OF_MONTHS) > 1)
    ):
        return condition.value <= LONGEST
    asks = (
        bool(_ASKS.search(text) or (asked and _ASKED.search(asked)) or _is_listed(setting, unit))
        or any(other.aspect is Aspect.MONTHS and _FRAGMENT.match(text[: other.start]) for other in found)
        or bool(_IT_IS.search(text[max(0, condition.start - 30) : condition.start]))
        or len(text.strip(" .;,!*")) - (condition.end - condition.start) <= _FEW
    )
    match condition.aspect:
        case Aspect.MONTHS:
            if condition.value > LONGEST and not STRICT.search(text):
                return False
            if condition.linked:
                return asks
            about = (
                bool(_WORK.search(text) or unit.slugs or _RULED.search(text))
                or any(isinstance(mention, CodeMention) for mention in unit.mentions)
                or bool(asked and _WORK.search(asked))
                or _near_work(setting, unit)
            )
            return (
                asks
                and about
                and (bool(_UNIT.search(text)) or _is_of_months(setting, unit))
                and any(
                    other.aspect is not Aspect.MONTHS
                    or other.linked
                    or asked
                    or _WORK.search(text)
                    or ((unit.slugs or "lists" in text) and _RULED.search(text))
                    or _near_work(setting, unit)
                    for other in found
                )
            )
        case Aspect.WITHIN:
            return any(other.aspect is Aspect.MONTHS for other in found) or (
                (asks or bool(_WINDOW.search(text))) and bool(_WORK.search(f"{asked} {text}"))
            )
        case Aspect.LEVEL:
            four = any(other.aspect is Aspect.ALL_ABILITIES for other in found)
            near = next(iter(setting.around(unit)), []) if four else []
            said = " ".join((text, asked, *(other.text for other in near)))
            return (condition.linked or ("french" in said and not _ENGLISH.search(said))) and (asks or four)
        case Aspect.ALL_ABILITIES:
            return any(other.aspect is Aspect.LEVEL for other in found) or ("french" in text and asks)
        case Aspect.SERVICE | Aspect.OFFER:
            return bool(_ASKS.search(text, *clause(text, condition.start)))
        case Aspect.ONE if not condition.value:
            start, end = clause(text, condition.start)
            said = text[max(start, condition.start - 90) : condition.start]
            return bool(_WORKED.search(said)) and not _CANNOT.search(text, start, end)
        case Aspect.HAS_LIST:
            return not NEGATED.search(text, *clause(text, condition.start))
        case Aspect.LISTED:
            start, end = clause(text, condition.start)
            return bool(STRICT.search(text)) and not NEGATED.search(text, start, end)
    about = (
        bool(_WORK.search(text) or (asked and (_WORK.search(asked) or _UNIT.search(asked))))
        or (bool(unit.slugs) and condition.aspect is Aspect.CONTINUOUS)
        or _near_work(setting, unit)
    )
    return about and (
        asks or bool(_ALLOWS.search(text)) or any(other.aspect is Aspect.MONTHS for other in found)
    )


def _is_of_months(setting: Surroundings, unit: Unit) -> bool:
    """Whether the sentence before, or the question, speaks of months: "Six months sufficed. Now it is twelve"."""
    near = next(iter(setting.around(unit)), [])
    asked = setting.asked_of(unit) or setting.question(unit.block)
    return _UNIT.search(" ".join((asked, *(other.text for other in near)))) is not None


def _is_listed(setting: Surroundings, unit: Unit) -> bool:
    """Whether an item of a list that speaks of conditions gives a type's: "Physicians: 12 months in Canada"."""
    return (
        setting.reading.blocks[unit.block].kind is Kind.ITEM
        and bool(unit.categories)
        and ":" in unit.text
        and _near_work(setting, unit)
    )


def _near_work(setting: Surroundings, unit: Unit) -> bool:
    """Whether the sentence before, or the questions before an answer, speak of work as a condition."""
    for seen, near in enumerate(setting.around(unit)):
        said = " ".join(other.text for other in near)
        if _WORK.search(said) and _ASKS.search(said):
            return True
        if compiled(r"\bcontinuous\b|\bexperience\b|\b(?:months|years?) of (?:[\w-]+ ){0,3}work\b").search(
            said
        ):
            return True
        if seen >= 5:
            break
    return False
