"""An article read against the record, in good time, and never in the way when the desk itself fails."""

import logging
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock
from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.parts import day_of, parts_of, parts_of_entries
from articles.desk.sentences import digest, sentence_around
from articles.desk.snapshot import SNAPSHOT, engine
from articles.facts.model import Finding, Part, Record, Status
from articles.models import Article, ArticleCheck, FaqEntry, Judgement, Override

logger = logging.getLogger(__name__)
# Seconds: while somebody waits for a page, and while nobody does.
DEADLINE, UNHURRIED = 2.0, 60.0
KEPT_ANSWERS = 16
# What a look that came too late still works on ends by itself: two of them, and others wait.
WORKERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="facts")
_hurried: ContextVar[bool] = ContextVar("hurried", default=True)


@contextmanager
def unhurried() -> Iterator[None]:
    """Let each look take up to UNHURRIED seconds: a command asks, and a slow machine must not cost it a text."""
    token = _hurried.set(False)
    try:
        yield
    finally:
        _hurried.reset(token)


def patience() -> float:
    """Return for how many seconds a look is waited for."""
    return DEADLINE if _hurried.get() else UNHURRIED


@dataclass(frozen=True)
class Remark:
    """A finding with the sentence that it stands in, and what people have decided of it.

    `judged` is the judgement by which it is right, `overridden` the publication at which it was let stand.
    """

    finding: Finding
    sentence: str
    digest: str
    judged: Judgement | None = None
    overridden: Override | None = None

    @property
    def message(self) -> str:
        """One sentence for an editor, in the language of the page."""
        words = _(self.finding.message) if self.finding.message else ""
        return words % self.finding.params if self.finding.params else words

    @property
    def is_decided(self) -> bool:
        return bool(self.judged or self.overridden)

    @property
    def stands(self) -> bool:
        """Whether it keeps an article from being published."""
        return self.finding.status is Status.CONTRADICTED and not self.is_decided


@dataclass(frozen=True)
class Look:
    """What the desk says of an article on a day. With a `failure` it says nothing, or not all that there is to say."""

    on: date
    parts: tuple[Part, ...]
    remarks: tuple[Remark, ...] = ()
    failure: str = ""
    counts: Counter[Status] = field(default_factory=Counter)

    @property
    def contradictions(self) -> list[Remark]:
        """What keeps the article from being published."""
        return [remark for remark in self.remarks if remark.stands]

    def of(self, *names: str) -> list[Remark]:
        """Return the remarks on the parts of these names."""
        return [remark for remark in self.remarks if remark.finding.part in names]


class Answer(NamedTuple):
    """What the engine says of parts, and whether each of its rules could."""

    findings: list[Finding]
    is_whole: bool


def ask(parts: tuple[Part, ...], record: Record, on: date) -> Answer:
    """Ask the engine, which knows neither the time nor this site."""
    findings, failed = engine().checked(engine().read(parts, on), record)
    return Answer(findings, not failed)


class Answers:
    """The last answers of the engine: a form is looked at when it is checked and again when it is saved."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[tuple[tuple[Part, ...], date], tuple[Record, Answer]] = OrderedDict()

    def of(self, parts: tuple[Part, ...], record: Record, on: date) -> Answer:
        """Return what the engine says. Raises TooLate when patience ends, and whatever it raises."""
        with self._lock:
            kept = self._kept.get((parts, on))
        if kept and kept[0] is record:
            return kept[1]
        # Before the clock runs: what is loaded once is no slowness of the desk.
        engine()
        asked: Future[Answer] = WORKERS.submit(ask, parts, record, on)
        try:
            answer = asked.result(timeout=patience())
        except TooLate:
            asked.cancel()
            raise
        with self._lock:
            self._kept[parts, on] = record, answer
            while len(self._kept) > KEPT_ANSWERS:
                self._kept.popitem(last=False)
        return answer


ANSWERS = Answers()


def look(parts: Sequence[Part], on: date, of: Article | FaqEntry | None = None) -> Look:
    """Read `parts` against the record as of the day `on`. Never raises: a failure is an answer.

    `of` is what they are parts of: what was judged there, or let stand when it was published, is said with it.
    """
    parts = tuple(parts)
    try:
        answer = ANSWERS.of(parts, SNAPSHOT.record(), on)
        remarks = _decided(remarks_on(parts, answer.findings), of)
    except TooLate:
        logger.warning("The fact desk took more than %s seconds.", patience())
        return Look(on, parts, failure=ArticleCheck.Failure.SLOW)
    except Exception:
        logger.exception("The fact desk failed.")
        return Look(on, parts, failure=ArticleCheck.Failure.ERROR)
    counts = Counter(remark.finding.status for remark in remarks if not remark.judged)
    failure = "" if answer.is_whole else ArticleCheck.Failure.ERROR
    return Look(on, parts, tuple(remarks), failure, counts)


def look_at(article: Article, entries: Iterable[FaqEntry]) -> Look:
    """Read an article, with its questions in the order given, as of its own day."""
    return look(parts_of(article, entries), day_of(article), article)


def look_at_entry(entry: FaqEntry) -> Look:
    """Read a question and answer of the whole site as of today."""
    return look(parts_of_entries([entry]), timezone.localdate(entry.as_of), entry)


def remember(article: Article, looked: Look) -> None:
    """Keep what the desk last said of an article as it was saved."""
    article.fact_check, _is_new = ArticleCheck.objects.update_or_create(
        article=article,
        defaults={
            "checked_at": timezone.now(),
            "version": article.version,
            "failure": looked.failure,
            "counts": {str(status): count for status, count in looked.counts.items()},
        },
    )


def remarks_on(parts: Iterable[Part], findings: Iterable[Finding]) -> list[Remark]:
    """Return findings with their sentences, in the order of the parts and of their places."""
    sources = {part.name: part.source for part in parts}
    places = {name: place for place, name in enumerate(sources)}
    remarks = []
    for finding in findings:
        sentence = sentence_around(sources[finding.part], finding.start, finding.end)
        remarks.append(Remark(finding, sentence, digest(finding, sentence)))
    return sorted(remarks, key=lambda remark: (places[remark.finding.part], remark.finding.start))


def _decided(remarks: list[Remark], of: Article | FaqEntry | None) -> list[Remark]:
    """Add what people have decided: two queries, if there is anything to decide."""
    open_ones = {remark.digest for remark in remarks if remark.finding.status is not Status.AGREES}
    if not open_ones:
        return remarks
    key = of.pk if of else None
    is_article = isinstance(of, Article)
    site_wide = Q(article__isnull=True)
    mine = site_wide | Q(article=key) if is_article and key else site_wide
    judged = {
        judgement.digest: judgement for judgement in Judgement.objects.filter(mine, digest__in=open_ones)
    }
    let_stand = {}
    if key:
        published = {"article": key} if is_article else {"faq_entry": key}
        for override in Override.objects.filter(**published):
            let_stand |= {kept["digest"]: override for kept in override.findings}
    return [
        replace(remark, judged=judged.get(remark.digest), overridden=let_stand.get(remark.digest))
        for remark in remarks
    ]
