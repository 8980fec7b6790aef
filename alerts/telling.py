"""What a message says: the same words for its plain text and for its HTML."""

from typing import NamedTuple

from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alerts.links import CONFIRM_WITHIN, link
from alerts.models import Choice, Message, Subscriber
from core.api import absolute
from draws.models import Round
from draws.trends import Change, change
from occupations.models import Category, Listing, Occupation


class Link(NamedTuple):
    """Where to go on, in words that say so."""

    words: str
    address: str


class Told(NamedTuple):
    """What a message says, from its subject to its link; `facts` are pairs of a label and a value."""

    subject: str
    heading: str
    paragraphs: list[str]
    facts: list[tuple[str, str]] = []
    notes: list[str] = []
    link: Link | None = None


def choice_in_words(choice: Choice) -> list[str]:
    """Return what somebody follows, a sentence each."""
    found = []
    types = "; ".join(category.name for category in choice.categories)
    if types and choice.score:
        words = _("Draws with a cut-off of %(score)s or lower, of these types: %(types)s.")
        found.append(words % {"score": intcomma(choice.score), "types": types})
    elif types:
        found.append(_("Every draw of these types: %(types)s.") % {"types": types})
    if choice.occupation:
        words = _("When this job enters or leaves a list: %(job)s.")
        found.append(words % {"job": choice.occupation})
    return found


def tell(message: Message) -> Told | None:
    """Return what `message` says today; None where there is nothing to say any more."""
    match message.kind:
        case Message.Kind.CONFIRM:
            return tell_question(message.subscriber)
        case Message.Kind.KNOWN:
            return tell_known(message.subscriber, message.details.get("query", ""))
        case Message.Kind.DRAW:
            return tell_draw(message.round)
    return tell_lists(message)


def tell_question(subscriber: Subscriber) -> Told | None:
    """Ask whether alerts are wanted; nothing once they are."""
    if subscriber.confirmed_at:
        return None
    return Told(
        subject=_("Do you want alerts of Express Entry draws?"),
        heading=_("Do you want these alerts?"),
        paragraphs=[
            _("Somebody, probably you, asked for alerts of Express Entry draws to this address:"),
            *choice_in_words(subscriber.choice),
            _(
                "To get them, follow the link and press the button there. If you did not ask, do nothing: you get no "
                "alerts, and the address is deleted after %(days)s days."
            )
            % {"days": CONFIRM_WITHIN.days},
        ],
        link=Link(_("Yes, send me these alerts"), link("alerts-confirm", subscriber)),
    )


def tell_known(subscriber: Subscriber, query: str) -> Told | None:
    """Say that alerts are on, and lead to where what was asked for now can be chosen."""
    if not subscriber.confirmed_at:
        return None
    address = link("alerts-change", subscriber)
    return Told(
        subject=_("You have alerts of Express Entry draws already"),
        heading=_("You have alerts already"),
        paragraphs=[
            _(
                "Somebody, probably you, asked for alerts of Express Entry draws to this address. It has some:"
            ),
            *choice_in_words(subscriber.choice),
            _(
                "Nothing was changed. To get what was asked for now instead, follow the link, look at the form and save it."
            ),
        ],
        link=Link(_("Change what you get"), f"{address}?{query}" if query else address),
    )


def tell_draw(round: Round) -> Told | None:
    """Give a draw with its figures; nothing of one that was withdrawn."""
    if round.withdrawn_at:
        return None
    rounds = Round.objects.public_record().of(round.category).before(round)
    name, cutoff = round.category.name, intcomma(round.crs_cutoff)
    invitations = ngettext("%s invitation", "%s invitations", round.invitations) % intcomma(round.invitations)
    values = {"type": name, "cutoff": cutoff, "invitations": invitations}
    return Told(
        subject=_("%(type)s draw: cut-off %(cutoff)s, %(invitations)s") % values,
        heading=_("%(type)s: cut-off %(cutoff)s") % values,
        paragraphs=[],
        facts=draw_facts(round, change(round, rounds.newest_first().first())),
        notes=draw_notes(round),
        link=Link(_("Draw %(number)s in full") % {"number": round.number}, absolute(round)),
    )


def draw_facts(round: Round, moved: Change[Round] | None) -> list[tuple[str, str]]:
    points = _("%(cutoff)s points of the Comprehensive Ranking System (CRS)")
    facts = [(_("Cut-off"), points % {"cutoff": intcomma(round.crs_cutoff)})]
    if moved:
        facts.append((_("Change"), change_in_words(moved)))
    facts += [
        (_("Invitations"), intcomma(round.invitations)),
        (_("Draw"), _("number %s") % round.number),
        (_("Date"), date_format(round.date, "l j F Y")),
    ]
    if round.tie_breaking_at:
        moment = date_format(timezone.localtime(round.tie_breaking_at), "DATETIME_FORMAT")
        words = _("at exactly %(cutoff)s only profiles submitted by %(moment)s were invited")
        facts.append(
            (_("Tie-breaking rule"), words % {"cutoff": intcomma(round.crs_cutoff), "moment": moment})
        )
    return facts


def change_in_words(moved: Change[Round]) -> str:
    values = {"points": moved.size, "number": moved.previous.number, "date": date_format(moved.previous.date)}
    if not moved.points:
        words = _("unchanged from draw %(number)s of %(date)s, the last of this type")
    elif moved.points > 0:
        words = ngettext(
            "%(points)s point higher than in draw %(number)s of %(date)s, the last of this type",
            "%(points)s points higher than in draw %(number)s of %(date)s, the last of this type",
            moved.size,
        )
    else:
        words = ngettext(
            "%(points)s point lower than in draw %(number)s of %(date)s, the last of this type",
            "%(points)s points lower than in draw %(number)s of %(date)s, the last of this type",
            moved.size,
        )
    return words % values


def draw_notes(round: Round) -> list[str]:
    """Return what has to be known of the figures."""
    notes = []
    if round.category.includes_nomination:
        notes.append(_("The cut-off includes 600 points for the nomination."))
    if not round.verified:
        notes.append(
            _(
                "Not yet confirmed: these figures have not been checked against the page of Immigration, Refugees and "
                "Citizenship Canada (IRCC)."
            )
        )
    moment = date_format(timezone.localtime(), "DATETIME_FORMAT")
    notes.append(
        _("As of %(moment)s. If a figure is corrected later, the page of the draw says so.")
        % {"moment": moment}
    )
    return notes


def tell_lists(message: Message) -> Told | None:
    """Say which lists a job entered and left; nothing of a job or types that are not in the record any more."""
    job = Occupation.objects.filter(pk=message.details["occupation"]).first()
    types = Category.objects.in_bulk([*message.details["entered"], *message.details["left"]])
    entered = [types[pk] for pk in message.details["entered"] if pk in types]
    left = [types[pk] for pk in message.details["left"] if pk in types]
    if job is None or not (entered or left):
        return None
    subject = _("%(job)s: on a list of the category-based draws") if entered else _("%(job)s: off a list")
    if entered and left:
        subject = _("%(job)s: on one list and off another")
    return Told(
        subject=subject % {"job": job},
        heading=_("Lists of the category-based draws: %(job)s") % {"job": job},
        paragraphs=[
            *(_entered(category, job) for category in entered),
            *(_left(category) for category in left),
            _(
                "Being on a list does not mean being eligible: every draw asks for more than an occupation, and a cut-off "
                "in points besides."
            ),
        ],
        notes=[
            _("As of %(moment)s.")
            % {"moment": date_format(timezone.localtime(message.made_at), "DATETIME_FORMAT")}
        ],
        link=Link(_("On which lists it is and was"), absolute(job)),
    )


def _entered(category: Category, job: Occupation) -> str:
    place = Listing.objects.in_force().filter(version__category=category, occupation=job)
    place = place.select_related("version").first()
    if place is None or place.version.valid_from is None:
        return _("It is on this list now: %(type)s.") % {"type": category.name}
    return _("It is on this list now: %(type)s, version %(number)s, in force from %(day)s.") % {
        "type": category.name,
        "number": place.version.number,
        "day": date_format(place.version.valid_from),
    }


def _left(category: Category) -> str:
    return _("It is not on this list any more: %(type)s.") % {"type": category.name}


def page(name: str) -> str:
    """Return the absolute address of a page without arguments."""
    return settings.SITE_URL + reverse(name)
