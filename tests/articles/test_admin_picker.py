"""What the record offers for a text: every choice is a reference or link that holds."""

import re

import pytest
from django.utils import timezone

from articles.choices import POLL, choices_for
from articles.references import parse
from articles.targets import Targets
from tests.articles.test_admin import ADD
from tests.eedraws.test_hostile import VALUES, encoded
from tests.factories import make_editor, make_round

pytestmark = pytest.mark.django_db

PICKER = "/admin/articles/article/insert/"
LINK = re.compile(r"\[([^\[\]]+)\]\((/[^()\s]*)\)")
QUESTIONS = [
    *(
        "",
        "255",
        "91a",
        "2023-W27",
        "2023-07-06",
        "6 July 2023",
        "July 2023",
        "2023",
        "trades",
        "pnp",
        "nominees",
    ),
    *(
        "french 2023",
        "pnp 2023",
        "trades 7 July 2023",
        "cec 2026",
        "stem 2023-W27",
        "plumber",
        "72300",
        "researchers",
    ),
    *("general", "federal", "2015", "healthcare", "all programs", "253 254"),
]


def texts(query):
    return [choice.text for group in choices_for(query) for choice in group.choices]


def the_choice(query, label):
    return next(c for group in choices_for(query) for c in group.choices if c.label.startswith(label))


@pytest.mark.parametrize("query", QUESTIONS)
def test_every_choice_is_a_reference_or_link_that_holds(client, query):
    found = texts(query)
    assert found
    targets = Targets(timezone.now())
    # What is to be filled in holds only then.
    for text in filter(lambda text: text != POLL, found):
        if link := LINK.fullmatch(text):
            assert client.get(link[2]).status_code == 200, text
            continue
        inner = re.fullmatch(r"\n?\[\[([^\[\]]+)\]\]\n?", text)
        reference = parse(inner[1])
        assert reference.is_block == text.startswith("\n"), text
        targets.check(reference)


def test_a_draw_gives_its_figures():
    assert texts("255") == [
        f"[[round 255 {name}]]"
        for name in ("link", "cutoff", "invitations", "date", "type", "tiebreak", "change")
    ]
    assert the_choice("255", "Cut-off").gives == "463"
    assert the_choice("255", "Invitations").gives == "1,500"


def test_a_week_gives_its_table_and_sums_and_its_page():
    found = texts("2023-W27")
    assert "\n[[draws week=2023-W27]]\n" in found
    for figure in ("total", "count", "range"):
        assert f"[[draws week=2023-W27 {figure}]]" in found
    assert "[Week of 3 to 9 July 2023](/news/week/2023-w27/)" in found
    assert "[[round 255 cutoff]]" in found
    assert the_choice("2023-W27", "Invitations in all").gives == "5,000"


def test_a_day_gives_its_draws_and_its_week():
    found = texts("6 July 2023")
    assert "[[round 255 cutoff]]" in found
    assert "[[round 254 cutoff]]" not in found
    assert "\n[[draws week=2023-W27]]\n" in found


def test_a_type_gives_its_newest_figures_its_page_and_its_list():
    found = texts("trades")
    assert "[[category trades cutoff]]" in found
    assert "[[category trades gap]]" in found
    assert "[Trades](/categories/trades/)" in found
    assert "\n[[occupations category=trades]]\n" in found


def test_a_type_on_a_day_gives_the_list_of_that_day():
    assert "\n[[occupations category=trades on=2023-07-07]]\n" in texts("trades 7 July 2023")
    assert not [text for text in texts("trades 7 July 2020") if "occupations" in text], "there was none"


def test_nominees_are_never_summed_with_others():
    assert "[[draws year=2023 category=pnp range]]" in texts("pnp 2023")
    for query in QUESTIONS:
        for text in texts(query):
            assert not re.search(r"category=\S*(pnp,|,pnp)\S* (total|count|range|lowest|highest)", text)


def test_an_occupation_gives_a_link_with_its_code_and_title():
    assert "[72300 Plumbers](/occupations/72300/)" in texts("plumber")


def test_a_draw_that_readers_cannot_see_is_not_offered():
    make_round(published_at=None)
    assert texts("448") == []


def test_the_page_lists_snippets_without_scripts(client, editor):
    html = client.get(PICKER).text
    assert "[[latest]]" in html
    html = client.get(f"{PICKER}?q=255").text
    assert "<code>[[round 255 cutoff]]</code>" in html
    assert 'value="255"' in html
    assert f'href="{PICKER}"' in client.get(ADD).text
    assert "The record has nothing for “zzzzzz”." in client.get(f"{PICKER}?q=zzzzzz").text


def test_the_script_gets_the_list_alone(client, editor):
    html = client.get(f"{PICKER}?q=255&part=1").text
    assert "<html" not in html
    assert 'data-insert="[[round 255 cutoff]]"' in html


def test_the_picker_bears_every_value(client, editor):
    for label, value in VALUES.items():
        response = client.get(f"{PICKER}?q={encoded(value)[:3900]}&part=1")
        assert response.status_code == 200, label
        assert "<script" not in response.text


def test_the_picker_is_for_those_who_write(client):
    assert client.get(PICKER).status_code == 302
    client.force_login(make_editor("other", "draws"))
    assert client.get(PICKER).status_code == 403
