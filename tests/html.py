"""Reads a page as a browser would, as far as tests ask."""

import re
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class Page(HTMLParser):
    """Elements of a page in order, as tag and attributes, and what `main` says."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.headings = []
        self.texts = []
        self.title = ""
        self._glued = False
        self._open = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in HEADINGS:
            self.headings.append((int(tag[1]), ""))
        if tag not in VOID:
            self._open.append(tag)
        # An abbreviation that leads to the glossary is set apart from nothing around it.
        self._glued = self._glued or (dict(attrs).get("href") or "").startswith("/glossary/#")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1] == tag, f"</{tag}> closes <{self._open[-1]}>"
        self._open.pop()

    def handle_data(self, data):
        if not self._open:
            return
        if self._open[-1] == "title" and "head" in self._open:
            self.title += data
        if within := HEADINGS & set(self._open):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)
        if "main" in self._open and not within and not {"nav", "option", "script"} & set(self._open):
            self.texts += [self.texts.pop() + data] if self._glued and self.texts else [data]
            self._glued = self._glued and self._open[-1] == "a"

    def all(self, *tags):
        """Return the attributes of each element of these tags."""
        return [attributes for tag, attributes in self.elements if tag in tags]

    @property
    def text(self):
        """What `main` says, without headings, navigation and choices; white space folded."""
        return re.sub(r"\s+", " ", " ".join(self.texts)).strip()
