"""A message as a mail: plain text and HTML, with the headers that machines ask for."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from alerts.links import host, link, message_id
from alerts.models import Message
from alerts.telling import choice_in_words, page, tell


def compose(message: Message) -> EmailMultiAlternatives | None:
    """Return the mail of a message; None where there is nothing to say any more."""
    told = tell(message)
    if told is None:
        return None
    subscriber = message.subscriber
    stop = link("alerts-stop", subscriber)
    context = {
        "told": told,
        "is_confirmed": subscriber.confirmed_at is not None,
        "choice": choice_in_words(subscriber.choice),
        "change_url": link("alerts-change", subscriber),
        "stop_url": stop,
        "home_url": page("home"),
        "privacy_url": page("privacy"),
    }
    mail = EmailMultiAlternatives(
        # A header has one line, whatever was typed into a name.
        " ".join(told.subject.split()),
        _rendered("txt", context),
        settings.EMAIL_FROM,
        [subscriber.address],
        headers={
            "Message-ID": message_id(message),
            # Nobody's answering machine answers to this.
            "Auto-Submitted": "auto-generated",
            "List-Id": f"eedraws <alerts.{host()}>",
            # RFC 8058: mail programs offer one press of a button.
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    mail.attach_alternative(_rendered("html", context), "text/html")
    return mail


def _rendered(kind: str, context: dict) -> str:
    return render_to_string(f"alerts/mail/message.{kind}", context).strip() + "\n"
