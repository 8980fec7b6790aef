"""What readers write to the newsroom."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# How long a message is there, unless somebody keeps it open: /contact/ and /privacy/ say so.
KEPT_FOR = timedelta(days=90)


class ReaderMessageQuerySet(models.QuerySet):
    def waiting(self):
        """Return what nobody has answered or put aside."""
        return self.filter(state__in=(ReaderMessage.State.NEW, ReaderMessage.State.KEPT))

    def to_forget(self, at=None):
        """Return what has been here long enough, but for what is kept open."""
        oldest = (at or timezone.now()) - KEPT_FOR
        return self.filter(sent_at__lt=oldest).exclude(state=ReaderMessage.State.KEPT)


class ReaderMessage(models.Model):
    """A message from /contact/. Who sent it is known by an address for the reply at most."""

    class About(models.TextChoices):
        FIGURE = "figure", _("A figure or date is wrong")
        TEXT = "text", _("Something in the text is wrong or unclear")
        MISSING = "missing", _("Something is missing")
        PAGE = "page", _("A page does not work for me")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        NEW = "new", _("new")
        ANSWERED = "answered", _("answered")
        # Stays beyond the 90 days, until it is answered.
        KEPT = "kept", _("kept open")
        SPAM = "spam", _("spam")

    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    about = models.CharField(_("what it is about"), max_length=10, choices=About)
    path = models.CharField(_("page"), max_length=200, blank=True)
    page_title = models.CharField(_("title of the page"), max_length=200, blank=True)
    message = models.TextField(_("message"), max_length=4000)
    reply_address = models.EmailField(_("address for the reply"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.NEW)
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("For the newsroom: who answers, what was done.")
    )

    objects = ReaderMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message of a reader")
        verbose_name_plural = _("messages of readers")
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["state", "-sent_at"], name="message_state_sent")]

    def __str__(self):
        return f"{self.get_about_display()}: {' '.join(self.message.split())[:60]}"
