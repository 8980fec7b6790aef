"""Means of a type or a year that a draw is called average of, and what nobody was invited below."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

DAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2025 an average CEC draw had about 2,390 invitations, an average draw for nominees some 450.", {}),
        ("In 2025 an average CEC draw had about 2,930 invitations, an average draw for nominees some 750.",
         {"2,930": "2,390", "750": "454"}),
        ("In 2024 the average draw had some 1,900 invitations.", {}),
        ("In 2024 the average draw had some 2,400 invitations.", {"2,400": "1,902"}),
        ("In 2024 the typical French draw took 2,091 people.", {}),
        ("In 2024 the typical French draw took 2,901 people.", {"2,901": "2,091"}),
        # Of scores and of nothing that is counted.
        ("In 2025 the average score in a CEC draw was 530.", {}),
        # Each end with its time.
        ("In 2025 the cut-offs for French ranged from 379 in March to 481 in August.", {}),
        ("In 2023 the range of the general draw was from 481 in March to 542 in December.", {"542": "561"}),
        ("For the Canadian Experience Class the cut-off fell from 547 in May to 515 in December.", {}),
        # Nobody could do with less.
        ("In the first half of 2025 nobody in the Canadian Experience Class was invited with less than 521.", {}),
        ("In the first half of 2025 nobody in the Canadian Experience Class was invited with less than 527.",
         {"527": "521"}),
        ("In 2023 nobody in a general draw was invited with less than 483, and in December it took 561.", {"483": "481"}),
        ("In 2024 no French speaker was invited with a score of less than 336.", {}),
        ("In 2024, among French speakers, not one was invited with less than 363.", {"363": "336"}),
        # Since a draw, which is not counted itself.
        ("French has not been below 400 since the round of March 21. The newest was that of December 17.", {"400": "379"}),
        ("On December 17 French was drawn at 399. It has not been below 400 since the round of March 21.", {}),
        ("On December 17 French was drawn at 399. It has not been below 410 since the round of March 21.", {"410": "379"}),
    ],
)  # fmt: skip
def test_means_and_least_scores(text, found):
    assert wrong(text, DAY) == found
