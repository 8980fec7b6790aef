"""Times that a person types in Toronto time: the hour that a night skips, and the one that it has twice."""

from datetime import UTC, datetime

import pytest
from django import forms

from core.moments import FIRST, SECOND, MomentField, is_skipped, is_twice
from tests.factories import TORONTO, toronto
from tests.html import Page

TWICE = datetime.fromisoformat("2026-11-01T01:30")


class AMoment(forms.Form):
    at = MomentField(required=False)


def sent(at, which=""):
    return AMoment({"at": at, "at_which": which})


@pytest.mark.parametrize(
    ("moment", "skipped", "twice"),
    [
        ("2026-03-08T02:30", True, False),
        ("2026-03-08T01:59:59", False, False),
        ("2026-03-08T03:00", False, False),
        ("2026-11-01T01:30", False, True),
        ("2026-11-01T00:59:59", False, False),
        ("2026-11-01T02:00", False, False),
    ],
)
def test_nights_on_which_the_clocks_change(moment, skipped, twice):
    typed = datetime.fromisoformat(moment)
    assert (is_skipped(typed, TORONTO), is_twice(typed, TORONTO)) == (skipped, twice)


def test_an_ordinary_time_is_torontos():
    form = sent("2026-07-04T12:30")
    assert form.is_valid()
    assert form.cleaned_data["at"] == datetime(2026, 7, 4, 16, 30, tzinfo=UTC)


def test_an_hour_that_the_night_skips_is_refused_with_what_happens_that_night():
    form = sent("2026-03-08T02:30")
    assert form.errors["at"] == [
        "There is no 2:30 a.m. on 8 March 2026 in Toronto: the clocks go forward by an hour that night. "
        "Choose another time."
    ]


def test_an_hour_that_comes_twice_is_asked_about_and_what_was_typed_is_kept():
    form = sent("2026-11-01T01:30:05")
    assert form.errors["at"] == [
        "1:30 a.m. comes twice on 1 November 2026 in Toronto, since the clocks are put back. Choose which is meant."
    ]
    page = Page(str(form))
    [field] = [field for field in page.all("input") if field["name"] == "at"]
    assert field["value"] == "2026-11-01T01:30:05"
    assert [choice["value"] for choice in page.all("option")] == ["", FIRST, SECOND]
    [select] = page.all("select")
    assert select["name"] == "at_which"
    assert select["aria-label"]


@pytest.mark.parametrize(("which", "hour"), [(FIRST, 5), (SECOND, 6)])
def test_the_answer_decides(which, hour):
    form = sent("2026-11-01T01:30", which)
    assert form.is_valid()
    assert form.cleaned_data["at"].astimezone(UTC) == datetime(2026, 11, 1, hour, 30, tzinfo=UTC)


def test_an_answer_to_a_question_that_nobody_asked_changes_nothing():
    form = sent("2026-07-04T12:30", "nonsense")
    assert form.is_valid()
    assert form.cleaned_data["at"] == toronto(2026, 7, 4, 12, 30)


@pytest.mark.parametrize(("fold", "which"), [(0, FIRST), (1, SECOND)])
def test_a_stored_moment_of_that_hour_is_shown_with_its_answer_and_is_no_change(fold, which):
    moment = TWICE.replace(tzinfo=TORONTO, fold=fold).astimezone(UTC)
    form = AMoment(initial={"at": moment})
    chosen = [choice["value"] for choice in Page(str(form)).all("option") if "selected" in choice]
    assert chosen == [which]
    same = AMoment({"at": "2026-11-01T01:30:00", "at_which": which}, initial={"at": moment})
    assert not same.has_changed()
    other = AMoment(
        {"at": "2026-11-01T01:30:00", "at_which": FIRST if which == SECOND else SECOND},
        initial={"at": moment},
    )
    assert other.has_changed()


def test_other_days_are_not_asked():
    assert not Page(str(sent("2026-07-04T12:30"))).all("select")
    assert not Page(str(AMoment())).all("select")


@pytest.mark.parametrize("text", ["never", "2026-13-01T00:00", "0000-00-00T00:00", "9999-12-31T23:59:59"])
def test_what_is_no_time_is_said_to_be_none(text):
    form = sent(text)
    assert form.is_valid() or form.errors["at"]


def test_blank_is_no_time():
    form = sent("")
    assert form.is_valid()
    assert form.cleaned_data["at"] is None
