"""A newsroom in which everything that can wait is waiting."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from articles.models import Article, StatedClaim
from articles.saving import save_article
from draws.models import Round
from occupations.models import CategoryVersion
from tests.factories.people import make_counts, make_message, make_person
from tests.factories.record import make_awaited_version, make_held_row, make_proposal, make_round
from tests.factories.texts import make_article, make_failed_check, make_stated


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
        due = make_article(f"due-{number}", title="Who may apply", kind="guide", review_by=today)
        make_failed_check(due)
        make_stated(make_article(f"stated-{number}", title="What a cut-off was", kind="news"))
        guide = make_article(f"overtaken-{number}", title="The lowest so far", kind="guide")
        make_stated(guide, standing=StatedClaim.Standing.OVERTAKEN)
    recorded = Round.objects.filter(crs_cutoff__gt=100).order_by("sequence")[:times]
    for round in recorded:
        make_proposal(round.number, recorded=str(round.crs_cutoff), fed="464")
        make_held_row(f"Tech talent {round.number}")
    for number in range(times):
        make_message(f"Synthetic message {number}")
    make_counts(times)
    if not CategoryVersion.objects.filter(list_awaited=True).exists():
        make_awaited_version()
