"""What holds for every public page: its structure, its policy against scripts, its words."""

import re
from collections import Counter

import pytest
from django.urls import reverse

from tests.html import Page
from tests.pages import ERRORS, PUBLIC, parsed, shown

pytestmark = pytest.mark.django_db

# What each abbreviation stands for; a page writes it out before it uses it.
ABBREVIATIONS = {
    "CRS": "Comprehensive Ranking System",
    "IRCC": "Immigration, Refugees and Citizenship Canada",
    "NOC": "National Occupational Classification",
    "TEER": "training, education, experience and responsibilities",
    "CEC": "Canadian Experience Class",
    "PNP": "Provincial Nominee Program",
    "FSW": "Federal Skilled Worker",
    "FST": "Federal Skilled Trades",
    "STEM": "science, technology, engineering and math",
    "NCLC": "Niveaux de compétence linguistique canadiens",
    "CLB": "Canadian Language Benchmarks",
    "ITA": "invitation to apply",
    "ECA": "educational credential assessment",
}


@pytest.fixture(params=shown(PUBLIC, ERRORS))
def page(request, client):
    """Each public page in each of its states."""
    page = parsed(client, request.param, Page)
    page.shown = request.param
    return page


def test_structure(page):
    levels = [level for level, text in page.headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in zip(levels, levels[1:], strict=False))
    assert all(text.strip() for level, text in page.headings)
    assert page.all("html") == [{"lang": "en"}]
    # The site's name stands where there is room.
    assert re.fullmatch(r"\S.{1,58}\S · eedraws|\S.{59,68}\S|\S.{1,68}…", page.title.strip())
    assert page.all("main")[0]["id"] == "main"
    for landmark in ("header", "main", "footer"):
        assert page.all(landmark), landmark
    assert all(nav.get("aria-label") or nav.get("aria-labelledby") for nav in page.all("nav"))


def test_a_problem_is_the_first_thing_that_the_title_says(page):
    has_problem = any("error-summary" in (part.get("class") or "") for part in page.all("div"))
    assert page.title.startswith("Error: ") == has_problem


def test_ids_are_unique_and_references_lead_to_them(page):
    ids = Counter(attributes["id"] for tag, attributes in page.elements if "id" in attributes)
    assert not [name for name, count in ids.items() if count > 1]
    for tag, attributes in page.elements:
        named = [attributes.get("for")] if tag == "label" else []
        named += (attributes.get("aria-labelledby") or "").split()
        named += (attributes.get("aria-describedby") or "").split()
        named += [attributes["href"][1:]] if (attributes.get("href") or "").startswith("#") else []
        assert [name for name in named if name and name not in ids] == [], (tag, attributes)


def test_moments_are_written_as_html_wants_them(page):
    for moment in page.all("time"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:?\d\d)?", moment["datetime"]), moment


def test_nothing_inline_and_nothing_foreign(page):
    assert not page.all("style", "iframe", "object", "embed", "base")
    for tag, attributes in page.elements:
        assert "style" not in attributes, (tag, attributes)
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
        # A block of data is no script to a browser.
        is_data = attributes == {"type": "application/ld+json"}
        if tag in ("script", "img", "source", "link") and not is_data:
            found = [attributes[name] for name in ("src", "href") if name in attributes]
            found += [part.split()[0] for part in attributes.get("srcset", "").split(",") if part.strip()]
            same_site = found and all(re.match(r"/(?!/)", address) for address in found)
            assert attributes.get("rel") == "canonical" or same_site, (tag, attributes)
            assert tag != "script" or attributes.get("src")


def test_forms_only_ask(page):
    """Only a form whose answers are too long for an address, change something or are for us alone, is sent, with a token that needs no cookie."""
    forms = [form for form in page.all("form") if form.get("method", "get").lower() != "get"]
    sent = {form.get("action") for form in forms}
    name = page.shown.name if page.shown else ""
    if name not in ("alerts-confirm", "alerts-change", "alerts-stop"):
        known = {f"{reverse('bulk-check')}#answer", reverse("alerts"), reverse("contact")}
        assert {action.partition("?")[0] for action in sent} <= known
    tokens = [field for field in page.all("input") if field.get("name") == "csrfmiddlewaretoken"]
    assert len(tokens) == len(forms)
    labelled = {label.get("for") for label in page.all("label")}
    for field in page.all("input", "select", "textarea"):
        if field.get("type") not in ("hidden", "submit"):
            assert field.get("id") in labelled or field.get("aria-label") or field.get("aria-labelledby"), (
                field
            )


def test_tables_have_captions_and_headers(page):
    # Markdown has no captions for the one table that the author of the long article wrote.
    written = page.shown == ("article", "long")
    assert len(page.all("caption")) + written == len(page.all("table"))
    assert all(header.get("scope") in ("row", "col", "rowgroup", "colgroup") for header in page.all("th"))


def test_abbreviations_are_written_out_where_they_are_first_used(page):
    for short, long in ABBREVIATIONS.items():
        first = re.search(rf"\b{short}s?\b", page.text)
        if first:
            # "NCLC 7 (Niveaux de compétence linguistique canadiens)" says it in the same breath.
            until = page.text[: first.end() + len(long) + 5].casefold()
            assert long.casefold() in until, page.text[max(0, first.start() - 80) : first.end() + 40]


def test_ranges_and_changes_are_words(page):
    assert not re.search(r"\b\d{3} ?[–—-] ?\d{3}\b(?! \d)", page.text)
