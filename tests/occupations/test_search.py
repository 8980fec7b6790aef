"""The search of occupations over the whole classification and all 57,708 job titles."""

import pytest

from occupations.models import Occupation, OccupationTitle
from occupations.search import Fit, search, search_all

pytestmark = pytest.mark.django_db


def codes(query, count=None):
    return [match.code for match in search(query)][:count]


@pytest.mark.parametrize(
    ("query", "code", "fit"),
    [
        ("73300", "73300", Fit.CODE),
        ("transport truck drivers", "73300", Fit.TITLE),
        ("73300 Transport truck drivers", "73300", Fit.CODE),
        ("Conducteurs/conductrices de camions de transport", "73300", Fit.TITLE),
        ("truck driver", "73300", Fit.JOB_TITLE),
        ("plumber", "72300", Fit.TITLE),
        ("7330", "73300", Fit.CODE_BEGINS),
        ("registered nurses", "31301", Fit.JOB_TITLE),
        ("drivers truck transport", "73300", Fit.TITLE_WORDS),
        ("long haul", "73300", Fit.JOB_TITLE_BEGINS),
        ("chauffeur camion", "73300", Fit.JOB_TITLE),
        ("développeurs web", "21234", Fit.JOB_TITLE),
        ("infirmiere auxiliaire", "32101", Fit.TITLE),
    ],
)
def test_best_match_comes_first(query, code, fit):
    first = search(query)[0]
    assert (first.code, first.fit) == (code, fit)


def test_a_part_of_a_code_finds_codes_that_begin_with_it_before_those_that_have_it():
    fits = [match.fit for match in search("300")]
    assert codes("300", 1) == ["30010"]
    assert fits == sorted(fits)
    assert set(fits) == {Fit.CODE_BEGINS, Fit.CODE_PART}
    assert all("300" in code for code in codes("300"))


@pytest.mark.parametrize(
    "query", ["TRUCK DRIVER", "  truck   driver ", "Truck-Driver", "truck, driver", "trück dríver"]
)
def test_case_accents_spaces_and_punctuation_do_not_count(query):
    assert codes(query) == codes("truck driver")


def test_words_count_in_any_order_by_their_beginnings():
    assert set(codes("driver truck")) == set(codes("truck driver"))
    assert "73300" in codes("dri tru")


def test_a_plural_finds_the_singular():
    assert set(codes("truck drivers")) == set(codes("truck driver"))


def test_the_job_title_that_matched_is_told_when_no_own_title_did():
    first = search("long haul truck driver")[0]
    assert (first.code, first.job_title) == ("73300", ("Long haul truck driver", "en"))
    assert search("line cook")[0].job_title == ("Line cook", "en")
    assert search("chauffeuse de camion")[0].job_title.language == "fr"
    assert search("cooks")[0].job_title is None


def test_an_occupation_is_found_once():
    found = codes("driver")
    assert len(found) == len(set(found)) > 20


@pytest.mark.parametrize(
    "query", ["", "a", "7", " é ", "%", "_", "'", "zzzz", "truck zzzz", "…", "司机", "\\", "0" * 100]
)
def test_what_says_too_little_or_nothing_finds_nothing(query):
    assert search(query) == []


def test_wildcards_of_the_database_are_letters_like_others():
    assert codes("tr_ck dr%") == []


def test_a_title_is_found_as_soon_as_it_is_saved_and_by_its_new_words():
    occupation = Occupation.objects.get(code="21234")
    title = OccupationTitle.objects.create(occupation=occupation, language="en", title="Électro-wizard")
    assert codes("electro wizard") == ["21234"]
    assert title.folded_title == " electro wizard"
    title.title = "Sorcerer of pages"
    title.save()
    assert codes("electro wizard") == []
    assert codes("pages sorcerer") == ["21234"]


def test_every_official_title_finds_its_occupation_first():
    for occupation in Occupation.objects.order_by("code")[::40]:
        assert codes(occupation.title_en, 1) == [occupation.code]
        assert codes(occupation.title_fr, 1) == [occupation.code]


def test_a_search_is_one_query(django_assert_num_queries):
    search("driver")
    for query in ("driver", "ma", "truk drivr", "zzzz"):
        with django_assert_num_queries(1):
            search(query)


def test_many_searches_are_one_query_and_find_the_same(django_assert_num_queries):
    queries = ["73300", "truk drivr", "", "zzzz"]
    alone = [search(query) for query in queries]
    with django_assert_num_queries(1):
        assert search_all(queries) == alone
