"""Rows of the record, and of what the feed and editors do to it."""

from datetime import date, datetime

from draws.correcting import save_corrected
from draws.feed.fetching import ENGLISH
from draws.models import HeldRow, ProposedCorrection, Round, RoundCorrection, SyncRun
from occupations.models import CategoryVersion, ListCorrection, Occupation
from tests.draws.feed.samples import ROW
from tests.factories.days import TORONTO, toronto


def make_round(number="448", category="cec", *, day=date(2026, 10, 13), **fields) -> Round:
    """A published draw, by default the one that would follow the shipped record."""
    version = CategoryVersion.objects.filter(category__slug=category).order_by("-number")[0]
    values = {"crs_cutoff": 517, "invitations": 2000, "published_at": toronto(day.year, day.month, day.day)}
    return Round.objects.create(number=number, version=version, date=day, **(values | fields))


def publish_record(at=datetime(2026, 10, 1, 18, tzinfo=TORONTO)):
    """Publish the shipped record at `at`, as if it had been followed: loading publishes it when it is loaded."""
    Round.objects.update(published_at=at)


def make_sync_run(**fields) -> SyncRun:
    """A check of IRCC's own feed that found nothing new."""
    values = {"source": ENGLISH, "is_official": True, "outcome": SyncRun.Outcome.TAKEN}
    return SyncRun.objects.create(**(values | fields))


def make_held_row(label="Tech talent, 2026-Version 1", **values) -> HeldRow:
    """A row of a type that nobody knows, which would be draw 448."""
    raw = {key.lower(): value for key, value in ROW.items()} | {"drawname": label} | values
    return HeldRow.objects.create(
        number="448", label=label, raw=raw, reason=HeldRow.Reason.UNKNOWN_LABEL, run=make_sync_run()
    )


def make_proposal(number="255", name="crs_cutoff", recorded="463", fed="464", **fields) -> ProposedCorrection:
    round = Round.objects.get(number=number)
    return ProposedCorrection.objects.create(
        round=round, name=name, recorded=recorded, fed=fed, run=make_sync_run(), **fields
    )


def make_correction(number="255") -> RoundCorrection:
    """A correction of which the draw itself knows nothing."""
    return RoundCorrection.objects.create(
        round=Round.objects.get(number=number),
        name="crs_cutoff",
        old="462",
        new="463",
        kind=RoundCorrection.Kind.IRCC,
        reason="IRCC's page gave 462 at first.",
    )


def make_corrected_round(number="448", **fields) -> Round:
    """A draw whose cut-off the newsroom got wrong: it was 516."""
    round = make_round(number, crs_cutoff=516, verified=True, **fields)
    round.crs_cutoff = 517
    save_corrected(round, kind=RoundCorrection.Kind.OURS, reason="A slip of the hand.")
    return Round.objects.select_related("version__category").get(pk=round.pk)


def make_awaited_version(slug="trades") -> CategoryVersion:
    """The next version of a type, announced on 3 November 2026 without its list. Synthetic."""
    last = CategoryVersion.objects.filter(category__slug=slug).latest("number")
    CategoryVersion.objects.filter(pk=last.pk, valid_to=None).update(valid_to=date(2026, 11, 2))
    return CategoryVersion.objects.create(
        category=last.category,
        number=last.number + 1,
        name_en=last.name_en,
        announced=date(2026, 11, 3),
        valid_from=date(2026, 11, 3),
        has_list=True,
        list_awaited=True,
    )


def make_occupation(classification="NOC 2026", code="73300", **fields) -> Occupation:
    """An occupation of another classification, by default with a code that NOC 2021 has too. Synthetic."""
    values = {
        "title_en": "Synthetic drivers",
        "title_fr": "Conducteurs synthétiques",
        "teer": int(code[1]),
        "broad_category": "7 Synthetic trades",
    }
    return Occupation.objects.create(classification=classification, code=code, **(values | fields))


def make_list_correction(old="", new="Carpenters", **fields) -> ListCorrection:
    """A correction of which the newest list of trades itself knows nothing. Synthetic."""
    values = {"kind": ListCorrection.Kind.OURS, "reason": "A row was left out when the list was read."}
    return ListCorrection.objects.create(
        version=CategoryVersion.objects.filter(category__slug="trades").latest("number"),
        occupation=Occupation.objects.get(code="72310"),
        old=old,
        new=new,
        **(values | fields),
    )
