"""How the words beside a number bound it, "about", "at most", or make it that of a house. Pure: no Django."""

import re

_BOUNDS = (
    (
        "about",
        r"about|around|roughly|approximately|nearly|almost|some|close to|circa|~|environ|just under|just over",
    ),
    ("over", r"more than|over|above|exceeding|passed|topped|surpassed|crossed|upwards of|plus de"),
    ("under", r"fewer than|less than|under|below|short of|moins de"),
    ("at least", r"at least|no fewer than|no less than|minimum of|au moins"),
    ("at most", r"at most|up to|no more than|maximum of"),
)
_BOUND = re.compile(
    rf"(?:{'|'.join(f'(?P<b{place}>{words})' for place, (_name, words) in enumerate(_BOUNDS))})\s*+(?:a\s+(?:total|record)\s+(?:of\s+)?)?\Z",
    re.IGNORECASE,
)
# The words before a number end in one of these where they bound it.
_ENDS = (*(word for _name, words in _BOUNDS for word in words.split("|")), "total", "record", "of")


def before(text: str, begin: int, start: int) -> str:
    """Return how the words of text[begin:start], right before a number, bound it: "" for not at all."""
    if not text[begin:start].rstrip().lower().endswith(_ENDS):
        return ""
    bound = _BOUND.search(text, begin, start)
    return _BOUNDS[int((bound.lastgroup or "b0")[1:])][0] if bound else ""


# "1800 Argyle Street", "16 Rue du Port".
_STREET = re.compile(
    r"\s+(?:(?:[A-Z][\w'.-]*\s+){1,3}(?:Street|Avenue|Road|Boulevard|Drive|Lane|Square|Crescent|St\.|Ave\.|Rd\.|Blvd\.)"
    r"|(?:[Rr]ue|Avenue|Boulevard|Chemin)\s+(?:[a-z]+\s+){0,2}[A-Z])"
)


def is_address(text: str, end: int) -> bool:
    """Whether the number that ends at text[end] is that of a house in a street."""
    return _STREET.match(text, end) is not None
