"""Records that were held before."""

from datetime import date

import pytest

from tests.articles.facts.rules.judging import contradicted
from tests.articles.facts.rules.saying import wrong

FEBRUARY_2021 = date(2021, 2, 15)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (
            "On 13 February 2021 27,332 candidates were invited. The previous record for one round was {}.",
            "5,000",
            "6,000",
        ),
        (
            "On 13 February 2021 the CEC cut-off was 75. The old low for the class, {}, dated from June 2020.",
            "431",
            "413",
        ),
    ],
)
def test_the_record_before_is_that_of_the_draws_before(text, true, false):
    assert not wrong(text.format(true), FEBRUARY_2021)
    assert set(wrong(text.format(false), FEBRUARY_2021)) == {false}


def test_a_record_without_a_figure_is_left_alone():
    assert not wrong(
        "The previous record was beaten by far, as nobody had thought 400 times over.", FEBRUARY_2021
    )


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Until Saturday the lowest cut-off in any draw for the Canadian Experience Class had been {}, in June 2020.", "431", "440"),
        ("Until last week, the largest draw for the Canadian Experience Class had been one of {} invitations.", "5,000", "4,500"),
    ],
)  # fmt: skip
def test_the_record_until_a_day(text, true, false):
    assert not wrong(text.format(true), date(2021, 2, 15))
    assert set(wrong(text.format(false), date(2021, 2, 15))) == {false}


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The cut-off, 75, is the lowest on record. Until now that was the {} of a Federal Skilled Trades round in May 2017.", "2021-02-14", "199", "288"),
        ("Before yesterday the lowest score ever seen in a CEC draw was {}, in June 2020.", "2021-02-14", "431", "437"),
        ("8,500 French speakers were invited yesterday, the largest French round ever held; the record it broke, {}, was not a year old.", "2026-02-07", "7,500", "7,000"),
        ("The French draw of 21 March had 7,500 invitations. The former record, {}, was from 1 February 2024.", "2025-03-23", "7,000", "6,500"),
        ("3,500 tradespeople were invited on 1 October. Until then the largest had been one of {}.", "2026-10-03", "3,000", "2,500"),
        ("Yesterday's healthcare draw had 4,000 invitations. Up to now the record for the category had stood at {}.", "2025-07-23", "3,750", "2,750"),
    ],
)  # fmt: skip
def test_what_the_record_was_until_now(text, day, true, false):
    assert false in contradicted(text.format(false), day)
    assert true not in contradicted(text.format(true), day)


@pytest.mark.parametrize(
    "words",
    [
        "The lowest threshold previously seen in that class was {}.",
        "The lowest cut-off until then recorded in the class was {}.",
        "Its lowest score previously had been {}.",
        "The lowest CEC cut-off hitherto was {}.",
    ],
)
def test_what_was_the_extreme_before(words):
    news = "On 13 February the Canadian Experience Class round invited 27,332 candidates. "
    assert "437" in contradicted(news + words.format("437"), "2021-02-17")
    assert not contradicted(news + words.format("431"), "2021-02-17")


def test_a_record_of_any_draw_is_one_of_all_types():
    text = (
        "The nominees' 902 of 30 May 2018 is the highest cut-off of any draw so far. The old record was {}."
    )
    assert not wrong(text.format(886), date(2018, 6, 4))
    assert set(wrong(text.format(868), date(2018, 6, 4))) == {"868"}


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("IRCC stands at 135,215 invitations. No year since 2015 has had more. The old high was {}, in 2021.", "114,224", "107,350"),
        ("The previous annual record was {} invitations.", "114,224", "113,998"),
        ("Until now the record for one year was {}.", "114,224", "98,903"),
        ("The former yearly best, {} in 2021, was passed in September.", "114,224", "110,266"),
        ("Before this year the highest total was {}, in 2021.", "114,224", "142,224"),
        ("In 2021 there were 114,224 invitations. The old record, {}, was from 2020.", "107,350", "89,800"),
        ("For French speakers it is a record year, too. The old high was {}, in 2025.", "48,000", "40,800"),
    ],
)  # fmt: skip
def test_records_of_years(text, true, false):
    assert contradicted(text.format(true), "2026-10-02") == []
    assert contradicted(text.format(false), "2026-10-02") == [false]


@pytest.mark.parametrize(
    "text",
    [
        "The old record of the pool was 250,123 profiles.",
        "The previous monthly high was 33,782.",
        "The old high was about 114,000, in 2021.",
        "In 2021 the record fell. The old high was 107,350.",
    ],
)
def test_sums_that_are_no_records_of_years(text):
    assert contradicted(text, "2026-10-02") == []
