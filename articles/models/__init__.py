from .articles import Article
from .corrections import ArticleCorrection
from .desk import ArticleCheck, Judgement, Override, StopPhrase
from .expectations import Expectation
from .factchecks import FactCheck
from .faq import FaqEntry
from .images import Image
from .people import Author, Tag
from .redirects import Redirect
from .references import ArticleReference
from .revisions import ArticleRevision
from .stated import StatedClaim, StatedRow

__all__ = [
    "Article",
    "ArticleCorrection",
    "ArticleCheck",
    "ArticleReference",
    "ArticleRevision",
    "Author",
    "Expectation",
    "FactCheck",
    "FaqEntry",
    "Image",
    "Judgement",
    "Override",
    "Redirect",
    "StatedClaim",
    "StatedRow",
    "StopPhrase",
    "Tag",
]
