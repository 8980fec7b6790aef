import pytest

from articles.facts.rules.points.points import find
from tests.articles.facts.rules.judging import accused, agreed, contradicted


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        (
            "2025-04-10",
            "The draw for nominees of 17 March had a cut-off of 736. Take away the nomination and the last person invited had 163"
            " points of her own.",
            ["163"],
        ),
        ("2025-04-10", "On 3 March nominees needed 667 points, which leaves a mere 76.", ["76"]),
        (
            "2020-08-20",
            "Provincial nominees: cut-off 771. A nomination adds 600 points, so that the last person invited would have had 271"
            " without it.",
            ["271"],
        ),
        (
            "2025-10-01",
            "Take off the 600 points of the nomination, and you see what the last person invited had of her own: on 29 September"
            " 255, on 6 August 193.",
            ["193"],
        ),
        ("2018-06-10", "Nominees needed 902. Without the 600 of the nomination that is 320.", ["320"]),
        ("2018-06-10", "In May nominees needed 902, which leaves 302. That leaves 12 draws to look at.", []),
        ("2018-06-10", "Nominees needed 902. Without their 600 points they had 302 points left, of their own.", []),
        ("2018-06-10", "Nominees needed 902, so that someone with 303 points of their own would have been fine.", []),
        ("2018-06-10", "The cut-off was 441, which leaves 76 in the pool.", []),
    ],
)  # fmt: skip
def test_what_remains_of_a_cut_off_without_a_nomination(day, text, words):
    assert accused(find, day, text) == words


def test_what_remains_is_no_cut_off():
    assert agreed(
        find, "2025-10-01", "Without the nomination the last nominee had of his own: on 29 September 255."
    ) == ["255"]
    assert (
        contradicted(
            "Without the nomination the last nominee had of his own: on 29 September 255.", "2025-10-01"
        )
        == []
    )


def test_what_is_right_of_the_draw_that_is_meant_is_not_wrong_beside_a_wrong_cut_off():
    text = "Nominees needed 763 on 17 March. Without the nomination that is 136."
    assert accused(find, "2025-04-10", text) == []
