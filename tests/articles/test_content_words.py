"""The words and typed figures of the articles that come with the site. No database."""

import re
from datetime import date

import pytest

from tests.articles.record import draws, rows
from tests.articles.shipped import (
    ARTICLES,
    CONTENT,
    GUIDES,
    NEWS,
    NUMBER,
    TEXTS,
    article,
    days_in,
    texts_of,
    without_references,
)

# Figures that no live reference gives: rules of Express Entry, an example in the FAQ, and numbers of draws.
TYPED = {"600", "1,200", "130", "730", "445", "446"}
SMALL = {
    "6": "months of experience, before 2026",
    "7": "level of French",
    "12": "months: validity of a profile, experience since 2026, span of gaps",
    "18": "age from which police certificates are asked",
    "60": "days to apply",
}
# Days on which something other than a draw happened.
EVENTS = {
    date(2023, 5, 31): "categories named",
    date(2023, 7, 3): "Monday of a week",
    date(2023, 7, 5): "announced week",
    date(2025, 2, 26): "lists of 2023 end",
    date(2025, 2, 27): "lists of 2025",
    date(2025, 3, 25): "points for a job offer end",
    date(2025, 8, 21): "medical exam before the application",
    date(2025, 12, 8): "physicians' category",
    date(2026, 2, 17): "lists of 2025 end",
    date(2026, 2, 18): "lists of 2026",
}

ABBREVIATIONS = {
    "CRS": "Comprehensive Ranking System",
    "IRCC": "Immigration, Refugees and Citizenship Canada",
    "NOC": "National Occupational Classification",
    "STEM": "cience, technology, engineering and math",
    "NCLC": "Niveaux de compétence linguistique canadiens",
    "UTC": "Coordinated Universal Time",
    "RCIC": "regulated Canadian immigration consultant",
    "TEER": "training, education, experience and responsibilities",
    "CEC": "Canadian Experience Class",
    "PNP": "Provincial Nominee Program",
    "FSW": "Federal Skilled Worker",
    "FST": "Federal Skilled Trades",
    "ITA": "invitation to apply",
    "LMIA": "labour market impact assessment",
}
BANNED = re.compile(
    r"minimum|score needed|needed score|\bPR\b|lotter|\blatest\b|this week|days since|guarantee|jackpot|\bchances?\b"
    r"|\bhopefuls?\b|soar|plung|skyrocket|programme|\bprogrammes\b|!|—|–|…",
    re.IGNORECASE,
)


@pytest.mark.parametrize("text", TEXTS)
def test_typed_figures_are_the_few_that_no_reference_gives(text):
    _days, rest = days_in(without_references(text.source))
    codes = {code for code in NUMBER.findall(rest) if len(code) == 5 and "," not in code}
    listed = {row["code"] for row in rows("occupations/data/listings.csv")}
    assert codes <= listed
    numbered = re.sub(r"^## [0-9]\. ", "## ", rest, flags=re.MULTILINE)
    figures = {number.rstrip(",") for number in NUMBER.findall(numbered)} - codes
    # Days before "and 2 May", whose year stands with the last day.
    assert figures <= TYPED | set(SMALL) | {"1"}, figures


@pytest.mark.parametrize("text", TEXTS)
def test_typed_days_are_days_of_draws_or_of_known_events(text):
    found, _rest = days_in(without_references(text.source))
    assert set(found) <= {draw.date for draw in draws()} | set(EVENTS)
    if text.clock:
        assert all(day <= text.clock.date() for day in found)


@pytest.mark.parametrize("path", ARTICLES)
def test_questions_that_date_a_draw_are_right(path):
    for entry in article(path)[0].get("faq", []):
        found, rest = days_in(entry["question"])
        assert {draw.date for draw in draws()} >= set(found)
        assert set(NUMBER.findall(rest)) <= set(SMALL)


def test_codes_in_brackets_stand_with_their_titles():
    titles = {row["code"]: row["title_en"].casefold() for row in rows("occupations/data/noc2021.csv")}
    source = without_references(texts_of(CONTENT / "news" / "2026-02-18-new-category-lists.md").source)
    named = re.findall(r"([a-z]+)s? \(([0-9]{5})", source)
    assert len(named) >= 8
    for word, code in named:
        assert word.rstrip("s") in titles[code], (word, code)


@pytest.mark.parametrize("text", TEXTS)
def test_abbreviations_are_written_out_at_first_use(text):
    words = without_references(text.source)
    for short, long in ABBREVIATIONS.items():
        first = re.search(rf"\b{short}s?\b", words)
        written_out = words.find(f"{long} ({short})")
        assert first is None or 0 <= written_out < first.start(), short


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_those_of_the_house(text):
    assert BANNED.findall(without_references(text.source)) == []


@pytest.mark.parametrize("path", ARTICLES)
def test_heads_are_in_words_of_the_house(path):
    head, _body = article(path)
    heads = [head["title"], head["description"]]
    assert BANNED.findall(" ".join(heads)) == []
    assert not re.search(rf"\b({'|'.join(ABBREVIATIONS)})\b", " ".join(heads))


def test_no_sentence_mixes_nominees_cutoffs_with_others():
    nominees = {draw.number for draw in draws() if draw.category == "pnp"}
    for path in (*NEWS, *GUIDES):
        for sentence in re.split(r"(?<=[.?])\s", texts_of(path).source):
            numbers = set(re.findall(r"\[\[round (\w+) cutoff\]\]", sentence))
            assert numbers <= nominees or not numbers & nominees, sentence
