"""Which way a figure moved, without a number for how far."""

import pytest

from tests.articles.facts.rules.judging import contradicted

LATE = "2025-02-22"


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("The health cut-off was 445 on July 5, 2024, {} from 422 in February 2024.", "up", "down"),
        ("The trades draw of October 23, 2024 had 1,800 invitations at 433, {} slightly from 436 in July.", "down", "up"),
        ("The health cut-off has {} from 422 in February 2024 to 445 in July 2024.", "risen", "fallen"),
        ("On July 17, 2024, 6,300 people of the CEC were invited, {} sharply from the 3,000 of May 31.", "up", "down"),
        ("2024 had 52 draws, {} from 42 in 2023.", "up", "down"),
        ("In 2024 there were 98,903 invitations, {} from 110,266 in 2023.", "down", "up"),
        ("The bar {} from 522 in May 2024 to 515 in July 2024.", "slipped", "climbed"),
    ],
)  # fmt: skip
def test_from_a_figure_that_is_told(text, true, false):
    assert not contradicted(text.format(true), LATE)
    assert contradicted(text.format(false), LATE) == [false]


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("The health round of July 5, 2024 took 3,750 people with at least 445 points. In February 2024 the health cut-off was 422, so it has gone {}.", "up", "down"),
        ("The health cut-off was 445 on July 5, 2024. In February 2024 it had been 422, so the bar has {}.", "risen", "fallen"),
        ("The CEC round of July 17, 2024 stopped at 515. The one before stopped at 522. The score went {}.", "down", "up"),
        ("The CEC cut-off on July 17, 2024 was 515. On May 31 it was 522, which means that the score {}.", "fell", "rose"),
        ("The trades score was 436 in July 2024 and 433 in October 2024, so it {} a little.", "dropped", "climbed"),
        ("In April 2024 the STEM cut-off was 491. In December 2023 it was 481. The line has moved {}.", "up", "down"),
        ("The French cut-off was 420 on July 8, 2024 and 400 on July 18. It came {} between the two.", "down", "up"),
    ],
)  # fmt: skip
def test_what_was_told_before_has_moved(text, true, false):
    assert not contradicted(text.format(true), LATE)
    assert contradicted(text.format(false), LATE) == [false]


@pytest.mark.parametrize(
    "text",
    [
        # Between which of three it is not said.
        "For French it was 365 on February 1, 2024, 336 on February 29 and 388 on March 26. It has gone down.",
        # Of two types.
        "The STEM cut-off was 491 on April 11, 2024. The CEC one was 522 on May 31. So it fell.",
        # What follows is of a later draw.
        "The health cut-off was 422 on February 14, 2024 and 445 on July 5. Then it fell.",
        "If the CEC score was 522 on May 31, 2024 and 515 on July 17, will it have gone up by autumn?",
        # Between other times.
        "The CEC score fell to 522 on May 31, 2024, far from the winter's highs.",
        "Over the year the CEC score rose to 515 on July 17, 2024.",
        "The health cut-off was 445 on July 5, 2024, not down from 422 in February 2024.",
    ],
)
def test_ways_of_no_two_draws(text):
    assert not contradicted(text, LATE)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("On May 31, 2024 the CEC cut-off was 522, {} than in the draw of July 17.", "higher", "lower"),
        ("The draw of May 2, 2025 was the {} healthcare draw of the year.", "first", "third"),
        ("On July 17, 2024 the CEC cut-off was 515, {} than in the draw of May 31.", "lower", "higher"),
        ("In May 2024 the largest draw was that {}.", "of the Canadian Experience Class", "of the nominees"),
    ],
)  # fmt: skip
def test_may_is_a_month(text, true, false):
    assert contradicted(text.format(false), "2025-05-20") == [false.removeprefix("of the ")]
    assert not contradicted(text.format(true), "2025-05-20")


@pytest.mark.parametrize(
    "text",
    [
        "The draw on 13 May was the first for the Canadian Experience Class in more than three months.",
        "The draw on 2 May was the first for healthcare and social services in more than five months.",
    ],
)
def test_the_first_for_a_type_of_many_words_in_so_long(text):
    assert not contradicted(text, "2025-05-20")
