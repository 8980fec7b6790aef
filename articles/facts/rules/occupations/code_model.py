"""A code with the words that stand as its title, and what leads from the one to the other. Pure: no Django."""

import re
from dataclasses import dataclass

from articles.facts.reading import CodeMention

from .titles import Judged

# Words that lead from a title before a code to it: "carpenters are classified under NOC 72310".
JOINS = frozenset((
    "noc", "code", "codes", "number", "no", "is", "are", "was", "were", "has", "have", "had", "be",
    "as", "at", "in", "under", "with", "by", "the", "a", "its", "their", "own", "2021", "of", "teer",
    "0", "1", "2", "3", "4", "5", "whose", "which", "that", "who", "it", "classified", "filed", "coded",
    "listed", "found", "counted", "said", "to", "carry", "carries", "bear", "bears", "use", "uses",
    "get", "gets", "got", "fall", "falls", "come", "comes", "file", "files", "here", "there", "it's",
    "now", "also", "still", "do", "does", "so", "go", "goes", "run", "runs", "stand", "stands", "called", "on"
))  # fmt: skip
TOKEN = re.compile(r"[\w']+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A code with the words that stand as its title, as places in the part; `judged` says how they go together."""

    code: CodeMention
    start: int
    end: int
    judged: Judged
