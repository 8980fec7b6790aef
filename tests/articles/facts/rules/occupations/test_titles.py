import pytest

from articles.facts.rules.occupations.title_spans import spans
from articles.facts.rules.occupations.title_words import key, singular
from articles.facts.rules.occupations.titles import Fit, titles
from tests.articles.facts.labelled.record import shipped_record


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("carpenters", "carpenter"),
        ("secretaries", "secretary"),
        ("women", "man"),
        ("glass", "glass"),
        ("mechanics", "mechanic"),
    ],
)
def test_a_word_in_the_singular(word, one):
    assert singular(word) == one


def test_case_commas_and_ampersands_make_no_difference():
    assert key("Roofers & Shinglers") == key("roofers, and shinglers")


@pytest.mark.parametrize(
    ("code", "words", "fit"),
    [
        ("73300", "truck drivers", Fit.RIGHT),
        ("73300", "Transport truck driver", Fit.RIGHT),
        ("31102", "family doctors", Fit.RIGHT),
        ("63201", "Butchers, retail and wholesale", Fit.RIGHT),
        ("31112", "Audiologists and speech language pathologists", Fit.RIGHT),
        ("72320", "Brick layers", Fit.RIGHT),
        ("21220", "Cyber security specialists", Fit.RIGHT),
        ("72102", "Sheet mettle workers", Fit.MISSPELT),
        ("73113", "Floor covering instalers", Fit.MISSPELT),
        ("72310", "Carpinters", Fit.MISSPELT),
        ("72200", "Industrial electricians", Fit.WRONG),
        ("63200", "Butchers", Fit.WRONG),
        ("72310", "people in the pool", Fit.UNKNOWN),
    ],
)
def test_a_title_and_a_code(code, words, fit):
    assert titles(shipped_record()).judge(code, words).fit is fit


def test_a_wrong_title_says_whose_it_is():
    judged = titles(shipped_record()).judge("21221", "data scientists")
    assert (judged.codes, judged.title) == (frozenset({"21211"}), "Business systems specialists")


def test_titles_in_a_sentence_are_as_long_as_can_be():
    text = "painters and decorators, like civil engineers, may be invited"
    found = [text[start:end] for start, end in spans(titles(shipped_record()), text, 0, len(text))]
    assert found == ["painters and decorators", "civil engineers"]


def test_a_record_is_indexed_once():
    assert titles(shipped_record()) is titles(shipped_record())
