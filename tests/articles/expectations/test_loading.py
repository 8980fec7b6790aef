import csv

import pytest
from django.core.management import CommandError, call_command

from articles.expectations.loading import COLUMNS
from articles.models import Expectation
from core.loading import data_dir
from draws.models import Round

pytestmark = pytest.mark.django_db

ROW = {
    "source_name": "A site",
    "source_url": "https://example.org/next",
    "source_date": "2026-10-02",
    "category": "cec",
    "window_from": "2026-10-03",
    "kind": "range",
    "low": "505",
    "high": "510",
    "text": "Between 505 and 510.",
}


@pytest.fixture
def load(tmp_path, capsys):
    def load(*rows):
        with (tmp_path / "expectations.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, COLUMNS, restval="")
            writer.writeheader()
            writer.writerows(ROW | row for row in rows)
        call_command("load_expectations", data=tmp_path)
        return capsys.readouterr().out

    return load


def test_a_row_becomes_a_forecast_made_on_the_day_of_its_page(load):
    assert "1 added, 0 unchanged, 0 differ" in load({})
    made = Expectation.objects.get(source_url=ROW["source_url"])
    assert (made.low, made.high, made.position, made.other_category) == (505, 510, "", None)
    assert made.made_at.date().isoformat() == "2026-10-03"
    assert made.entered_at > made.made_at


def test_a_row_that_an_editor_changed_is_left_as_it_is(load):
    load({})
    Expectation.objects.filter(source_url=ROW["source_url"]).update(text="In an editor's words.")
    out = load({}, {"window_from": "2026-11-01"})
    assert "1 added, 0 unchanged, 1 differ" in out
    assert "text is In an editor's words." in out
    assert Expectation.objects.filter(text="In an editor's words.").exists()


def test_the_same_row_again_is_unchanged(load):
    load({})
    assert "1 added, 1 unchanged, 0 differ" in load({}, {"window_from": "2026-11-01"})


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"category": "nobody"}, "line 2, column category: 'nobody': there is no such type of draw"),
        ({"low": "many"}, "line 2, column low: 'many': expected a whole number"),
        ({"source_date": "May"}, "column source_date: 'May': expected a date"),
        ({"low": "1300"}, "between 1 and 1,200"),
        ({"kind": "bound"}, "not both"),
        ({"source_name": ""}, "one of the two"),
    ],
)
def test_a_bad_row_loads_nothing_and_says_where(load, row, words):
    with pytest.raises(CommandError) as caught:
        load(row)
    assert words in str(caught.value)
    assert not Expectation.objects.filter(source_url=ROW["source_url"]).exists()


def test_what_comes_with_the_site_names_a_page_and_says_how_its_day_is_known():
    with (data_dir("articles") / "expectations.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == Expectation.objects.count() == 15
    assert all(row["source_url"].startswith("https://") and row["source_note"] for row in rows)
    days = set(Round.objects.values_list("date", flat=True))
    for row in rows:
        if row["source_date"]:
            assert row["source_date"] < row["window_from"], row
            assert any(day.isoformat() >= row["window_from"] for day in days)
