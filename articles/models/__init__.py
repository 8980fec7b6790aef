from .articles import Article, Author, Tag
from .faq import FaqEntry
from .references import ArticleReference

__all__ = ["Article", "ArticleReference", "Author", "FaqEntry", "Tag"]
