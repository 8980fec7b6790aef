"""The articles that come with the site: their format, references and headlines. No database."""

import re
from datetime import date, timedelta

import pytest

from articles.references import (
    CategoryFigure,
    DrawsFigure,
    DrawsTable,
    OccupationsCount,
    RoundFigure,
    Selection,
    scan,
)
from draws.clock import Week
from tests.articles.record import draw, draws, listed_on
from tests.articles.shipped import ARTICLES, GUIDES, NEWS, NUMBER, TEXTS, article, toml

KEYS = {"title", "slug", "kind", "topic", "standfirst", "description", "author", "tags", "published_at"}
OPTIONAL = {"week", "updated_at", "faq"}
LONGEST = {"title": 160, "slug": 100, "description": 200, "question": 200}

WORDS = {"one": 1, "two": 2, "three": 3, "four": 4}


@pytest.mark.parametrize("path", ARTICLES)
def test_head_is_complete_and_known(path):
    head, body = article(path)
    assert KEYS <= set(head) <= KEYS | OPTIONAL
    assert head["kind"] in {"roundup", "news", "guide"}
    assert (head["kind"] == "guide") == (path in GUIDES)
    assert head["topic"] in {"draws", "lists", "rules", "how-to"}
    assert ("week" in head) == (head["kind"] == "roundup")
    assert all(len(head[key]) <= LONGEST[key] for key in ("title", "slug", "description"))
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", head["slug"])
    assert head["author"] in {author["slug"] for author in toml("authors.toml")["author"]}
    assert set(head["tags"]) <= {tag["slug"] for tag in toml("tags.toml")["tag"]}
    assert head["published_at"].tzinfo is not None
    assert head.get("updated_at", head["published_at"]) >= head["published_at"]
    assert not re.search(r"^# ", body, re.MULTILINE)
    assert not NUMBER.search(re.sub(r"\b20[0-9]{2}\b", "", head["description"]))
    for entry in head.get("faq", []):
        assert set(entry) == {"question", "answer"}
        assert len(entry["question"]) <= LONGEST["question"]


@pytest.mark.parametrize("path", ARTICLES)
def test_file_is_named_for_its_article(path):
    head, _body = article(path)
    if path in GUIDES:
        assert path.stem == head["slug"]
    else:
        assert path.stem.startswith(head["published_at"].date().isoformat())


def test_addresses_and_questions_are_not_taken_twice():
    slugs = [article(path)[0]["slug"] for path in (*NEWS, *GUIDES)]
    questions = [entry["question"] for entry in toml("faq.toml")["faq"]]
    assert len(set(slugs)) == len(slugs)
    assert len(set(questions)) == len(questions) >= 10


def test_every_tag_is_used():
    assert {tag["slug"] for tag in toml("tags.toml")["tag"]} == {
        tag for path in (*NEWS, *GUIDES) for tag in article(path)[0]["tags"]
    }


@pytest.mark.parametrize("path", [param for param in ARTICLES if param.values[0] in NEWS])
def test_past_news_says_that_it_was_compiled_afterwards(path):
    assert re.search(
        r"^\*This (roundup|story) was compiled from the record after the .*\*$", article(path)[1], re.M
    )


@pytest.mark.parametrize("path", [param for param in ARTICLES if param.values[0] in GUIDES])
def test_guides_link_to_official_pages_or_to_guides_that_do(path):
    assert re.search(
        r"\]\((https://www\.canada\.ca/en/|/guides/)|as it stands when you read", article(path)[1]
    )


@pytest.mark.parametrize("text", TEXTS)
def test_references_parse_and_blocks_stand_alone(text):
    assert [(found.line, str(found.error)) for found in scan(text.source) if found.error] == []


def test_blocks_stand_in_bodies_only():
    heads = [
        *(article(path)[0]["standfirst"] for path in (*NEWS, *GUIDES)),
        *(entry["answer"] for path in (*NEWS, *GUIDES) for entry in article(path)[0].get("faq", [])),
        *(entry["answer"] for entry in toml("faq.toml")["faq"]),
    ]
    assert not [found.text for source in heads for found in scan(source) if found.reference.is_block]


def selected(selection: Selection, until):
    return [
        draw
        for draw in draws()
        if draw.date <= until
        and (draw.number in selection.numbers if selection.span is None else draw.date in selection.span)
        and (draw.category in selection.categories if selection.categories else True)
    ]


def resolves(reference, until):
    """Whether the record has what a reference names, as of a day."""
    match reference:
        case RoundFigure(number=number, figure=figure):
            round = draw(number)
            before = [other for other in draws() if other.category == round.category]
            return (
                round.date <= until
                and (figure != "tiebreak" or round.tie_break)
                and (figure != "change" or before[0] != round)
            )
        case DrawsTable(selection=selection) | DrawsFigure(selection=selection):
            found = selected(selection, until)
            return bool(found) and {draw.category for draw in found} >= set(selection.categories)
        case CategoryFigure(category=category, figure=figure):
            since = until - timedelta(days=365) if figure == "gap" else date.min
            held = [draw for draw in draws() if draw.category == category and since <= draw.date <= until]
            return len(held) >= (2 if figure == "gap" else 1)
        case OccupationsCount(categories=categories, on=on):
            return all(listed_on(category, on or until) for category in categories)
    return True


@pytest.mark.parametrize("text", TEXTS)
def test_references_resolve_on_the_day_of_their_text(text):
    until = text.clock.date() if text.clock else draws()[-1].date
    missing = [
        found.text
        for found in scan(text.source)
        if not resolves(found.reference, draws()[-1].date if found.reference.now else until)
    ]
    assert missing == []


@pytest.mark.parametrize(
    "path", [param for param in ARTICLES if article(param.values[0])[0]["kind"] == "roundup"]
)
def test_headline_of_a_roundup_agrees_with_the_record_and_leaves_nominees_out(path):
    head, _body = article(path)
    held = [
        draw
        for draw in draws()
        if draw.date in Week.parse(head["week"]).span and draw.date <= head["published_at"].date()
    ]
    counted = [draw for draw in held if draw.category != "pnp"]
    total = sum(draw.invitations for draw in counted)
    days = {draw.date for draw in counted}
    true = {
        total,
        *(draw.invitations for draw in counted),
        *(day.day for day in days),
        *(day.year for day in days),
    }
    for line in (head["title"], head["slug"].replace("-", " ")):
        typed = {int(number.replace(",", "")) for number in NUMBER.findall(line)}
        assert typed
        assert typed <= true
    if said := re.search(rf"({'|'.join(WORDS)}) draws", head["title"]):
        assert WORDS[said[1]] == len(counted)
    if total in {int(number.replace(",", "")) for number in NUMBER.findall(head["title"])}:
        assert ("not counting provincial nominees" in head["title"]) == (counted != held)


@pytest.mark.parametrize(
    "path", [param for param in ARTICLES if article(param.values[0])[0]["kind"] != "roundup"]
)
def test_other_headlines_have_no_figures(path):
    assert not NUMBER.search(article(path)[0]["title"])
