"""What needs doing today: the lines that the newsroom opens on.

A line is a function of a person. It gives a Line, or None to those who may not do what it asks for, and makes the same
number of queries however much there is.
"""

from eedraws.newsroom import due_alerts, due_articles, due_draws, due_facts, due_lists, due_readers
from eedraws.newsroom.lines import Line

# In this order.
LINES = (
    due_draws.waiting,
    due_draws.without_a_story,
    due_draws.held,
    due_draws.proposed,
    due_facts.contradicted,
    due_alerts.stuck,
    due_readers.messages,
    due_articles.in_review,
    due_articles.drafts,
    due_articles.scheduled,
    due_articles.changed,
    due_articles.unchecked,
    due_articles.reviews_due,
    due_facts.overtaken,
    due_articles.pinned,
    due_lists.awaited,
    due_draws.unverified,
    due_lists.unverified,
)


def lines(user) -> list[Line]:
    """Return every line that concerns `user`, the empty ones too."""
    return [line for make in LINES if (line := make(user)) is not None]
