"""Rows for tests that the shipped record does not have. Each gives what is required, and takes the rest."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.utils import timezone

from articles.models import Article, Author
from articles.saving import save_article
from draws.feed.fetching import ENGLISH
from draws.models import HeldRow, ProposedCorrection, Round, RoundCorrection, SyncRun
from occupations.models import CategoryVersion, ListCorrection, Occupation
from tests.draws.feed.samples import ROW

TORONTO = ZoneInfo("America/Toronto")


def toronto(*args) -> datetime:
    return datetime(*args, tzinfo=TORONTO)


def make_round(number="448", category="cec", *, day=date(2026, 10, 13), **fields) -> Round:
    """A published draw, by default the one that would follow the shipped record."""
    version = CategoryVersion.objects.filter(category__slug=category).order_by("-number")[0]
    values = {"crs_cutoff": 517, "invitations": 2000, "published_at": toronto(day.year, day.month, day.day)}
    return Round.objects.create(number=number, version=version, date=day, **(values | fields))


def publish_record(at=datetime(2026, 10, 1, 18, tzinfo=TORONTO)):
    """Publish the shipped record at `at`, as if it had been followed: loading publishes it when it is loaded."""
    Round.objects.update(published_at=at)


def make_article(slug="a-week-of-draws", *, published_at=datetime(2026, 10, 2, 9, tzinfo=TORONTO), **fields):
    """A published roundup by the newsroom, which is made where it is missing."""
    author, _ = Author.objects.get_or_create(slug="newsroom", defaults={"name": "The newsroom"})
    values = {
        "title": "A week of draws",
        "standfirst": "What was drawn.",
        "body": "Text.",
        "description": "What was drawn in a week.",
        "author": fields.pop("author", author),
        "status": Article.Status.READY,
        "published_at": published_at,
        "year": published_at and published_at.year,
        "month": published_at and published_at.month,
    }
    return Article.objects.create(slug=slug, **(values | fields))


def make_saved_article(slug="saved", **fields):
    """A news story that the newsroom saved twice, of which readers have the first state."""
    article = make_article(slug, **{"kind": "news", "title": "A week, told early"} | fields)
    save_article(article, note="As it was told first")
    article.title, article.body = "A week of draws", "Text, and some more."
    return save_article(article, live=False)


def make_untold_story(**fields) -> Article:
    """A roundup of the first week of July 2023 that does not tell of its last draw, 256."""
    fields = {"body": "[[round 253 cutoff]] [[round 254 cutoff]] [[round 255 cutoff]]"} | fields
    story = make_article(
        "untold", published_at=toronto(2023, 7, 6, 18), week_start=date(2023, 7, 3), **fields
    )
    return save_article(story)


def make_editor(username="editor", *apps):
    """Someone who may log in to the admin and do everything in `apps` (all that an editor works with)."""
    editor = get_user_model().objects.create_user(username, password="a long password", is_staff=True)
    apps = apps or ("articles", "draws", "occupations")
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label__in=apps))
    return editor


def make_person(role, username=None, **fields):
    """Someone of the newsroom with a role of eedraws/roles.py."""
    username = username or role.lower().replace(" ", "-")
    person = get_user_model().objects.create_user(
        username, password="a long password", is_staff=True, **fields
    )
    person.groups.set([Group.objects.get(name=role)])
    return person


def make_superuser(username="chief"):
    return get_user_model().objects.create_superuser(username, password="a long password")


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


def make_busy_newsroom(times=1):
    """Something to do of every kind, `times` over; draws of today and of the weeks before. Synthetic."""
    now = timezone.now()
    today = timezone.localdate()
    owner = get_user_model().objects.filter(username="ann").first()
    owner = owner or make_person("Writer", "ann", first_name="Ann", last_name="Lee")
    later = {"status": Article.Status.READY, "published_at": now + timedelta(days=2), "owner": owner}
    for number in range(times):
        for place, (days, public) in enumerate([(0, True), (0, False), (1, True), (9, True)]):
            day = today - timedelta(days=days)
            make_round(
                f"s{number * 10 + place + 1}", day=day, published_at=now if public else None,
                crs_cutoff=400 + number,
            )  # fmt: skip
        unseen = {"status": Article.Status.DRAFT, "published_at": None, "owner": owner}
        make_article(f"draft-{number}", title="What the week's draws mean for trades", **unseen)
        make_article(f"review-{number}", title="How a profile is ranked", **unseen | {"status": "in-review"})
        make_article(f"later-{number}", title="The lists of next year", **later)
        changed = save_article(make_article(f"changed-{number}", title="A story with a slip", kind="news"))
        changed.body = "Text without the slip."
        save_article(changed, live=False)
        make_article(f"due-{number}", title="Who may apply", kind="guide", review_by=today)
    recorded = Round.objects.filter(crs_cutoff__gt=100).order_by("sequence")[:times]
    for round in recorded:
        make_proposal(round.number, recorded=str(round.crs_cutoff), fed="464")
        make_held_row(f"Tech talent {round.number}")
    if not CategoryVersion.objects.filter(list_awaited=True).exists():
        make_awaited_version()


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
