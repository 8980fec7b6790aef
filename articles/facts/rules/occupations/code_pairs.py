"""Which title stands with which NOC code in a sentence. Pure: no Django."""

import re
from collections.abc import Iterable, Iterator, Sequence

from articles.facts.reading import CodeMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit

from .code_model import JOINS, TOKEN, Pair
from .code_told import of_pronoun, of_question, of_sentence
from .titles import MOST_WORDS, Fit, Titles

_WORD = re.compile(r"[^\W\d_][\w'’./-]*")
# What stands between a code and its title after it, or before it.
_AFTER = compiled(
    r" ?(?:\)|:|,|\(| - | ?[-\u2013\u2014] ?|=)? ?(?:the (?:last|latter|last one|last two)(?: of (?:them|these|which))? (?:being|is|are|was|were|stands for|means|covers) (?:for )?)?(?:is |are |was |stands |reserved |used |the one |meant )?(?:for |covers |means |of |to |belongs to |that is,? |the (?:noc )?(?:codes?|number) (?:of|for) )?(?:the |a |an )?[\"']? ?"
)
# So many words stand between a title and its code.
_FARTHEST = 9
_LEAD = compiled(r"(?:^|[.;] )\W*([a-z]+s): ")
_NARROWED = re.compile(r"([\w'-]+) +$")
_STOPS = compiled(r"[;:()\[\]|\0\"!?]|\.(?= )")
# "So are pharmacists — pharmacy assistants (33103) too": a dash ends what is no title of the code behind it.
_STOPS_BEFORE = compiled(r"[;:()\[\]|\0\"!?–—]|\.(?= )")
_ASIDE = compiled(r", (?:who|which|whose|whom|to whom|of whom|of which|of all)\b[^,;:.()0-9]{2,80}$")
# "Deck officers, and for 93200 assemblers": the title stands behind the code.
_OF_WHAT_FOLLOWS = compiled(r"\band,? (?:as|for|under|with|in) (?:noc |code )*$")
_AND = compiled(r",? ?(?:and|or|/)? ?")
_CLOSES = compiled(
    r" ?[\"')\]]? ?(?:[.,;:)!?]|$|\b(?:and|or|is|are|was|were|to|has|have|too|who|which|also|as|on|in)\b)"
)
_STARTS = frozenset(
    ("and", "or", "the", "for", "with", "as", "also", "like", "of", "to", "in", "from", "noc", "code")
)


def paired(
    setting: Setting, unit: Unit, codes: Sequence[CodeMention], known: Titles
) -> list[tuple[CodeMention, Pair | None]]:
    """Pair the codes of a sentence with the titles beside them: a title that is one code's own is no other's."""
    choices = {code.start: _choices(unit, code, known) for code in codes}
    right = {
        start: pair for start, found in choices.items() for pair in found if pair.judged.fit is Fit.RIGHT
    }
    taken = [(pair.start, pair.end) for pair in right.values()]
    after = sum(pair.start > start for start, pair in right.items())
    paired: list[tuple[CodeMention, Pair | None]] = []
    for code in codes:
        pair = right.get(code.start)
        if pair is None and _is_of_next(unit, code, codes, choices[code.start]):
            paired.append((code, None))
            continue
        if pair is None:
            free = [
                one
                for one in choices[code.start]
                if not any(start < one.end and one.start < end for start, end in taken)
            ]
            # Where the titles of other codes stand behind them, this one's does so too.
            if after != len(right) - after:
                free.sort(key=lambda one: (one.start > one.code.start) is not (after > len(right) - after))
            pair = (
                free[0]
                if free
                else of_pronoun(setting, unit, code, known)
                or of_question(setting, unit, code, known)
                or of_sentence(unit, code, known)
            )
        paired.append((code, pair))
    return paired


def _is_of_next(unit: Unit, code: CodeMention, codes: Sequence[CodeMention], choices: Sequence[Pair]) -> bool:
    """Whether the title before a code is that of the one right behind it: "chefs and cooks: 62200 and 63200"."""
    following = next((other for other in codes if other.start > code.start), None)
    return (
        following is not None
        and bool(_AND.fullmatch(unit.text, code.end - unit.start, following.start - unit.start))
        and any(pair.end <= code.start and following.code in pair.judged.codes for pair in choices)
    )


def in_prose(unit: Unit, code: CodeMention, known: Titles) -> Pair | None:
    """Return a code with its title where one stands right beside it; of two the one that is right."""
    found = _choices(unit, code, known)
    return next((pair for pair in found if pair.judged.fit is Fit.RIGHT), found[0] if found else None)


def _choices(unit: Unit, code: CodeMention, known: Titles) -> list[Pair]:
    """Return a code with the title before it and with the one after it, the likelier one first."""
    text = unit.text
    start, end = code.start - unit.start, code.end - unit.start
    before = list(_before(text, start))
    after = list(_after(text, end))
    opened = text[:start].rstrip()
    within = opened.endswith("(") or re.search(r"\([^()]{0,25}$", opened) is not None
    first = (before, after) if before and (within or not _begins(text, start)) else (after, before)
    return [pair for one in first if (pair := _best(unit, code, one, known))]


def _begins(text: str, start: int) -> bool:
    """Whether a code is what its item or sentence begins with."""
    return not re.sub(r"\bnoc\b|\bcode\b|[\W\d_]", "", text[:start])


def _best(unit: Unit, code: CodeMention, places: Iterable[tuple[int, int]], known: Titles) -> Pair | None:
    """Return the words beside a code that are its title in full, else the longest that are a title: its own but for a
    word, misspelt, or another's."""
    places = list(places)
    other = None
    for start, end in places:
        words = unit.text[start:end]
        # "Industrial electricians: 72200": the longer title is that of another code.
        if other is not None and end == other.end - unit.start:
            return other
        if (
            (exact := known.exact(words))
            and code.code not in exact
            and " " in words
            and end <= code.start - unit.start
        ):
            other = Pair(code, unit.start + start, unit.start + end, known.judge(code.code, words))
        if code.code in exact:
            return Pair(code, unit.start + start, unit.start + end, known.judge(code.code, words))
    unsure: Pair | None = None
    lead = _LEAD.search(unit.text[: code.start - unit.start])
    for start, end in places:
        words = unit.text[start:end]
        judged = known.judge(code.code, words)
        if judged.fit is Fit.UNKNOWN and lead is not None and " " not in words:
            judged = known.judge(code.code, f"{words} {lead[1]}")
        narrowed = _NARROWED.search(unit.text[max(0, start - 25) : start])
        if judged.fit is Fit.WRONG and narrowed and known.is_narrowed(narrowed[1], words):
            continue
        pair = Pair(code, unit.start + start, unit.start + end, judged)
        if judged.fit is Fit.UNKNOWN:
            continue
        if judged.sure or judged.fit is not Fit.WRONG:
            return pair if unsure is None or judged.fit is Fit.RIGHT else unsure
        unsure = unsure or pair
    return unsure


def _before(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the words that end before a code, the longest first."""
    tokens = list(TOKEN.finditer(text, max(0, start - 80), start))
    end, left = start, 0
    while (
        tokens
        and left < _FARTHEST
        and (tokens[-1][0] in JOINS or not (tokens[-1][0][0].isalnum() or tokens[-1][0] in ".;!?"))
    ):
        end = tokens.pop().start()
        left += 1
    if not tokens or _OF_WHAT_FOLLOWS.search(text, max(0, start - 20), start):
        return
    end = tokens[-1].end()
    # "Physician assistants, of whom she asked, fall under 31303": what stands between commas is passed over.
    if text.startswith(",", end) and (aside := _ASIDE.search(text, max(0, start - 160), end)):
        end = aside.start()
    limit = max(0, end - 160)
    stop = max((found.end() for found in _STOPS_BEFORE.finditer(text, limit, end)), default=limit)
    words = list(_WORD.finditer(text, stop, end))[-MOST_WORDS:]
    if not words or text[words[-1].end() : end].strip(" ,'\""):
        return
    for word in words:
        if word[0] not in _STARTS:
            yield word.start(), words[-1].end() - 2 * words[-1][0].endswith("'s")


def _after(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words that begin after a code, the longest first."""
    joint = _AFTER.match(text, end)
    start = joint.end() if joint else end
    opened = "(" in (joint[0] if joint else "")
    limit = min(len(text), start + 160)
    stop = text.find(")", start, limit) if opened else -1
    if stop < 0:
        found = _STOPS.search(text, start, limit)
        stop = found.start() if found else limit
        # "Electricians (except industrial and power system)" goes on.
        if found and found[0] == "(" and text.startswith(("(except", "(non", "( except"), found.start()):
            stop = text.find(")", stop, limit) + 1 or stop
    words = list(_WORD.finditer(text, start, stop))[:MOST_WORDS]
    if not words or words[0].start() != start or words[0][0] in ("and", "or", "but"):
        return
    for word in reversed(words):
        close = stop if word is words[-1] else word.end()
        if word[0] not in _STARTS and (word is words[-1] or _CLOSES.match(text, word.end())):
            yield start, len(text[:close].rstrip(" .,;:"))
