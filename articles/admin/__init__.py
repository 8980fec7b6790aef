"""The newsroom's desk: articles, their questions, tags and authors."""

from . import articles, people, questions

__all__ = ["articles", "people", "questions"]
