"""Public draws that a run of the feed has added to or brought in, told to whoever knows what rests on them."""

from collections.abc import Collection

from django.db import transaction
from django.dispatch import Signal

from draws.models import Round

# Sent once the change is in the database, with `rounds`, a list of Round.
rounds_moved = Signal()


def tell_after_commit(rounds: Collection[Round]) -> None:
    """Tell of draws when the transaction has ended; who listens and fails takes nothing back."""
    public = [round for round in rounds if round.is_public]
    if public:
        transaction.on_commit(lambda: rounds_moved.send(sender=Round, rounds=public), robust=True)
