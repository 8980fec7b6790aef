"""How many draws."""

from datetime import date

import pytest

from articles.facts.model import Status
from tests.articles.facts.rules.saying import findings, right, wrong


@pytest.mark.parametrize(
    ("text", "day", "claim"),
    [
        ("IRCC held four draws this week.", date(2023, 7, 8), "four"),
        ("In 2024 there were eleven French draws.", date(2025, 1, 2), "eleven"),
        ("There are now 59 rounds in 2026.", date(2026, 10, 3), "59"),
        ("No STEM draw was held in 2025.", date(2025, 12, 31), "No STEM draw"),
    ],
)
def test_a_number_of_draws_of_the_record_agrees(text, day, claim):
    assert claim in right(text, day)
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "claim", "actual"),
    [
        ("IRCC held five draws this week.", date(2023, 7, 8), "five", "4"),
        ("In 2024 there were ten French draws.", date(2025, 1, 2), "ten", "11"),
        ("There are now 58 rounds in 2026.", date(2026, 10, 3), "58", "59"),
        (
            "# All-program draws since July\n\nThe number of draws is 12, each on a Wednesday.",
            date(2022, 11, 25),
            "12",
            "11",
        ),
        ("There was no healthcare draw in October 2025.", date(2025, 12, 1), "no healthcare draw", "1"),
        ("In September there was one French draw.", date(2026, 10, 3), "one", "0"),
    ],
)
def test_a_number_of_draws_that_the_record_has_not_is_wrong(text, day, claim, actual):
    assert wrong(text, day) == {claim: actual}


def test_the_change_is_a_word_where_the_number_is_one():
    [found] = [
        item for item in findings("IRCC held five draws this week.") if item.status is Status.CONTRADICTED
    ]
    assert (found.rule, found.replacement, found.live) == ("counts", "four", "[[draws week=2023-W27 count]]")


@pytest.mark.parametrize(
    "text",
    [
        "Two of the draws this week were large.",
        "The last three draws of 2023 were small.",
        "In the same months of 2022 there were eight draws.",
        "IRCC will hold two more draws in July 2023.",
    ],
)
def test_parts_and_other_numbers_are_no_counts(text):
    assert not wrong(text)


def test_a_question_says_which_days_its_answer_counts():
    text = "768, in two draws."
    day = date(2025, 9, 30)
    question = {"question-1": "How many provincial nominees were invited in September?"}
    assert wrong(text, day, name="answer-1", **question) == {"two": "3"}


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # Parts behind a colon have times of their own.
        ("Transport had three draws: two in 2023, one in 2024.", date(2024, 12, 20), {}),
        ("In May 2025 there were seven rounds: three in its first week.", date(2025, 6, 1), {"seven": "4"}),
        # A size before the number or behind it.
        ("In 2024, 400: three rounds in October and November.", date(2024, 12, 20), {}),
        ("From 5 July 2025 until now there have been three CEC draws.", date(2025, 9, 30), {}),
        ("From 5 July 2025 until now there have been five CEC draws.", date(2025, 9, 30), {"five": "3"}),
        # Days that are named for them.
        ("In autumn 2025 the CEC had five draws, on 1 October, 28 October and 12 November.", date(2025, 11, 20), {"five": "3"}),
        ("In autumn 2025 the CEC had three draws, on 1 October, 28 October and 12 November.", date(2025, 11, 20), {}),
        ("Nominees had four rounds: 711 invitations on 10 November and 777 on 25 November.", date(2025, 11, 28), {"four": "2"}),
        ("The 3,000 were reached three times: 12 June and 26 June 2025.", date(2025, 7, 1), {"three": "2"}),
        # Parts of the draws that were counted before.
        ("Of the nine draws held in the first quarter of 2023, five were open to all programs.", date(2023, 3, 30), {}),
        ("Of the nine draws held in the first quarter of 2023, six were open to all programs.", date(2023, 3, 30), {"six": "5"}),
        ("In 2024 there were 19 category draws, of which eleven for French.", date(2024, 12, 20), {}),
        ("In 2024 there were 19 category draws, of which nine for French.", date(2024, 12, 20), {"nine": "11"}),
        ("By September 2024 the CEC had been drawn many times, six rounds in all.", date(2024, 9, 30), {}),
        # "Not one", "these", parts of others.
        ("Between 1 May and 30 June 2024 not one French round was held.", date(2024, 7, 2), {}),
        ("Over these rounds, five in number, the cut-off fell.", date(2024, 7, 2), {}),
        ("The list has 37 lines, eight of them new; healthcare was drawn in July 2025.", date(2025, 8, 1), {}),
        ("Taken together, the categories have had 19 draws in 2024.", date(2024, 12, 20), {}),
    ],
)  # fmt: skip
def test_counts_with_their_parts_days_and_sizes(text, day, found):
    assert wrong(text, day) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # A time of another clause, or one that is compared with.
        ("August was busy in 2024. It had six rounds, whereas May had two.", date(2025, 1, 3), {}),
        ("The year counts 59 rounds, more than at this point of 2025.", date(2026, 10, 3), {}),
        ("The year counts 57 rounds, more than at this point of 2025.", date(2026, 10, 3), {"57": "59"}),
        ("July has brought eight rounds, the year 42 rounds so far.", date(2026, 7, 24), {}),
        # Days of which one end is not understood.
        ("From some day in July last year till now there were four draws for nominees.", date(2026, 6, 26), {}),
        ("CEC: 33 rounds from 31 May 2024 to last week.", date(2026, 5, 2), {}),
        # Which month it is, and not that it had none.
        ("It is the second month of this year with no French round.", date(2026, 10, 3), {}),
        ("The month ended with no French round in September.", date(2026, 10, 3), {}),
        # So often below a line.
        ("The French draw was below 400 for the second time since March.", date(2025, 12, 17), {}),
    ],
)  # fmt: skip
def test_times_that_are_not_those_of_a_count(text, day, found):
    assert wrong(text, day) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # Beside the sum of their invitations.
        ("Put together, 2022 stands at 46,539 invitations after 24 rounds.", date(2022, 11, 25), {}),
        ("Put together, 2022 stands at 46,539 invitations after 26 rounds.", date(2022, 11, 25), {"26": "24"}),
        ("Healthcare has come far: 23,350 invitations in nine rounds.", date(2025, 8, 20), {"nine": "10"}),
        ("Healthcare has come far: 23,350 invitations in ten rounds.", date(2025, 8, 20), {}),
        ("September is over. There were seven rounds with 11,288 invitations.", date(2026, 10, 9), {"seven": "8"}),
        # A round sum may be that of other draws.
        ("In July the CEC had 6,000 invitations in the last two draws.", date(2026, 7, 31), {}),
        # What goes on about the type spoken of, and days of another clause.
        ("Healthcare is popular. The category has now had six draws since June 2023.", date(2025, 5, 5), {"six": "7"}),
        ("Healthcare is popular. The category has now had seven draws since June 2023.", date(2025, 5, 5), {}),
    ],
)  # fmt: skip
def test_counts_beside_sums_and_of_what_is_spoken_of(text, day, found):
    assert wrong(text, day) == found


def test_a_standfirst_counts_in_the_time_of_the_headline():
    title = {"title": "Express Entry in the first half of 2026"}
    text = "The {} rounds by type and by month."
    assert wrong(text.format(35), date(2026, 7, 2), name="standfirst", **title) == {"35": "34"}
    assert not wrong(text.format(34), date(2026, 7, 2), name="standfirst", **title)


def test_a_text_that_tells_of_later_draws_may_count_them():
    day = date(2026, 10, 16)
    text = "Nominees were invited on 13 October 2026. So far this year there have been {} draws."
    assert not wrong(text.format(60), day)
    assert [found.status for found in findings(text.format(60), day) if found.claim == "60"] == [
        Status.NOT_IN_RECORD
    ]
    assert "50" in wrong(text.format(50), day)
    assert wrong("So far this year there have been 70 draws.", day) == {"70": "59"}


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # A type behind another word than the draws is none of theirs.
        ("Two Express Entry draws in one day: trades at 241, nominees at 673.", date(2017, 11, 2), {}),
        # Two years together.
        ("In 2021 and 2022 there were 66 draws.", date(2022, 12, 31), {}),
        ("In 2021 and 2022 there were 68 draws.", date(2022, 12, 31), {"68": "66"}),
        # Draws of one size, people who speak of draws, and draws since something else.
        ("The record of 5,000 had been reached in four rounds of 2020.", date(2021, 2, 14), {}),
        ("We asked 30 readers about 2024: 12 expect larger rounds, 18 do not.", date(2024, 1, 5), {}),
        ("The list is two weeks old, and three rounds have followed.", date(2025, 3, 14), {}),
        # The sum is that of one type by chance, and the number is right of all.
        ("All-program draws are back. February had six draws with 2,960 invitations.", date(2024, 3, 2), {}),
    ],
)  # fmt: skip
def test_what_is_counted_is_told_from_what_stands_beside_it(text, day, found):
    assert wrong(text, day) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("The year 2024 was long. From January to June there were 20 rounds; from July to December {} rounds.", date(2025, 1, 2), ("32", "30")),
        ("French is back. So far this year there have been {} of these rounds.", date(2025, 12, 20), ("nine", "ten")),
        ("In 2025 nominees had the most rounds, {}, with 10,898 invitations.", date(2026, 1, 3), ("24", "23")),
        ("Here is our coverage of the {} December rounds.", date(2024, 12, 30), ("three", "five")),
        ("In 2018 there were just over 89,000 invitations, or exactly 89,800, in {} rounds.", date(2019, 1, 3), ("28", "24")),
    ],
)  # fmt: skip
def test_counts_in_other_words(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("How many draws were there in all of 2024? **{}**, of which 14 for nominees.", date(2025, 1, 4), ("52", "54")),
        ("*How many draws has 2026 seen?* {}, with 44,862 invitations.", date(2026, 3, 6), ("Fourteen", "Fifteen")),
        ("How many STEM rounds since 2023? {}, all told.", date(2024, 12, 30), ("Three", "Five")),
    ],
)  # fmt: skip
def test_a_question_in_the_same_paragraph_says_what_is_counted(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("- **Canadian Experience Class:** six rounds, 14,000 invitations.", {"six"}),
        ("- **Canadian Experience Class:** seven rounds, 14,000 invitations.", set()),
        ("- Canadian Experience Class – six draws", {"six"}),
        ("- Senior managers: one draw", {"one"}),
        ("- Senior managers: two draws, 750 invitations", set()),
        ("- For senior managers: four rounds", {"four"}),
    ],
)
def test_a_type_before_all_else_is_that_of_the_draws(text, claims):
    assert set(wrong(f"## The third quarter of 2026\n\n{text}", date(2026, 10, 2))) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Healthcare had three of the draws.", {"three"}),
        ("Healthcare had four of the draws.", set()),
        ("The education category got three of them.", {"three"}),
        ("French speakers received 25,500 invitations in four draws.", {"four"}),
        ("French speakers received 25,500 invitations in five draws.", set()),
        ("French speakers received five of these.", set()),
    ],
)
def test_some_of_the_draws_that_were_counted_before(text, claims):
    assert set(wrong(f"Since January there have been 38 draws. {text}", date(2025, 9, 19))) == claims


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("On Saturday 27,332 people of the Canadian Experience Class were invited. This year's {} earlier CEC rounds were small.", date(2021, 2, 15), "two", "five"),
        ("The Department held 23 rounds in 2015. All but {} of them were open to every program.", date(2016, 1, 4), "one", "three"),
        ("Before July this year there were {} draws.", date(2022, 11, 25), "13", "15"),
        ("The year had 24 draws; before July this year it had {} draws.", date(2022, 11, 25), "13", "15"),
        ("The Department held 23 rounds in 2015. All except {} of them were for all programs.", date(2016, 1, 4), "one", "four"),
    ],
)  # fmt: skip
def test_all_but_so_many_and_those_besides_one(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("In 2021 {} rounds went to the Canadian Experience Class, the last on September 14.", date(2022, 7, 7), "17", "19"),
        ("In 2021 {} draws were given to provincial nominees.", date(2022, 7, 7), "25", "17"),
        ("It is the lowest score of the {} French rounds held to date.", date(2024, 2, 2), "seven", "eight"),
        ("That is the largest of the {} French rounds so far.", date(2024, 2, 2), "seven", "nine"),
        ("In spring 2024 there were {} all-program rounds in the two months, on March 12 and 25 and on April 10 and 23.", date(2024, 12, 20), "four", "five"),
        ("In September 2026 there were {} rounds for the class in the month, on September 1, September 15 and September 29.", date(2026, 10, 16), "three", "four"),
    ],
)  # fmt: skip
def test_all_draws_of_a_type_or_of_the_days_that_follow(text, day, true, false):
    assert wrong(text.format(true), day) == {}
    assert set(wrong(text.format(false), day)) == {false}
