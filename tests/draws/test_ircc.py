from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draws.ircc import (
    Reason,
    Unreadable,
    is_french,
    possible_days,
    read_day,
    read_moment,
    read_number,
    read_programs,
)

# Every form that IRCC's feed has had, with the draw it stood at.
FORMS = {
    "July 06, 2023 at 14:25:05 UTC": (2023, 7, 6, 14, 25, 5),  # 255, the usual form
    "October 01, 2026 at 12:47:55  UTC": (2026, 10, 1, 12, 47, 55),  # 447
    "January 31, 2015 at 11:59:48 UTC": (2015, 1, 31, 11, 59, 48),  # 1
    "February 7, 2015 at 11:59:59 UTC": (2015, 2, 7, 11, 59, 59),  # 2
    "March 27, 2015 at 23:59:47": (2015, 3, 27, 23, 59, 47),  # 6
    "March 05, 2025 at 05:10:48": (2025, 3, 5, 5, 10, 48),  # 383
    "June 15, 2023 at 23:49:05": (2023, 6, 15, 23, 49, 5),  # 258
    "May 26 2025 at 12:28:38 UTC": (2025, 5, 26, 12, 28, 38),  # 382
    "February 18 2021 at 10:15:06 UTC": (2021, 2, 18, 10, 15, 6),  # 215
    "July 3rd 2026 at 04:45:08 UTC": (2026, 7, 3, 4, 45, 8),  # 432
    "April 12th, 2026 at 04:14:43 UTC": (2026, 4, 12, 4, 14, 43),  # 438
    "August 19th 2026 at 14:03:29 UTC": (2026, 8, 19, 14, 3, 29),  # 437
    "March 02. 2024 at 12:06:24 UTC": (2024, 3, 2, 12, 6, 24),
    "August 30. 2023 at 01:02:03 UTC": (2023, 8, 30, 1, 2, 3),
    "October 18, 2025 at  7:18:52 UTC": (2025, 10, 18, 7, 18, 52),
    "April 13, 2026  at 16:11:28 UTC": (2026, 4, 13, 16, 11, 28),
    "May 19,2022 06:48:41 UTC": (2022, 5, 19, 6, 48, 41),
    "December 12, 2022, at 13:31:17 UTC": (2022, 12, 12, 13, 31, 17),
    "June 19, 2023 06:41:05 UTC": (2023, 6, 19, 6, 41, 5),
    "June 22, 2021 at 20:19:59 PM UTC": (2021, 6, 22, 20, 19, 59),  # 210
    "September 30, 2023 at 04:22:17 AM UTC": (2023, 9, 30, 4, 22, 17),  # 270
    " August 06, 2018 at 22:08:55 UTC": (2018, 8, 6, 22, 8, 55),
    "June 12, 2023 at 16:25:40 UTC ": (2023, 6, 12, 16, 25, 40),
    "August 15, 2024 at 2024-08-15 15:11:54 UTC": (2024, 8, 15, 15, 11, 54),  # 310
    "January 23, 2025 at 2025-01-23 15:30:04 UTC": (2025, 1, 23, 15, 30, 4),  # 333
    "May 31, 2024 at12:48:30 UTC": (2024, 5, 31, 12, 48, 30),  # 297
    "October 15, 2025 15:55:18 UTC": (2025, 10, 15, 15, 55, 18),  # 373
    "October 25, 2023 at 15:48:39 AM UTC": (2023, 10, 25, 15, 48, 39),  # 270
    "31 janvier 2015 à 11:59:48 UTC": (2015, 1, 31, 11, 59, 48),  # 1, in French
    "1er février 2022 à 10:00:00 UTC": (2022, 2, 1, 10, 0, 0),
    "16 août 2023 a 09:00:00": (2023, 8, 16, 9, 0, 0),
    "7 decembre 2023 à 09:00:00 UTC": (2023, 12, 7, 9, 0, 0),
    "6 July 2023 at 14:25:05 UTC": (2023, 7, 6, 14, 25, 5),
    "2023-07-06 14:25:05 UTC": (2023, 7, 6, 14, 25, 5),
    "2023-07-06T14:25:05Z": (2023, 7, 6, 14, 25, 5),
}


@pytest.mark.parametrize(("text", "moment"), FORMS.items(), ids=FORMS)
def test_each_form_of_the_feed_reads_as_a_moment_in_utc(text, moment):
    assert read_moment(text) == datetime(*moment, tzinfo=UTC)


@pytest.mark.parametrize("text", ["july 06, 2023 at 14:25:05 utc", "July\u00a006, 2023 at 14:25:05 UTC"])
def test_capitals_and_odd_spaces_do_not_matter(text):
    assert read_moment(text) == datetime(2023, 7, 6, 14, 25, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "hour"), [("04:22:17 PM", 16), ("12:22:17 AM", 0), ("12:22:17 PM", 12), ("00:22:17 AM", 0)]
)
def test_am_and_pm_say_which_half_of_the_day_an_hour_up_to_twelve_means(words, hour):
    assert read_moment(f"June 22, 2021 at {words} UTC").hour == hour


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("October 7 at 16:38:21 UTC", Reason.NO_YEAR),  # 208
        ("Octuber 7, 2021 at 16:38:21 UTC", Reason.NO_MONTH),
        ("Oct 7, 2021 at 16:38:21 UTC", Reason.NO_MONTH),
        ("February 30, 2023 at 16:38:21 UTC", Reason.NO_SUCH_MOMENT),
        ("February 28, 2023 at 24:38:21 UTC", Reason.NO_SUCH_MOMENT),
        ("February 28, 2023 at 14:61:21 UTC", Reason.NO_SUCH_MOMENT),
        ("August 15, 2024 at 2024-08-16 15:11:54 UTC", Reason.CONTRADICTORY),
        ("June 22, 2021 at 20:19:59 EST", Reason.OTHER_ZONE),
        ("June 22, 2021 at 20:19 UTC", Reason.NO_SECONDS),
        ("2021-13-22T20:19:59Z", Reason.NO_SUCH_MOMENT),
        ("6 jullet 2023 à 14:25:05 UTC", Reason.NO_MONTH),
        ("6 juillet à 14:25:05 UTC", Reason.OTHER_FORM),
        ("June 22, 2021", Reason.OTHER_FORM),
        ("June 22, 21 at 20:19:59 UTC", Reason.OTHER_FORM),
        ("June 222021 at 20:19:59 UTC", Reason.OTHER_FORM),
        ("soon", Reason.OTHER_FORM),
        ("", Reason.OTHER_FORM),
        ("June ٢٢, 2021 at 20:19:59 UTC", Reason.OTHER_FORM),
    ],
)
def test_what_is_not_certain_is_unreadable_and_says_why(text, reason):
    with pytest.raises(Unreadable) as caught:
        read_moment(text)
    assert caught.value.reason is reason


@given(st.text())
def test_any_other_text_is_unreadable_and_nothing_worse(text):
    with suppress(Unreadable):
        assert read_moment(text).tzinfo is UTC


@given(st.integers(min_value=1_420_070_400, max_value=4_102_444_799))
def test_the_usual_form_reads_back_to_the_second(seconds):
    moment = datetime.fromtimestamp(seconds, UTC)
    assert read_moment(f"{moment:%B %d, %Y at %H:%M:%S UTC}") == moment


@pytest.mark.parametrize(
    ("text", "number"),
    [("4", 4), ("1,123", 1123), ("27,332", 27332), (" 500 ", 500), ("20 784", 20784), ("1\u202f500", 1500)],
)
def test_numbers_read_with_and_without_separators(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["", "1,50", "1.500", "-4", "+4", "1,500,", "12e3", "٤", "five", "1" * 5000])
def test_what_is_not_plainly_a_number_is_unreadable(text):
    with pytest.raises(Unreadable) as caught:
        read_number(text)
    assert caught.value.reason is Reason.NOT_A_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "March 6, 2025", "March 06 2025", "March 6th, 2025", "March 6,2025", "March 6. 2025", " march  6, 2025 ",
        "6 March 2025", "6 mars 2025", "6 MARS 2025", "2025-03-06", "2025/03/06", "2025-03-06T00:00:00",
    ],
)  # fmt: skip
def test_each_form_of_a_day_reads(text):
    assert read_day(text) == date(2025, 3, 6)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Marhc 6, 2025", Reason.NO_MONTH),
        ("6 fevreir 2025", Reason.NO_MONTH),
        ("February 30, 2025", Reason.NO_SUCH_MOMENT),
        ("2025-13-06", Reason.NO_SUCH_MOMENT),
        ("03-06-2025", Reason.OTHER_FORM),
        ("March 6", Reason.OTHER_FORM),
        ("March 6, 25", Reason.OTHER_FORM),
        ("2025-03-06T23:00:00", Reason.OTHER_FORM),
        ("", Reason.OTHER_FORM),
    ],
)
def test_a_day_that_is_not_certain_is_unreadable(text, reason):
    with pytest.raises(Unreadable) as caught:
        read_day(text)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("11-01-2023", {date(2023, 1, 11), date(2023, 11, 1)}),
        ("13/04/2023", {date(2023, 4, 13)}),
        ("31-31-2023", set()),
        ("2023-01-11", set()),
    ],
)
def test_a_day_in_figures_alone_can_mean_two(text, days):
    assert possible_days(text) == days


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Canadian Experience Class", ("CEC",)),
        (
            "Federal Skilled Worker, Canadian Experience Class, Federal Skilled Trades and Provincial Nominee Program",
            ("FSW", "CEC", "FST", "PNP"),
        ),
        (
            "Federal Skilled Worker Program, Canadian Experience Class, and Federal Skilled Trades Program",
            ("FSW", "CEC", "FST"),
        ),
        (
            "Catégorie de l\u2019expérience canadienne et Programme des candidats des provinces",
            ("CEC", "PNP"),
        ),
    ],
)
def test_programs_read_in_the_order_of_the_record(text, codes):
    assert read_programs(text) == codes


@pytest.mark.parametrize(
    "text", ["Federal Skilled Worker Progran", "Canadian Experience Class and something", "", "All"]
)
def test_a_program_spelt_otherwise_is_not_guessed(text):
    with pytest.raises(Unreadable) as caught:
        read_programs(text)
    assert caught.value.reason is Reason.UNKNOWN_WORDS


def test_french_words_are_told_from_english_ones():
    assert is_french("31 janvier 2015")
    assert is_french("6 août 2015")
    assert not is_french("January 31, 2015")
    assert not is_french("2015-01-31")
