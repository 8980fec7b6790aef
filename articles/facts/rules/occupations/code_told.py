"""A code whose title stands in the sentence before it, or in the question that it answers. Pure: no Django."""

from articles.facts.reading import CodeMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit

from .code_model import JOINS, TOKEN, Pair
from .title_spans import spans
from .titles import Fit, Titles

_ANSWERS = JOINS | {
    "a",
    "yes",
    "no",
    "you",
    "are",
    "that",
    "that's",
    "under",
    "code",
    "noc",
    "then",
    "look",
    "use",
    "in",
    *(
        "your",
        "yours",
        "my",
        "mine",
        "his",
        "her",
        "it",
        "would",
        "be",
        "she",
        "he",
        "they",
        "will",
        "that",
        "is",
    ),
}
_BARE = compiled(
    r"[\W_]*(?:yes|no|indeed|of course|certainly|sure|right)(?:,? (?:yes|indeed|it is|they are|they do|you are|you do|of course))?[\W_]*"
)
# So many sentences of an answer may come before its code.
_BARE_ANSWERS = 2
# A code that is meant for another begins with as many digits of it.
_ALIKE = 2
_THEIRS = frozenset(("their", "its", "my", "his", "her", "your"))
_THEY = frozenset(("they", "these", "those", "theirs", "he", "she"))


def of_pronoun(setting: Setting, unit: Unit, code: CodeMention, known: Titles) -> Pair | None:
    """Return a code with the one title of the sentence before, where "they have the code 72160" goes on from it."""
    words = TOKEN.findall(unit.text[max(0, code.start - unit.start - 60) : code.start - unit.start])
    joint = [word for word in reversed(words) if word not in JOINS or word in _THEIRS][:1]
    own = setting.of_block(unit.block)
    place = next((at for at, other in enumerate(own) if other.start == unit.start), 0)
    if not joint or joint[0] not in _THEY | _THEIRS or not (place or setting.asked(unit)):
        return None
    before = own[place - 1].text if place else ""
    # "And vets?" "Yes. Their code is 31103": of those that were asked of.
    if joint[0] in _THEIRS and not any(True for _ in spans(known, before, 0, len(before))):
        before = " ".join(
            other.text for one in (unit, *own[:place][-_BARE_ANSWERS:]) for other in setting.asked(one)
        )
    named = [before[start:stop] for start, stop in spans(known, before, 0, len(before))]
    # Of several titles they may be any, and are most likely those of the last.
    tried = [known.judge(code.code, title) for title in reversed(named)]
    if not tried:
        return None
    judged = next((one for one in tried if one.fit is Fit.RIGHT), tried[0])
    if any(one.fit is Fit.UNKNOWN for one in tried) and judged.fit is not Fit.RIGHT:
        return None
    return (
        Pair(code, code.start, code.end, judged)
        if judged.sure and judged.fit in (Fit.RIGHT, Fit.WRONG)
        else None
    )


def of_question(setting: Setting, unit: Unit, code: CodeMention, known: Titles) -> Pair | None:
    """Return a code that begins an answer with the one title of the question: "And a network technician?" "22220"."""
    before = unit.text[: code.start - unit.start]
    own = unit.text.find("?") + 1
    if 0 < own <= len(before):
        asked, lead = unit.text[:own], before[own:]
    else:
        lead = before
        asked = _asked(setting, unit, known)
    words = [word for word in TOKEN.findall(lead) if word[0].isalnum()]
    if not asked or any(word not in _ANSWERS for word in words):
        return None
    named = {asked[start:stop] for start, stop in spans(known, asked, 0, len(asked))}
    if len(named) != 1:
        return None
    judged = known.judge(code.code, named.pop())
    return (
        Pair(code, code.start, code.end, judged)
        if judged.sure and judged.fit in (Fit.RIGHT, Fit.WRONG)
        else None
    )


def of_sentence(unit: Unit, code: CodeMention, known: Titles) -> Pair | None:
    """Return the only code of a sentence with its only title, wherever that stands: "pharmacists came onto the list, as 31120"."""
    if any(isinstance(other, CodeMention) and other is not code for other in unit.mentions):
        return None
    named = [unit.text[start:stop] for start, stop in spans(known, unit.text, 0, len(unit.text))]
    if len(named) != 1:
        return None
    judged = known.judge(code.code, named[0])
    if not judged.sure or judged.fit is not Fit.WRONG or len(judged.codes) != 1:
        return None
    # A code that is a slip for the title's is like it; another one may be of an occupation that is not known as one.
    right = next(iter(judged.codes))
    is_like = right[:_ALIKE] == code.code[:_ALIKE] or sorted(right) == sorted(code.code)
    return Pair(code, code.start, code.end, judged) if is_like else None


def _asked(setting: Setting, unit: Unit, known: Titles) -> str:
    """Return the question that a sentence answers, behind a bare yes or no also; with what stands before it, where it names nobody:
    "I teach in an elementary school. What is my code?"."""
    questions = setting.asked(unit)
    own = [other for other in setting.of_block(unit.block) if other.start < unit.start]
    if not questions and own and _BARE.fullmatch(own[-1].text):
        questions = setting.asked(own[-1])
    if not questions:
        return ""
    asked = " ".join(other.text for other in questions)
    if not any(True for _ in spans(known, asked, 0, len(asked))):
        first = questions[0]
        before = [other.text for other in setting.of_block(first.block) if other.start < first.start]
        asked = " ".join((*before[-1:], asked))
    return asked
