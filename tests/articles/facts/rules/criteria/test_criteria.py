import pytest

from articles.facts.model import Status
from articles.facts.rules.criteria.criteria import find
from tests.articles.facts.rules.judging import accused, agreed, findings

FALSE = [
    ("2026-06-01", "For healthcare draws candidates need six months of work experience.", "six months"),
    ("2024-06-01", "For STEM draws a candidate needs at least one year of continuous work experience.", "one year"),
    ("2026-06-01", "For physicians, experience abroad counts too.", "experience abroad counts"),
    ("2024-06-01", "For trades draws, only Canadian work experience counts.", "only Canadian work experience"),
    ("2026-06-01", "The trades category asks for 12 months of work, which must be continuous.", "must be continuous"),
    ("2024-06-01", "French-language candidates need NCLC 8 in all four abilities.", "8"),
    ("2024-06-01", "French-speaking candidates must also have worked in a listed occupation.", "worked in a listed occupation"),
    ("2024-06-01", "For the CEC draw candidates needed work in a listed occupation.", "work in a listed occupation"),
    ("2025-03-20", "## Does work abroad count for healthcare draws?\n\nNo.", "No"),
    ("2024-06-01", "For STEM draws six months of work within the past five years are required.", "five years"),
    ("2024-06-01", "French draws ask for NCLC 7 in at least two of the four abilities.", "in at least two of the four abilities"),
    ("2026-06-01", "## Must work for the trades category be continuous?\n\nYes.", "Yes"),
    ("2026-06-01", "The work experience that categories ask for:\n\n- Senior managers: 24 months of work in Canada", "24 months"),
    ("2026-06-01", "In 2023 twelve months of work were asked for in STEM draws.", "twelve months"),
]  # fmt: skip
TRUE = [
    ("2024-06-01", "The CEC asks for one year of skilled work in Canada within the past three years."),
    ("2024-06-01", "He had three years of experience as a welder when he was invited in the trades draw."),
    ("2024-06-01", "Welders need two years of experience for the Federal Skilled Trades Program."),
    ("2024-06-01", "Candidates for transport draws need half a year of experience."),
    (
        "2026-06-01",
        "The experience required has doubled, from six to twelve months, and need no longer be continuous.",
    ),
    ("2026-06-01", "French-language candidates need NCLC 9 in all four abilities."),
    ("2024-06-01", "Ten years of experience will not help if the trade is not listed."),
    ("2024-06-01", "“Healthcare draws require two years of experience.” Wrong."),
    ("2024-06-01", "Ontario's tech draws require two years of experience in Canada."),
    ("2026-10-01", "For trades draws candidates need 12 months of work in the past three years."),
    ("2024-06-01", "The pool of healthcare candidates has people with ten years of experience."),
    ("2024-06-01", "For the French category no work experience in a listed occupation is required."),
]


@pytest.mark.parametrize(("day", "text", "words"), FALSE)
def test_what_the_criteria_contradict(day, text, words):
    assert words in accused(find, day, text)


@pytest.mark.parametrize(("day", "text"), TRUE)
def test_what_they_do_not(day, text):
    assert accused(find, day, text) == []


def test_a_number_of_months_is_mended_in_its_own_form():
    finding = findings(find, "2026-06-01", "For STEM draws, six months of work are required.")[0]
    assert (finding.status, finding.expected, finding.replacement) == (
        Status.CONTRADICTED,
        "12 months",
        "twelve months",
    )


def test_agreement_is_said_too():
    assert agreed(find, "2024-06-01", "French-language candidates need NCLC 7 in all four abilities.") == [
        "7",
        "in all four abilities",
    ]


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        ("2025-03-07", "French still has no list; only the level counts, NCLC 9 in all four abilities.", ["9"]),
        ("2025-03-07", "French still has no list; only the level counts, NCLC 7 in all four abilities.", []),
        ("2026-09-16", "Military recruits need ten years of service and a job offer of at least two years from the Canadian Armed"
         " Forces.", ["two years"]),
        ("2026-09-16", "Military recruits need a job offer from the Canadian Armed Forces for at least three years.", []),
        ("2026-03-09", "# Categories in 2026\n\nThe new lists ask for 12 months, and that year must again be continuous.",
         ["continuous"]),
    ],
)  # fmt: skip
def test_conditions_by_the_words_around_them(day, text, words):
    assert [claim for claim in accused(find, day, text) if any(word in claim for word in words)] == words
    assert bool(accused(find, day, text)) is bool(words)


ASKED = """| Category | {} |
|---|---|
| Senior managers | {} |
| Researchers | {} |
| STEM | {} |
"""


@pytest.mark.parametrize(
    ("heading", "right", "mistaken"),
    [
        ("Must the experience be Canadian?", "yes yes no", "yes no no"),
        ("Only work done in Canada", "yes yes no", "yes yes yes"),
        ("Does foreign work count?", "no no yes", "no no no"),
        ("Is work without a break needed?", "no no no", "no yes no"),
        ("Are gaps allowed?", "yes yes yes", "yes yes no"),
        ("How many months of work?", "12 12 12", "12 6 12"),
    ],
)
def test_columns_of_yes_and_no_whatever_their_heading(heading, right, mistaken):
    assert not accused(find, "2026-05-05", ASKED.format(heading, *right.split()))
    assert len(accused(find, "2026-05-05", ASKED.format(heading, *mistaken.split()))) == 1


@pytest.mark.parametrize(
    "heading", ["Does Canadian work count?", "Any draw in Canada this year?", "Months since"]
)
def test_columns_that_ask_for_something_else(heading):
    assert not accused(find, "2026-05-05", ASKED.format(heading, "yes", "no", "yes"))


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        ("2024-03-15", "For French it is level {} in speaking, listening, reading and writing.", ("7", "5")),
        (
            "2024-03-15",
            "For French there is no list of jobs. You need level {} in all four skills.",
            ("7", "5"),
        ),
        (
            "2026-03-15",
            "# Trades\n\nYou have the months of work: {} of the past 36, together or in pieces.",
            ("12", "10"),
        ),
        (
            "2026-03-15",
            "On the trades list of 2026 are butchers; applicants now need {} of experience.",
            ("12 months", "6 months"),
        ),
    ],
)
def test_figures_of_conditions_in_other_words(day, text, words):
    right, wrong = words
    assert accused(find, day, text.format(right)) == []
    assert accused(find, day, text.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    ("day", "text", "part"),
    [
        (
            "2024-03-15",
            "Six months of work in health care will do, earned only inside Canada.",
            "only inside Canada",
        ),
        (
            "2024-03-15",
            "# Transport\n\nExperience from abroad counts only if half of it is from Canada.",
            "only if half",
        ),
        (
            "2024-03-15",
            "# Transport\n\nSix months of work. It must come from Canada.",
            "must come from Canada",
        ),
        (
            "2026-03-15",
            "Physicians need twelve months of work, gained in the home country.",
            "in the home country",
        ),
        (
            "2024-03-15",
            "# Trades\n\nSix months of work without interruption, in several of those occupations.",
            "in several",
        ),
        (
            "2026-03-15",
            "Everyone else on a list needs twelve months, and they still have to be continuous.",
            "still have to be",
        ),
        ("2026-03-15", "## Does the transport category want Canadian experience?\n\nYes.", "Yes"),
        ("2025-09-22", "French asks for NCLC 7. There is a list of 35 occupations.", "a list of"),
        (
            "2025-06-20",
            "Six months of work on a listed job, and you may take breaks between jobs.",
            "may take breaks",
        ),
    ],
)
def test_places_and_breaks_in_other_words(day, text, part):
    (said,) = accused(find, day, text)
    assert part in said


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (
            "2026-03-15",
            "Twelve months of work, in Canada or abroad, for all but physicians, senior managers and researchers.",
        ),
        ("2026-03-15", "## Does the transport category want Canadian experience?\n\nNo."),
        ("2026-03-15", "Physicians need twelve months of work, not gained in the home country."),
        ("2024-03-15", "Trades draws do not need Canadian experience; six months of work will do."),
    ],
)
def test_what_is_so_in_other_words(day, text):
    assert accused(find, day, text) == []


SERVED = "The draw was for skilled military recruits.\n\n{}"


@pytest.mark.parametrize(
    ("day", "text", "values"),
    [
        # How long a recruit has served, and how long the job is offered for.
        ("2026-07-24", SERVED.format("A recruit must have served in a foreign military for at least {} years."), ("ten", "five")),
        ("2026-07-24", "Skilled military recruits need {} years in a foreign army.", ("ten", "six")),
        ("2026-07-24", "For military recruits, a minimum service of {} years is required.", ("ten", "eight")),
        ("2026-07-24", "Military recruits need ten years of service and a Canadian Forces offer of at least {} years.", ("three", "four")),
        # Within how many years the work was done.
        ("2025-07-24", "For health care, {} of continuous work within the past three years count.", ("six months", "ten months")),
        ("2025-07-24", "Nurses need six months of experience, gained in the {} years before they apply.", ("three", "five")),
        ("2025-07-24", "# Nurses\n\nExperience older than {} years does not count.", ("three", "five")),
        ("2025-07-24", "# Nurses\n\nOnly work of the past {} years counts.", ("three", "five")),
        # "The lists" are of no type without one, and those renewed in a month those that began in it.
        ("2026-03-20", "# French draws\n\nFor the new lists other people need {} months of experience.", ("12", "18")),
        ("2026-03-20", "# French draws\n\nUnder the occupation lists, {} months of experience are enough.", ("twelve", "six")),
        ("2026-10-05", "The list for transport is short. It asks for {} of experience, as all the lists renewed in February do.", ("12 months", "six months")),
        ("2026-10-05", "Candidates for the STEM category must show {} of work under the rules of February 2026.", ("a year", "six months")),
        ("2026-10-05", "Until the middle of February trades asked for {} months of experience.", ("six", "nine")),
        ("2025-07-24", "## How far back may the work of nurses lie?\n\n{} years.", ("Three", "Five")),
        ("2025-07-24", "# Nurses\n\nSix months of work are needed, no more than {} years ago.", ("three", "five")),
        ("2026-10-05", "Since February all the lists have asked for {} months.", ("twelve", "six")),
        ("2026-03-20", "The new categories want {} of experience.", ("a year", "a year and a half")),
        # Whether it matters where.
        ("2025-03-02", "# The trades list\n\nIt makes {} whether the work was done in Canada or elsewhere.", ("no difference", "a difference")),
        ("2025-03-02", "# The trades list\n\nIt {} where the work was done.", ("does not matter", "matters")),
        ("2026-03-02", "For {} it does not matter whether the experience was gained in Canada or abroad.", ("welders", "physicians")),
    ],
)  # fmt: skip
def test_plain_conditions(day, text, values):
    right, wrong = values
    assert accused(find, day, text.format(right)) == []
    assert len(accused(find, day, text.format(wrong))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Military recruits need ten years of service; those with five years in the navy must wait.",
        "The lists are of no use to those who have three months of experience.",
        "Language tests older than two years do not count, whatever experience a nurse has.",
        "The military category requires ten years of service; most of those invited had 15 years in the army.",
        "For nurses 12 months of work are needed; up to two years ago it was six.",
        "The lists were renewed in February. Before, six months of experience were enough.",
        "The list of health care that was replaced in February asked for six months of experience.",
        "The list of nurses has changed little in the past two years, which counts for those at work.",
    ],
)
def test_years_of_something_else(text):
    assert accused(find, "2026-07-24", text) == []
