"""Which one a draw is."""

from datetime import date

import pytest

from tests.articles.facts.rules.judging import contradicted
from tests.articles.facts.rules.saying import right, wrong


@pytest.mark.parametrize(
    ("text", "day", "claim"),
    [
        ("The STEM draw of 5 July 2023 was the first STEM draw ever.", date(2023, 7, 8), "first"),
        ("On 6 July 2023 healthcare had its second draw.", date(2023, 7, 8), "second"),
        (
            "Doctors with Canadian experience had their third draw on 3 September 2026.",
            date(2026, 10, 2),
            "third",
        ),
        ("The healthcare draw of November 14, 2025, is the sixth of the year.", date(2025, 11, 14), "sixth"),
        ("The transport draw of 7 August 2026 was the first since March 2024.", date(2026, 8, 8), "first"),
    ],
)
def test_the_right_number_agrees(text, day, claim):
    assert not wrong(text, day)
    assert claim in right(text, day)


@pytest.mark.parametrize(
    ("text", "day", "claims"),
    [
        (
            "The STEM draw of 5 July 2023 was the second STEM draw ever.",
            date(2023, 7, 8),
            {"second": "first"},
        ),
        (
            "On August 19, 2025, IRCC held its fourth draw of the year for healthcare.",
            date(2025, 8, 20),
            {},
        ),
        (
            "On August 19, 2025, IRCC held its fifth healthcare draw of the year.",
            date(2025, 8, 20),
            {"fifth": "fourth"},
        ),
        (
            "On December 8, 2023, IRCC held the STEM draw with 5,900 invitations, the first for STEM.",
            date(2023, 12, 9),
            {"first": "second"},
        ),
    ],
)
def test_another_number_is_wrong(text, day, claims):
    assert wrong(text, day) == claims


def test_so_many_in_a_row():
    day = date(2025, 11, 14)
    text = "The CEC draw of November 12, 2025, had 1,000 invitations for the {} time in a row."
    assert not wrong(text.format("fifth"), day)
    assert wrong(text.format("fourth"), day) == {"fourth": "fifth"}


@pytest.mark.parametrize(
    "text",
    [
        "The first draw had 779 invitations.",
        "The cut-off was lower than in the first STEM draw.",
        "IRCC said that a first draw for trades will come.",
        "In its sixth draw of the year Manitoba chose 263 candidates of the Canadian Experience Class on 6 July 2023.",
    ],
)
def test_names_plans_and_provinces_are_no_claims(text):
    assert not wrong(text)


def test_that_first_round_is_a_name():
    assert not wrong(
        "Draws resumed on 6 July 2022. That first round had 1,500 invitations.", date(2022, 11, 25)
    )


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # The time that the words give, and the day on which a category began.
        ("The trades draw of 2 April 2026 was the {} for trades since the category began in 2023.", date(2026, 4, 4), ("sixth", "fifth")),
        ("The healthcare draw of 19 August 2025 was the {} since the first in June 2023.", date(2025, 8, 20), ("tenth", "ninth")),
        ("Wednesday's healthcare draw was the {} of this year and the sixth since 2023.", date(2024, 11, 25), ("third", "fifth")),
        ("The French draw of 1 February 2024 was the {} French-language draw of 2024.", date(2024, 2, 2), ("first", "third")),
        # What the news is about, and not the one before it that was spoken of last.
        (
            "On 5 July 2024, 3,750 health workers were invited. The draw before it, on 14 February, had 3,500. It is the {} healthcare draw so far.",
            date(2024, 7, 6),
            ("fifth", "fourth"),
        ),
        ("On 13 February 2021 the CEC had 27,332 invitations. It is the {} this year for the Canadian Experience Class.", date(2021, 2, 14), ("third", "fifth")),
        ("On 2 April 2026 trades had a draw. It is the {} trades draw since 2023.", date(2026, 4, 3), ("sixth", "third")),
        # Of all time, and not since its criteria changed.
        ("On 31 May 2024 the CEC had 3,000. It was the {} CEC round in Express Entry.", date(2024, 6, 2), ("29th", "first")),
    ],
)  # fmt: skip
def test_the_time_in_which_draws_are_put_in_order(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    [claim] = wrong(text.format(false), day)
    assert claim.startswith(false)


@pytest.mark.parametrize(
    "text",
    [
        "IRCC held three rounds. A third and final round came on Friday and was for French.",
        "It was the fourth round since Tuesday and the first of its kind; French speakers had 493 points.",
    ],
)
def test_an_order_among_all_draws_is_not_one_of_a_type_named_later(text):
    assert not wrong(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("From a first round at 886 points to one at 469: a long look back.", date(2019, 12, 27)),
        ("On 27 February 2015 there were 1,187 invitations, the first round above a thousand.", date(2015, 3, 1)),
        ("On 29 April 2021 the CEC had 6,000 invitations. It was the second round of that size.", date(2021, 5, 1)),
        ("The French draw of 15 August 2024 was the third of this week.", date(2024, 8, 16)),
    ],
)  # fmt: skip
def test_an_order_among_some_draws_is_not_one_of_the_type(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Friday's French round was the {} in four days.", ("fourth", "fifth")),
        ("Thursday's healthcare round was the {} draw in as many days.", ("third", "fourth")),
        ("The French round of July 7 was the {} category-based draw in three days.", ("third", "fourth")),
    ],
)
def test_which_one_a_draw_is_in_so_many_days(text, found):
    true, false = found
    assert not wrong(text.format(true))
    assert set(wrong(text.format(false))) == {false}


def test_the_first_ever_is_not_the_first_of_the_week():
    text = "On 10 July 2026 senior managers were invited. Our {} draw ever for this category!"
    title = {"title": "The draws of this week"}
    assert not wrong(text.format("second"), date(2026, 7, 11), **title)
    assert set(wrong(text.format("first"), date(2026, 7, 11), **title)) == {"first"}


def test_the_first_ever_without_the_word_draw():
    text = "On 7 August 2026 came transport, the {} ever."
    assert not wrong(text.format("fourth"), date(2026, 8, 9))
    assert set(wrong(text.format("first"), date(2026, 8, 9))) == {"first"}


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        # A fragment, a second order, the newest though another is spoken of, a time that is another draw's.
        ("Tuesday: trades, 1,000 at 425. The {} trades draw ever.", date(2023, 12, 21), "second", "third"),
        ("On April 15, 2026 French candidates were invited. It was the third draw in as many days and the {} for French speakers this year.", date(2026, 4, 16), "fourth", "fifth"),
        ("French speakers were invited on 17 December 2025; the cut-off had been 408 on November 28. This was the {} French round of 2025.", date(2025, 12, 18), "ninth", "eighth"),
        ("On May 26, 2017 nominees were invited. It was only the {} draw for nominees, after that of November 2016.", date(2017, 6, 5), "second", "third"),
    ],
)  # fmt: skip
def test_which_one_the_draw_told_of_is(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Saturday 27,332 members of the Canadian Experience Class were invited. Nominees had 902 once, in May 2017. It was the sixth draw of the year and the third for the Canadian Experience Class.", set()),
        ("On Saturday 27,332 members of the Canadian Experience Class were invited. Nominees had 902 once, in May 2017. It was the sixth draw of the year and the fourth for the Canadian Experience Class.", {"fourth"}),
        ("The draw was the first in a category under the new rules, and it was for the Canadian Experience Class.", set()),
    ],
)  # fmt: skip
def test_an_order_of_all_before_one_of_a_type(text, found):
    assert set(wrong(text, date(2021, 2, 15))) == found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It was the seventh round for trades in three years, and the third of this year.", {"third"}),
        ("It was the seventh round for trades in three years, and the second of this year.", set()),
        ("A trades draw was held in April, and another on Thursday, the fourth of this year.", {"fourth"}),
        ("The third trades draw of this year will come before Christmas.", set()),
    ],
)
def test_no_draw_of_a_type_has_a_place_beyond_the_last(text, claims):
    assert set(wrong(text, date(2026, 10, 4))) == claims


@pytest.mark.parametrize(
    "words",
    [
        "In the {} French-language draw since the category was born, IRCC called 7,000 candidates yesterday.",
        "In the {} French draw to date, IRCC invited 7,000 candidates yesterday.",
        "In the {} French round since the category's launch, IRCC invited 7,000 candidates yesterday.",
    ],
)
def test_a_draw_that_is_told_of_under_its_place(words):
    day = date(2024, 2, 2)
    assert not wrong(words.format("seventh"), day)
    assert wrong(words.format("sixth"), day) == {"sixth": "seventh"}


def test_a_draw_under_its_place_that_is_not_the_newest_is_left_alone():
    text = "In the sixth French-language draw so far, IRCC invited 1,000 candidates on 19 December 2023."
    assert not wrong(text, date(2024, 2, 2))


@pytest.mark.parametrize(
    "words",
    [
        "Friday's round, the {} for transport, was the first since 13 March 2024.",
        "The transport round of 7 August 2026, the {} for transport, is the first since 13 March 2024.",
    ],
)
def test_a_time_behind_another_place_is_not_of_the_first(words):
    day = date(2026, 8, 10)
    assert not wrong(words.format("fourth"), day)
    assert wrong(words.format("third"), day) == {"third": "fourth"}


@pytest.mark.parametrize(
    ("day", "text", "right", "wrong"),
    [
        (date(2017, 6, 9), "On 31 May the general draw came down to 413. It was the {} round of 2017.", "fifteenth", "seventeenth"),
        (date(2017, 6, 9), "On 31 May the general draw came down to 413, the {} draw of the year.", "fifteenth", "sixteenth"),
        (date(2015, 12, 21), "The draw of 18 December 2015 was the {} of the year.", "twenty-third", "twenty-fourth"),
        (date(2015, 12, 21), "Friday's draw, with 1,503 invitations, was the {} draw of 2015.", "twenty-third", "twenty-first"),
        (date(2023, 12, 28), "The trades draw of 19 December 2023 was the {} draw of the year.", "fortieth", "thirty-ninth"),
    ],
)  # fmt: skip
def test_a_place_in_words_may_be_a_high_one(day, text, right, wrong):
    accused = contradicted(text.format(right), day)
    assert accused == []
    assert contradicted(text.format(wrong), day) == [wrong]


def test_the_twenty_first_is_not_the_first():
    day = date(2018, 10, 1)
    assert (
        contradicted("The trades round of 24 September 2018 was the twenty-first draw of the year.", day)
        == []
    )


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Wednesday saw the {} nominee round of 2021.", date(2021, 12, 23), "twenty-fifth", "twenty-fourth"),
        ("The draw of 22 December 2021 was the {} nominee round of the year.", date(2021, 12, 23), "twenty-fifth", "fifth"),
    ],
)  # fmt: skip
def test_places_beyond_the_fifteenth_may_be_written_in_words(text, day, true, false):
    assert true not in wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(("order", "is_right"), [("28th", True), ("20th", False), ("31st", False)])
def test_the_draw_of_the_year_after_one_of_another_type(order, is_right):
    text = "In the Federal Skilled Trades Program 505 were invited, with a cut-off of 199.\n\nYesterday's was the {} round of 2017."
    assert (order not in wrong(text.format(order), date(2017, 11, 16))) is is_right


@pytest.mark.parametrize(
    "text",
    [
        "The first digit of a code stands for the broad kind of work, the second for the level of general training.",
        "A code has five digits. The fourth is the one for French, it says.",
    ],
)
def test_what_is_in_order_without_a_draw_is_none(text):
    assert wrong(text, date(2025, 3, 27)) == {}
