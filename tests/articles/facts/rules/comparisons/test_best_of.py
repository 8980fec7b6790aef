"""Which draw is beyond the others of a number of draws."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong

SEPTEMBER = date(2026, 9, 20)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (
            "On September 3, 229 physicians were invited at 198. That is the {} of the three physician draws.",
            "smallest",
            "largest",
        ),
        (
            "Physicians had their third draw on September 3, with 229 invitations; it was the {} of the three.",
            "smallest",
            "largest",
        ),
        (
            "Senior managers were drawn on September 16: 250 invitations at 389. It is the {} cut-off of the three.",
            "lowest",
            "highest",
        ),
        (
            "The transport draw of August 7, 2026, invited 300 at 470, which is the {} cut-off of them all.",
            "highest",
            "lowest",
        ),
        (
            "## Physicians\n\nThere were three draws. The newest was the {} of the three, 42 invitations below June's.",
            "smallest",
            "largest",
        ),
    ],
)  # fmt: skip
def test_the_first_of_so_many(text, true, false):
    assert true in right(text.format(true), SEPTEMBER)
    found = wrong(text.format(false), SEPTEMBER)
    assert len(found) == 1
    assert next(iter(found)).startswith(false)


@pytest.mark.parametrize(
    "text",
    [
        "On September 3, 229 physicians were invited at 198. The largest of the three was that of February.",
        "On September 3, 229 physicians were invited at 198, one of the largest of the three dozen draws.",
        "On September 3, 229 physicians were invited. It is the largest of the three professions in town.",
        "On September 3, 229 physicians were invited at 198. It was not the largest of the three.",
        "Physicians: 391 at 169 on February 19, 271 at 223 on June 24, 229 at 198 on September 3. "
        "The June figure was the highest cut-off of the three.",
        "Was the physician draw of September 3 the largest of the three?",
        "On September 3, 229 physicians were invited at 198. Ontario had the largest of the three draws.",
        "On September 3, 229 physicians were invited, and on September 4, 3,500 in healthcare, the largest of the two.",
    ],
)
def test_what_is_no_such_claim_is_left_alone(text):
    assert not wrong(text, SEPTEMBER)


@pytest.mark.parametrize(
    "above",
    [
        "In September the class had three rounds, on the 1st, the 15th and the 29th.",
        "Physicians were drawn on September 3.",
    ],
)
def test_the_first_of_theirs_is_so_of_their_type_whatever_was_told_of_before(above):
    text = (
        above
        + "\n\nSenior managers followed on September 16 with a score of 389, the {} of their three rounds."
    )
    assert wrong(text.format("lowest"), date(2026, 10, 16)) == {}
    assert set(wrong(text.format("highest"), date(2026, 10, 16))) == {"highest of their"}
