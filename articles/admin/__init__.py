"""The newsroom's desk: articles, their questions, tags and authors."""

from . import articles, corrections, draws, expectations, facts, people, pictures, questions, redirects

__all__ = [
    "articles", "corrections", "draws", "expectations", "facts", "people", "pictures", "questions", "redirects",
]  # fmt: skip
