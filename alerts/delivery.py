"""Handing one message to the mail server, and knowing what became of it.

Django's backend opens the connection; the steps of SMTP are taken one by one here, for the answer to each means
something else: until the text is sent nothing was accepted, and once it is, a lost answer leaves its fate unknown.
"""

import email.policy
import re
import smtplib
from enum import Enum
from typing import NamedTuple

from django.core.mail import EmailMessage, mailers

# A header that is broken into lines is encoded, and no mail program reads the address in List-Unsubscribe then.
POLICY = email.policy.SMTP.clone(max_line_length=998, cte_type="7bit")
# What a server says (RFC 3463) where the fault is not the address: a full mailbox, its own trouble, its policy.
NOT_THE_ADDRESS = re.compile(r"\b5\.(?:2\.[23]|3\.\d{1,3}|6\.\d{1,3}|7\.\d{1,3})\b")
# Codes that say of a recipient: no such mailbox, or none that mail can be left in.
NO_SUCH_ADDRESS = {550, 551, 553}


class Fate(Enum):
    """What became of a message."""

    SENT = "sent"
    # Refused for now.
    LATER = "later"
    # Refused for good.
    REFUSED = "refused"
    # There is no such address.
    GONE = "gone"
    # The server may have it or not.
    UNKNOWN = "unknown"


class Outcome(NamedTuple):
    """The fate of a message, and the code of the server's last answer where there was one."""

    fate: Fate
    code: int | None = None


class Down(Exception):
    """The server cannot be reached, or takes nothing from this site: no message was at fault, and none was sent."""


class Post:
    """A connection to the server that the settings name, as a context; opened for the first message, and again when lost."""

    def __init__(self) -> None:
        self._mailer = mailers["default"]

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *error) -> None:
        self._close()

    def send(self, message: EmailMessage) -> Outcome:
        """Hand over a message. Raises Down."""
        if not hasattr(self._mailer, "connection_class"):
            # Not SMTP: the console of a developer.
            self._mailer.send_messages([message])
            return Outcome(Fate.SENT)
        sender = self._mailer.prep_address(message.from_email)
        try:
            recipient = self._mailer.prep_address(message.to[0])
        except ValueError:
            # What cannot be written in a header is no address.
            return Outcome(Fate.GONE)
        content = message.message(policy=POLICY).as_bytes()
        refusal = self._envelope(sender, recipient)
        return refusal or self._content(content)

    def _envelope(self, sender: str, recipient: str) -> Outcome | None:
        """Name sender and recipient; return the outcome if the server refuses, else None."""
        for is_last in (False, True):
            try:
                server = self._open()
                code, words = server.mail(sender)
                if code != 421:
                    break
                self._close()
            except smtplib.SMTPServerDisconnected as error:
                # It closes connections that were open for long; a fresh one will do.
                self._close()
                if is_last:
                    raise Down(str(error)) from error
            except (OSError, smtplib.SMTPException) as error:
                self._close()
                raise Down(str(error)) from error
        if code // 100 != 2:
            self._close()
            raise Down(f"{code} {_text(words)}")
        try:
            code, words = server.rcpt(recipient)
        except OSError as error:
            self._close()
            raise Down(str(error)) from error
        if code // 100 == 2:
            return None
        self._reset()
        return Outcome(fate_of_recipient(code, _text(words)), code)

    def _content(self, content: bytes) -> Outcome:
        """Send the text of the message that was announced."""
        try:
            code, _words = self._mailer.connection.data(content)
        except smtplib.SMTPDataError as error:
            # Refused before the text was sent.
            code = error.smtp_code
        except OSError:
            self._close()
            return Outcome(Fate.UNKNOWN)
        if code // 100 == 2:
            return Outcome(Fate.SENT, code)
        self._reset()
        return Outcome(Fate.LATER if code // 100 == 4 else Fate.REFUSED, code)

    def _open(self) -> smtplib.SMTP:
        if self._mailer.open():
            self._mailer.connection.ehlo_or_helo_if_needed()
        return self._mailer.connection

    def _reset(self) -> None:
        try:
            self._mailer.connection.rset()
        except OSError:
            self._close()

    def _close(self) -> None:
        try:
            self._mailer.close()
        except OSError:
            # It was closed from the other side.
            self._mailer.connection = None


def fate_of_recipient(code: int, words: str) -> Fate:
    """Return what the server's refusal of a recipient means."""
    if code // 100 == 4:
        return Fate.LATER
    if code in NO_SUCH_ADDRESS and not NOT_THE_ADDRESS.search(words):
        return Fate.GONE
    return Fate.REFUSED


def _text(words: bytes | str) -> str:
    return words.decode(errors="replace") if isinstance(words, bytes) else words
