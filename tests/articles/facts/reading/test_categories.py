import pytest

from articles.facts.reading.categories import find


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("an all-program draw", "general"),
        ("No Program Specified", "general"),
        ("a general round", "general"),
        ("the CEC", "cec"),
        ("Canadian Experience Class (CEC) candidates", "cec"),
        ("PNP-only", "pnp"),
        ("provincial nominees", "pnp"),
        ("a Francophone draw", "french"),
        ("French-language proficiency", "french"),
        ("health care and social services", "healthcare"),
        ("STEM", "stem"),
        ("a trades draw", "trades"),
        ("tradespeople", "trades"),
        ("agriculture and agri-food", "agriculture"),
        ("candidates in education", "education"),
        ("physicians", "physicians"),
        ("senior managers with Canadian work experience", "senior-managers"),
        ("skilled military recruits", "military"),
        ("Aucun programme spécifié", "general"),
        ("a category-based draw", "category-based"),
    ],
)
def test_types_by_their_usual_names(text: str, slug: str) -> None:
    assert [(found.slug, found.sure) for found in find(0, text)] == [(slug, True)]


@pytest.mark.parametrize(
    "text", ["in general", "their education matters", "a French test", "good health", "the trades"]
)
def test_words_that_mean_other_things_too(text: str) -> None:
    assert not any(found.sure for found in find(0, text))


def test_a_list_makes_its_words_sure() -> None:
    assert [(found.slug, found.sure) for found in find(0, "the French, trades and STEM draws")] == [
        ("french", True),
        ("trades", True),
        ("stem", True),
    ]


def test_an_abbreviation_belongs_to_its_name() -> None:
    text = "Provincial Nominee Program (PNP)"
    (found,) = find(0, text)
    assert text[found.start : found.end].startswith("Provincial Nominee Program")


@pytest.mark.parametrize(
    "text", ["Category draws were few.", "It was the third category round.", "Targeted draws"]
)
def test_any_category_is_meant_by_a_category_draw(text):
    assert [mention.slug for mention in find(0, text)] == ["category-based"]
