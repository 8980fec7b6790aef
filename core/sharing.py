"""The cache that processes share, where there is one: how it fails."""


def failures() -> tuple[type[Exception], ...]:
    """Return what a shared cache may raise when it does not answer.

    Redis's package is imported with the first failure: who has no such cache need not hold 5 MB of it in memory.
    """
    from redis.exceptions import RedisError

    return OSError, RedisError
