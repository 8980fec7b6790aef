"""The newsroom's desk: articles, their questions, tags and authors."""

from . import articles, draws, people, questions

__all__ = ["articles", "draws", "people", "questions"]
