"""Who follows what by e-mail, and the outbox of messages to them.

Nothing is kept of a person but the address, what was chosen, and when; and of a message what it is about, never its text.
"""

from typing import NamedTuple

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from draws.models import Round
from occupations.models import Category, Occupation


def new_key() -> str:
    return get_random_string(16)


class Choice(NamedTuple):
    """What somebody follows: types of draw, all of their draws or those with a cut-off at or below `score`; a job."""

    categories: list[Category]
    score: int | None
    occupation: Occupation | None


class SubscriberQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)

    def unconfirmed_since(self, moment):
        """Subscribers who were asked at `moment` or before it, and have not answered."""
        return self.filter(confirmed_at__isnull=True, asked_at__lte=moment)

    def following(self, round: Round):
        """Subscribers whose choice, as it stood when the draw became public, has this draw in it."""
        return (
            self.confirmed()
            .filter(categories=round.category, chosen_at__lt=round.published_at)
            .filter(Q(score__isnull=True) | Q(score__gte=round.crs_cutoff))
        )

    def of_address(self, address: str):
        return self.annotate(lowered=Lower("address")).filter(lowered=address.lower())


class Subscriber(models.Model):
    """An address and what it follows. Until it is confirmed, it gets nothing but the question."""

    address = models.EmailField(_("address"), max_length=254)
    # Part of every link that is sent to the address: links end with the row.
    key = models.CharField(_("key of links"), max_length=16, default=new_key, editable=False)
    categories = models.ManyToManyField(Category, verbose_name=_("types of draw"), related_name="+")
    score = models.PositiveSmallIntegerField(_("cut-off at or below"), null=True, blank=True)
    occupation = models.ForeignKey(
        Occupation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("job"),
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    chosen_at = models.DateTimeField(_("chosen"), null=True, blank=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(Lower("address"), name="subscriber_unique_address"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__range=(1, 1200)), name="subscriber_score_in_range"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, chosen_at__isnull=True)
                | Q(confirmed_at__isnull=False, chosen_at__gte=F("confirmed_at")),
                name="subscriber_chooses_when_confirmed",
            ),
        ]

    def __str__(self):
        return f"{self.pk}"

    @property
    def choice(self) -> Choice:
        return Choice(list(self.categories.in_reading_order()), self.score, self.occupation)

    def choose(self, choice: Choice):
        """Save a choice; a confirmed one counts for what becomes public from now on."""
        self.score, self.occupation = choice.score, choice.occupation
        if self.confirmed_at:
            self.chosen_at = timezone.now()
        self.save()
        self.categories.set(choice.categories)


class MessageQuerySet(models.QuerySet):
    def due(self, at=None):
        return self.filter(state=Message.State.WAITING, due_at__lte=at or timezone.now()).order_by("pk")

    def unknown(self):
        return self.filter(state=Message.State.UNKNOWN)

    def standing(self, overdue_since) -> dict[str, int]:
        """Return how many messages stand how, and how many have been due since a moment or longer. One query."""
        states = {state.value: models.Count("pk", filter=Q(state=state)) for state in Message.State}
        overdue = Q(state=Message.State.WAITING, due_at__lte=overdue_since)
        return self.aggregate(**states, overdue=models.Count("pk", filter=overdue))

    def asking(self):
        """Messages that somebody caused by filling in the form, for an address that may not be theirs."""
        return self.filter(kind__in=(Message.Kind.CONFIRM, Message.Kind.KNOWN))


class Message(models.Model):
    """One message to one subscriber; `about` says about what, and no subscriber has two about the same."""

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("question whether alerts are wanted")
        # Somebody filled in the form for an address that has alerts already.
        KNOWN = "known", _("note that alerts are on already")
        DRAW = "draw", _("draw")
        LISTS = "lists", _("job on or off a list")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        # Being handed to the server; whoever claimed it is the only one to do so.
        CLAIMED = "claimed", _("claimed")
        SENT = "sent", _("sent")
        # The server refused it for good.
        FAILED = "failed", _("failed")
        # Whoever claimed it stopped before it was known whether the server has it.
        UNKNOWN = "unknown", _("of unknown fate")

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="messages", verbose_name=_("subscriber")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    about = models.CharField(_("about"), max_length=60)
    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("draw")
    )
    # Of lists: {"occupation": key, "entered": [keys of types], "left": [...]}; of an address that is known: the query.
    details = models.JSONField(_("details"), default=dict, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    claimed_at = models.DateTimeField(_("claimed"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    # The server's number, such as 451; its words may hold the address.
    last_code = models.PositiveSmallIntegerField(_("last answer of the server"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="message_due")]
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "about"], name="message_once_a_subscriber"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"


class ListsSeen(models.Model):
    """One row: which occupations were on the lists in force when the outbox was last filled.

    `places` holds pairs of a type of draw and an occupation, by their keys; `turn` counts the times that they changed.
    """

    ONLY = 1

    places = models.JSONField(_("places"), default=list)
    turn = models.PositiveIntegerField(_("turn"), default=0)

    class Meta:
        verbose_name = _("lists as last seen")
        verbose_name_plural = _("lists as last seen")

    def __str__(self):
        return str(self.turn)
