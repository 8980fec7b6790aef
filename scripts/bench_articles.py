"""What is asked of synthetic articles, and how a page is asked for, for scripts/bench.py."""

from functools import cache
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http.response import HttpResponseBase
from django.test import Client

PATH = "/search/"
# Words in every article and in one, questions about draws, names of types and of jobs, prose, and nonsense.
QUERIES = [
    f"{PATH}?{urlencode({'q': query})}"
    for query in (
        "draw", "healthcare", "tie-breaking rule", "synthetic 4711", "police certificates", "french draws 2023", "255",
        "July 2023", "truck driver", "nurse", "job offer points", "how many invitations were issued in trades",
        "provincial nominees", "cut-off 463", "category list transport", "qwertyuiop zxcvbn",
    )
]  # fmt: skip


@cache
def reader() -> Client:
    """Return one client for all pages: each has a site of its own, which takes longer to build than a page."""
    return Client()


def page(path: str) -> HttpResponseBase:
    """Ask for a page as a reader does."""
    response: HttpResponseBase = reader().get(
        path, secure=True, headers={"host": urlsplit(settings.SITE_URL).netloc}
    )
    if response.status_code != 200:
        raise SystemExit(f"{path} answers {response.status_code}.")
    return response
