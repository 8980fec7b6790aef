"""What is said to be beyond every draw of a time, or before it."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

OCTOBER = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("## Trades\n\nThe latest draw is the largest so far. Its cut-off is {} than in any draw of 2023 or 2024.", OCTOBER, "higher", "lower"),
        ("The trades draw of 1 October 2026 had 3,500 invitations, {} than any trades draw of 2025.", OCTOBER, "larger", "smaller"),
        ("On 13 February 2021 the Canadian Experience Class was invited at 75 points, which is {} than in all earlier draws.", date(2021, 2, 17), "lower", "higher"),
        ("On 21 March 7,500 French speakers were invited, {} than in any round of 2024.", date(2025, 3, 23), "more", "fewer"),
    ],
)  # fmt: skip
def test_beyond_every_draw(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert any(claim.startswith(false) for claim in wrong(text.format(false), day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The trades draw of 1 October 2026 was not larger than any draw of 2025.", OCTOBER),
        ("The trades draw of 1 October 2026 was larger than all trades draws of 2024 together.", OCTOBER),
        ("The trades draw of 1 October 2026 was lower than any trades draw since May 2025.", OCTOBER),
        ("Was the trades draw of 1 October 2026 smaller than any draw of 2025?", OCTOBER),
    ],
)  # fmt: skip
def test_what_is_no_such_claim_is_left_alone(text, day):
    assert not any("than" in claim for claim in wrong(text, day))
