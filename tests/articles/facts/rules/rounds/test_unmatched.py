"""Figures told together of one draw, with its type or its time, that no draw has."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("In January the Canadian Experience Class had received {}.", "2026-07-02", "8,000 at 511", "8,000 at 509"),
        ("In March 2025 French speakers were invited: {}.", "2025-07-02", "7,500 at 379", "4,500 at 379"),
        ("In February 2024 French speakers were called twice, and then {} in the second draw.", "2024-07-02", "2,500 at 336", "7,000 at 336"),
        ("A welder's year began with 1,250 invitations, followed by {} tradespeople.", "2026-05-02", "3,000", "3,000"),
        ("Last week IRCC invited {}.", "2025-08-25", "2,500 healthcare workers with at least 470 points", "2,500 healthcare workers with at least 740 points"),
        ("Then came {} of the class.", "2026-01-02", "1,350 people at 542", "1,350 people at 542"),
        ("IRCC turned to STEM then, with {}.", "2023-07-08", "500 invitations and a cut-off of 486", "500 invitations and a cut-off of 476"),
    ],
)  # fmt: skip
def test_a_pair_that_no_draw_had(text, day, true, false):
    assert not contradicted(text.format(true), day)
    if true != false:
        assert contradicted(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("French stood at 416 on 29 October, trades at {} on 18 September.", "2025-11-16", "505", "533"),
        ("On 18 September, tradespeople were invited with {} points.", "2025-10-10", "505", "550"),
        ("On Thursday, May 1, educators were invited with at least {} points.", "2025-05-03", "479", "497"),
        ("Later French draws were smaller; that of 28 May had {} places.", "2026-07-02", "4,500", "5,500"),
        ("On 8 November it took {} points, in a draw of 2,000.", "2018-01-03", "458", "452"),
        ("On 17 July the Canadian Experience Class stood at 515; at the end of May its cut-off had been {}.", "2024-07-19", "522", "525"),
        ("It is the first nominee draw under 700 since March, when the cut-off was {}.", "2025-12-01", "667", "676"),
        ("In the last healthcare round it was 475; in that for senior managers in July, {}.", "2026-09-08", "392", "429"),
        ("In May 2017 the skilled trades were asked for {} points.", "2018-01-03", "199", "241"),
        ("The smallest draw, of {} invitations, was for French speakers on October 25.", "2024-01-05", "300", "500"),
    ],
)  # fmt: skip
def test_a_figure_that_no_draw_of_the_type_had_then(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert contradicted(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In January two draws of the Canadian Experience Class brought 14,000 at 509 and 511.", "2026-07-02"),
        ("Since July IRCC has invited 35,750 candidates in eleven all-program rounds.", "2022-12-05"),
        ("November alone has seen 9,500 invitations, a little more than the 9,000 of October.", "2022-11-25"),
        ("The draw of 14 February had 3,500 invitations, 100 fewer than the one of October, and 422 as its cut-off.", "2024-03-18"),
        ("In transport it stayed where it was on September 20, but with fewer invitations: 1,000 then, 670 now.", "2023-12-22"),
        ("French was at 481 in August, 446 at the start of September and 432 at the beginning of October.", "2025-11-29"),
        ("My score is 470, and on 18 September the trades draw took 505.", "2025-10-10"),
    ],
)  # fmt: skip
def test_what_is_of_other_draws_is_no_claim(text, day):
    assert not contradicted(text, day)


def test_a_time_or_a_type_that_may_be_wrong_is_taken_in():
    day = "2020-09-01"
    text = "It is the first trades draw of 2020; the previous one was in May 2019, for five hundred at 357."
    assert contradicted(text, day) == ["May 2019, for five hundred at 357"]


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Nobody who opened the results of 31 January 2015 will forget the number: {} points.", "2016-01-07", "886", "868"),
        ("On 14 October the cut-off was 471, as on 30 September, and {} candidates were invited.", "2020-10-22", "4,500", "4,200"),
        ("On 6 February the French round, the largest of the category to date, went down to {}.", "2026-02-23", "400", "408"),
        ("The first health round, on 28 June, was hard: it stopped at {}.", "2023-07-14", "476", "467"),
    ],
)  # fmt: skip
def test_a_time_told_before_is_carried_on(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert contradicted(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The draws have been getting bigger all autumn: 1,000 on 7 September, then 1,288, 1,518, 1,804, 2,080 and now 2,427.", "2016-11-20"),
        ("The draw in June had 4,300 places, this one 700, fewer than a sixth.", "2023-07-13"),
        ("Trades had two draws of equal size, 1,800 each, in July and October, with cut-offs of 436 and 433.", "2025-01-06"),
        ("A CEC candidate with 530 points on 5 February was invited with nine points to spare.", "2025-12-20"),
    ],
)  # fmt: skip
def test_a_time_of_other_figures_is_not_carried_on(text, day):
    assert not contradicted(text, day)
