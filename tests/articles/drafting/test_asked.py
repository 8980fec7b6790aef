import pytest

from articles.drafting.asked import Asked, read
from articles.references import BadReference


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("latest", Asked("latest")),
        ("latest category=french", Asked("latest", None, "french")),
        ("lowest year=2026", Asked("lowest", 2026)),
        ("Highest  category=cec year=2026", Asked("highest", 2026, "cec")),
        ("invitations year=2023 category=pnp", Asked("invitations", 2023, "pnp")),
    ],
)
def test_a_question_is_read(text, asked):
    assert read(text) == asked
    assert read(str(asked)) == asked


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "There is no question “”. There is: latest, lowest, highest, invitations."),
        ("lowst year=2026", "There is no question “lowst”. Did you mean lowest?"),
        ("latest year=2026", "The question “latest” takes no year."),
        ("lowest", "The question “lowest” needs a year, as in “lowest year=2026”."),
        ("lowest year=1999", "“1999” is no year of the record."),
        ("lowest year=2026 year=2025", "“year=2025” does not belong there."),
        ("lowest year=2026 week=3", "“week=3” does not belong there."),
        ("latest category=", "“category=” does not belong there."),
        ("latest category=a/b", "“a/b” is no type of draw."),
    ],
)
def test_what_is_no_question_says_what_was_meant(text, message):
    with pytest.raises(BadReference) as error:
        read(text)
    assert message in str(error.value)
