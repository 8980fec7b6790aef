"""How every public page says things: what a translator may not touch, days, figures, abbreviations."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from eedraws.pages.terms import TERMS
from occupations.models import Occupation, OccupationTitle
from tests.html import HEADINGS, VOID
from tests.pages import ERRORS, PUBLIC, parsed, shown

pytestmark = pytest.mark.django_db

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"(?:\w+day )?\b\d{{1,2}} (?:{MONTHS}) \d{{4}}")
# By what abbreviations are written as: their places in the glossary.
ANCHORS = {
    match[1]: term.anchor for term in TERMS if (match := re.fullmatch(r".+ \(([A-Z]{2,})\)", str(term.name)))
}


class Words(HTMLParser):
    """The pieces of text of a page, each with the elements that it stands in, as pairs of tag and attributes."""

    def __init__(self, html):
        super().__init__()
        self.pieces = []
        self.links = set()
        self._open = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.links.add(dict(attrs).get("href"))
        if tag not in VOID:
            self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self._open.pop()

    def handle_data(self, data):
        if data.strip():
            self.pieces.append((re.sub(r"\s+", " ", data).strip(), list(self._open)))

    def within(self, *tags):
        """Yield the pieces, with what they stand in, that stand in an element of any of these tags."""
        for text, around in self.pieces:
            if {tag for tag, _ in around} & set(tags):
                yield text, around

    @property
    def running(self):
        """Yield what `main` says, without code and choices."""
        for text, around in self.within("main"):
            if not {"code", "pre", "option", "script"} & {tag for tag, _ in around}:
                yield text, around


def nearest(around, attribute):
    """Return the value of an inherited attribute where a piece of text stands."""
    return next(
        (attributes[attribute] for _, attributes in reversed(around) if attribute in attributes), None
    )


def classes(around):
    return {name for _, attributes in around for name in (attributes.get("class") or "").split()}


@pytest.fixture(params=shown(PUBLIC, ERRORS))
def words(request, client):
    return parsed(client, request.param, Words)


def test_no_translator_changes_a_figure_or_a_code(words):
    """Numbers of cut-offs, and codes of occupations in links, tables and figures."""
    for text, around in words.within("main"):
        is_cutoff = "cutoff__figure" in classes(around) and re.fullmatch(r"[\d,]+", text)
        leads_to_occupation = any(
            re.match(r"/occupations/(?:noc-\d+/)?\d{5}/$", attributes.get("href") or "")
            for _, attributes in around
        )
        is_code = leads_to_occupation and "prose" not in classes(around) and re.search(r"\b\d{5}\b", text)
        if is_cutoff or is_code:
            assert nearest(around, "translate") == "no", (text, around[-3:])


def test_a_day_in_a_heading_has_its_name(words):
    """Of one day: ranges, what a chart shows and the titles that editors wrote are let be."""
    for text, around in words.within(*HEADINGS):
        in_sentence = {"article", "figure"} & {tag for tag, _ in around}
        days = DAY.findall(text)
        if len(days) == 1 and not in_sentence and not re.search(r"\bto \d", text):
            assert re.match(r"\w+day ", days[0]), text


def test_numbers_are_separated_and_nothing_is_a_bare_mark(words):
    for text, around in words.running:
        assert re.search(r"\w", text) or not re.search(r"[–—→←↑↓-]", text), (text, around[-2:])
        for number in re.findall(r"(?<![\w,.:/=+-])\d{4,}(?![\w:/-])", text):
            is_year = re.fullmatch(r"(?:19|20)\d\d", number)
            is_code = len(number) == 5 or nearest(around, "translate") == "no"
            assert is_year or is_code or "form" in {tag for tag, _ in around}, text


@cache
def french_titles():
    french = set(Occupation.objects.values_list("title_fr", flat=True))
    french |= set(OccupationTitle.objects.filter(language="fr").values_list("title", flat=True))
    return french - set(OccupationTitle.objects.filter(language="en").values_list("title", flat=True))


def test_french_titles_say_that_they_are_french(words):
    french = french_titles()
    for text, around in words.running:
        if text.strip("“”") in french:
            assert nearest(around, "lang") == "fr", text


def test_each_abbreviation_leads_to_the_glossary(words):
    """Where it is used in running text, which can hold a link; the glossary itself leads nowhere."""
    closed = {"a", "button", "caption", "label", "legend", "summary", "th", "title", *HEADINGS}
    said = " ".join(text for text, around in words.running if not closed & {tag for tag, _ in around})
    if not any(
        attributes.get("class") == "glossary" for _, around in words.pieces for _, attributes in around
    ):
        for short, anchor in ANCHORS.items():
            if re.search(rf"\b{short}\b", said):
                assert f"{reverse('glossary')}#{anchor}" in words.links, short
