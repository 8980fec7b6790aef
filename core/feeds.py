"""Feeds that Django does not write."""

from json import dump

from django.utils.feedgenerator import SyndicationFeed, rfc3339_date


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
        return {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_text": item["description"],
            "date_published": rfc3339_date(item["pubdate"]),
            "date_modified": rfc3339_date(item["updateddate"]),
            "tags": list(item["categories"]),
        }
