"""Under which names an address may be known. Pure."""

import pytest

from articles.old_addresses import asked


@pytest.mark.parametrize(
    ("path", "query", "names"),
    [
        ("/a/", {}, ("/a/", "/a")),
        ("/a", {}, ("/a", "/a/")),
        ("/a/b/page/12/", {}, ("/a/b/page/12/", "/a/b/page/12", "/a/b/", "/a/b")),
        ("/a/3/", {}, ("/a/3/", "/a/3", "/a/", "/a")),
        ("/a/amp", {}, ("/a/amp", "/a/amp/", "/a/", "/a")),
        ("/", {"p": "7"}, ("/?p=7", "/")),
        ("/", {"page_id": "007"}, ("/?p=7", "/")),
        ("/", {"cat": "4"}, ("/?cat=4", "/")),
        ("/blog/", {"p": "7"}, ("/blog/?p=7", "/blog/", "/blog")),
        ("/", {"p": "7 or 1"}, ("/",)),
        ("/", {"p": "9" * 5000}, ("/",)),
        ("/", {"p": "٣"}, ("/",)),
        ("/e\u0301te/", {}, ("/éte/", "/éte")),
        ("/" + "a" * 500, {}, ()),
    ],
)
def test_names(path, query, names):
    assert asked(path, query).names == names


@pytest.mark.parametrize(
    ("path", "query", "feed", "of_everything"),
    [
        ("/feed/", {}, "feed.atom", True),
        ("/feed/atom", {}, "feed.atom", True),
        ("/rss.xml", {}, "feed.atom", True),
        ("/comments/feed/", {}, "feed.atom", True),
        ("/", {"feed": "rss2"}, "feed.atom", True),
        ("/", {"feed": "rss2", "cat": "4"}, "feed.atom", False),
        ("/a/feed/", {}, "feed.atom", False),
        ("/a/feed.json", {}, "feed.json", False),
        ("/a/feedback/", {}, "", False),
        ("/a/", {}, "", False),
    ],
)
def test_feeds(path, query, feed, of_everything):
    found = asked(path, query)
    assert (found.feed, found.of_everything) == (feed, of_everything)
