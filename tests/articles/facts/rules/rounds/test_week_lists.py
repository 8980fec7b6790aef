"""Types with the weekdays of their draws, and with a figure in brackets."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("A general draw on Monday, {}, transport on Wednesday and agriculture and agri-food on Thursday.", "2023-12-22", "trades on Tuesday", "STEM on Tuesday"),
        ("Last week nominees came on Tuesday, CEC on Wednesday, French on Thursday and {}.", "2026-08-12", "transport on Friday", "trades on Friday"),
        ("Provincial nominees on Tuesday ({} invitations), Canadian Experience Class on Wednesday (3,000), French on Thursday (5,000).", "2026-08-12", "507", "511"),
        ("There was general on Monday, trades on Tuesday: {}, transport on Wednesday: 670.", "2023-12-22", "1,000", "1,500"),
    ],
)  # fmt: skip
def test_a_week_of_draws(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert contradicted(text.format(false), day) == [false]


@pytest.mark.parametrize(
    "text",
    [
        "{} provincial nominees on Tuesday, 6,300 from the Canadian Experience Class on Wednesday and 1,800 French speakers on Thursday.",
        "{} for provincial nominees on Tuesday, 6,300 in the CEC on Wednesday, 1,800 for French on Thursday.",
        "{} went to nominees on Tuesday, 6,300 to the Canadian Experience Class on Wednesday and 1,800 to French speakers on Thursday.",
        "{} invitations for nominees on Tuesday, 6,300 invitations for the CEC on Wednesday, 1,800 for French on Thursday.",
    ],
)
def test_figures_that_lead_their_types(text):
    assert not contradicted(text.format("1,391"), "2024-07-22")
    assert contradicted(text.format("1,319"), "2024-07-22") == ["1,319"]


def test_a_row_that_fits_no_week_is_left_alone():
    text = "Usually there are nominees on Monday, CEC on Tuesday and French on Wednesday."
    assert not contradicted(text, "2026-08-12")


@pytest.mark.parametrize("sizes", [(1391, 6300, 1800), (1391, 6300, 2800)])
def test_a_figure_before_its_own_type_is_not_that_of_the_day_before_it(sizes):
    text = "Three rounds in three days. {:,} provincial nominees on Tuesday, {:,} from the Canadian Experience Class on Wednesday and {:,} French speakers on Thursday."
    assert "6,300" not in contradicted(text.format(*sizes), "2024-07-22")


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        # Added up over a time.
        ("In the first half of 2026 the rest was shared by healthcare (8,000), trades (3,000), physicians (662) and senior managers ({}).", "2026-07-03", "250", "500"),
        ("In the first half of 2026 the rest was shared by healthcare (two draws, 8,000), trades (3,000), physicians ({}) and senior managers (250).", "2026-07-03", "662", "626"),
        # Cut-offs.
        ("In 2024 these stood at the end: trades (433), transport (430), STEM ({}) and agriculture (437).", "2024-12-30", "491", "481"),
    ],
)  # fmt: skip
def test_figures_in_brackets(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert contradicted(text.format(false), day) == [false]


def test_figures_in_brackets_of_no_one_kind_are_left_alone():
    text = "In 2024 there were trades (433), transport (975), STEM (491) and agriculture (150)."
    assert not contradicted(text, "2024-12-30")
