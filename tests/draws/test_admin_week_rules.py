"""The grid of a week: each row is held to the rules of the form of one draw."""

from datetime import date
from html import unescape

import pytest

from occupations.models import CategoryVersion
from tests.draws.week_entering import WEEK, check, confirm, errors, new_rounds, row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "where", "message"),
    [
        ({"number": "255"}, "number", "A draw of this number is in the record already."),
        ({"number": "2023"}, "number", "A number is digits, such as 448, or digits and a letter, such as 91a."),
        ({"number": "4\x008"}, "number", "Null characters are not allowed."),
        ({"crs_cutoff": "1,201"}, "crs_cutoff", "A CRS cut-off is between 1 and 1,200."),
        ({"crs_cutoff": ""}, "crs_cutoff", "This field is required."),
        ({"category": ""}, "category", "This field is required."),
        ({"category": "9" * 30}, "category", "Select a valid choice. That choice is not one of the available choices."),
        ({"invitations": "3.500"}, "invitations", "“3.500” is not a whole number, such as 1500 or 1,500."),
        ({"invitations": "0"}, "invitations", "A draw has at least one invitation."),
        ({"date": ""}, "date", "This field is required."),
        ({"date": "someday"}, "date", "Enter a valid date."),
        ({"date": "2026-10-01"}, "number", "Draw 447 is in the record already with the same type, date, invitations and cut-off."),
        ({"tie_breaking_text": "October 29, 2026 at 06:41:05 UTC"}, "tie_breaking_text", "The tie-breaking moment cannot be after the draw."),
        (
            {
                "held_text": "October 5, 2026 at 14:25:05 UTC",
                "tie_breaking_text": "October 5, 2026 at 14:25:06 UTC",
            },
            "tie_breaking_text",
            "The tie-breaking moment cannot be after the draw.",
        ),
    ],
)  # fmt: skip
def test_a_row_is_held_to_the_rules_of_the_form(client, editor, values, where, message):
    """One wrong row keeps the others from being saved; it is told beside its field and on top, and all stays typed."""
    response = check(client, row(**values), row("french", crs_cutoff="399", invitations="1,234"))
    assert message in errors(response, 0)[where]
    assert errors(response, 1) == {}
    page = response.text
    name = response.context["rows"].forms[0].name
    label = response.context["rows"].forms[0][where].label
    assert f'<a href="#id_row-0-{where}">{name}: {label}: {message}</a>' in unescape(page)
    assert f'id="id_row-0-{where}_error"' in page
    assert 'value="1,234"' in page
    for field, value in values.items():
        if field != "category" and "\0" not in value:
            assert f'value="{value}"' in page
    assert "Publish" not in page


def test_what_is_wrong_in_several_rows_is_told_at_once_in_their_order(client, editor):
    page = check(client, row(crs_cutoff="0"), {}, row(invitations="many")).text
    first = page.index("Row 1, Monday 5 October: CRS cut-off: A CRS cut-off is between 1 and 1,200.")
    assert first < page.index("Row 3, Wednesday 7 October: Invitations: “many” is not a whole number")
    assert "<title>Error:" in " ".join(page.split())


def test_a_number_is_given_to_one_row(client, editor):
    response = check(client, row(number="450"), row("french", crs_cutoff="400", number="450"))
    assert errors(response, 1) == {"number": ["Row 1, Monday 5 October has this number too."]}


def test_a_draw_is_entered_once(client, editor):
    response = check(client, row(), row(date="2026-10-05"))
    assert errors(response, 1) == {
        "number": ["Row 1, Monday 5 October is the same draw: the same type, date, invitations and cut-off."]
    }


def test_numbers_go_on_over_the_rows_that_are_used(client, editor):
    seen = check(client, {}, row(), {}, row("cec", number="450"), row("french", crs_cutoff="400"))
    assert [item.round.number for item in seen.context["rows"].checked] == ["448", "450", "451"]


def test_a_version_out_of_force_asks_for_irccs_page_in_its_row_only(client, editor):
    assert "version_source" not in client.get(WEEK).text
    response = check(client, row("agriculture"), row("french", crs_cutoff="400"))
    assert (
        "No version of Agriculture and agri-food occupations was in force"
        in errors(response, 0)["version"][0]
    )
    assert 'name="row-0-version_source"' in response.text
    assert 'name="row-1-version_source"' not in response.text
    version = CategoryVersion.objects.get(category__slug="agriculture", number=2)
    given = row("agriculture", version=version.pk, version_source="https://www.canada.ca/en/page.html")
    confirm(client, given)
    assert new_rounds()[0].version == version
    assert new_rounds()[0].version_source == "https://www.canada.ca/en/page.html"


def test_a_version_of_another_type_is_refused(client, editor):
    version = CategoryVersion.objects.get(category__slug="stem", number=3)
    assert (
        "is not a version of Trade occupations."
        in errors(check(client, row(version=version.pk)), 0)["version"][0]
    )


def test_words_that_cannot_be_read_are_kept_and_told_at_the_check(client, editor):
    words = "October 7 at 16:38:21 UTC"
    response = check(client, row(tie_breaking_text=words))
    assert f"“{words}” is kept as it is, without a moment: no year is given." in response.text
    confirm(client, row(tie_breaking_text=words))
    assert (new_rounds()[0].tie_breaking_text, new_rounds()[0].tie_breaking_at) == (words, None)


def test_moments_come_from_words_alone(client, editor):
    confirm(client, row(held_at="2026-10-05T10:00:00", tie_breaking_at="2026-10-05T09:00:00"))
    assert (new_rounds()[0].held_at, new_rounds()[0].tie_breaking_at) == (None, None)


def test_rows_without_a_draw_save_nothing(client, editor):
    response = check(client)
    assert response.context["rows"].non_form_errors() == [
        "Fill in a type of draw, a cut-off and invitations in at least one row."
    ]
    assert check(client, {"number": "448"}, {"held_text": "October 6"}).context["ready"] is False


def test_what_stands_in_a_row_without_a_draw_is_not_dropped_unsaid(client, editor):
    response = check(client, row(), {"held_text": "October 6, 2026 at 14:25:05 UTC"}, {"date": "2026-10-07"})
    page = " ".join(response.text.split())
    assert "Row 2, Tuesday 6 October has no type, cut-off and invitations." in page
    assert "Row 3, Wednesday 7 October has no type" not in page


def test_a_row_may_have_a_day_beyond_the_week(client, editor):
    confirm(client, row(date="2026-10-14"))
    assert new_rounds()[0].date == date(2026, 10, 14)


@pytest.mark.parametrize(
    "garbage",
    [
        {},
        {"publish": ""},
        {"row-TOTAL_FORMS": "-1", "row-INITIAL_FORMS": "8", "check": ""},
        {"row-TOTAL_FORMS": "1000000", "row-INITIAL_FORMS": "0", "check": ""},
        {"row-TOTAL_FORMS": "x", "row-INITIAL_FORMS": "\0", "checked": "\0", "save": ""},
        {"row-TOTAL_FORMS": "8", "row-INITIAL_FORMS": "8", "row-0-crs_cutoff": "\0", "check": ""},
        {"row-TOTAL_FORMS": "8", "row-INITIAL_FORMS": "0", "row-0-date": "9" * 400, "row-0-category": "\0"},
        {"row-TOTAL_FORMS": "8", "row-INITIAL_FORMS": "0", "row-7-invitations": "9" * 9, "row-7-number": "9" * 99},
    ],
)  # fmt: skip
def test_a_form_in_no_order_saves_nothing(client, editor, garbage):
    response = client.post(WEEK, garbage)
    assert response.status_code == 200
    assert response.context["ready"] is False
    assert new_rounds() == []
