"""What `manage.py` warns of before the site is served."""

from django.conf import settings
from django.core.checks import Tags, Warning, register


@register(Tags.security)
def proxies_are_named(app_configs, **kwargs):
    """Over HTTPS there is a server before the site: unless it is trusted, all visitors have its address."""
    if not settings.HTTPS or settings.TRUSTED_PROXIES:
        return []
    return [
        Warning(
            "TRUSTED_PROXIES names no server before the site: all visitors share the limits of one.",
            hint="Behind nginx as in deploy/ it is `unix`: docs/settings.md.",
            id="signin.W001",
        )
    ]
