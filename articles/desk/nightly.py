"""Everything that readers have, held against the record of now, and what came of it kept."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from articles.desk.files import Lines
from articles.desk.rechecking import Reread, recheck
from articles.desk.running import Remark
from articles.drafting.pins import words_now
from articles.facts.model import Status
from articles.models import Article, FactCheck, FaqEntry, StatedClaim

Standing = StatedClaim.Standing


def everything(now: datetime) -> Iterator[Reread]:
    """Read again, one after the other, every article that readers have or get by themselves, and every answer of the site."""
    for article in Article.objects.filter(status=Article.Status.READY).newest_first():
        yield recheck(article, now)
    for entry in FaqEntry.objects.site_wide().in_order():
        yield recheck(entry, now)


def kept(texts: Iterable[Reread], pinned: int, now: datetime) -> FactCheck:
    """Keep that everything was read, with the sums; `pinned` is how many answers the record has moved past."""
    texts = list(texts)
    standings = [claim.standing for text in texts for claim in text.claims]
    articles = sum(isinstance(text.owner, Article) for text in texts)
    return FactCheck.objects.create(
        ran_at=now,
        articles=articles,
        answers=len(texts) - articles,
        contradicted=standings.count(Standing.CONTRADICTED),
        overtaken=standings.count(Standing.OVERTAKEN),
        pinned=pinned,
        failed=sum(bool(text.looked.failure) for text in texts),
    )


def told(text: Reread, *, everything: bool = False) -> list[dict[str, Any]]:
    """Return what there is to tell of a text, as plain values; with `everything`, what agrees too."""
    failed = {
        **_named(text.owner),
        "status": "failed",
        "message": _("This text could not be read as a whole."),
    }
    sources = {part.name: part.source for part in text.looked.parts}
    standings = {(claim.part, claim.start, claim.end, claim.claim): claim.standing for claim in text.claims}
    found = [
        _remark(text.owner, sources[remark.finding.part], remark, standings)
        for remark in text.looked.remarks
        if everything or remark.finding.status in (Status.CONTRADICTED, Status.NOT_IN_RECORD)
    ]
    unclear = [
        _unclear(text.owner, sources.get(claim.part, ""), claim)
        for claim in text.claims
        if claim.standing == Standing.UNCLEAR
    ]
    return [failed] * bool(text.looked.failure) + found + unclear


def told_of_pinned(entry: FaqEntry, now: datetime) -> dict[str, Any]:
    """Return what there is to tell of a pinned answer that the record has moved past."""
    return {
        **_named(entry.article or entry),
        "part": _("the answer to “%(question)s”") % {"question": entry.question},
        "line": 1,
        "column": 1,
        "rule": "pinned",
        "status": "moved-past",
        "claim": entry.computed,
        "expected": words_now(entry, now),
        "record": "",
        "confidence": 1.0,
        "message": _("The record answered so when the words were kept, and answers otherwise now."),
    }


def _remark(
    owner: Article | FaqEntry, source: str, remark: Remark, standings: dict[tuple, str]
) -> dict[str, Any]:
    finding = remark.finding
    place = (finding.part, finding.start, finding.end, finding.claim)
    return {
        **_named(owner),
        **_place(source, finding.part, finding.start),
        "rule": finding.rule,
        "status": str(standings.get(place, finding.status)),
        "claim": finding.claim,
        "expected": finding.expected,
        "record": " ".join(f"{settings.SITE_URL}{row.address}" for row in finding.rows if row.address),
        "confidence": finding.confidence,
        "message": remark.message,
    }


def _unclear(owner: Article | FaqEntry, source: str, claim: StatedClaim) -> dict[str, Any]:
    return {
        **_named(owner),
        **_place(source, claim.part, claim.start),
        "rule": claim.rule,
        "status": str(claim.standing),
        "claim": claim.claim,
        "expected": "",
        "record": "",
        "confidence": 0.0,
        "message": _("It agreed with the record once, and cannot be told any more."),
    }


def _named(owner: Article | FaqEntry) -> dict[str, Any]:
    address = owner.get_absolute_url() if isinstance(owner, Article) else "/faq/"
    return {"text": str(owner), "address": settings.SITE_URL + address}


def _place(source: str, part: str, start: int) -> dict[str, Any]:
    line, column = Lines(source).place(start)
    return {"part": part, "line": line, "column": column}
