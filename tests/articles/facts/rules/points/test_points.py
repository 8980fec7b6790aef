import pytest

from articles.facts.model import Status
from articles.facts.rules.points.points import find
from tests.articles.facts.rules.judging import accused, findings

FALSE = [
    (
        "2017-06-02",
        "On June 6 the rules change. If your French is strong, and your English as well, you gain 40 points.",
        "40",
    ),
    (
        "2017-11-03",
        "A sister in Canada has counted for 50 points since June, and strong French with strong English now adds 30 points.",
        "50",
    ),
    ("2024-06-01", "Provincial nominees receive 500 extra CRS points.", "500"),
    ("2024-06-01", "The 650 points that come with a nomination all but secure an invitation.", "650"),
    ("2016-11-17", "A nomination by a province stays at 500 points.", "500"),
    ("2024-06-01", "A sister in Canada adds 30 points.", "30"),
    ("2024-06-01", "A nomination is worth 600 points, a sibling in Canada 25 and French up to 50.", "25"),
    ("2024-06-01", "French adds 50 points; 15 where English is weak.", "15"),
    ("2025-06-01", "A job offer still gives 50 points.", "50"),
    ("2024-06-01", "| What | Points |\n|---|---|\n| Job offer, senior manager | 100 |", "100"),
    ("2025-06-01", "## Does a job offer give points?\n\nYes.", "Yes"),
    ("2025-04-05", "The points for job offers ended on May 25, 2025.", "May 25, 2025"),
]
TRUE = [
    (
        "2017-06-02",
        "On June 6 the rules change. If your French is strong, and your English as well, you gain 30 points.",
    ),
    (
        "2017-11-03",
        "A sister in Canada has counted for 15 points since June, and strong French with strong English now adds 30 points.",
    ),
    ("2024-06-01", "A job offer gives 50 or 200 points."),
    ("2024-06-01", "A nomination still stands at 600 points."),
    ("2025-06-01", "A job offer gave 50 or 200 points until March 25, 2025."),
    ("2024-06-01", "Nominees needed 752 points, French speakers 375 and nurses 431."),
    ("2024-06-01", "The cut-off for French fell by 50 points, that for nominees rose by 12 points."),
    ("2024-06-01", "A nominee with 752 points needs only 152 points besides the nomination."),
    ("2024-06-01", "The draw gave nominees 1,000 invitations and French speakers 2,500."),
]


@pytest.mark.parametrize(("day", "text", "words"), FALSE)
def test_what_the_table_contradicts(day, text, words):
    assert accused(find, day, text) == [words]


@pytest.mark.parametrize(("day", "text"), TRUE)
def test_what_it_does_not(day, text):
    assert accused(find, day, text) == []


def test_points_are_mended():
    (finding,) = findings(find, "2024-06-01", "A nomination adds 500 points.")
    assert (finding.status, finding.expected, finding.replacement) == (Status.CONTRADICTED, "600", "600")
    assert [(row.kind, row.key) for row in finding.rows] == [("points", "nomination")]


def test_the_day_on_which_points_ended_is_written_as_it_stood():
    found = findings(find, "2025-06-05", "Job offers have given no points since May 25, 2025.")
    assert [finding.replacement for finding in found if finding.status is Status.CONTRADICTED] == [
        "March 25, 2025"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A nomination is worth 600 points, a sibling in Canada 25.", ["25"]),
        ("What counts: a nomination (600), a brother or sister in Canada (15), a Canadian degree of three years or more (35).", ["35"]),
        ("A sibling in Canada is worth 15, and a Canadian credential of three years or more 30.", []),
        ("My sister in Canada is 25.", []),
    ],
)  # fmt: skip
def test_points_in_a_row_without_a_verb_of_their_own(text, words):
    assert accused(find, "2024-05-01", text) == words


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        # A condition before or behind a number that goes on from another.
        ("2024-05-01", "French adds 50 points together with good English, otherwise {}.", ("25", "15")),
        ("2024-05-01", "Canadian study of three years or more adds 30 points, of one or two years {}.", ("15", "25")),
        ("2024-05-01", "French adds 25 points alone; with strong English {}.", ("50", "45")),
        ("2018-05-01", "A nomination counts for 600, a job offer, since November 2016, for {} in most occupations.", ("50", "60")),
        # A number of its own, and a day until which.
        ("2026-03-08", "Before March 25, 2025 an offer for such a senior post carried {} points.", ("200", "300")),
        ("2025-06-01", "Job offers gave 50 or 200 points until {}.", ("March 24, 2025", "May 24, 2025")),
    ],
)  # fmt: skip
def test_points_on_a_condition(day, text, words):
    right, wrong = words
    assert accused(find, day, text.format(right)) == []
    assert accused(find, day, text.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2025-01-06", "Nominees, who carry 600 extra points, saw 691 to 791 in 2023."),
        ("2020-10-30", "Somebody with 440 points, 15 of them for French, now has 450."),
        (
            "2017-06-20",
            "A nomination counts for 600. Canadian study adds 15 for one or two years and 30 for more.",
        ),
    ],
)
def test_points_of_another_time_and_ranges_are_left_alone(day, text):
    assert accused(find, day, text) == []


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        # Since when something is given.
        ("2017-06-30", "Since {}, a brother or sister in Canada has brought 15 points.", ("June 6", "June 16")),
        ("2016-12-30", "On {} the value of a job offer was cut to 50 points, or 200 for a senior manager.", ("November 19", "November 9")),
        ("2020-12-01", "On {} the points for French were raised to 50 with strong English.", ("October 20", "October 2")),
        # What it has been since a day, it is today.
        ("2018-01-05", "Since November 9, 2016 a Canadian degree has carried {} points or more.", ("15", "20")),
        # From what it was changed, and to what.
        ("2018-01-05", "On November 19, 2016 the value of a job offer was cut from {} points to 50 for most.", ("600", "500")),
        # Strong French is no strong English.
        ("2018-01-05", "Candidates with strong French receive {} points, or 30 if their English is good too.", ("15", "25")),
        ("2026-03-02", "Her French brings {} points beside her strong English.", ("50", "25")),
    ],
)  # fmt: skip
def test_since_when_points_are_given(day, text, words):
    right, wrong = words
    assert all(right not in claim for claim in accused(find, day, text.format(right)))
    assert wrong in accused(find, day, text.format(wrong))


def test_an_answer_is_about_the_number_that_is_asked_for():
    question = "Is a job offer still worth {} points?\n\nNo. The rules are others now."
    assert accused(find, "2018-01-05", question.format(600)) == []
    assert accused(find, "2018-01-05", question.format(50)) == ["No"]


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        ("2024-12-20", "A nomination adds 600 points, a sibling in Canada 15, and a job offer in most skilled occupations 200.", ["200"]),
        ("2024-12-20", "A nomination adds 600 points, a sibling in Canada 15, and a job offer in most occupations 50.", []),
        ("2025-09-30", "The 600 points that a senior manager's job offer was worth until March 2025 are gone.", ["600"]),
        ("2025-09-30", "The 200 points that a senior manager's job offer was worth until March 2025 are gone.", []),
        ("2025-09-30", "Until March 2025 a job offer was worth 600 points.", ["600"]),
        ("2025-09-30", "Until November 2016 any job offer was worth 600 points.", []),
        ("2025-02-10", "A job offer gives me 50 points, and with 585 I would be far above today's.", []),
    ],
)  # fmt: skip
def test_points_of_a_time_that_is_over(day, text, words):
    assert accused(find, day, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("French gives 50 points, or 25 with weak English. These values date from October 2021.", ["October 2021"]),
        ("French gives 50 points, or 25 with weak English. Both amounts have applied since 2020.", []),
        ("French gives 50 points, or 25 with weak English. These amounts date from October 2020; from June 2017 until then they were"
         " 25 and 15.", ["25"]),
        ("French gives 50 points, or 25 with weak English. These amounts date from October 2020; from June 2017 until then they were"
         " 30 and 15.", []),
        ("Since October 20, 2019, French has given 50 points with strong English and 30 with weak English.",
         ["October 20, 2019", "30"]),
    ],
)  # fmt: skip
def test_the_day_from_which_amounts_told_before_are(text, words):
    assert accused(find, "2025-04-10", text) == words


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        ("2026-03-10", "The French bonus, 25 or {} points, counts in every draw.", ("50", "40")),
        ("2026-03-10", "Since October 2020, French with English has brought 50 points, up from {}.", ("30", "15")),
        ("2026-03-10", "Strong French and strong English: 50 points instead of {}.", ("30", "15")),
        ("2021-03-10", "The points for French were raised from 15 to {} and from 30 to 50.", ("25", "30")),
        ("2026-03-10", "Before October 2020, French brought 30 points with strong English and {} without.", ("15", "25")),
        ("2026-03-10", "French with strong English has been worth 50 points since {}.", ("October 2020", "June 2017")),
        ("2026-03-10", "French brings 50 and 25 points. The figures have been in force since {}.", ("October 2020", "June 2017")),
        ("2026-03-10", "The points for French were introduced in {}.", ("2017", "2015")),
        ("2026-03-10", "Points for a sibling have existed since {}.", ("June 2017", "November 2016")),
        ("2026-03-10", "Job offers lost their points in {}.", ("March 2025", "May 2025")),
        ("2026-03-10", "Points for a job offer were abolished in {}; a nomination still brings 600.", ("March 2025", "May 2025")),
        ("2026-03-10", "Until {}, a job offer was worth 50 or 200 points.", ("March 2025", "March 2024")),
        ("2026-03-10", "In {} the points for French were raised.", ("October 2020", "June 2021")),
        ("2026-03-10", "With a nomination in your pocket, {} points are added to your score.", ("600", "500")),
        ("2025-03-10", "Your job offer? Worth {} points today.", ("50", "100")),
        ("2025-03-10", "A job offer has been worth 50 or 200 points since {}; before, it was 600.", ("November 2016", "June 2017")),
        ("2025-03-10", "Job offer points, 50 or 200, end on {}.", ("25 March", "31 March")),
        ("2025-03-10", "A job offer is worth {} points to a plumber.", ("50", "200")),
        ("2026-03-10", "Studying in Canada: 15 points for one or two years, {} for three or more.", ("30", "25")),
        ("2018-06-10", "French with English: 30. French without English: {}.", ("15", "25")),
        ("2026-03-10", "The additional points, 50 with strong English and {} without, count as well.", ("25", "15")),
    ],
)  # fmt: skip
def test_points_and_days_in_other_words(day, text, words):
    right, wrong = words
    assert accused(find, day, text.format(right)) == []
    assert accused(find, day, text.format(wrong)) == [wrong]


def test_another_day_beside_the_one_on_which_points_ended_is_of_something_else():
    told = "On 25 March 2025 the points for a job offer were taken away, and in 2026 further changes were {}."
    assert accused(find, "2026-10-01", told.format("proposed")) == []
    assert accused(find, "2026-10-01", told.format("proposed").replace("25 March 2025", "May 2024")) != []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("## What if I speak French well and English well too?\n\nThen you receive {} additional points; with French at that"
         " level and little English it is 25.", ("50", "30")),
        ("## What if I speak French well?\n\nYou get up to {} points.", ("50", "30")),
        ("## What if I have a sister in Toronto?\n\nThat is {} points.", ("15", "25")),
        ("## How many points does French bring?\n\nWith good English you receive {} additional points.", ("50", "30")),
        ("If a province nominates you, you get {} extra points.", ("600", "500")),
    ],
)  # fmt: skip
def test_answers_to_what_if(text, values):
    right, wrong = values
    assert accused(find, "2024-09-05", text.format(right)) == []
    assert accused(find, "2024-09-05", text.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "## What if my spouse speaks French?\n\nThen you get up to 20 points for your spouse's skills.",
        "## What if I speak French but have 380 points?\n\nWith 50 points more you have 430 points.",
        "## What if my French gets better?\n\nYou get 22 points per ability.",
    ],
)
def test_what_is_no_bonus_in_an_answer(text):
    assert accused(find, "2024-09-05", text) == []
