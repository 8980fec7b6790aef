"""Articles made from the record: found where they are there already, made where not, never twice."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.drafting import questions, roundup
from articles.drafting.asked import INVITATIONS, Asked
from articles.drafting.flash import flash
from articles.drafting.roundup import Selected
from articles.drafting.telling import Told, tell
from articles.models import Article, Author, FaqEntry, Tag
from articles.references import NOMINEES
from articles.revisions import State
from articles.saving import save_article
from draws.clock import Week
from draws.models import Round
from occupations.models import Category

LONGEST_SLUG = 100
GUIDES = 4
# Tags whose address is not made of a name of the type of draw.
TAGS = {"french": "french-language", "stem": "science-and-technology"}


class CannotTell(Exception):
    """There is nothing to write, or nobody to sign it; the message says so to an editor."""


def author_for(user) -> Author:
    """Whose name stands over what `user` makes: their own, else that of the newest news. Raises CannotTell."""
    found = Author.objects.filter(user=user).first()
    if found is None:
        newest = Article.objects.published().news().newest_first().select_related("author").first()
        if newest is None:
            raise CannotTell(
                _("Nobody can sign this story yet. Make an author first, and name your account there.")
            )
        found = newest.author
    return found


def flash_of(round: Round) -> Article | None:
    return Article.objects.filter(flash_of=round).first()


def roundup_of(week: Week) -> Article | None:
    """Return the roundup of a week, the first that was made."""
    roundups = Article.objects.roundups().filter(week_start=week.monday)
    return roundups.exclude(status=Article.Status.REMOVED).order_by("pk").first()


def draft_flash(round: Round, by) -> State:
    """Return the flash about a draw, not saved. Raises CannotTell for a draw that readers do not see."""
    [told] = tell([_public(round)])
    story = flash(told)
    article = Article(
        kind=Article.Kind.NEWS,
        topic=Article.Topic.DRAWS,
        slug=free_slug(story.title),
        author=author_for(by),
        owner=by,
        flash_of=round,
        **story._asdict(),
    )
    return State(article, [], tags_of([told]))


@transaction.atomic
def make_flash(round: Round, by, *, publish: bool) -> tuple[Article, bool]:
    """Save the flash about a draw, for readers if `publish`; return it, and whether it was made just now.

    Raises CannotTell, and ValidationError where the story breaks a rule.
    """
    # Whoever asks for the same flash at the same time comes after, and finds this one.
    round = Round.objects.select_for_update().get(pk=round.pk)
    if found := flash_of(round):
        return found, False
    article, entries, tags = draft_flash(round, by)
    if publish:
        article.status, article.published_at = Article.Status.READY, timezone.now()
    save_article(article, entries=entries, tags=tags, by=by, note=_("Flash made from the record"))
    return article, True


def draws_of(selected: Selected) -> list[Told]:
    """Return the public draws of a week, or those of them that are named. Raises CannotTell without any."""
    record = Round.objects.public_record().between(*selected.week.span)
    if selected.numbers:
        record = record.filter(number__in=selected.numbers)
    told = tell(record.oldest_first().for_list())
    if not told:
        raise CannotTell(_("There is no public draw to write about in this week."))
    return told


def draft_roundup(selected: Selected, title: str, by) -> State:
    """Return the roundup of a week, not saved. Raises CannotTell."""
    told = draws_of(selected)
    if selected.numbers:
        # Some that were asked for may be of another week, or not public.
        selected = Selected(selected.week, tuple(item.round.number for item in told))
    year = Round.objects.public_record().between(*roundup.year_up_to(told, selected.week))
    nominees_too = year.filter(version__category__slug=NOMINEES).exists()
    article = Article(
        kind=Article.Kind.ROUNDUP,
        topic=Article.Topic.DRAWS,
        week_start=selected.week.monday,
        title=title,
        slug=free_slug(title),
        standfirst=roundup.standfirst(told, selected),
        body=roundup.body(told, selected, _guides(), nominees_too=nominees_too),
        description=roundup.description(told),
        author=author_for(by),
        owner=by,
    )
    entries = questions.entries(told)
    of_year = FaqEntry(
        template=str(Asked(INVITATIONS, told[-1].round.date.year)), order=questions.STEP * (len(entries) + 1)
    )
    return State(article, [*entries, of_year], tags_of(told))


@transaction.atomic
def make_roundup(selected: Selected, title: str, by) -> tuple[Article, bool]:
    """Save a draft of the roundup of a week; return it, and whether it was made just now. Raises CannotTell."""
    # As for a flash: the week's draws are held until this roundup is there to be found.
    list(Round.objects.select_for_update().between(*selected.week.span))
    if found := roundup_of(selected.week):
        return found, False
    article, entries, tags = draft_roundup(selected, title, by)
    save_article(article, entries=entries, tags=tags, by=by, note=_("Roundup made from the record"))
    return article, True


def tags_of(told: Iterable[Told]) -> list[Tag]:
    """Return the tags of the types of draw, as far as there are any."""
    slugs = {slug for item in told for slug in _tag_slugs(item.round.category)}
    return list(Tag.objects.filter(slug__in=slugs))


def _tag_slugs(category: Category) -> set[str]:
    named = {category.slug, slugify(category.name_en), slugify(category.short_name_en)}
    return named | ({TAGS[category.slug]} if category.slug in TAGS else set())


def free_slug(title: str) -> str:
    """Return an address out of a headline that no other article has."""
    words = slugify(title)
    slug = words[:LONGEST_SLUG] if len(words) <= LONGEST_SLUG else words[:LONGEST_SLUG].rpartition("-")[0]
    taken = set(
        Article.objects.filter(slug__startswith=slug[: LONGEST_SLUG - 4]).values_list("slug", flat=True)
    )
    free, count = slug, 1
    while free in taken:
        count += 1
        ending = f"-{count}"
        free = slug[: LONGEST_SLUG - len(ending)].strip("-") + ending
    return free


def _public(round: Round) -> Round:
    found = Round.objects.public_record().for_list().filter(pk=round.pk).first()
    if found is None:
        raise CannotTell(
            _("Draw %(number)s is withdrawn, so there is no story about it.") % {"number": round.number}
            if round.withdrawn_at
            else _("Draw %(number)s is not public yet. Publish it first.") % {"number": round.number}
        )
    return found


def _guides() -> Sequence[tuple[str, str]]:
    guides = Article.objects.published().guides().filter(topic=Article.Topic.HOW_TO)
    return [(guide.title, guide.get_absolute_url()) for guide in guides.newest_first()[:GUIDES]]
