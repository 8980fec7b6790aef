from .articles import Article
from .faq import FaqEntry
from .people import Author, Tag
from .references import ArticleReference
from .revisions import ArticleRevision

__all__ = ["Article", "ArticleReference", "ArticleRevision", "Author", "FaqEntry", "Tag"]
