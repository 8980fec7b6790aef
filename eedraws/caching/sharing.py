"""The caches of Django, from one variable of the environment."""

from django.core.exceptions import ImproperlyConfigured

MEMORY = "django.core.cache.backends.locmem.LocMemCache"
REDIS = "django.core.cache.backends.redis.RedisCache"


def caches(url: str) -> dict[str, dict]:
    """Return the setting CACHES: memory of the process alone, or with a Redis server what processes share.

    Raises ImproperlyConfigured for an address that is none of a Redis server.
    """
    if not url:
        return {"default": {"BACKEND": MEMORY}}
    if not url.startswith(("redis://", "rediss://", "unix://")):
        # The value itself is not repeated: it may hold a password.
        raise ImproperlyConfigured("CACHE_URL: expected a Redis server, such as redis://127.0.0.1:6379/0.")
    shared = {
        "BACKEND": REDIS,
        "LOCATION": url,
        "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5},
    }
    return {"default": shared | {"KEY_PREFIX": "site"}, "pages": shared | {"KEY_PREFIX": "pages"}}
