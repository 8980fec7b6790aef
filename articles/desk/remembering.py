"""Claims that readers have, remembered with the rows of the record that each rests on."""

from datetime import datetime

from articles.desk.running import Look, Remark
from articles.desk.sentences import bounds_of_sentence
from articles.facts.model import Status
from articles.models import Article, FaqEntry, StatedClaim, StatedRow

Standing = StatedClaim.Standing

# What the desk says of a claim, where rows of the record are behind it; nothing can move the others.
STANDINGS = {
    Status.AGREES: Standing.AGREES,
    Status.NOT_IN_RECORD: Standing.NOT_IN_RECORD,
    Status.CONTRADICTED: Standing.CONTRADICTED,
}


def remember_stated(owner: Article | FaqEntry, looked: Look, now: datetime, *, despite: bool = False) -> None:
    """Keep what an article, or an answer of the whole site, tells its readers as it was just saved.

    `despite`: what the record contradicts was let stand. What the desk could not read is not kept, and nothing is of
    an article that no reader has or will get.
    """
    forget(owner)
    if isinstance(owner, Article) and owner.status != Article.Status.READY:
        return
    claims = [(claim_of(owner, looked, remark, now), rows_of(remark)) for remark in claims_in(looked)]
    for claim, _rows in claims:
        if despite and claim.standing == Standing.CONTRADICTED:
            claim.standing = Standing.LET_STAND
    keep(claims)


def claims_in(looked: Look) -> list[Remark]:
    """Return what the desk found that can be remembered: of live references, which follow the record, only what is wrong."""
    sources = {part.name: part.source for part in looked.parts}
    return [
        remark
        for remark in looked.remarks
        if remark.finding.status in STANDINGS
        and not (
            remark.finding.status is Status.AGREES
            and sources[remark.finding.part].startswith("[[", remark.finding.start)
        )
    ]


def keep(claims: list[tuple[StatedClaim, list[tuple[str, str]]]]) -> None:
    """Save claims, each with its rows. Two statements."""
    saved = StatedClaim.objects.bulk_create(claim for claim, _rows in claims)
    StatedRow.objects.bulk_create(
        StatedRow(claim=claim, kind=kind, key=key)
        for claim, (_claim, rows) in zip(saved, claims, strict=True)
        for kind, key in rows
    )


def forget(owner: Article | FaqEntry) -> None:
    """Drop what is remembered of a text."""
    StatedClaim.objects.filter(**owned_by(owner)).delete()


def owned_by(owner: Article | FaqEntry) -> dict[str, Article | FaqEntry]:
    return {"article" if isinstance(owner, Article) else "faq_entry": owner}


def rows_of(remark: Remark) -> list[tuple[str, str]]:
    """Return the rows that a claim rests on, each once."""
    return list(dict.fromkeys((row.kind, row.key) for row in remark.finding.rows))


def standing_of(remark: Remark) -> Standing:
    """Return how a claim stands; what people let stand or judged right is no contradiction."""
    if remark.finding.status is Status.CONTRADICTED and not remark.stands:
        return Standing.LET_STAND
    return STANDINGS[remark.finding.status]


def claim_of(owner: Article | FaqEntry, looked: Look, remark: Remark, now: datetime) -> StatedClaim:
    """Return what the desk found as a claim to be remembered, not saved."""
    finding = remark.finding
    source = next(part.source for part in looked.parts if part.name == finding.part)
    first, last = bounds_of_sentence(source, finding.start, finding.end)
    return StatedClaim(
        **owned_by(owner),
        version=owner.live_version if isinstance(owner, Article) else 0,
        part=finding.part,
        start=finding.start,
        end=finding.end,
        sentence=source[first:last],
        sentence_start=first,
        rule=finding.rule,
        claim=finding.claim,
        expected=finding.expected,
        replacement=finding.replacement,
        standing=standing_of(remark),
        remembered_at=now,
        checked_at=now,
    )
