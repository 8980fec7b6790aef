"""Words of titles: small ones, plurals, spellings, heads, and everyday names that no index of titles has. Pure: no Django."""

import re
from functools import lru_cache

from occupations.folding import fold

Key = tuple[str, ...]

SMALL_WORDS = frozenset(("and", "or", "the", "a", "an", "of", "in", "for", "other", "etc", "noc", "workers"))
_PLURALS = {
    "women": "woman", "men": "man", "carmen": "carman", "people": "person", "carwomen": "man", "midwives": "midwife",
}  # fmt: skip
# Spellings of one word that are no mistakes.
_SPELT = {
    "labor": "labour", "laborer": "labourer", "counseling": "counselling", "counselor": "counsellor",
    "dietitian": "dietician", "jeweler": "jeweller", "jewelry": "jewellery", "program": "programme",
    "specialised": "specialized", "center": "centre", "theater": "theatre", "ordinator": "coordinator",
    "woman": "man", "carwoman": "carman", "tradesperson": "tradesman", "grey": "gray", "fibre": "fiber",
    "landscape": "landscaping", "wellbeing": "welfare", "organisation": "organization", "maintainer": "mechanic",
}  # fmt: skip
PARTS = re.compile(r",| and | or |\(|\)|/| - |- ")
# Words that end a title and name who does the work: "air pilots" are pilots.
_HEAD = re.compile(r"(?:er|or|ist|ian|ant|ect|eon|ot|nurse|mechanic|aide|clerk|cook|guide|wife|man)\Z")
_NO_HEADS = frozenset(
    (
        "other",
        "operator",
        "manager",
        "worker",
        "supervisor",
        "officer",
        "director",
        "computer",
        "paper",
        "motor",
    )
)

# Names that people use and the classification's index lacks, with the codes that they may mean.
COMMON = {
    "doctor": "31100 31101 31102", "medical doctor": "31100 31101 31102", "physician": "31100 31101 31102",
    "specialist physician": "31100 31101", "medical specialist": "31100 31101", "gp": "31102", "family doctor": "31102",
    "vet": "31103", "physio": "31202", "health aide": "33102", "care aide": "33102", "personal support worker": "33102 44101",
    "nursing aide": "33102", "lab technician": "33101 32120 22101", "laboratory technician": "33101 32120 22101", "vet technician": "32104",
    "medical secretary": "13112", "school teacher": "41220 41221", "schoolteacher": "41220 41221", "preschool teacher": "42202",
    "kindergarten teacher": "41221", "teaching assistant": "43100 41201", "teacher assistant": "43100", "teacher aide": "43100", "teachers aide": "43100", "teacher's aide": "43100",
    "school principal": "40021", "professor": "41200", "university professor": "41200", "lecturer": "41200", "research assistant": "41201",
    "software developer": "21232", "app developer": "21232 21234", "coder": "21230 21232 21234", "it manager": "20012", "it specialist": "21222",
    "computer scientist": "21211 21230 21231 21232", "machine learning engineer": "21211 21231", "security analyst": "21220", "cybersecurity analyst": "21220",
    "city planner": "21202", "surveyor": "21203", "insurance broker": "63100", "pilot": "72600", "airline pilot": "72600", "air pilot": "72600",
    "avionics mechanic": "22313", "aircraft technician": "72404 22313", "car mechanic": "72410", "auto mechanic": "72410", "truck mechanic": "72410",
    "bus mechanic": "72410", "automotive technician": "72410", "automotive service technician": "72410", "trucker": "73300", "lorry driver": "73300",
    "train driver": "73310", "locomotive engineer": "73310", "sailor": "74201 43204", "ship's officer": "72602 72603", "drywaller": "73102",
    "estimator": "22303", "site manager": "70010", "bricklayer": "72320", "cabinet maker": "72311", "millwright": "72400", "hvac technician": "72402",
    "elevator mechanic": "72406", "elevator constructor": "72406", "house painter": "73112", "roofer": "73110", "floor layer": "73113",
    "pastry chef": "63202", "line cook": "63200", "soldier": "40042 42102 43204", "army officer": "40042", "military officer": "40042", "chief executive": "00012 00013 00014 00015",
    "guidance counsellor": "41320", "school counsellor": "41320", "network technician": "22220", "it technician": "22220 22221",
    "help desk technician": "22221", "it support technician": "22221", "software tester": "22222", "qa tester": "22222", "dba": "21223",
    "survey technician": "22213", "lpn": "32101", "cabin crew": "64311", "general farm worker": "85100", "physician assistant": "31303",
    "landscaper": "82031", "farm manager": "80020", "farmer": "80020", "farm supervisor": "82030", "farm worker": "85100",
    "elementary teacher": "41221", "primary teacher": "41221", "secondary teacher": "41220", "ece": "42202", "vet tech": "32104",
    "rn": "31301", "rns": "31301", "gps": "31102", "psw": "33102 44101", "practical nurse": "32101", "pharmacy tech": "32124",
    "x ray technologist": "32121", "mri technologist": "32121", "lab technologist": "32120",
}  # fmt: skip


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    word = _PLURALS.get(word, word)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return _SPELT.get(word, word)


@lru_cache(maxsize=8192)
def key(words: str) -> Key:
    """Return the words that count, in the singular and sorted by nothing: "Roofers & shinglers" gives roofer, shingler."""
    return tuple(
        singular(word)
        for word in fold(words).replace("co ordinator", "coordinator").split()
        if word not in SMALL_WORDS
    )


def last_singular(folded: str) -> str:
    first, _space, last = folded.rpartition(" ")
    return f"{first} {singular(last)}".strip()


def head(words: Key) -> str:
    """Return the word of a title that says who does the work, "" where it has none."""
    last = words[-1] if words else ""
    return last if _HEAD.search(last) and last not in _NO_HEADS else ""
