"""Each rule of a draw and of a count of the pool, broken; and the questions that querysets answer."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.writing import write
from draws.models import PoolBand, PoolDistribution, Round
from occupations.models import CategoryVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def trades():
    return CategoryVersion.objects.get(category__slug="trades", number=3)


@pytest.fixture
def new_round(trades):
    """A draw as an editor would enter it, not saved yet."""

    def make(**fields):
        given = {
            "number": "448",
            "version": trades,
            "date": date(2026, 11, 20),
            "invitations": 900,
            "crs_cutoff": 480,
        }
        return Round(**given | fields)

    return make


def errors(instance):
    with pytest.raises(ValidationError) as caught:
        write(instance)
    return caught.value.message_dict


@pytest.mark.parametrize(
    ("fields", "where", "message"),
    [
        ({"crs_cutoff": 1201}, "crs_cutoff", "A CRS cut-off is between 1 and 1,200."),
        ({"crs_cutoff": 0}, "crs_cutoff", "A CRS cut-off is between 1 and 1,200."),
        ({"invitations": 0}, "invitations", "A draw has at least one invitation."),
        ({"number": "255"}, "number", "A draw of this number is in the record already."),
        (
            {"number": "2026"},
            "number",
            "A number is digits, such as 448, or digits and a letter, such as 91a.",
        ),
        ({"programs": ["CEC", "XYZ"]}, "programs", "Programs are a list of FSW, CEC, FST and PNP."),
        (
            {
                "held_at": datetime(2026, 11, 20, 15, 0, tzinfo=UTC),
                "tie_breaking_at": datetime(2026, 11, 20, 15, 0, 1, tzinfo=UTC),
            },
            "__all__",
            "The tie-breaking moment cannot be after the draw.",
        ),
        (
            {"tie_breaking_at": datetime(2026, 11, 23, 5, 0, tzinfo=UTC)},
            "tie_breaking_at",
            "The tie-breaking moment cannot be after the draw.",
        ),
        (
            {"held_at": datetime(2026, 11, 19, 15, 0, tzinfo=UTC)},
            "held_at",
            "The time is on another day than the draw's date, 20 November 2026.",
        ),
        (
            {"withdrawn_at": datetime(2026, 11, 21, tzinfo=UTC)},
            "__all__",
            "Say in a sentence why the draw is withdrawn.",
        ),
    ],
)
def test_a_broken_rule_says_what_is_wrong(new_round, fields, where, message):
    assert errors(new_round(**fields)) == {where: [message]}


@pytest.mark.parametrize(
    "fields",
    [
        {"crs_cutoff": 1},
        {"crs_cutoff": 1200},
        {"invitations": 1},
        {"held_at": datetime(2026, 11, 21, 1, 0, tzinfo=UTC)},
        {
            "held_at": datetime(2026, 11, 20, 15, 0, tzinfo=UTC),
            "tie_breaking_at": datetime(2026, 11, 20, 15, 0, tzinfo=UTC),
        },
        # The end of the second day after, in Toronto.
        {"tie_breaking_at": datetime(2026, 11, 23, 4, 59, 59, tzinfo=UTC)},
    ],
)
def test_what_lies_just_inside_a_rule_is_saved(new_round, fields):
    assert write(new_round(**fields)).pk


@pytest.mark.parametrize("fields", [{"crs_cutoff": 1201}, {"invitations": 0}])
def test_the_database_itself_refuses_impossible_figures(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(number="255").update(**fields)


def test_a_version_outside_its_dates_needs_the_page_that_names_it(new_round):
    first = CategoryVersion.objects.get(category__slug="trades", number=1)
    message = errors(new_round(version=first))["version"][0]
    assert message.startswith("Trade occupations, version 1 was not in force on 20 November 2026.")
    assert write(new_round(version=first, version_source="https://www.canada.ca/en/page.html")).pk


def test_a_pool_whose_parts_do_not_give_its_total_is_refused_unless_noted():
    pool = PoolDistribution.objects.get(as_of="2023-07-04")
    pool.published_total = 1
    assert "total: IRCC's figure is 1, and the bands add up to" in errors(pool)["__all__"][0]
    pool.discrepancy_note = "IRCC prints 1."
    assert write(pool)


def test_the_known_discrepancy_of_april_2023_carries_its_note():
    pool = Round.objects.get(number="247").pool
    assert pool.published_subtotals["451-500"] == 55867
    assert "55,687" in pool.discrepancy_note


def test_a_subtotal_among_the_bands_is_refused():
    pool = PoolDistribution.objects.get(as_of="2023-07-04")
    PoolBand.objects.filter(distribution=pool, crs_min=491).update(crs_min=455)
    assert "overlap. Leave out the subtotals" in errors(pool)["__all__"][0]


@pytest.mark.parametrize(("low", "high"), [(500, 451), (1100, 1201)])
def test_a_band_runs_upwards_and_ends_at_1200(low, high):
    pool = PoolDistribution.objects.create(as_of=date(2026, 11, 19))
    message = errors(PoolBand(distribution=pool, crs_min=low, crs_max=high, candidates=1))["__all__"]
    assert message == ["A band runs from the lower score to the higher, at most 1,200."]


def test_the_public_record_is_what_is_published_and_stands(new_round):
    unpublished = write(new_round())
    later = write(new_round(number="449", crs_cutoff=481, published_at=timezone.now() + timedelta(hours=1)))
    withdrawn = write(
        new_round(
            number="450",
            published_at=timezone.now(),
            withdrawn_at=timezone.now(),
            withdrawn_reason="Replaced by two draws.",
        )
    )
    public = set(Round.objects.public_record().filter(date="2026-11-20"))
    assert public == set()
    assert set(Round.objects.published().filter(date="2026-11-20")) == {withdrawn}
    assert set(Round.objects.public_record(at=later.published_at).filter(date="2026-11-20")) == {later}
    assert unpublished.is_public is False


def test_a_draw_is_not_entered_twice_under_two_numbers(new_round):
    first = write(new_round())
    assert errors(new_round(number="449"))["number"] == [
        "Draw 448 is in the record already with the same type, date, invitations and cut-off."
    ]
    write(new_round(number="449", invitations=901))
    first.withdrawn_at, first.withdrawn_reason = timezone.now(), "Entered under the wrong number."
    write(first)
    write(new_round(number="450"))


def test_held_by_counts_a_round_from_its_moment_or_else_from_its_day():
    before = datetime(2023, 7, 6, 14, 25, 4, tzinfo=UTC)
    assert not Round.objects.held_by(before).filter(number="255").exists()
    assert Round.objects.held_by(before + timedelta(seconds=1)).filter(number="255").exists()
    # 357 has no readable time: it counts from the start of 22 July 2025 in Toronto.
    midnight = datetime(2025, 7, 22, 4, 0, tzinfo=UTC)
    assert Round.objects.held_by(midnight).filter(number="357").exists()
    assert not Round.objects.held_by(midnight - timedelta(seconds=1)).filter(number="357").exists()


def test_two_rounds_of_one_day_keep_their_order():
    a, b = Round.objects.get(number="91a"), Round.objects.get(number="91b")
    assert Round.objects.before(b).newest_first().first() == a
    assert Round.objects.after(a).oldest_first().first() == b


def test_a_changed_figure_of_a_published_round_leaves_its_time_and_an_added_note_does_not():
    draw = Round.objects.get(number="255")
    draw.published_name_fr = "Professions de la santé"
    write(draw)
    assert draw.figures_changed_at is None
    draw.crs_cutoff = 464
    write(draw)
    draw.refresh_from_db()
    assert timezone.now() - draw.figures_changed_at < timedelta(minutes=1)


def test_a_tie_break_that_is_added_later_changes_no_figure():
    Round.objects.filter(number="255").update(tie_breaking_at=None)
    draw = Round.objects.get(number="255")
    draw.tie_breaking_at = datetime(2023, 6, 19, 6, 41, 5, tzinfo=UTC)
    write(draw)
    assert draw.figures_changed_at is None


def test_history_keeps_the_old_figure():
    draw = Round.objects.get(number="255")
    draw.crs_cutoff = 464
    write(draw)
    assert list(draw.history.values_list("crs_cutoff", flat=True)) == [464, 463]


@pytest.mark.parametrize("subtotals", [{"451 to 500": 1}, {"451-500": "many"}, [1]])
def test_malformed_subtotals_are_refused_in_words(subtotals):
    pool = PoolDistribution.objects.get(as_of="2023-07-04")
    pool.published_subtotals = subtotals
    assert "Subtotals are whole numbers by range" in errors(pool)["published_subtotals"][0]
