"""What a form brought that could not be saved: it can be sent again from the page that says so."""

import re

from core.posting import TOKEN

SECRET = re.compile(r"password|token|secret|\Acode\Z", re.IGNORECASE)


def to_send_again(request) -> list[tuple[str, str]]:
    """Return the fields of a form that was sent from a page of ours; nothing of one with a secret in it.

    Files cannot be put into a page: whoever sent one chooses it again.
    """
    # Set when the form was proved to be one of ours: what strangers have a browser send is never repeated.
    if request.method != "POST" or not getattr(request, "csrf_processing_done", False):
        return []
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    if request.FILES or any(SECRET.search(name) for name, _value in sent if name != TOKEN):
        return []
    return sent
