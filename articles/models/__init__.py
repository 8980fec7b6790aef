from .articles import Article
from .faq import FaqEntry
from .people import Author, Tag
from .references import ArticleReference

__all__ = ["Article", "ArticleReference", "Author", "FaqEntry", "Tag"]
