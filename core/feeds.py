"""Feeds that Django does not write: Atom that a browser shows as a page, and JSON Feed."""

from datetime import UTC, datetime
from json import dump

from django.contrib.syndication.views import Feed
from django.templatetags.static import static
from django.utils.cache import patch_vary_headers
from django.utils.feedgenerator import Atom1Feed, Stylesheet, SyndicationFeed, rfc3339_date
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

XHTML = {"type": "xhtml"}
# When Express Entry began.
BEGINNING = datetime(2015, 1, 1, tzinfo=UTC)
NAMESPACE = {"xmlns": "http://www.w3.org/1999/xhtml"}


class AtomFeed(Atom1Feed):
    """Atom 1.0 with a style sheet, and with links that a browser follows: those of Atom itself are no links to it."""

    def latest_post_date(self):
        """Return when the feed last changed: one without an entry has never, whenever it is asked for."""
        return super().latest_post_date() if self.items else BEGINNING

    def write(self, outfile, encoding):
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        sheet = Stylesheet(static("css/feed.css"), mimetype="text/css", media="all")
        handler.processingInstruction("xml-stylesheet", str(sheet))
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def add_root_elements(self, handler):
        subtitle, self.feed["subtitle"] = self.feed["subtitle"], None
        super().add_root_elements(handler)
        self.feed["subtitle"] = subtitle
        about = _(
            "This is a feed: give the address of this page to a feed reader, and it asks for news by itself."
        )
        with_link = [subtitle or "", about], self.feed["link"], _("Read the same as a page")
        _add_text(handler, "subtitle", *with_link)

    def add_item_elements(self, handler, item):
        """An entry with its whole text has it as content, and tells it in brief for browsers; others have it as content."""
        html, brief = item.get("content_html"), item["description"]
        super().add_item_elements(handler, item | {"description": None} if html else item)
        _add_text(handler, "summary" if html else "content", [brief], item["link"], _("Read on the site"))
        if html:
            handler.addQuickElement("content", html, {"type": "html"})


def _add_text(handler, name: str, paragraphs: list[str], address: str, words: str) -> None:
    """Add an element of XHTML: paragraphs, and a link below."""
    handler.startElement(name, XHTML)
    handler.startElement("div", NAMESPACE)
    for paragraph in filter(None, paragraphs):
        handler.addQuickElement("p", paragraph)
    handler.startElement("p", {})
    handler.addQuickElement("a", words, {"href": address})
    for element in ("p", "div", name):
        handler.endElement(element)


class ReadableFeed(Feed):
    """A feed in Atom, which browsers are given as plain XML: under its own name they would show its source."""

    feed_type = AtomFeed

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        if self.feed_type is AtomFeed:
            patch_vary_headers(response, ["Accept"])
            if "text/html" in request.headers.get("Accept", ""):
                response["Content-Type"] = "application/xml; charset=utf-8"
        return response


class JSONFeed(SyndicationFeed):
    """JSON Feed 1.1, from what Django's feed views give to any generator."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile, encoding):
        about = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["subtitle"],
            "language": self.feed["language"],
            "authors": [{"name": self.feed["author_name"], "url": self.feed["author_link"]}],
        }
        dump(about | {"items": [self.item(item) for item in self.items]}, outfile, ensure_ascii=False)

    def item(self, item: dict) -> dict:
        html = item.get("content_html")
        about = {"content_text": item["description"]}
        if html:
            author = {"name": item["author_name"], "url": item["author_link"]}
            about = {"summary": item["description"], "content_html": html, "authors": [author]}
        return about | {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "date_published": rfc3339_date(item["pubdate"]),
            "date_modified": rfc3339_date(item["updateddate"]),
            "tags": list(item["categories"]),
        }
