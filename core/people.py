"""How people are called."""


def name_of(user) -> str:
    """Return somebody's full name, or what they log in with."""
    return user.get_full_name() or user.get_username()
