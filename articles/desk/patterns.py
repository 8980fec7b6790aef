"""Patterns of words that editors write: whether they can be read, and could keep the desk busy for ever. Pure: no Django."""

import re

from articles.references import gettext_noop

MOST_REPEATED = 100
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_REPEAT = re.compile(r"[*+]|\{([0-9]*)(,?)([0-9]*)\}")
_BACK = re.compile(r"\\[1-9]|\(\?P[=>]|\(\?\(")


def problem(pattern: str) -> str:
    """Return what is wrong with a regular expression, as a gettext msgid, or nothing."""
    try:
        finds_nothing = re.compile(pattern).search("")
    except (re.error, OverflowError, RecursionError):
        return gettext_noop("This pattern cannot be read. Look at its brackets.")
    if finds_nothing:
        return gettext_noop("This pattern finds nothing at all as well, and would stop everywhere.")
    if _BACK.search(pattern) or _repeats_repeats(pattern):
        return gettext_noop("What is repeated without end may hold nothing that is repeated, nor refer back.")
    return ""


def _repeats_repeats(pattern: str) -> bool:
    """Whether a group that holds a repetition is itself repeated without end: that takes time without measure."""
    held = [False]
    place, closed = 0, False
    while place < len(pattern):
        inner = False
        if pattern[place] == "\\":
            place += 2
        elif match := _CLASS.match(pattern, place):
            place = match.end()
        elif pattern[place] == "(":
            held.append(False)
            place += 1 + (pattern[place + 1 : place + 2] == "?")
            continue
        else:
            closed = pattern[place] == ")"
            inner = held.pop() if closed and len(held) > 1 else False
            place += 1
        repeat = _REPEAT.match(pattern, place)
        held[-1] |= inner or repeat is not None
        if repeat is None:
            continue
        place = repeat.end()
        if inner and _is_endless(repeat):
            return True
    return False


def _is_endless(repeat: re.Match[str]) -> bool:
    if repeat[0] in "*+":
        return True
    most = repeat[3] or ("" if repeat[2] else repeat[1])
    return not most or len(most) > 3 or int(most) > MOST_REPEATED
