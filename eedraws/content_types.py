"""Content types that end before Django sees them."""

import re

# What a browser sends with a form, and any type without parameters.
CONTENT_TYPE = re.compile(r'[^;]{0,200}(;\s{0,9}(charset="?utf-8"?|boundary=[^;]{1,200}))*', re.IGNORECASE)


def make_bearable(environ: dict) -> None:
    """Take away a content type that Django cannot bear.

    Some character sets, and an overlong value, are errors of Django before any middleware can refuse them. The
    gate refuses a form without a type that it knows; for a request to read, the type means nothing.
    """
    if not CONTENT_TYPE.fullmatch(environ.get("CONTENT_TYPE", "")):
        environ["CONTENT_TYPE"] = "unreadable"
