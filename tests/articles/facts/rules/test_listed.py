"""Figures of several types side by side."""

from datetime import date

from tests.articles.facts.rules.saying import wrong

NOVEMBER = date(2025, 11, 29)
COUNTS = "IRCC held six rounds in November: {} for provincial nominees, two for the Canadian Experience Class, one for healthcare and one for French."
SUMS = "In November French speakers got 6,000 invitations, healthcare workers {}, CEC candidates 2,000 and provincial nominees 1,491."
SHARES = "CEC candidates received 27 per cent of the invitations of 2024, French speakers {} per cent and provincial nominees 16 per cent."


def test_counts_of_types():
    assert not wrong(COUNTS.format("two"), NOVEMBER)
    assert wrong(COUNTS.format("three"), NOVEMBER) == {"three": "2"}


def test_sums_of_types():
    assert not wrong(SUMS.format("3,500"), NOVEMBER)
    assert wrong(SUMS.format("3,050"), NOVEMBER) == {"3,050": "3,500"}


def test_shares_of_types():
    assert not wrong(SHARES.format(23), date(2024, 12, 20))
    assert wrong(SHARES.format(33), date(2024, 12, 20)) == {"33": "23"}


def test_a_poll_is_none_of_the_records():
    text = "In the poll, 71 per cent asked for general draws, 55 per cent for CEC draws and 16 per cent for nominees."
    assert not wrong(text, date(2024, 12, 20))


def test_draws_of_particular_days_are_left_to_their_own_rule():
    text = "On 5 July 2023, 500 STEM candidates were invited, and on 12 July 2023 3,900 French speakers."
    assert not wrong(text, date(2023, 7, 14))
