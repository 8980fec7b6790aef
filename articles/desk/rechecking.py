"""What readers have, held against the record again: the record has moved, or time has passed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.desk.parts import day_of, parts_of, parts_of_entries
from articles.desk.remembering import claim_of, claims_in, forget, keep, owned_by, rows_of
from articles.desk.running import Look, Remark, look
from articles.models import Article, FaqEntry, StatedClaim

Standing = StatedClaim.Standing


@dataclass(frozen=True)
class Reread:
    """A text with what the desk says of it now, and the claims that are remembered of it since."""

    owner: Article | FaqEntry
    looked: Look
    claims: list[StatedClaim]

    @property
    def wrong(self) -> list[StatedClaim]:
        return [claim for claim in self.claims if claim.is_wrong]


def look_again(owner: Article | FaqEntry, now: datetime, on: datetime | None = None) -> Look:
    """Read what readers have of an article, or an answer of the whole site; `on` in place of its own day."""
    if isinstance(owner, Article):
        parts = parts_of(owner, owner.faq_entries.in_order())
        return look(parts, timezone.localdate(on) if on else day_of(owner), owner)
    return look(parts_of_entries([owner]), timezone.localdate(on or now), owner)


@transaction.atomic
def recheck(owner: Article | FaqEntry, now: datetime | None = None) -> Reread:
    """Hold a text that readers have against the record of now, and keep how each of its claims stands.

    Where the desk fails, or a part of it, what is remembered and was not read stays as it was. Raises DoesNotExist for
    a text that was deleted meanwhile.
    """
    now = now or timezone.now()
    # Held until the transaction ends: whoever saves it at the same time comes after, and is remembered anew.
    owner = type(owner).objects.select_for_update().get(pk=owner.pk)
    looked = look_again(owner, now)
    version = owner.live_version if isinstance(owner, Article) else 0
    before = list(
        StatedClaim.objects.filter(**owned_by(owner), version=version).prefetch_related("rows").order_by("pk")
    )
    if looked.failure and not looked.remarks:
        return Reread(owner, looked, before)
    fresh = [_since(owner, looked, remark, before, now) for remark in claims_in(looked)]
    missed = [old for old in before if not any(_same(old, claim) for claim, _rows in fresh)]
    fresh += _kept(missed) if looked.failure else _unclear(missed, now)
    _tell_overtaken(owner, [claim for claim, _rows in fresh], now)
    forget(owner)
    keep(fresh)
    return Reread(owner, looked, [claim for claim, _rows in fresh])


def recheck_all(rows: Iterable[tuple[str, str]] | None, now: datetime | None = None) -> list[Reread]:
    """Hold every text that rests on one of the rows against the record of now; None: every text with something wrong."""
    claims = StatedClaim.objects.wrong() if rows is None else StatedClaim.objects.resting_on(rows)
    claims = claims.for_readers()
    articles = Article.objects.filter(pk__in=claims.order_by().values("article"))
    entries = FaqEntry.objects.filter(pk__in=claims.order_by().values("faq_entry"))
    return [recheck(owner, now) for owner in (*articles, *entries)]


def _since(
    owner: Article | FaqEntry, looked: Look, remark: Remark, before: list[StatedClaim], now: datetime
) -> tuple[StatedClaim, list[tuple[str, str]]]:
    """Return a claim as it stands now, with the rows that it has rested on since it was remembered."""
    claim, rows = claim_of(owner, looked, remark, now), rows_of(remark)
    for old in before:
        if _same(old, claim):
            claim.remembered_at = old.remembered_at
            rows += [(row.kind, row.key) for row in old.rows.all()]
    return claim, list(dict.fromkeys(rows))


def _unclear(missed: list[StatedClaim], now: datetime) -> list[tuple[StatedClaim, list[tuple[str, str]]]]:
    """Return the claims that agreed, and of which the desk says nothing any more."""
    agreed = [claim for claim in missed if claim.standing in (Standing.AGREES, Standing.UNCLEAR)]
    for claim in agreed:
        claim.standing, claim.checked_at = Standing.UNCLEAR, now
    return _kept(agreed)


def _kept(missed: list[StatedClaim]) -> list[tuple[StatedClaim, list[tuple[str, str]]]]:
    """Return remembered claims to be saved once more, with their rows."""
    found = [(claim, [(row.kind, row.key) for row in claim.rows.all()]) for claim in missed]
    for claim, _rows in found:
        claim.pk, claim._state.adding = None, True
    return found


def _same(one: StatedClaim, other: StatedClaim) -> bool:
    """Whether two claims are about the same words of a text."""
    return (
        (one.version, one.part) == (other.version, other.part)
        and one.start < other.end
        and other.start < one.end
    )


def _tell_overtaken(owner: Article | FaqEntry, claims: list[StatedClaim], now: datetime) -> None:
    """Mark what is wrong only because time has passed: on the day on which it was remembered it would still be right.

    Only guides and answers of the whole site speak of today.
    """
    if isinstance(owner, Article) and not owner.is_guide:
        return
    then: dict[datetime, Look] = {}
    for claim in claims:
        if claim.standing != Standing.CONTRADICTED or claim.remembered_at >= now:
            continue
        if claim.remembered_at not in then:
            then[claim.remembered_at] = look_again(owner, now, claim.remembered_at)
        looked = then[claim.remembered_at]
        stood = [remark for remark in claims_in(looked) if _same(claim_of(owner, looked, remark, now), claim)]
        if stood and all(not remark.stands for remark in stood):
            claim.standing = Standing.OVERTAKEN
