"""Errors sent to a service that collects them, where SENTRY_DSN names one: what broke and where, and nothing of readers."""

from django.core.exceptions import ImproperlyConfigured

from eedraws.logs.errors import said_by
from eedraws.logs.requests import REQUEST_ID

# Of what the library gathers, these go out; the request, its user, what was logged before and all variables do not.
SENT = (
    "event_id",
    "timestamp",
    "level",
    "logger",
    "platform",
    "environment",
    "release",
    "transaction",
    "exception",
)


def begin(dsn: str, **options) -> None:
    """Report errors from now on; without an address nothing is. Raises ImproperlyConfigured. `options` are the library's."""
    if not dsn:
        return
    try:
        import sentry_sdk
        from sentry_sdk.integrations.django import DjangoIntegration
    except ImportError as error:
        raise ImproperlyConfigured(
            "SENTRY_DSN: the library is not installed. Install requirements-sentry.txt."
        ) from error
    try:
        sentry_sdk.init(
            dsn=dsn,
            before_send=without_readers,
            # What the library would gather of a request is taken away again by without_readers; the less it holds the better.
            include_local_variables=False,
            max_request_body_size="never",
            max_breadcrumbs=0,
            auto_session_tracking=False,
            # By the name of the route: a path may hold what somebody typed.
            integrations=[DjangoIntegration(transaction_style="function_name")],
            **options,
        )
    except sentry_sdk.utils.BadDsn as error:
        raise ImproperlyConfigured("SENTRY_DSN: this is no address that errors can be sent to.") from error


def without_readers(event: dict, hint: dict) -> dict:
    """Return the event with what is on the list alone, and errors without what they quote."""
    sent = {name: event[name] for name in SENT if name in event}
    sent["tags"] = {"request_id": REQUEST_ID.get()}
    if template := event.get("logentry", {}).get("message"):
        sent["logentry"] = {"message": template}
    errors = _chain(hint.get("exc_info", (None, None))[1])
    for told in sent.get("exception", {}).get("values", ()):
        told["value"] = errors.get(told.get("type"), "")
        told.pop("mechanism", None)
    return sent


def _chain(error: BaseException | None) -> dict[str, str]:
    """Return what each error that led to this one may say, by the names of their types."""
    said = {}
    while error is not None and type(error).__qualname__ not in said:
        said[type(error).__qualname__] = said_by(error)
        error = error.__cause__ or error.__context__
    return said
