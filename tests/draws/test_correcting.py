"""A public figure that is changed stands as a dated correction; what is added does not."""

import re
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError

from draws.correcting import changed_figures, save_corrected
from draws.figures import as_text, shown, value_of
from draws.models import Round, RoundCorrection
from tests.draws.entering import change, errors
from tests.factories import make_round

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def draw(db):
    return Round.objects.get(number="255")


def text_of(response):
    # Links set nothing apart.
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"</?a\b[^>]*>", "", response.text)).split())


def test_a_changed_figure_asks_for_kind_and_reason(client, editor, draw):
    found = errors(change(client, draw, crs_cutoff="464"))
    assert list(found) == ["correction_kind", "correction_reason"]
    assert "CRS cut-off" in found["correction_kind"][0]
    draw.refresh_from_db()
    assert draw.crs_cutoff == 463
    assert not RoundCorrection.objects.exists()


def test_a_changed_figure_stands_dated_with_the_old_value_everywhere(client, editor, draw):
    change(client, draw, crs_cutoff="464", correction_kind="ircc", correction_reason="The page now says 464.")
    correction = RoundCorrection.objects.get()
    assert (correction.name, correction.old, correction.new) == ("crs_cutoff", "463", "464")
    assert correction.made_by == editor
    assert draw.history.first().history_change_reason == "The page now says 464."
    day = f"{correction.made_at:%Y}"
    for address in ("/draws/255/", "/corrections/"):
        text = text_of(client.get(address))
        assert re.search(
            rf"Corrected on \d+ \w+ {day}\. CRS cut-off: 464 ; until then 463 stood here\. "
            r"Immigration, Refugees and Citizenship Canada \(IRCC\) changed its figure: The page now says 464\.",
            text,
        ), text
    entry = ElementTree.fromstring(client.get("/corrections/feed.atom").content).find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Draw 255: CRS cut-off corrected"
    assert "464; until then 463" in entry.find(f"{ATOM}summary").text
    assert entry.find(f"{ATOM}link").get("href").endswith(f"/draws/255/#correction-{correction.pk}")


def test_what_is_added_later_is_no_correction(client, editor, draw):
    Round.objects.filter(pk=draw.pk).update(tie_breaking_at=None, tie_breaking_text="", programs=[])
    change(client, draw, tie_breaking_text="June 19, 2023 at 06:41:05 UTC", programs=["CEC"])
    draw.refresh_from_db()
    assert draw.tie_breaking_at is not None
    assert draw.programs == ["CEC"]
    assert not RoundCorrection.objects.exists()
    assert "Corrected" not in client.get("/draws/255/").text
    assert "No published figure has been changed" in client.get("/corrections/").text


def test_labels_and_sources_are_no_figures(client, editor, draw):
    change(client, draw, published_name_en="Healthcare Occupations (Version 1)", source="IRCC")
    draw.refresh_from_db()
    assert draw.source == "IRCC"
    assert not RoundCorrection.objects.exists()


def test_a_draw_that_waits_is_changed_without_a_word(client, editor):
    draft = make_round(published_at=None)
    page = client.get(f"/admin/draws/round/{draft.pk}/change/")
    assert "correction_reason" not in page.text
    change(client, draft, crs_cutoff="500")
    draft.refresh_from_db()
    assert draft.crs_cutoff == 500
    assert not RoundCorrection.objects.exists()


def test_figures_and_correction_are_saved_together_or_not_at_all(draw):
    draw.crs_cutoff, draw.invitations = 464, 1501
    assert changed_figures(draw) == {"invitations": "1500", "crs_cutoff": "463"}
    with pytest.raises(ValidationError):
        save_corrected(draw, kind="ircc")
    with pytest.raises(ValidationError):
        save_corrected(draw, kind="ircc", reason="Long. " * 100)
    assert Round.objects.get(pk=draw.pk).crs_cutoff == 463
    assert len(save_corrected(draw, kind="ours", reason="Mistyped.")) == 2


def test_a_tie_break_that_is_taken_away_is_a_correction(draw):
    draw.tie_breaking_at, draw.tie_breaking_text = None, ""
    (correction,) = save_corrected(draw, kind="ours", reason="It was another draw's.")
    assert (correction.old_shown, correction.new_shown) == ("19 June 2023, 2:41 a.m. EDT", "not given")


def test_corrections_of_a_draw_that_is_not_public_stay_unseen(client, draw):
    draw.crs_cutoff = 464
    save_corrected(draw, kind="ircc", reason="IRCC's page says so.")
    Round.objects.filter(pk=draw.pk).update(published_at=None)
    assert "Draw 255" not in client.get("/corrections/").text
    assert b"Draw 255" not in client.get("/corrections/feed.atom").content


def test_the_page_asks_as_often_for_many_as_for_one(client, django_assert_max_num_queries):
    for number in ("255", "256", "257", "258"):
        draw = Round.objects.get(number=number)
        draw.invitations += 1
        save_corrected(draw, kind="ircc", reason="IRCC's page says so.")
    with django_assert_max_num_queries(4):
        client.get("/corrections/")
    with django_assert_max_num_queries(4):
        client.get("/corrections/feed.atom")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("date", "6 July 2023"),
        ("held_at", "6 July 2023, 10:25 a.m. EDT"),
        ("invitations", "1,500"),
        ("crs_cutoff", "463"),
        (
            "programs",
            "Federal Skilled Worker Program, Canadian Experience Class, Federal Skilled Trades Program",
        ),
        ("version", "Healthcare and social services occupations, version 1"),
        ("number", "255"),
    ],
)
def test_figures_last_as_text_and_show_as_readers_know_them(draw, name, words):
    text = as_text(getattr(draw, name))
    assert shown(name, text) == words
    if name != "version":
        assert value_of(name, text) == getattr(draw, name)
