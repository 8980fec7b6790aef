"""Which questions the record can be asked, with the years and types of draw that make sense."""

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.drafting.answers import question
from articles.drafting.asked import HIGHEST, INVITATIONS, LATEST, LOWEST, Asked
from articles.drafting.words import names
from articles.models import Article
from draws.models import Round
from occupations.models import Category

# Choices of a select, in groups.
type Choices = list[tuple[str, str | list[tuple[str, str]]]]


def choices(article: Article | None = None) -> Choices:
    """Return the questions on offer: of the year that an article or today is in, and of the year before. One query."""
    today = timezone.localdate(article.as_of) if article else timezone.localdate()
    year = article.week.span.end.year if article and article.week else today.year
    drawn = Category.objects.filter(
        pk__in=Round.objects.public_record().values("version__category")
    ).in_reading_order()
    general = [Asked(LATEST)]
    general += [Asked(kind, of) for of in (year, year - 1) for kind in (LOWEST, HIGHEST, INVITATIONS)]
    groups: Choices = [("", _("None: question and answer are written below"))]
    groups.append((_("All types of draw"), [(str(asked), question(asked, today)) for asked in general]))
    for category in drawn:
        of_type = [Asked(LATEST, None, category.slug)]
        of_type += [Asked(kind, year, category.slug) for kind in (LOWEST, HIGHEST, INVITATIONS)]
        whom = str(names(category).whom)
        groups.append(
            (category.short_name, [(str(asked), question(asked, today, whom)) for asked in of_type])
        )
    return groups


def with_choice(groups: Choices, text: str) -> Choices:
    """Return the choices with one more, if it is not among them."""
    known = {value for value, label in groups if isinstance(label, str)}
    known |= {value for _name, group in groups if not isinstance(group, str) for value, _label in group}
    return groups if text in known else [*groups, (text, text)]
