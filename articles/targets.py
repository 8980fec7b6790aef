"""What references name in the public record: checked when an article is written, kept when it is saved."""

from datetime import datetime
from difflib import get_close_matches
from functools import cached_property

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.clock import was_held
from articles.models.images import Image
from articles.references import (
    CategoryFigure,
    DrawsFigure,
    DrawsTable,
    ImageBlock,
    OccupationsCount,
    Reference,
    RoundFigure,
    Selection,
)
from draws.models import Round
from occupations.models import Category, CategoryVersion


class NotInTheRecord(Exception):
    """A reference names what the public record does not have; the message says what, to an editor."""


class Targets:
    """The draws, types of draw and versions that references can name, each read once when first asked for.

    `clock` is the moment that references without `as_of=now` are resolved at (Article.as_of).
    """

    def __init__(self, clock: datetime):
        self.clock = clock
        self.now = timezone.now()

    @cached_property
    def rounds(self) -> dict[str, Round]:
        rounds = Round.objects.public_record(self.now).select_related("version")
        return {round.number: round for round in rounds}

    @cached_property
    def categories(self) -> dict[str, Category]:
        return {category.slug: category for category in Category.objects.all()}

    @cached_property
    def versions(self) -> list[CategoryVersion]:
        return list(CategoryVersion.objects.filter(has_list=True))

    def moment(self, reference: Reference) -> datetime:
        return self.now if reference.now else self.clock

    def check(self, reference: Reference) -> None:
        """Raise NotInTheRecord for what readers could not be shown."""
        self.of(reference)
        if isinstance(reference, CategoryFigure):
            category, moment = self.category(reference.category), self.moment(reference)
            if not any(
                round.version.category_id == category.pk and was_held(round, moment)
                for round in self.rounds.values()
            ):
                raise NotInTheRecord(
                    _("The record has no draw of the type “%(type)s” up to %(date)s.")
                    % {"type": category.short_name, "date": date_format(timezone.localdate(moment))}
                )

    def of(self, reference: Reference) -> list[dict]:
        """Return what a reference refers to, as values of ArticleReference. Raises NotInTheRecord."""
        match reference:
            case RoundFigure(number=number):
                return [{"round": self._round(number, reference)}]
            case DrawsTable(selection=selection) | DrawsFigure(selection=selection):
                return self._selected(selection, reference)
            case CategoryFigure(category=slug):
                return [{"category": self.category(slug)}]
            case OccupationsCount(categories=slugs):
                return [{"version": self._list(slug, reference)} for slug in slugs]
            case ImageBlock(number=number):
                return [{"image": self._image(number)}]
        return [{}]

    def _selected(self, selection: Selection, reference: Reference) -> list[dict]:
        categories = [self.category(slug) for slug in selection.categories]
        if selection.span is None:
            return [{"round": self._round(number, reference)} for number in selection.numbers]
        start, end = selection.span
        if not reference.now:
            end = max(start, min(end, timezone.localdate(self.clock)))
        return [
            {"category": category, "date_from": start, "date_to": end} for category in categories or [None]
        ]

    def _round(self, number: str, reference: Reference) -> Round:
        round = self.rounds.get(number)
        if round is None:
            raise NotInTheRecord(_("Draw %(number)s is not in the public record.") % {"number": number})
        if not was_held(round, self.moment(reference)):
            raise NotInTheRecord(
                _(
                    "Draw %(number)s was held after the time of the article. If it is meant all the same, add as_of=now."
                )
                % {"number": number}
            )
        return round

    def category(self, slug: str) -> Category:
        """Return a type of draw. Raises NotInTheRecord, which says what was meant."""
        if slug in self.categories:
            return self.categories[slug]
        near = get_close_matches(slug, self.categories, n=1)
        guess = (
            _("Did you mean %(meant)s?") % {"meant": near[0]}
            if near
            else _("There is: %(known)s.") % {"known": ", ".join(self.categories)}
        )
        raise NotInTheRecord(_("There is no type of draw “%(slug)s”.") % {"slug": slug} + " " + guess)

    def _image(self, number: int) -> Image:
        image = Image.objects.filter(pk=number).first()
        if image is None:
            raise NotInTheRecord(
                _("There is no picture %(number)s. “From the record” lists those that there are.")
                % {"number": number}
            )
        return image

    def _list(self, slug: str, reference: OccupationsCount) -> CategoryVersion:
        category = self.category(slug)
        day = reference.on or timezone.localdate(self.moment(reference))
        for version in self.versions:
            if version.category_id == category.pk and version.is_in_force(day):
                return version
        raise NotInTheRecord(
            _("No list of occupations of the type “%(type)s” was in force on %(date)s.")
            % {"type": category.short_name, "date": date_format(day)}
        )
