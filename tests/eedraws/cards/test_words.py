"""What the picture of each kind of thing says, and when it says something else."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from draws.clock import Week
from draws.correcting import save_corrected
from draws.models import Round
from eedraws.cards.words import ROWS, article_card, round_card, week_card
from tests.factories import make_article, make_round, toronto

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 10, 13, 16, 41, 5, tzinfo=UTC)
UNCONFIRMED = "Not yet confirmed against IRCC’s page."


def draw(**fields):
    return make_round(**({"held_at": MOMENT, "verified": True} | fields))


def week_of(*rounds):
    return week_card(Week.of(rounds[0].date), list(rounds))


class TestDraw:
    def test_says_its_figures_its_type_and_as_of_when(self):
        card = round_card(draw())
        assert card.kicker == "Draw 448, Tuesday 13 October 2026"
        assert card.title == "Canadian Experience Class"
        assert [(figure.value, figure.label) for figure in card.figures] == [
            ("517", "CRS cut-off"),
            ("2,000", "invitations"),
        ]
        assert card.as_of == "as of 12:41, 13 October 2026 (Toronto)"
        assert (card.band, card.notes, card.source) == (("cec",), (), "Source: IRCC")

    def test_without_a_time_is_as_of_its_day(self):
        assert round_card(draw(held_at=None)).as_of == "as of 13 October 2026"

    def test_of_nominees_says_what_the_cutoff_includes(self):
        card = round_card(draw(category="pnp", crs_cutoff=1100, invitations=1))
        assert card.notes == ("The cut-off includes 600 points for the nomination.",)
        assert [(figure.value, figure.label) for figure in card.figures] == [
            ("1100", "CRS cut-off"),
            ("1", "invitation"),
        ]

    def test_that_nobody_confirmed_says_so(self):
        assert round_card(draw(verified=False)).notes == (UNCONFIRMED,)

    def test_that_is_withdrawn_or_not_public_has_none(self):
        assert round_card(draw(withdrawn_at=MOMENT, withdrawn_reason="Never held.")) is None
        assert round_card(draw(number="449", published_at=None)) is None
        later = timezone.now() + timedelta(days=1)
        assert round_card(draw(number="450", published_at=later)) is None

    def test_changes_with_a_correction_and_says_that_it_was_one(self):
        found = draw()
        before = round_card(found)
        found.crs_cutoff = 516
        save_corrected(found, kind="ours", reason="A slip.")
        after = round_card(Round.objects.get(pk=found.pk))
        assert after.digest != before.digest
        assert after.notes == (f"Corrected on {timezone.localdate():%-d %B %Y}.",)
        assert after.figures[0].value == "516"

    def test_stays_with_everything_that_it_does_not_say(self):
        found = draw(held_at=MOMENT)
        before = round_card(found)
        found.tie_breaking_at = MOMENT - timedelta(days=3)
        found.source = "IRCC's page"
        found.published_name_en = "A label"
        save_corrected(found)
        make_round("449", day=date(2026, 10, 14))
        assert round_card(Round.objects.get(pk=found.pk)).digest == before.digest


class TestWeek:
    def test_says_each_draw_and_the_sums(self):
        rounds = Round.objects.public_record().between(*Week(2023, 27).span).oldest_first().for_list()
        card = week_card(Week(2023, 27), list(rounds))
        assert card.title == "Week of 3 to 9 July 2023"
        assert [(row.name, row.cutoff, row.invitations) for row in card.rows] == [
            (round.category.short_name, str(round.crs_cutoff), f"{round.invitations:,}") for round in rounds
        ]
        assert [figure.label for figure in card.figures] == ["invitations in 4 draws"]
        assert card.more == ""
        assert (card.kind, card.key) == ("week", "2023-w27")

    def test_is_as_of_its_last_draw(self):
        first = draw(held_at=MOMENT - timedelta(days=1), day=date(2026, 10, 12))
        assert week_of(first, draw(number="449")).as_of == "as of 12:41, 13 October 2026 (Toronto)"

    def test_counts_what_has_no_row_and_keeps_its_notes(self):
        rounds = [draw(number=f"s{n}", category="cec") for n in range(1, ROWS + 3)]
        rounds.append(draw(number="s9", category="pnp", crs_cutoff=1100))
        card = week_of(*rounds)
        assert len(card.rows) == ROWS
        assert card.more == "and 3 more draws"
        assert card.notes == ("The cut-off includes 600 points for the nomination.",)
        assert card.band == ("cec", "pnp")

    def test_keeps_nominees_apart_and_says_why(self):
        card = week_of(
            draw(verified=False), draw(number="449", category="pnp", crs_cutoff=1100, invitations=1)
        )
        assert [row.note for row in card.rows] == [
            "not yet confirmed",
            "includes 600 points for the nomination",
        ]
        assert [(figure.value, figure.label) for figure in card.figures] == [
            ("2,000", "invitations in 1 draw"),
            ("1", "to provincial nominees in 1 draw"),
        ]

    def test_changes_with_the_correction_of_a_draw(self):
        found = draw()
        before = week_of(found)
        found.invitations = 2001
        save_corrected(found, kind="ircc", reason="IRCC changed it.")
        after = week_of(Round.objects.select_related("version__category").get(pk=found.pk))
        assert after.digest != before.digest
        assert after.rows[0].note == "corrected"

    def test_without_draws_has_none(self):
        assert week_card(Week(2015, 1), []) is None


class TestArticle:
    def test_says_its_headline_its_day_and_as_of_when(self):
        card = article_card(make_article(published_at=toronto(2026, 10, 2, 9, 5)))
        assert (card.kicker, card.title) == ("Weekly roundup, 2 October 2026", "A week of draws")
        assert card.text == "What was drawn in a week."
        assert card.as_of == "as of 09:05, 2 October 2026 (Toronto)"
        assert card.label == ""

    def test_is_as_of_the_moment_of_its_figures(self):
        story = make_article(record_at=toronto(2026, 10, 1, 12, 41))
        assert article_card(story).as_of == "as of 12:41, 1 October 2026 (Toronto)"

    def test_of_a_guide_is_as_of_its_words_and_stays(self):
        guide = make_article(
            kind="guide", published_at=toronto(2026, 10, 2, 9), updated_at=toronto(2026, 10, 5, 8)
        )
        card = article_card(guide)
        assert card.as_of == "as of 08:00, 5 October 2026 (Toronto)"
        assert card.kicker == "Guide"
        assert card.digest == article_card(Article.objects.get(pk=guide.pk)).digest

    def test_says_who_paid(self):
        assert (
            article_card(make_article(funding="sponsored", sponsor="nobody real")).label
            == "Sponsored by nobody real"
        )

    @pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn", "removed"])
    def test_that_readers_do_not_see_has_none(self, status):
        assert article_card(make_article(status=status, withdrawn_reason="Wrong.")) is None

    def test_that_is_to_appear_later_has_none(self):
        assert article_card(make_article(published_at=timezone.now() + timedelta(hours=1))) is None

    def test_changes_with_its_headline(self):
        story = make_article()
        before = article_card(story).digest
        story.title = "A week of five draws"
        assert article_card(story).digest != before
