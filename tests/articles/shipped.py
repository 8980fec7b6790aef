"""The articles that come with the site, as tests read them: straight from their files."""

import re
import tomllib
from calendar import month_name
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

import pytest

from tests.articles.record import ROOT

CONTENT = ROOT / "articles" / "content"
NEWS = sorted(CONTENT.glob("news/*.md"))
GUIDES = sorted(CONTENT.glob("guides/*.md"))

MONTHS = month_name[1:]
DAY = re.compile(rf"\b([0-9]{{1,2}}) ({'|'.join(MONTHS)})(?: ([0-9]{{4}}))?\b")
NUMBER = re.compile(r"[0-9][0-9,]*")


class Text(NamedTuple):
    """A text that readers see, with the moment of its references; None is now."""

    name: str
    source: str
    clock: datetime | None


def toml(name):
    return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))


@cache
def article(path):
    """The head of an article and its body."""
    opening, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    assert opening == ""
    return tomllib.loads(head), body


def texts_of(path):
    """The texts of an article in reading order."""
    head, body = article(path)
    clock = None if head["kind"] == "guide" else head["published_at"]
    answers = "\n\n".join(f"{entry['question']}\n\n{entry['answer']}" for entry in head.get("faq", []))
    return Text(path.stem, f"{head['standfirst']}\n\n{body}\n\n{answers}", clock)


def faq_texts():
    return [
        Text(f"faq {index}", f"{entry['question']}\n\n{entry['answer']}", None)
        for index, entry in enumerate(toml("faq.toml")["faq"], 1)
    ]


ARTICLES = [pytest.param(path, id=path.stem) for path in (*NEWS, *GUIDES)]
TEXTS = [
    pytest.param(text, id=text.name)
    for text in (*(texts_of(path) for path in (*NEWS, *GUIDES)), *faq_texts())
]


def without_references(source):
    """The words that are typed: no references, no addresses of links."""
    return re.sub(r"\]\([^)]*\)", "]", re.sub(r"\[\[[^\]]*\]\]", "", source))


def days_in(words):
    """The dates that are typed with a year, and the words without any date."""
    found = [
        date(int(year), MONTHS.index(month) + 1, int(day)) for day, month, year in DAY.findall(words) if year
    ]
    rest = DAY.sub("", words)
    return found, re.sub(rf"\b(?:(?:{'|'.join(MONTHS)}) )?20(?:1[5-9]|2[0-6])\b", "", rest)
