"""A whole export taken in: what becomes of each post, and that every old address still leads somewhere."""

import re
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import TestCase
from PIL import Image as Pillow

from articles.models import Article, ArticleRevision, Author, Image, Redirect, Tag
from articles.wordpress.pictures import Pictures
from articles.wordpress.reading import read
from articles.wordpress.turning import Picture, Turned
from tests.articles.desk.engine import install
from tests.factories import make_article, toronto

pytestmark = pytest.mark.django_db

EXPORT = Path(__file__).parents[1] / "data" / "wordpress.xml"


def make_media(folder):
    """Fill a folder as a copy of wp-content/uploads would be, less one file. Synthetic."""
    month = folder / "2024" / "05"
    month.mkdir(parents=True)
    for name, colour in (("loaf", "#7a4a20"), ("spade", "#888888")):
        Pillow.new("RGB", (60, 40), colour).save(month / f"{name}.png")
    return folder


def take(media=None, file=EXPORT, **options):
    out = StringIO()
    call_command("import_wordpress", file, media=media, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def only(folder, *numbers):
    """Return an export of these posts of the whole one, its files and nothing else."""
    start, *items = EXPORT.read_text(encoding="utf-8").split("	<item>")
    kept = [
        item for item in items if re.search(r"post_id>([0-9]+)<", item)[1] in map(str, (7, 8, 9, *numbers))
    ]
    path = folder / "some.xml"
    path.write_text(
        "	<item>".join([start, *(item.split("</channel>")[0] for item in kept)]) + "</channel></rss>"
    )
    return path


def rows():
    models = (Article, ArticleRevision, Author, Image, Redirect, Tag)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def old(number):
    """Return the article that the post of this number became."""
    return Redirect.objects.get(old_path=f"/?p={number}").article


def block(report, number):
    """Return the lines of the report on one post."""
    lines = report.split("\n")
    start = next(place for place, line in enumerate(lines) if line.startswith(f"post {number},"))
    end = next(place for place in range(start + 1, len(lines)) if not lines[place].startswith(" "))
    return "\n".join(lines[start:end])


class TestWhole(TestCase):
    """The whole export, rehearsed and then taken in once for all tests of the class."""

    @classmethod
    def setUpTestData(cls):
        with TemporaryDirectory() as folder:
            cls.media = make_media(Path(folder))
            cls.untouched = rows()
            cls.rehearsed = take(cls.media, dry_run=True)
            cls.after_rehearsal = rows()
            cls.report = take(cls.media)

    def told(self, number):
        return block(self.report, number)

    def test_a_rehearsal_writes_nothing_and_tells_the_same(self):
        assert self.after_rehearsal == self.untouched
        assert self.rehearsed == self.report
        assert "35 posts: 31 taken in, 0 there already, 4 left out" in self.report

    def test_taken_in_again_it_changes_nothing(self):
        before = rows()
        assert "35 posts: 0 taken in, 31 there already, 4 left out" in take()
        assert rows() == before

    def test_a_post_is_an_article(self):
        loaf = old(101)
        assert (loaf.title, loaf.status, loaf.kind) == ("How a loaf rises", "ready", "news")
        assert loaf.published_at == datetime(2024, 5, 3, 16, 20, tzinfo=UTC)
        assert loaf.standfirst == "Why dough grows, in two paragraphs."
        assert loaf.author.name == "Synthia Baker"
        assert {tag.name_en for tag in loaf.tags.all()} == {"Bread & Rolls", "Slow"}
        assert "<li>which springs back</li>" in loaf.body_html
        assert 'href="/2024/05/rye-and-time/"' in loaf.body_html
        assert loaf.revisions.get().note == "Taken in from WordPress"

    def test_pictures_come_with_their_words(self):
        brown, grey = old(101).image, Image.objects.get(decorative=True)
        assert brown.alt == "A synthetic loaf, all brown."
        assert f"[[image {brown.pk} caption=\"Our 'best' 'loaf'\"]]" in old(105).body
        assert old(108).body.count("[[image ") == 2
        assert f"[[image {grey.pk}" in old(106).body
        assert "not taken in: gone.jpg" in self.told(106)
        assert "spade.png has no alternative text and was marked decorative" in self.told(106)

    def test_a_tag_and_a_category_of_one_name_are_one_tag(self):
        assert Tag.objects.filter(name_en__iexact="garden").count() == 1

    def test_states_and_moments_are_kept(self):
        expected = {119: "draft", 120: "in-review", 121: "draft", 122: "draft", 123: "ready", 131: "ready"}
        assert {number: old(number).status for number in expected} == expected
        assert old(123).is_scheduled()
        assert old(130).published_at == toronto(2024, 7, 1, 12)
        assert old(131).get_absolute_url() == "/news/2024/12/a-years-end/"

    def test_headlines_that_are_alike_or_long_fit(self):
        slugs = [old(number).slug for number in (116, 117, 118)]
        assert slugs == ["weekly-notes", "weekly-notes-2", "weekly-notes-3"]
        assert len(old(128).title) == 160

    def test_words_that_look_like_references_are_words(self):
        assert "[[round 255 cutoff]]" in old(112).body_html

    def test_what_was_lost_is_told_post_by_post(self):
        for number, words in {
            103: "merged cells of a table were split",
            109: "[contact-form-7], a shortcode, was left out",
            110: "the block “acme/quiz” has no content",
            114: "the end of its address became “post-114”",
            121: "it was private: taken in as a draft",
            122: "it had a password, which is gone",
            124: "left out: its status is “trash”",
            125: "left out: it is of 2009",
            126: "left out: it has no headline",
            127: "left out: it has no text",
            130: "its date has no zone and was read as Toronto time",
        }.items():
            assert words in self.told(number)
        assert "1 of the type “recipe” were left out" in self.report
        assert "2 comments were left out" in self.report

    def test_every_old_address_answers_with_one_redirect_to_a_page(self):
        for address in sorted(old_addresses()):
            answer = self.client.get(address)
            assert answer.status_code == 301, address
            assert not urlsplit(answer.headers["Location"]).netloc
            assert self.client.get(answer.headers["Location"]).status_code == 200, address

    def test_what_readers_may_not_see_has_no_address(self):
        for number in (119, 120, 121, 122, 123):
            assert self.client.get(f"/?p={number}").status_code == 200
        for path in ("/2024/05/behind-a-password/", "/2024/05/for-us-alone/"):
            assert self.client.get(path).status_code == 404


def old_addresses():
    """Return every address that readers of the old site had: of posts, categories, tags, authors and feeds."""
    open_paths = {row.old_path for row in Redirect.objects.select_related("article") if row.is_open}
    posts = [item for item in read(EXPORT).items if f"/?p={item.number}" in open_paths]
    assert len(posts) == 26
    addresses = {f"/?p={item.number}" for item in posts} | {quote(item.path) for item in posts}
    addresses |= {"/feed/", "/comments/feed/", "/feed/rss2/", "/?cat=4"}
    for path in (
        *("category/kitchen", "category/kitchen/bread", "category/kitchen/bread/rye", "category/garden"),
        *(f"category/garden/{quote('земля')}", "category/attic", "category/uncategorized"),
        *("tag/slow", "tag/garden", f"tag/{quote('été')}", "tag/unused"),
        *("author/synthia", "author/p.lane", "author/plane", f"author/{quote('zoé')}", "author/idle"),
    ):
        addresses |= {f"/{path}/", f"/{path}/feed/"}
    return addresses


def test_without_media_pictures_are_named_and_nothing_of_them_is_kept(tmp_path):
    report = take(file=only(tmp_path, 101, 105))
    assert "not taken in: loaf.png (no folder of media was given)" in block(report, 101)
    assert not Image.objects.exists()
    assert "[[image" not in old(105).body


def test_an_address_that_is_taken_gets_a_number(tmp_path):
    make_article("rye-and-time", kind="news")
    take(file=only(tmp_path, 102))
    assert old(102).slug == "rye-and-time-2"


def test_what_an_editor_changed_stays(tmp_path):
    file = only(tmp_path, 101)
    take(file=file)
    Article.objects.filter(pk=old(101).pk).update(title="Changed here")
    Redirect.objects.filter(old_path="/category/attic/").update(new_path="/guides/")
    take(file=file)
    assert old(101).title == "Changed here"
    assert Redirect.objects.get(old_path="/category/attic/").target == "/guides/"


def test_a_post_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def refuse(article, **_):
        raise ValidationError("Not this one.")

    before = rows()
    monkeypatch.setattr("articles.wordpress.taking.save_article", refuse)
    report = take(file=only(tmp_path, 101))
    assert "left out: Not this one." in block(report, 101)
    assert {name: kept for name, kept in rows().items() if name != "Redirect"} == {
        name: kept for name, kept in before.items() if name != "Redirect"
    }


def test_what_contradicts_the_record_comes_in_and_is_told(tmp_path, monkeypatch):
    install(monkeypatch).contradicts("springs", "sprang")
    report = take(file=only(tmp_path, 101))
    assert "claims that contradict the record: 1" in block(report, 101)
    kept = old(101).overrides.get()
    assert (kept.reason, kept.made_by) == ("Published by the site that it was taken in from", None)


@pytest.mark.parametrize("name", ["../secret.png", "%2e%2e/secret.png", "/etc/passwd"])
def test_no_file_outside_the_folder_is_taken(tmp_path, name):
    (tmp_path / "media").mkdir()
    Pillow.new("RGB", (6, 4)).save(tmp_path / "secret.png")
    turned = Turned()
    picture = Picture(f"https://a.example/wp-content/uploads/{name}", "", "Words", "")
    assert Pictures(tmp_path / "media", {}).take(picture, turned) is None
    assert turned.notes == [f"not taken in: {name.rpartition('/')[2]}"]


def test_a_bad_file_is_refused_in_words(tmp_path):
    bad = tmp_path / "bad.xml"
    bad.write_text("<rss>")
    with pytest.raises(CommandError, match="bad.xml is damaged"):
        call_command("import_wordpress", bad)
    with pytest.raises(CommandError, match="is no folder"):
        call_command("import_wordpress", bad, media=tmp_path / "none")


def test_an_address_that_cannot_lead_on_is_told_and_the_post_stays(tmp_path):
    file = only(tmp_path, 101)
    spaced = re.sub("/2024/05/how-a-loaf-rises/(?=</link>)", "/how%20a/", file.read_text(encoding="utf-8"))
    file.write_text(spaced.replace("[CDATA[attic]]", "[CDATA[at tic]]"), encoding="utf-8")
    report = take(file=file)
    assert "the old address /how a/ cannot lead here: An address has no spaces" in block(report, 101)
    assert "the old address /category/at tic/ cannot lead here" in report
    assert old(101).slug == "how-a-loaf-rises"
