"""Which way figures are said to have gone."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("day", "text", "true", "false"),
    [
        ("2020-11-20", "On 5 November the cut-off was 478. On Wednesday it {} to 472.", "fell", "rose"),
        ("2020-11-20", "On 5 November the draw took 4,500 people at 478; on 18 November the minimum {} to 472.", "slipped", "climbed"),
        ("2020-11-20", "The cut-off of the general draw {} to 472 this week.", "dropped", "jumped"),
        ("2026-10-02", "On 2 April 3,000 trades candidates were invited at 477. Yesterday the cut-off {} to 476.", "eased", "edged up"),
        ("2026-10-02", "On 1 September the CEC cut-off was 521. On 15 September it {} to 519.", "dipped", "climbed"),
        ("2026-10-02", "On 15 September the CEC cut-off was 519. On 29 September it {} slightly, to 518.", "fell", "rose"),
        ("2026-08-20", "The French cut-off {} from 397 to 382.", "fell", "rose"),
        ("2025-11-15", "On 15 October healthcare had 2,500 invitations at 472. On 14 November the number {} to 3,500.", "rose", "fell"),
        ("2025-11-15", "In healthcare the minimum {} from 472 on 15 October to 462 on 14 November.", "went down", "went up"),
    ],
)  # fmt: skip
def test_the_way_to_a_figure(day, text, true, false):
    assert not contradicted(text.format(true), day)
    assert contradicted(text.format(false), day) == [false]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        # Beside a draw of another type, or one of longer ago, it may be the other way.
        ("2026-10-02", "On 29 September the CEC cut-off was 518. For trades on Thursday it fell to 476."),
        (
            "2026-09-30",
            "After the 475 of healthcare on 4 September the cut-off rose to 518 in the CEC draw of 29 September.",
        ),
        ("2020-11-20", "Since the 471 of February the cut-off had risen to 472 on 18 November."),
        ("2020-11-20", "The minimum would rise to 472 on 18 November, we thought."),
        ("2020-11-20", "Compared with March, the cut-off rose to 472 on 18 November."),
    ],
)
def test_what_may_be_set_beside_another_draw(day, text):
    assert not contradicted(text, day)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("On July 17, 2024 the CEC score {} to 515.", "fell", "rose"),
        ("On May 31, 2024 3,000 people of the CEC were invited at 522. On July 17 the bar {} to 515, with 6,300 invitations.", "dropped", "climbed"),
        ("For trades the cut-off {} to 433 on October 23, 2024.", "slipped", "jumped"),
        ("On April 11, 2024 the STEM cut-off {} to 491.", "went up", "went down"),
        ("On February 14, 2024 the health score {} to 422.", "fell", "rose"),
        ("The French bar {} again to 420 on July 8, 2024.", "rose", "fell"),
    ],
)  # fmt: skip
def test_a_bar_that_moves_to_a_figure(text, true, false):
    assert not contradicted(text.format(true), "2025-02-22")
    assert contradicted(text.format(false), "2025-02-22") == [false]
