"""The sentence in which a claim stands, and what a judgement of it is known by. Pure: no Django."""

import hashlib
import re

from articles.facts.model import Finding

# A sentence in prose is shorter; of a longer one so much is kept on each side of the words.
REACH = 300

# The end of a sentence is followed by white space and something that begins one. "a.m. on" and "No. 5" are no ends.
_END = re.compile(r"""[.!?…]["'”’)*_]*\s+(?=["'“‘(*_\[]*[A-ZÀ-Ý])""")
_LINE_END = re.compile(r"\r\n|\r|\n")


def bounds_of_sentence(source: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence, row or item that holds source[start:end] begins and ends, white space left out."""
    low, high = max(0, start - REACH), min(len(source), end + REACH)
    before, after = source[low:start], source[end:high]
    first = max((match.end() for found in (_END, _LINE_END) for match in found.finditer(before)), default=0)
    last = min((match.start() for match in [_LINE_END.search(after)] if match), default=len(after))
    if (match := _END.search(source, end, end + last)) is not None:
        last = len(source[end : match.end()].rstrip())
    first += len(before[first:]) - len(before[first:].lstrip())
    return low + first, end + len(after[:last].rstrip())


def sentence_around(source: str, start: int, end: int) -> str:
    """Return the sentence, list item or table row of `source` that holds source[start:end], with single spaces."""
    first, last = bounds_of_sentence(source, start, end)
    return " ".join(source[first:last].split())


def digest(finding: Finding, sentence: str) -> str:
    """Return what a claim is known by: its rule, its sentence and its words, whatever their capitals."""
    text = "\0".join((finding.rule, sentence.casefold(), " ".join(finding.claim.casefold().split())))
    return hashlib.sha256(text.encode()).hexdigest()
