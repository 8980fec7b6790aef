"""Who is found, why, and who comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from occupations.search.index import Index
from occupations.search.matching import find_near
from occupations.search.model import Fit
from tests.occupations.search.handful import INDEX, JOB_TITLES, OCCUPATIONS, codes, found


@pytest.mark.parametrize(
    ("query", "code", "fit", "title"),
    [
        ("63200", "63200", Fit.CODE, None),
        ("632", "63200", Fit.CODE_BEGINS, None),
        ("3200", "63200", Fit.CODE_PART, None),
        ("TEER 1", "31301", Fit.TEER, None),
        ("bus driver", "73301", Fit.TITLE, None),
        ("conductrice d'autobus", "73301", Fit.TITLE, None),
        ("infirmière autorisée", "31301", Fit.TITLE, None),
        ("truck drivers", "73300", Fit.JOB_TITLE, "Truck driver"),
        ("RN", "31301", Fit.TITLE, None),
        ("hv driver", "73300", Fit.JOB_TITLE, "Log truck driver"),
        ("cook (except chef)", "63200", Fit.TITLE, None),
        ("salesperson", "64100", Fit.JOB_TITLE_HEAD, "Salesperson - retail"),
        ("real estate", "63101", Fit.TITLE_BEGINS, None),
        ("log tru", "73300", Fit.JOB_TITLE_BEGINS, "Log truck driver"),
        ("driver", "73300", Fit.TITLE_ENDS, None),
        ("drivers transport", "73300", Fit.TITLE_WORDS, None),
        ("driver log", "73300", Fit.JOB_TITLE_WORDS, "Log truck driver"),
        ("camp", "63200", Fit.JOB_TITLE_WORDS, "Cuisinier/cuisinière de camp"),
        ("regsitered nurse", "31301", Fit.NEARLY, None),
        ("truk drivr", "73300", Fit.NEARLY, "Truck driver"),
    ],
)
def test_the_first_and_why_it_matched(query, code, fit, title):
    first = found(query)[0]
    assert (first.code, first.fit, first.job_title and first.job_title.title) == (code, fit, title)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("senior line cook", ["63200"]),
        ("line cook job", ["63200"]),
        ("trans port truck drivers", ["73300"]),
        ("linecook", ["63200"]),
        ("infirmier", ["31301"]),
        ("nurse registered", ["31301"]),
        ("registered manager nurse", []),
        ("senior job", []),
    ],
)
def test_words_are_joined_parted_and_left_out_where_that_finds_something(query, expected):
    assert codes(query) == expected


def test_whole_words_come_before_words_that_begin_so():
    assert codes("cook") == ["63200", "64100"]
    assert found("cook")[1].fit is Fit.JOB_TITLE_BEGINS


def test_spelling_is_put_right_only_where_nothing_is_found_as_it_stands():
    assert codes("cook") == codes("cooks")
    assert all(match.fit is not Fit.NEARLY for match in found("cooki"))
    assert [match.fit for match in found("kook")] == [Fit.NEARLY]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("truck dr", ["73300"]),
        ("registered n", ["31301"]),
        ("dr truck", []),
        ("dr", []),
        ("truck zz", []),
    ],
)
def test_the_last_of_several_words_may_be_begun_by_a_letter_or_two(query, expected):
    assert codes(query) == expected


def test_a_short_form_is_one_reading_and_the_beginning_of_a_word_is_another():
    """HV stands for "log truck"."""
    rows = [(n, f"1000{n}", 0, f"Synthetic group {n}", f"Groupe fictif {n}") for n in (1, 2)]
    titles = [(1, "en", "Driver hvacker"), (2, "en", "Driver of a log truck")]
    assert codes("driver hv", Index(rows, titles)) == ["10002", "10001"]
    assert codes("driver hv", Index(rows, titles[:1])) == ["10001"]


def test_where_nothing_is_found_one_known_word_may_have_another_ending():
    rows = [(n, f"1000{n}", 0, f"Synthetic group {n}", f"Groupe fictif {n}") for n in (1, 2, 3)]
    titles = [
        (1, "fr", "Technicien/technicienne en comptabilité"),
        (2, "fr", "Comptable"),
        (2, "en", "Comparator"),
        (3, "en", "Widget comptroller"),
    ]
    index = Index(rows, titles)
    assert [(m.code, m.fit) for m in found("technicienne comptable", index)] == [("10001", Fit.NEARLY)]
    assert codes("comptable", index) == ["10002"]
    # Of another family, not known, or two endings at once.
    assert codes("widget comptable", index) == []
    assert codes("technicienne comptablerie", index) == []
    assert codes("techniciennes comptables xyz", index) == []


def test_a_short_word_may_have_fewer_slips_than_a_long_one():
    assert codes("bas driver") == []
    assert codes("shcool bus driver") == ["73301"]
    assert codes("shcol bs driver") == []


def test_among_equals_the_occupation_with_more_titles_is_first_then_the_shorter_title_then_the_lower_code():
    rows = [(n, f"1000{n}", 0, f"Synthetic group {n}", f"Groupe fictif {n}") for n in (3, 1, 2, 4)]
    titles = [
        (4, "en", "Widget turner"),
        (3, "en", "Widget turner"),
        (2, "en", "Widget turner helper"),
        (2, "en", "Widget turner mate"),
        (1, "en", "Widget turner - glass"),
    ]
    index = Index(rows, titles)
    assert codes("widget turner", index) == ["10003", "10004", "10001", "10002"]
    assert codes("widget", index) == ["10002", "10003", "10004", "10001"]
    assert [match.job_titles for match in found("widget", index)] == [2, 1, 1, 1]


def test_a_code_decides_where_words_agree_with_it_and_comes_first_where_they_do_not():
    assert codes("733 bus") == ["73301"]
    assert codes("73300 cook") == ["73300", "63200", "64100"]
    assert codes("99999 bus") == ["73301"]


def test_a_teer_category_narrows_words():
    assert codes("TEER 3") == ["63101", "63200", "73300", "73301"]
    assert codes("TEER 4 cook") == ["64100"]
    assert codes("TEER 5 cook") == []


def test_two_classifications_may_have_the_same_code():
    both = Index([*OCCUPATIONS, (7, "63200", 2, "Cooks of tomorrow", "Cuisiniers de demain")], JOB_TITLES)
    assert [(m.occupation_id, m.code) for m in found("63200", both)] == [(4, "63200"), (7, "63200")]


def test_an_everyday_title_of_no_known_occupation_is_left_out():
    assert codes("phantom", Index(OCCUPATIONS, [(99, "en", "Phantom")])) == []


def test_titles_near_to_what_finds_nothing_share_a_word_with_it_or_its_letters():
    assert codes("blorf driver") == []
    near = find_near("blorf driver", INDEX)
    assert near
    assert all("driver" in title.title.casefold() for title in near[:2])
    assert find_near("qqqq wwww", INDEX) == []
    assert find_near("", INDEX) == []


@given(
    st.text()
    | st.lists(st.sampled_from(["truck", "TEER 2", "noc", "733", "cook", "'", "rn", "\0", "é"])).map(" ".join)
)
def test_any_text_finds_a_list_in_which_everyone_is_once(query):
    ids = [match.occupation_id for match in found(query)]
    assert len(ids) == len(set(ids)) <= len(OCCUPATIONS)
    assert len(find_near(query, INDEX)) <= 5
