"""Questions and answers. Pure: no Django."""

from collections.abc import Iterable

from eedraws.structured.writing import Node


def faq_page(pairs: Iterable[tuple[str, str]], page: str) -> Node:
    """The questions that the page shows, each with its answer as paragraphs, lists and tables of HTML."""
    return {
        "@type": "FAQPage",
        "@id": f"{page}#faq",
        "url": page,
        "mainEntity": [
            {
                "@type": "Question",
                "name": question,
                "acceptedAnswer": {"@type": "Answer", "text": answer},
            }
            for question, answer in pairs
        ],
    }
