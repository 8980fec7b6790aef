"""News and guides. Pure: no Django."""

from dataclasses import dataclass, field
from datetime import datetime

from eedraws.structured.writing import Node, without_blanks

# Longer headlines are cut by those who show them.
LONGEST_HEADLINE = 110


@dataclass(frozen=True)
class Story:
    """An article as its page shows it; addresses are whole, moments are aware, `kind` is NewsArticle or Article.

    `corrections` are the notices in its text; `card` has url, width and height; `sponsor` is who paid, if somebody did.
    """

    kind: str
    page: str
    headline: str
    description: str
    published: datetime
    modified: datetime | None
    author: str
    author_page: str
    author_is_team: bool
    language: str
    section: str
    tags: list[str] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)
    card: dict | None = None
    sponsor: str = ""


def article(story: Story, publisher: Node) -> Node:
    author = {
        "@type": "Organization" if story.author_is_team else "Person",
        "name": story.author,
        "url": story.author_page,
    }
    return without_blanks(
        {
            "@type": story.kind,
            "@id": f"{story.page}#article",
            "headline": story.headline,
            "description": story.description,
            "url": story.page,
            "mainEntityOfPage": {"@type": "WebPage", "@id": story.page},
            "datePublished": story.published.isoformat(),
            "dateModified": (story.modified or story.published).isoformat(),
            "author": author,
            "publisher": publisher,
            "inLanguage": story.language,
            "isAccessibleForFree": True,
            "articleSection": story.section,
            "keywords": story.tags,
            "image": story.card and {"@type": "ImageObject", **story.card},
            "correction": [{"@type": "CorrectionComment", "text": text} for text in story.corrections],
            "sponsor": story.sponsor and {"@type": "Organization", "name": story.sponsor},
        }
    )
