"""Tie-breaks of the draw told of in the sentence before."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("It issued 3,500 invitations to healthcare workers on Friday, 4 September, and the lowest score was 475. The tie-breaking rule was set at {}.", "2026-09-05", "May 26, 2026", "May 21, 2026"),
        ("The draw of 13 February was limited to the Canadian Experience Class. The tie-breaking rule was dated {}.", "2021-02-14", "12 September 2020", "21 September 2020"),
        ("Trades had 3,500 invitations at 476 on 1 October. The tie-break was {} at 16:55:23 UTC.", "2026-10-03", "28 May 2026", "28 March 2026"),
        ("The class had 1,000 invitations on October 28, 2025. The tie-break in the CEC draw: {}.", "2025-10-30", "March 21, 2025", "May 21, 2025"),
    ],
)  # fmt: skip
def test_the_tie_break_of_the_draw_before(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert any(false in words for words in contradicted(text.format(false), day))


@pytest.mark.parametrize(
    "text",
    [
        # Of an earlier draw, which the words name.
        "Healthcare had 3,500 invitations at 475 on 4 September 2026, as on 25 June. The tie-break in June was 21 May 2026.",
        "Healthcare had 3,500 invitations at 475 on 4 September 2026. If the tie-break were 21 May 2026, she would have been invited.",
    ],
)
def test_another_tie_break_may_be_meant(text):
    assert not contradicted(text, "2026-09-05")
