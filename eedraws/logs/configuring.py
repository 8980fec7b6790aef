"""The setting LOGGING, from the variables of the environment."""

from django.core.exceptions import ImproperlyConfigured

FORMATS = {"lines": "eedraws.logs.formats.Lines", "json": "eedraws.logs.formats.JSONLines"}


def logging(kind: str, *, requests: bool, whole: bool) -> dict:
    """Return LOGGING: `kind` is a key of FORMATS; with `requests` each request has a line.

    `whole` shows what errors say, whoever they quote: for developers. Raises ImproperlyConfigured.
    """
    if kind not in FORMATS:
        raise ImproperlyConfigured(f"LOG_FORMAT: expected one of {', '.join(FORMATS)}.")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"without_queries": {"()": "eedraws.logs.formats.WithoutQueries"}},
        "formatters": {"site": {"()": FORMATS[kind], "whole": whole}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "site"},
            "counter": {"class": "eedraws.logs.counting.ErrorCounter", "level": "ERROR"},
        },
        "root": {"handlers": ["console", "counter"], "level": "WARNING"},
        "loggers": {
            # Django's own handlers go: one of them mails what was sent.
            "django": {"handlers": [], "level": "NOTSET", "propagate": True},
            "eedraws.requests": {"level": "INFO" if requests else "WARNING"},
            # Who came in, and who tried.
            "eedraws.signin": {"level": "INFO"},
            # The requests that the development server answers.
            "django.server": {
                "filters": ["without_queries"],
                "handlers": ["console"],
                "level": "INFO",
                "propagate": False,
            },
        },
    }
