"""What of an article can be searched: the words that readers get, as articles/searching/words.py has them."""

import re
from html import unescape

from modelsearch import index

from articles.markup import BLOCK_TOKEN, TOKEN
from articles.searching.words import words_of

_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"<h[1-6][^>]*>.*?</h[1-6]>", re.DOTALL)
# How much more a word of the headline says than one of the text.
HEADLINE = 10


def prose(html: str) -> str:
    """Return compiled HTML as plain text that can be read on: without headings."""
    return plain(_HEADING.sub(" ", html))


def plain(html: str) -> str:
    """Return compiled HTML as plain text. Figures keep their tokens, blocks are left out."""
    return unescape(_TAG.sub(" ", BLOCK_TOKEN.sub(" ", html)))


class Words(index.SearchField):
    """A field that goes into the index as stems."""

    def get_value(self, obj):
        return " ".join(words_of(super().get_value(obj)))


class Searched(index.Indexed):
    """An article in the index: only what is ready is there, and only the published among it is found.

    The index is written by articles/searching/indexing.py, in the transaction that saves, and by no signal.
    """

    search_auto_update = False
    search_fields = [
        Words("title", boost=HEADLINE),
        Words("text_to_search"),
        *map(index.FilterField, ("status", "published_at", "kind", "year")),
    ]

    @classmethod
    def get_indexed_objects(cls):
        ready = cls.objects.filter(status=cls.Status.READY)
        return ready.prefetch_related("faq_entries", "tags")

    def text_to_search(self):
        """The words below the headline: standfirst, text, questions with their answers, tags."""
        entries = (f"{entry.question} {entry.answer_html}" for entry in self.faq_entries.all())
        tags = (tag.name_en for tag in self.tags.all())
        text = plain(" ".join([self.standfirst_html, self.body_html, *entries, *tags]))
        # What stands for a figure changes with the record, and is no word of its own.
        return TOKEN.sub(" ", text)
