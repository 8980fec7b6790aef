"""What is said of occupations and lists at a distance, in answers and in other words."""

import pytest

from articles.facts.rules.occupations.occupations import find
from tests.articles.facts.rules.judging import accused


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1. *How many occupations are on the STEM list today?* 11.\n2. *And on the education list?* Six.", ["Six"]),
        ("1. *How many occupations are on the STEM list today?* 11.\n2. *And on the education list?* Five.", []),
        ("Software engineers are not on the STEM list. Data scientists, happily, are.", ["Data scientists, happily, are"]),
        ("Software engineers are not on the STEM list. Civil engineers, on the other hand, are.", []),
    ],
)  # fmt: skip
def test_what_goes_on_from_a_question_or_a_sentence(text, words):
    assert accused(find, "2025-08-30", text) == words


def test_an_answer_is_of_today_whatever_day_is_told_behind_it():
    text = "# Am I on the trades list?\n\n{} NOC {} was on the list until February of this year."
    assert accused(find, "2026-10-16", text.format("*Cook.* Yes;", "63200")) == ["Cook.* Yes"]
    assert accused(find, "2026-10-16", text.format("*Cook.* No;", "63200")) == []


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        # The one code of a sentence is that of its one title, wherever that stands.
        ("2025-03-05", "Pharmacists came onto the healthcare list last week, under code 31121.", "31121"),
        ("2025-03-05", "- Cook: on the trades list since last week, 63201.", "63201"),
        ("2024-06-03", "Carpenters have been on the trades list from the beginning, with the code 72311.", "72311"),
        # What is said of a title is said of it, though its code is wrong.
        ("2023-09-29", "The list for transport has ten jobs. Bus drivers, code 73310, are on it as well.", "73310, are on it"),
        ("2023-10-29", "The agriculture list is short. Specialized livestock workers, code 85100, are on that list.", "85100, are on that list"),
        # An example is no part.
        ("2025-08-30", "Trades have had no draw. The list of trades now has 10 jobs, with cooks among them.", "10"),
        ("2025-08-30", "On the trades list of 25 jobs are plumbers and dentists.", "dentists"),
        # Another figure says that the list is the one that was meant.
        ("2025-03-05", "Data scientists stayed on the STEM list. That list went from 24 occupations to 16.", "16"),
    ],
)  # fmt: skip
def test_what_is_said_at_a_distance(day, text, words):
    assert any(words in claim for claim in accused(find, day, text))


@pytest.mark.parametrize(
    "text",
    [
        "Pharmacists came onto the healthcare list last week, under code 31120.",
        "Pharmacists came onto the list, and code 72106 left another one.",
        "- Cook: on the trades list since last week, 63200.",
        "The list of trades now has 25 jobs, with cooks among them.",
        "On the trades list of 25 jobs are plumbers and cooks.",
    ],
)
def test_what_is_right_at_a_distance(text):
    assert not accused(find, "2025-03-05", text)


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        # sizes
        ("2025-09-10", "The round was the first under the trades list of February, which has {} occupations.", ("25", "23")),
        ("2025-09-10", "If you teach you fall under education, a list of {} occupations.", ("five", "six")),
        ("2025-09-10", "The healthcare list kept its 37, STEM its {}.", ("11", "12")),
        ("2025-09-10", "Health care: 37. STEM: 11. Trades: 25. Education: {}.", ("five", "six")),
        ("2025-09-10", "{} of the 24 STEM occupations are gone.", ("19", "20")),
        ("2025-09-10", "Only {} of the old 24 STEM occupations remain.", ("five", "seven")),
        ("2025-09-10", "Of the old STEM list {} occupations remain.", ("five", "six")),
        ("2025-09-10", "The new health list has {} more occupations than the old one.", ("two", "three")),
        ("2025-09-10", "STEM went from 24 occupations to 11, a loss of {}.", ("13", "14")),
        ("2026-03-15", "On the old transport list of {} were truck drivers.", ("ten", "eleven")),
        ("2026-03-15", "Transport is back with four occupations, {} of them old.", ("two", "three")),
        # codes
        ("2026-03-15", "Four occupations, from NOC 00012 to NOC {}, are the senior managers' list.", ("00015", "00014")),
        ("2024-05-10", "The trades list contains plumbers, carpenters, welders, electricians and {} more.", ("six", "nine")),
        # membership
        ("2025-03-10", "Instructors of persons with disabilities moved from {} to education.", ("healthcare", "STEM")),
    ],
)  # fmt: skip
def test_figures_of_lists_in_other_words(day, text, words):
    right, wrong = words
    assert accused(find, day, text.format(right)) == []
    assert accused(find, day, text.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    ("day", "text", "titles"),
    [
        ("2026-03-15", "There are 31100, 31101 and 31102, the last being {}.", ("family physicians", "specialists in surgery")),
        ("2025-03-10", "The only occupation left in agriculture is {}.", ("butchers", "farm supervisors")),
        ("2025-03-10", "Until February, {} were on no list at all.", ("cooks", "carpenters")),
        ("2025-03-10", "On no list are software developers, and neither are {}.", ("web designers", "mechanical engineers")),
        ("2024-09-10", "There is room on the healthcare list for chiropractors, but none for {}.", ("pharmacists", "dentists")),
        ("2024-09-10", "The healthcare list is for nurses and doctors; it is not for {}.", ("pharmacists", "optometrists")),
        ("2025-10-10", "On the trades list: cooks yes, {} yes, bakers no.", ("roofers", "chefs")),
        ("2025-10-10", "The healthcare list dropped six occupations in February, such as {}.", ("kinesiologists", "dentists")),
        ("2025-10-10", "The trades list gained 19 occupations in February, such as {}.", ("cooks", "carpenters")),
        ("2025-03-10", "{} have no place on the healthcare list.", ("Acupuncturists", "Veterinarians")),
        ("2026-03-15", "The trades list swapped {} for butchers.", ("cooks", "plumbers")),
        ("2026-03-15", "The trades list swapped cooks for {}.", ("butchers", "bakers")),
        ("2024-05-10", "- Dentists: health care\n- {}: trades", ("Plumbers", "Roofers")),
        ("2026-03-15", "Researchers: university professors and {}.", ("research assistants", "librarians")),
        ("2025-06-20", "The following left the healthcare list in February: kinesiologists and {}.", ("acupuncturists", "dentists")),
        ("2025-06-20", "Who came in? Pharmacists. Unlike chefs, {} are listed as a trade.", ("cooks", "bakers")),
        ("2025-09-22", "On the trades list, roofers (73110) appear and {} do as well.", ("cooks", "chefs")),
        ("2025-09-22", "On the education list teachers qualify as well, and {} do too.", ("teacher assistants", "librarians")),
    ],
)  # fmt: skip
def test_members_in_other_words(day, text, titles):
    right, wrong = titles
    assert accused(find, day, text.format(right)) == []
    (said,) = accused(find, day, text.format(wrong))
    assert wrong in said


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("- Welders: 72106\n- Industrial electricians: {}", ("72201", "72200")),
        ("Commissioned officers have 40042, operations members have {}.", ("43204", "42102")),
        ("My brother is a carpenter. His code is {}.", ("72310", "72300")),
    ],
)
def test_codes_of_longer_titles(text, codes):
    right, wrong = codes
    assert accused(find, "2026-03-15", text.format(right)) == []
    (said,) = accused(find, "2026-03-15", text.format(wrong))
    assert said.endswith(wrong)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2025-03-10", "Look for kinesiologists on the new healthcare list: they are gone."),
        ("2024-05-10", "Plumbers (72300) figure on the trades list and transport truck drivers (73300) on that for transport."),
        ("2025-03-10", "A trades list of 10 has become one of 25."),
        ("2025-06-20", "TEER 2 jobs dominate the trades list."),
        ("2025-10-10", "On the trades list: cooks yes, chefs no, bakers no."),
        ("2024-09-10", "The list is not only for doctors: physiotherapists and massage therapists are on it as well."),
        ("2024-09-10", "Every trade on the list is of TEER 2, but for 73200, which is TEER 3."),
        ("2026-06-10", "The shortest list is that of researchers, with two; the longest, with 37, is that of health care."),
        ("2024-09-10", "There is room on the healthcare list for chiropractors, but none for pharmacists."),
        ("2026-08-10", "The trades list kept its 25 occupations: butchers came, cooks went."),
        ("2026-10-02", "# Trades\n\nThere was a round. Truck drivers take part in a strike today."),
        ("2026-06-08", "# Trades\n\nDifferences between the new list and the old one:\n\n- Cooks\n- Butchers\n- Carpenters"),
        ("2026-06-08", "# Trades\n\nOccupations that readers often ask about:\n\n- Carpenters\n- Plumbers\n- Cooks\n- Welders"),
        ("2026-08-08", "# Transport\n\nTen occupations were on the old list. The new one has four."),
        ("2025-03-10", "The STEM list was rebuilt in February 2025: civil engineers stayed, while data scientists left."),
        ("2024-05-10", "The trades list contains plumbers, carpenters, welders, electricians and six more."),
    ],
)  # fmt: skip
def test_what_is_no_claim_of_a_list(day, text):
    assert accused(find, day, text) == []


@pytest.mark.parametrize(
    ("day", "text", "types"),
    [
        ("2024-09-10", "{} has the most occupations.", ("Health care", "STEM")),
        ("2024-09-10", "The longest list is that of {}.", ("health care", "STEM")),
        ("2026-06-10", "The shortest list is that of {}.", ("researchers", "physicians")),
    ],
)
def test_the_longest_and_the_shortest_list(day, text, types):
    right, wrong = types
    assert accused(find, day, text.format(right)) == []
    assert accused(find, day, text.format(wrong)) == [wrong]


AMONG = "# Builders wait\n\nThe department invited people with experience in a trade. {}"
NEW_LIST = (
    "# Transport is back\n\nThe old list had ten occupations. The new one has four:\n\n1. Aircraft mechanics and aircraft inspectors (72404)"
    "\n2. Air pilots, flight engineers and flying instructors\n3. Automotive service technicians, truck and bus mechanics and mechanical repairers"
    "\n4. {}"
)
ROUND = "# Trades round\n\nThursday's round for trades brought 3,500 invitations.\n\n{}"


@pytest.mark.parametrize(
    ("day", "text", "values"),
    [
        # What goes on from an occupation on a list is said of that list.
        ("2025-09-19", AMONG.format("Since then the list has 25 entries; cooks are among them, and so are {}."), ("carpenters", "butchers")),
        ("2025-09-19", AMONG.format("Since then the list has 25 entries; cooks are among them, as are {}."), ("carpenters", "butchers")),
        ("2025-09-19", "Who belongs to the trades? Roofers do, and so do {}.", ("plumbers", "butchers")),
        ("2024-01-04", "The lists are for health care, STEM and trades. Actuaries are in; {} are in as well.", ("audiologists", "pharmacists")),
        ("2025-09-19", "# Trades\n\nThe list has 25 entries, {} among them.", ("plumbers", "butchers")),
        # A list of the new list, in items.
        ("2026-08-08", NEW_LIST, ("Aircraft instrument, electrical and avionics mechanics, technicians and inspectors", "Transport truck drivers")),
        # Who could take part was on the list in force.
        ("2026-10-02", ROUND, ("Butchers could take part.", "Cooks could take part.")),
        ("2026-10-02", ROUND.format("Butchers (63201) could take part this time. {}, could too."), ("Carpenters, code 72310", "Cooks, code 63200")),
        ("2026-10-02", ROUND.format("Eligible this time: carpenters, {}."), ("butchers", "cooks")),
        ("2026-10-02", ROUND.format("## Could {} take part?\n\nThey could."), ("butchers", "cooks")),
        # Sizes
        ("2026-10-05", "Senior managers had three rounds. The {} codes of their list all begin with 000.", ("four", "five")),
        ("2026-10-05", "Senior managers had three rounds. All {} codes on their list begin with 000.", ("four", "five")),
        ("2026-02-20", "In all the lists for 2026 have 94 entries, but only {} different codes.", ("91", "94")),
        ("2026-02-20", "Together the lists hold {} distinct codes.", ("91", "94")),
        # One word of a title misspelt beside its code
        ("2025-03-02", "| Code | Occupation |\n|---|---|\n| 72102 | {} |", ("Sheet metal workers", "Sheet mettle workers")),
    ],
)  # fmt: skip
def test_plain_claims_of_lists(day, text, values):
    right, wrong = values
    assert accused(find, day, text.format(right)) == []
    assert accused(find, day, text.format(wrong))
