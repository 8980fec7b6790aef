"""The text against itself."""

from datetime import date

import pytest

from articles.facts.model import Status
from articles.facts.rules.inside import inside
from tests.articles.facts.rules.saying import findings, wrong

DAY = date(2023, 7, 8)


def of(text, day=DAY):
    return wrong(text, day, rule=inside.find)


def test_the_total_of_a_table():
    text = "| Province | Nominees |\n|---|---|\n| Ontario | 20 |\n| Alberta | 30 |\n| Total | {} |\n"
    assert not of(text.format(50))
    assert of(text.format(60)) == {"60": "50"}


def test_cut_offs_are_not_added_up():
    text = "| Province | CRS |\n|---|---|\n| Ontario | 20 |\n| Alberta | 30 |\n| Total | 60 |\n"
    assert not of(text)


def test_an_empty_cell_needs_a_human():
    text = "| Province | Nominees |\n|---|---|\n| Ontario | 20 |\n| Alberta | – |\n| Manitoba | 30 |\n"
    [found] = findings(text, DAY, rule=inside.find)
    assert (found.status, found.claim) == (Status.NEEDS_HUMAN, "–")


def test_so_many_things_as_announced():
    text = "## {} things to do\n\n- one thing\n- another\n- a third\n"
    assert not of(text.format("Three"))
    assert of(text.format("Four")) == {"Four": "3"}


def test_so_many_items_in_a_row():
    text = "There are {}: healthcare, STEM, trades, transport, agriculture and agri-food, and French."
    assert not of(text.format("six"))
    assert of(text.format("five")) == {"five": "6"}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("IRCC will hold a draw on 5 July 2023.", {"will hold"}),
        ("The draw on 6 July 2023 is going to be for healthcare.", {"is going to be"}),
        ("IRCC will hold a draw on 12 July 2023.", set()),
        ("IRCC said on 28 June 2023 that a draw will be held on 5 July 2023.", set()),
        ("Candidates invited on 4 July 2023 will have 60 days.", set()),
    ],
)
def test_a_future_that_is_past(text, claims):
    assert set(of(text)) == claims


def test_a_share_of_more_than_everybody():
    assert of("That is 120 per cent of candidates.") == {"120": "100"}
    assert not of("The number rose by 120 per cent.")


def test_a_poll_may_allow_several_answers():
    text = "In our poll, 64 per cent of readers named French, 31 per cent healthcare and 28 per cent trades."
    assert [item.status for item in findings(text, DAY, rule=inside.find)] == [Status.NEEDS_HUMAN]
    assert not findings(text.replace("64", "40"), DAY, rule=inside.find)


def test_what_is_added_up_in_figures():
    assert not of("With the sister in Laval that is 391 + 50 + 15 = 456.")
    assert of("With the sister in Laval that is 391 + 50 + 15 makes 466.") == {"466": "456"}
    assert of("The week: 1,500 + 2,300 invitations are 3,700.") == {"3,700": "3,800"}


def test_the_headline_promises_what_is_numbered():
    text = "**1.** It was small.\n\n**2.** It was early.\n\n**3.** It was for nurses.\n"
    assert wrong(text, DAY, rule=inside.find, title="Four things to know about the draw") == {"Four": "3"}
    assert not wrong(text, DAY, rule=inside.find, title="Three things to know about the draw")
    assert not wrong(text.replace("**2.** ", ""), DAY, rule=inside.find, title="Four things to know")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("We have nine cooks (five bakers and three grillers) at your side.", {"nine": "8"}),
        ("We have nine cooks (six bakers and three grillers) at your side.", {}),
        ("We had nine draws (five for nurses and three for nominees).", {}),
        ("Three: whoever works, whether listed or not, may be drawn by anybody, at any time", {}),
    ],
)
def test_parts_make_the_whole(text, claims):
    assert of(text) == claims


def test_as_many_questions_as_are_answered():
    text = "## Who?\n\nAll.\n\n## When?\n\nNow.\n\n## Where?\n\nHere.\n\n{} answers above are short."
    assert of(text.format("The four")) == {"four": "3"}
    assert not of(text.format("The three"))
    assert not of(text.replace("answers above", "answers elsewhere").format("Four"))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The office will publish a leaflet on Monday.", set()),
        ("Last Thursday, a day that nobody will have forgotten, it rained.", set()),
        ("Thursday's draw is one that nurses will talk about.", set()),
        (
            "Two rounds came on end. They will invite nurses (1,500 at 463) and French speakers (2,300 at 439).",
            {"will invite"},
        ),
        ("Two rounds came on end. They may say that more rounds will invite nurses (1,500 at 463).", set()),
        ("2021 will be the year of the 75, the cut-off of 13 February 2021.", set()),
        ("The draw of 5 July 2023 will be the largest.", {"will be"}),
        ("Cooks are to be called again on 4 July 2023 (700), nurses on 6 July 2023.", {"are to be"}),
    ],
)
def test_a_future_is_past_only_where_its_own_day_is(text, claims):
    assert set(of(text)) == claims


@pytest.mark.parametrize(
    ("text", "mistaken"),
    [
        ("Of the 40 nurses who wrote to us, 22 had been invited and 18 had not.", None),
        ("Of the 40 nurses who wrote to us, 22 had been invited and 16 had not.", "40"),
        ("We asked 12 teachers about French: seven have taken a test, four have not.", "12"),
        # Others may have said nothing.
        ("Of the 40 nurses who wrote to us, 22 had been invited and 16 had a nomination.", None),
    ],
)
def test_those_who_did_and_those_who_did_not_are_all(text, mistaken):
    assert set(wrong(text, DAY, rule=inside.find)) == ({mistaken} if mistaken else set())


@pytest.mark.parametrize(
    ("text", "right", "mistaken"),
    [
        ("A nomination is near, and the 600 points would take him from 431 to {}.", "1,031", "1,131"),
        ("Fifteen? No: 50 points for strong French lift a nurse from 432 to {}.", "482", "472"),
        ("The cut-off was 463 and her score 470, {} above it.", "seven", "eight"),
        ("The bar stood at 463, but my score is 451, {} points short.", "12", "22"),
    ],
)
def test_scores_are_reckoned(text, right, mistaken):
    assert of(text.format(right)) == {}
    assert set(of(text.format(mistaken))) == {mistaken}


@pytest.mark.parametrize(
    "text",
    [
        "The 600 rounds took us from 431 to 1,131 invitations a week.",
        "It took 15 points, and the cut-off went from 431 to 460.",
        "The cut-off was 463 and her score 470, two weeks above the average.",
        "The cut-off was 463 and her brother's score 470, nine above hers.",
    ],
)
def test_what_is_no_reckoning(text):
    assert of(text) == {}


@pytest.mark.parametrize(
    ("number", "claims"), [("six", ["six"]), ("three", ["three"]), ("two", []), ("several", [])]
)
def test_a_headline_says_how_many_tables_there_are(number, claims):
    table = "| Day | Size |\n| --- | --- |\n| 4 July | 700 |\n"
    found = wrong(f"{table}\nAnd then:\n\n{table}", rule=inside.find, title=f"2023 in {number} tables")
    assert list(found) == claims


@pytest.mark.parametrize(
    ("lead", "claims"),
    [
        ("Here are the last three draws, every one on a weekday (my day of the laundry):", ["three"]),
        ("Here are the last two draws, every one on a weekday (my day of the laundry):", []),
        ("Below are all the latest three draws:", ["three"]),
        ("These are the two draws, with their sizes:", []),
    ],
)
def test_a_sentence_before_a_table_says_how_many_rows_it_has(lead, claims):
    text = f"{lead}\n\n| Day | Size |\n| --- | --- |\n| 4 July | 700 |\n| 5 July | 1,500 |\n"
    assert list(wrong(text, rule=inside.find)) == claims


def test_what_is_announced_stands_in_the_sentence_of_the_number():
    items = "\n\n- cooks\n- bakers\n- butchers\n"
    assert of("Five things stood out for us:" + items) == {"Five": "3"}
    assert not of(
        "The revision leaves five categories with 79 occupations. For students of these trades:" + items
    )


@pytest.mark.parametrize(
    "text",
    [
        "The next transport round will be held on 13 March. A score of 430 was enough for it.",
        "The next transport draw is to take place on March 13, 2024. It had 975 invitations.",
        "The next French round is due to come on 26 March. It invited 1,500.",
        "IRCC will hold the next transport round on 13 March.",
        "On 13 March the department will hold its next draw. A score of 430 was enough.",
        "The next round is going to be on 26 March, when 1,500 French speakers were invited.",
        "The next transport round is scheduled to be held on 13 March. The cut-off was 430.",
        "On March 26 the next of the French rounds will be held.",
    ],
)
def test_the_next_draw_is_past_on_its_day(text):
    assert of(text, date(2024, 3, 28))
    assert not of(text, date(2024, 3, 1))


@pytest.mark.parametrize(
    "text",
    [
        "The next transport round will be held on 13 April.",
        "The next transport round will be held in March 2025.",
        "The next transport round was held on 13 March. A score of 430 was enough for it.",
        "The next round will follow the one of 26 March.",
        "The next round will be held two weeks after 26 March.",
        "After the round of 26 March the next will be for nurses.",
        "The next round will be larger than that of 26 March.",
        "IRCC said the next round will be held on 26 March.",
        "The next newsletter will be sent on 13 March.",
    ],
)
def test_the_next_draw_may_be_to_come(text):
    assert not of(text, date(2024, 3, 28))
