"""Differences whose two sides the words leave no choice of."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The all-program draw of 23 November stopped at 491. Since 9 November it has gone down {}.", "2022-12-01", "three", "five"),
        ("Trades had 3,000 invitations yesterday, at 477 points. In September it was 505. So the bar is 28 points {} this time.", "2026-04-03", "lower", "higher"),
        ("French speakers were drawn on Friday, 13 September, with 1,000 invitations at 446. After two falls in a row, the cut-off rose by {} points.", "2024-09-17", "52", "46"),
        ("Thursday's trades draw, on 1 October, had 3,500 invitations at 476. The cut-off, however, moved by {} only.", "2026-10-04", "one point", "three points"),
        ("STEM had 500 invitations at 486 on 5 July. Healthcare followed on 6 July with 1,500 invitations. The cut-off fell to 463, by {} points.", "2023-07-08", "13", "23"),
        ("The transport draw of 7 August had 300 invitations. Even the physicians' draw of 24 June, with 271, was {} by 29.", "2026-08-10", "smaller", "larger"),
        ("On Monday nominees, only 174, at 816; on Tuesday 400 of the CEC, and the cut-off is now eight points {} than the time before.", "2024-11-21", "lower", "higher"),
        ("The general draw of 31 May had a cut-off of 413. The system reached its lowest all-program score yet, {} points under the old record of 415, which had been set in April.", "2017-06-05", "two", "ten"),
        ("On 7 July French speakers got in with 439. This week's draw, on 12 July, ended at 375, {} points further down.", "2023-07-14", "64", "46"),
    ],
)  # fmt: skip
def test_what_leaves_no_choice(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert any(false.split()[0] in claim for claim in contradicted(text.format(false), day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thursday's trades draw, on 1 October, stopped at 476. The cut-off has moved by 29 points within a year.", "2026-10-04"),
        ("Thursday's trades draw, on 1 October, stopped at 476, after 505 in September 2025. It fell by 29 points.", "2026-10-04"),
        ("By how much will the cut-off fall? By eight points, if you ask me.", "2025-12-19"),
    ],
)  # fmt: skip
def test_what_leaves_a_choice(text, day):
    assert not contradicted(text, day)
