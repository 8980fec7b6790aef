"""Reports of what could not be delivered (RFC 3464), and the addresses that they put an end to.

Whoever can write to the mailbox could make up such a report. It counts only with the Message-ID of the message that came
back, which nobody else can make up.
"""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import NamedTuple

from alerts.delivery import NOT_THE_ADDRESS
from alerts.links import message_of

MESSAGE_ID = re.compile(r"<([^<>@\s]{1,200})@[^<>@\s]{1,255}>")


class Report(NamedTuple):
    """What a report says: whether its recipient cannot be reached for good, and the Message-ID, before its @."""

    is_final: bool
    local_part: str


def read_report(content: bytes) -> Report | None:
    """Return what a mail reports; None for a mail that is no such report, or that does not say of which message."""
    mail = message_from_bytes(content, policy=policy.default)
    parts = list(mail.walk())
    statuses = [part for part in parts if part.get_content_type() == "message/delivery-status"]
    returned = next((local for part in parts if part is not mail and (local := _message_id(part))), None)
    if not statuses or returned is None:
        return None
    return Report(any(_is_final(group) for status in statuses for group in _groups(status)), returned)


def _groups(status: EmailMessage) -> list[EmailMessage]:
    """Return the groups of fields of a report: one of the message, and one of each recipient."""
    payload = status.get_payload()
    return payload if isinstance(payload, list) else []


def _is_final(group: EmailMessage) -> bool:
    """Whether a recipient's fields say that there is no such address."""
    status = str(group.get("Status", "")).strip()
    failed = str(group.get("Action", "")).strip().lower() == "failed"
    return failed and status.startswith("5.") and not NOT_THE_ADDRESS.match(status)


def _message_id(part: EmailMessage) -> str | None:
    """Return the Message-ID, before its @, of a message that came back, in full or as its headers alone."""
    if part.get_content_type() == "text/rfc822-headers":
        headers = message_from_bytes(part.get_payload(decode=True) or b"", policy=policy.default)
    elif part.get_content_type() == "message/rfc822" and isinstance(part.get_payload(), list):
        headers = part.get_payload()[0]
    else:
        return None
    found = MESSAGE_ID.search(str(headers.get("Message-ID", "")))
    return found[1] if found else None


def handle(content: bytes) -> str:
    """Delete the address that a report puts an end to; return in a word what the mail was.

    "deleted", "kept" (for now, or not the address's fault), "known" (deleted before), "other" (no report of ours).
    """
    report = read_report(content)
    if report is None or not report.local_part.startswith("alert."):
        return "other"
    message = message_of(report.local_part)
    if message is None:
        return "known"
    if not report.is_final:
        return "kept"
    message.subscriber.delete()
    return "deleted"
