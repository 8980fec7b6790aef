"""Weekdays with a day beside them, in sentences and in tables, and weekdays on which nothing was drawn."""

from datetime import date

import pytest

from articles.facts.rules import over_draws
from articles.facts.rules.relative import relative_days, weekdays
from tests.articles.facts.rules.saying import wrong

TABLE = """| Day | Draw | Invitations | Cut-off |
|---|---|---|---|
| {} | All programs | 4,750 | 561 |
| {} | French | 1,000 | 470 |
| {} | Transport | 670 | 435 |
"""


@pytest.mark.parametrize(
    ("days", "mistaken"),
    [
        (("Wed 6 December", "Thu 7 December", "Wed 20 December"), {}),
        (("Wed. 6 Dec.", "Fri. 7 Dec.", "Wed. 20 Dec."), {"Fri": "Thursday"}),
        (("Wednesday, December 6", "Thursday, December 7", "Tuesday, December 20"), {"Tuesday": "Wednesday"}),
        (("Thurs 6 December 2023", "Thurs 7 December 2023", "20 December 2023"), {"Thurs": "Wednesday"}),
    ],
)
def test_weekdays_in_the_cells_of_a_table(days, mistaken):
    assert wrong(TABLE.format(*days), date(2023, 12, 22), rule=weekdays.find) == mistaken


def test_weekdays_in_sentences():
    text = "On {}, 6 July 2023, IRCC invited 1,500 candidates; the list came on {} 31 May."
    assert wrong(text.format("Thursday", "Wed"), rule=weekdays.find) == {}
    assert wrong(text.format("Tuesday", "Tue"), rule=weekdays.find) == {
        "Tuesday": "Thursday",
        "Tue": "Wednesday",
    }


@pytest.mark.parametrize(
    ("text", "day", "right", "mistaken"),
    [
        ("On {} Canada invited 2,427 people.", date(2016, 11, 18), "Wednesday", "Tuesday"),
        ("Invitations went out on {}, 3,900 of them.", date(2023, 7, 8), "Thursday", "Friday"),
        ("{} was for people with a nomination. There were 648 invitations.", date(2024, 10, 24), "Monday", "Sunday"),
        ("{} it was their turn. It made 521 invitations.", date(2021, 9, 16), "Yesterday", "Today"),
    ],
)  # fmt: skip
def test_a_weekday_on_which_nothing_was_drawn(text, day, right, mistaken):
    assert wrong(text.format(right), day, rule=relative_days.find) == {}
    found = wrong(text.format(mistaken), day, rule=relative_days.find)
    assert not found or set(found) == {mistaken}
    assert found or "3,900" in text


@pytest.mark.parametrize(
    "text",
    [
        "On Friday the office will be open; 2,427 people were invited.",
        "The list of 2,427 invitations was published on Friday.",
        "Since Friday nobody has had an invitation, and 2,427 were invited before.",
        "On Friday 2,400 people were invited.",
    ],
)
def test_what_may_have_been_on_a_day_besides(text):
    assert wrong(text, date(2016, 11, 19), rule=relative_days.find) == {}


JUNE = """## June

| Date | Draw | Invitations | Cut-off |
|---|---|---|---|
| 10 June | Nominees | 341 | 743 |
| 11 June | Experience class | 3,559 | 437 |
| 24 June | Nominees | 392 | 696 |
| 25 June | Experience class | 3,508 | 431 |

"""


@pytest.mark.parametrize(
    ("text", "day", "right", "mistaken"),
    [
        (JUNE + "The nominees come on a Wednesday, the Canadian Experience Class on a {}.", date(2020, 7, 3), "Thursday", "Friday"),
        ("The lists were announced on 27 February 2025, that is last {}.", date(2025, 3, 5), "Thursday", "Tuesday"),
        ("On {} of last week, 1 November, 290 nominees were invited.", date(2017, 11, 10), "Wednesday", "Monday"),
        ("Yesterday's draw, held on a {}, had 5,000 invitations.", date(2024, 8, 1), "Wednesday", "Thursday"),
        ("The last draw was on {}, three days ago.", date(2022, 10, 1), "Wednesday", "Tuesday"),
        ("All programs came on the 19th and the 26th of September, both a {}.", date(2023, 9, 29), "Tuesday", "Monday"),
    ],
)  # fmt: skip
def test_weekdays_beside_days(text, day, right, mistaken):
    assert wrong(text.format(right), day, rule=over_draws.find) == {}
    assert any(mistaken in claim for claim in wrong(text.format(mistaken), day, rule=over_draws.find))
