import pytest

from articles.checking import LONGEST_TEXT, problems
from articles.targets import Targets
from tests.factories import make_round, toronto

pytestmark = pytest.mark.django_db

JULY_2023 = toronto(2023, 7, 7, 16, 30)


def wrong(source, **kwargs):
    return problems(source, Targets(JULY_2023), **kwargs)


@pytest.mark.parametrize(
    "source",
    [
        "[[round 255 cutoff]] [[draws week=2023-W27 total]] [[category french cutoff]] [[category cec gap]]",
        "[[round 447 cutoff as_of=now]]",
        "[[draws numbers=253,254,255]]",
        "[[occupations category=trades,transport on=2023-07-07]]",
        "[[occupations category=trades]]",
        "[[latest]]\n\n[[gaps]]",
        "`[[zebra]]`",
    ],
)
def test_what_the_record_has_is_no_problem(source):
    assert wrong(source) == []


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a\n\n[[draw week=2023-W27]]", "Line 3, [[draw week=2023-W27]]: There is no block or figure “draw”. Did you mean draws?"),
        ("[[round 999 cutoff]]", "Line 1, [[round 999 cutoff]]: Draw 999 is not in the public record."),
        ("[[draws numbers=253,999 total]]", "Draw 999 is not in the public record."),
        ("[[round 447 cutoff]]", "Draw 447 was held after the time of the article. If it is meant all the same, add as_of=now."),
        ("[[category frnech cutoff]]", "There is no type of draw “frnech”. Did you mean french?"),
        ("[[category zzz cutoff]]", "There is no type of draw “zzz”. There is: "),
        ("[[draws year=2023 category=zzz]]", "There is no type of draw “zzz”."),
        ("[[category trades cutoff]]", "The record has no draw of the type “Trades” up to 7 July 2023."),
        ("[[occupations category=french]]", "No list of occupations of the type “French” was in force on 7 July 2023."),
        ("[[occupations category=trades on=2023-05-01 count]]", "“Trades” was in force on 1 May 2023."),
        ("so [[round 255 cutoff\n", "Line 1, [[round 255 cutoff]]: “[[” is never closed by “]]”."),
        ("text [[latest]]", "A table stands alone on a line: give [[latest]] a line of its own."),
        ("[[faq]]", "The questions stand in the text of an article only."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(source, reason):
    [problem] = wrong(source)
    assert reason in problem
    assert problem.startswith("Line ")


def test_a_table_has_no_place_in_a_standfirst():
    assert "A table does not fit here." in wrong("[[latest]]", blocks=False)[0]


def test_the_questions_have_their_place_in_the_text():
    assert wrong("[[faq]]", faq=True) == []


def test_what_only_the_renderer_reads_is_wrong_too():
    """A code span of more than 500 characters is none to the renderer."""
    [problem] = wrong(f"`{'x ' * 400}[[zebra]]`")
    assert problem.startswith("[[zebra]]: There is no block or figure")


def test_a_text_without_end_is_refused_unread():
    assert wrong("[" * (LONGEST_TEXT + 1)) == ["This text is too long. Make two articles of it."]


@pytest.mark.parametrize(
    "fields", [{"published_at": None}, {"withdrawn_at": JULY_2023, "withdrawn_reason": "-"}]
)
def test_a_draw_that_is_not_public_cannot_be_told_of(fields):
    make_round("448", **fields)
    [problem] = wrong("[[round 448 cutoff as_of=now]]")
    assert "Draw 448 is not in the public record." in problem
