"""Found by Django's admin: what stands above every app."""

from eedraws.newsroom.moving import MovingRoundAdmin
from eedraws.newsroom.people import PersonAdmin, RoleAdmin

__all__ = ["MovingRoundAdmin", "PersonAdmin", "RoleAdmin"]
