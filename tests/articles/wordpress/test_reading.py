"""What an export says, and what is refused. Pure."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from articles.wordpress.reading import NotAnExport, read, read_bytes

EXPORT = Path(__file__).parents[1] / "data" / "wordpress.xml"
START = b'<?xml version="1.0"?>'
SPACE = b'xmlns:wp="http://wordpress.org/export/1.2/"'


@pytest.fixture(scope="module")
def export():
    return read(EXPORT)


def item(export, number):
    return next(item for item in export.items if item.number == str(number))


def test_the_fixture_has_thirty_posts_and_more(export):
    assert sum(item.type == "post" for item in export.items) == 35


def test_posts_are_read(export):
    post = item(export, 101)
    assert (post.title, post.slug, post.path) == (
        "How a loaf rises",
        "how-a-loaf-rises",
        "/2024/05/how-a-loaf-rises/",
    )
    assert post.published_at == datetime(2024, 5, 3, 16, 20, tzinfo=UTC)
    assert [(term.kind, term.slug) for term in post.terms] == [("category", "bread"), ("post_tag", "slow")]
    assert post.meta["_thumbnail_id"] == "7"
    assert "<!-- wp:paragraph -->" in post.content


def test_entities_and_other_alphabets_are_read(export):
    assert item(export, 113).title == "Entities & “quotes” – in a headline"
    assert item(export, 114).path == "/2024/05/пирог-с-ягодами/"
    assert export.terms["category", "земля"].parent == "garden"
    assert export.terms["category", "bread"].name == "Bread & Rolls"


def test_drafts_have_no_address_and_no_moment(export):
    draft = item(export, 119)
    assert (draft.path, draft.published_at) == ("", None)


def test_a_moment_without_zone_is_kept_apart(export):
    post = item(export, 130)
    assert post.published_at is None
    assert post.local.isoformat() == "2024-07-01T12:00:00"


def test_people_and_files_are_known(export):
    assert export.people["p.lane"].name == "Perry Lane"
    assert export.attachments["7"].attachment_url.endswith("/2024/05/loaf.png")
    assert export.hosts == {"plain-subjects.example"}


def bomb(depth=10):
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(depth))
    return START + f"<!DOCTYPE rss [{entities}]><rss><channel><title>&a9;</title></channel></rss>".encode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (bomb(), "declares a document type or entities"),
        (
            START + b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
            "declares a document",
        ),
        (START + b"<!DOCTYPE rss><rss/>", "declares a document"),
        (START + b"<rss><channel>", "is damaged: line 1"),
        (b"", "is damaged"),
        (b"\xff\xfe\x00", "is damaged"),
        (b'<?xml version="1.0" encoding="no-such"?><rss/>', "cannot be read|is damaged"),
        (b"<html/>", "is no export of WordPress"),
        (START + b"<rss><channel><title>A feed</title></channel></rss>", "is no export of WordPress"),
        (
            START + b"<rss " + SPACE + b"><channel><wp:wxr_version>9.9</wp:wxr_version></channel></rss>",
            "version 9.9 of the format",
        ),
    ],
    ids=["bomb", "file", "doctype", "cut", "empty", "bytes", "charset", "page", "feed", "version"],
)
def test_what_is_no_export_is_refused_in_words(content, words):
    with pytest.raises(NotAnExport, match=words):
        read_bytes(content, "a.xml")


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    with pytest.raises(NotAnExport, match=r"none.xml cannot be read: No such file"):
        read(tmp_path / "none.xml")


def test_control_characters_are_left_out_and_told():
    content = (
        START + b"<rss " + SPACE + b"><channel><wp:wxr_version>1.2</wp:wxr_version><item>"
        b"<title>A\x0bb</title><wp:post_id>1</wp:post_id></item></channel></rss>"
    )
    export = read_bytes(content, "a.xml")
    assert export.items[0].title == "Ab"
    assert "1 control characters" in export.notes[-1]


def test_a_site_below_a_path_is_known():
    content = (
        START + b"<rss " + SPACE + b"><channel><wp:wxr_version>1.2</wp:wxr_version>"
        b"<wp:base_blog_url>https://plain.example/blog</wp:base_blog_url></channel></rss>"
    )
    assert read_bytes(content, "a.xml").root == "/blog"


def test_what_somebody_tampered_with_is_read_as_if_it_were_not_there():
    content = (
        START + b"<rss " + SPACE + b"><channel><wp:wxr_version>1.2</wp:wxr_version>"
        b"<wp:category><wp:cat_name>No address</wp:cat_name></wp:category><item><title>A</title>"
        b"<link>https://plain.example/a%00b%0d/</link><wp:post_id>" + b"9" * 5000 + b"</wp:post_id>"
        b"<wp:post_date_gmt>0001-01-01 00:00:00</wp:post_date_gmt></item></channel></rss>"
    )
    export = read_bytes(content, "a.xml")
    found = export.items[0]
    assert (found.number, found.path, found.published_at) == ("", "/ab/", None)
    assert export.terms == {}
