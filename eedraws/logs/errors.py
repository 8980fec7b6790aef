"""Errors told without what they quote. Pure but for the types of Django's errors."""

import traceback

from django.db.utils import InterfaceError, OperationalError
from django.template import TemplateDoesNotExist, TemplateSyntaxError

# What these say is of the code or of the machine; any other may quote what a reader sent.
SPEAKING = (
    *(AttributeError, ImportError, NameError, NotImplementedError, RecursionError),
    *(InterfaceError, OperationalError, TemplateDoesNotExist, TemplateSyntaxError),
)
# Errors that led to errors, at most.
DEEPEST = 5


def said_by(error: BaseException) -> str:
    """Return what an error says where that cannot be a reader's; of one of the system what is wrong, and no file's name."""
    if isinstance(error, OSError):
        return error.strerror or ""
    return str(error) if isinstance(error, SPEAKING) else ""


def in_words(error: BaseException, depth: int = 0) -> str:
    """Return the type of an error and where it arose, the one that led to it first; no values."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    led = f"{in_words(before, depth + 1)}\nwhich led to\n" if before and depth < DEEPEST else ""
    where = "".join(traceback.format_tb(error.__traceback__))
    kind, said = f"{type(error).__module__}.{type(error).__qualname__}", said_by(error)
    return f"{led}{where}{kind}{f': {said}' if said else ''}"
