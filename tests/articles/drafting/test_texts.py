"""The drafted texts of every draw and every week of the record, as readers would get them."""

import re
from itertools import batched

import pytest
from django.utils import timezone

from articles.checking import problems
from articles.drafting.flash import flash
from articles.drafting.making import draft_flash, draft_roundup, draws_of
from articles.drafting.questions import entries
from articles.drafting.roundup import Selected, description, headlines, sections, standfirst
from articles.drafting.telling import tell
from articles.models import Article
from articles.revisions import State
from articles.targets import Targets
from draws.clock import Week
from draws.models import Round
from tests.articles.drafting.rendering import shown, words
from tests.articles.record import draw, draws
from tests.articles.test_content_words import ABBREVIATIONS, BANNED
from tests.factories import make_editor

pytestmark = pytest.mark.django_db

SHORTEST, LONGEST = 60, 110
TOGETHER = 50
UNRESOLVED = re.compile(r"not in the record|not known yet|\[\[|\]\]|%\(|None")
# What headlines and descriptions write out.
SHOUTED = re.compile(rf"\b({'|'.join(ABBREVIATIONS)})\b")


@pytest.fixture
def editor(db):
    return make_editor()


def check_words(*texts):
    for text in texts:
        assert not UNRESOLVED.search(text), text
        assert not BANNED.search(text), text


@pytest.mark.thorough
def test_every_draw_of_the_record_has_a_flash_of_about_eighty_words(db):
    told, lengths = tell(Round.objects.public_record().for_list()), []
    for some in batched(told, TOGETHER, strict=False):
        for item, text in zip(some, shown_together([told_whole(flash(item)) for item in some]), strict=True):
            story, is_nominees = flash(item), item.round.category.includes_nomination
            check_words(text, story.title, story.description)
            assert not re.search("[0-9]", story.description)
            assert not SHOUTED.search(f"{story.title} {story.description}")
            assert len(story.title) <= 160
            assert ("includes 600 points for the nomination" in text) == is_nominees
            assert ("including 600 for the nomination" in story.title) == is_nominees
            assert (item.round.tie_breaking_at is None) == ("exactly the cut-off only, is not given." in text)
            lengths.append(len(text.split()))
    assert len(lengths) == len(draws())
    assert min(lengths) >= SHORTEST
    assert max(lengths) <= LONGEST
    assert 75 <= sum(lengths) / len(lengths) <= 100


def told_whole(story):
    return f"{story.standfirst}\n\n{story.body}"


def shown_together(sources):
    """Return the words of several texts, filled in as one article: a fill for each takes minutes."""
    body = "\n\n---\n\n".join(sources)
    assert problems(body, Targets(timezone.now())) == []
    page = shown(State(Article(kind="news", standfirst="-", body=body), [], []))
    return [words(part) for part in page.body.split("<hr>")]


@pytest.mark.thorough
def test_every_week_of_the_record_has_its_headlines_sections_and_answers(db):
    weeks = {}
    for item in tell(Round.objects.public_record().for_list()):
        weeks.setdefault(Week.of(item.round.date), []).append(item)
    for some in batched(weeks.items(), TOGETHER // 4, strict=False):
        sources = [
            "\n\n".join(
                [
                    standfirst(told, Selected(week)),
                    *sections(told),
                    *(entry.answer for entry in entries(told)),
                ]
            )
            for week, told in some
        ]
        for (week, told), text in zip(some, shown_together(sources), strict=True):
            options = headlines(told, Selected(week))
            assert len(options) >= 3
            assert all(
                len(option) <= 160 and (option[0].isupper() or option[0].isdigit()) for option in options
            )
            assert not re.search("[0-9]", description(told))
            assert not SHOUTED.search(" ".join([*options, description(told)]))
            assert len({entry.question for entry in entries(told)}) == len(told)
            check_words(*options, description(told), text)
            check_sum(week, options, text)


@pytest.mark.parametrize(
    "week", [Week(2015, 5), Week(2017, 21), Week(2018, 22), Week(2023, 51), Week(2026, 32)]
)
def test_a_whole_roundup_is_filled_in(editor, week):
    selected = Selected(week)
    state = draft_roundup(selected, headlines(draws_of(selected), selected)[0], editor)
    page = shown(state)
    answers = [f"{answer.question} {words(answer.answer_html)}" for answer in page.answers]
    check_words(words(page.standfirst), words(page.body), state.article.description, *answers)
    assert problems(state.article.body, Targets(timezone.now()), faq=True) == []
    assert len(page.answers) == len(page.week) + 1


def check_sum(week, options, text):
    """The count and the sum are those of the data files, provincial nominees apart."""
    held = [draw for draw in draws() if Week.of(draw.date) == week]
    others = [draw for draw in held if draw.category != "pnp"]
    total = sum(draw.invitations for draw in others or held)
    assert all(f"{total:,} invitation" in option for option in options)
    if others != held:
        assert not others or "not counting provincial nominees" in options[0]
        assert "includes 600 points for the nomination" in text
    if others:
        cutoffs = [draw.cutoff for draw in others]
        low, high = min(cutoffs), max(cutoffs)
        assert (f"from {low} to {high}." if low != high else f"was {low}.") in text


def roundup_of(week, editor):
    selected = Selected(week)
    options = headlines(draws_of(selected), selected)
    return options, shown(draft_roundup(selected, options[0], editor))


def test_the_week_of_four_draws(editor):
    options, page = roundup_of(Week(2023, 27), editor)
    assert options == [
        "Express Entry: 5,000 invitations in four draws, 4 to 7 July 2023",
        "Highest cut-off for all programs since 31 August 2022: 5,000 invitations in four draws",
        "5,000 invitations for all programs, science and technology, healthcare and French in four draws, "
        "4 to 7 July 2023",
        "Express Entry in the week of 3 to 9 July 2023: four draws, 5,000 invitations",
        "The week in Express Entry: 5,000 invitations in four draws",
    ]
    assert words(page.standfirst) == (
        "Immigration, Refugees and Citizenship Canada (IRCC) issued 5,000 invitations to apply for permanent "
        "residence in 4 draws. The cut-offs in the Comprehensive Ranking System (CRS) ran from 439 to 511."
    )
    body = words(page.body)
    assert (
        "Healthcare. On 6 July 2023, IRCC issued 1,500 invitations in draw 255, a draw for healthcare. The cut-off "
        "was 463. Compared with draw 252 of 28 June 2023, the last of this type before it, the cut-off is 13 "
        "points lower. That draw had 500 invitations. The tie-breaking moment of draw 255, which counts at exactly the "
        "cut-off only, is 19 June 2023, 2:41 a.m. EDT. The list of occupations and the conditions are on the page of "
        "version 1 of this type. On the day of the draw, the list had 35 occupations. Counting this one, 2023 has "
        "had 2 draws of this type, with 2,000 invitations." in body
    )
    year = [item for item in draws() if item.date.year == 2023 and item.date <= draw("256").date]
    others = [item for item in year if item.category != "pnp"]
    assert (
        f"Draws of 2023 in the record, those of the week included: {len(others)}, with "
        f"{sum(item.invitations for item in others):,} invitations."
    ) in body
    assert (
        "It is the first draw of this type in the record, so there is none before it to compare with." in body
    )
    assert (
        page.answers[2].question
        == "How many invitations were issued in the draw for healthcare on 6 July 2023?"
    )


def test_a_week_with_provincial_nominees_keeps_them_apart(editor):
    options, page = roundup_of(Week(2025, 18), editor)
    assert options[0] == (
        "Express Entry: 1,500 invitations in two draws, 1 to 2 May 2025, not counting provincial nominees"
    )
    assert words(page.standfirst).endswith(
        "ran from 479 to 510. A draw for provincial nominees stands apart: 421 invitations, with a cut-off of 727 "
        "(includes 600 points for the nomination)."
    )
    assert "no draw of this type in the record had a cut-off as high" in words(page.body)


def test_a_week_of_one_draw(editor):
    options, page = roundup_of(Week(2015, 5), editor)
    assert options[0] == "Express Entry: 779 invitations in one draw on 31 January 2015"
    assert words(page.standfirst).endswith(
        "779 invitations to apply for permanent residence in one draw. The cut-off in the Comprehensive Ranking "
        "System (CRS) was 886."
    )


def test_a_week_of_provincial_nominees_alone(editor):
    week = Week.of(draw("248").date)
    options, page = roundup_of(week, editor)
    assert options[0] == "Express Entry: 589 invitations for provincial nominees in one draw on 10 May 2023"
    assert "589 invitations in a draw for provincial nominees. The cut-off" in words(page.standfirst)


def test_a_tie_in_the_records(editor):
    """Draw 327 had 463 for healthcare, as draw 255 had; the four between them had at most 445."""
    _options, page = roundup_of(Week.of(draw("327").date), editor)
    assert "The cut-off was last as high in draw 255 of 6 July 2023, where it was the same." in words(
        page.body
    )


def test_some_draws_of_a_week(editor):
    selected = Selected(Week(2023, 27), ("253", "255"))
    told = draws_of(selected)
    assert headlines(told, selected)[0] == "Express Entry: 2,200 invitations in two draws, 4 to 6 July 2023"
    state = draft_roundup(selected, "Two", editor)
    assert state.article.body.startswith("[[draws numbers=253,255]]\n")
    assert "2,200 invitations" in words(shown(state).standfirst)


def test_a_flash_by_hand(editor):
    state = draft_flash(Round.objects.get(number="255"), editor)
    assert (
        state.article.title == "Express Entry: 1,500 invitations for healthcare on 6 July 2023, cut-off 463"
    )
    assert state.article.slug == "express-entry-1500-invitations-for-healthcare-on-6-july-2023-cut-off-463"
    page = shown(state)
    assert words(page.standfirst) == (
        "Immigration, Refugees and Citizenship Canada (IRCC) issued 1,500 invitations in a draw for healthcare on "
        "6 July 2023. The cut-off in the Comprehensive Ranking System (CRS) was 463."
    )
    assert words(page.body) == (
        "Compared with draw 252 of 28 June 2023, the last of this type before it, the cut-off is 13 points lower. "
        "That draw had 500 invitations. The tie-breaking moment of draw 255, which counts at exactly the cut-off only, is "
        "19 June 2023, 2:41 a.m. EDT. The list of occupations and the conditions are on the page of version 1 of this "
        "type."
    )
    assert 'href="/categories/healthcare/v1/"' in page.body
    assert [tag.slug for tag in state.tags] == ["healthcare"]


def test_a_type_without_a_list_says_so(editor):
    for number, said in {
        "256": "There is no list of occupations for this type; its conditions are on the page of version 1.",
        "446": "There is no list of occupations for this type of draw.",
    }.items():
        assert said in words(shown(draft_flash(Round.objects.get(number=number), editor)).body)
