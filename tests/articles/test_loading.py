from pathlib import Path
from shutil import copytree

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.models import Article, Author, FaqEntry, Tag
from articles.saving import save_article

pytestmark = pytest.mark.django_db

ROUNDUP = "2023-07-08-5000-invitations-in-four-draws.md"


@pytest.fixture
def content(tmp_path):
    """A copy of what is shipped, to be broken."""
    return Path(copytree(settings.BASE_DIR / "articles" / "content", tmp_path / "content"))


@pytest.fixture
def empty(db):
    Article.objects.all().delete()
    for model in (FaqEntry, Tag, Author):
        model.objects.all().delete()


def load(capsys, *args, **kwargs):
    call_command("load_articles", *args, **kwargs)
    return capsys.readouterr().out


def test_what_is_shipped_is_loaded_in_full(empty, capsys):
    out = load(capsys, force=True)
    assert "articles/news: 5 added, 0 unchanged, 0 differ" in out
    article = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    assert article in Article.objects.published()
    assert (article.year, article.month, article.kind) == (2023, 7, "roundup")
    assert article.week.slug == "2023-w27"
    assert article.author.slug == "eedraws-desk"
    assert article.tags.count() == 5
    assert article.faq_entries.count() == 4
    assert article.updated_at.isoformat() == "2023-07-08T22:15:00+00:00"
    assert article.references.exists()
    assert FaqEntry.objects.site_wide().count() >= 8


def test_loading_twice_changes_nothing(capsys):
    before = list(Article.objects.order_by("pk").values())
    assert load(capsys).count("unchanged file, skipped") == 5
    assert "0 added, 5 unchanged, 0 differ" in load(capsys, force=True)
    assert list(Article.objects.order_by("pk").values()) == before


def test_a_rehearsal_changes_nothing(empty, capsys):
    assert "would load articles/guides: 3 added" in load(capsys, "--dry-run")
    assert not Article.objects.exists()


def test_what_an_editor_changed_is_reported_and_kept(capsys):
    article = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    article.title = "Other words"
    entry = article.faq_entries.in_order()[0]
    entry.answer = "Another answer."
    save_article(article, entries=[entry], tags=[])
    Author.objects.update(biography="Another life.")
    out = load(capsys, force=True)
    assert f"left as it is: {ROUNDUP}: Other words: title, tags, faq" in out
    assert "left as it is: authors.toml: The eedraws desk: biography" in out
    article.refresh_from_db()
    assert article.title == "Other words"
    assert [entry.answer for entry in article.faq_entries.all()] == ["Another answer."]


def test_line_ends_of_a_browser_are_no_change(capsys):
    article = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    Article.objects.filter(pk=article.pk).update(body=article.body.replace("\n", "\r\n") + "\r\n")
    assert "0 added, 5 unchanged, 0 differ" in load(capsys, force=True)


def broken(content, name, old, new):
    path = content / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    Article.objects.all().delete()
    with pytest.raises(CommandError) as refused:
        call_command("load_articles", data=content, verbosity=0)
    return str(refused.value)


NEWS = f"news/{ROUNDUP}"


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "reason"),
    [
        (NEWS, 'kind = "roundup"', 'kind = "rundup"', "line 4: kind", "is not a valid choice"),
        (NEWS, 'week = "2023-W27"', 'week = "2023-W60"', "line 6: week", "expected a week such as 2023-W27."),
        (NEWS, 'week = "2023-W27"\n', "", "line 1: week_start", "Say which week"),
        (NEWS, 'author = "eedraws-desk"', 'author = "nobody"', "line 9: author", "there is no author 'nobody'."),
        (NEWS, '"healthcare",', '"zebra",', "line 10: tags", "there is no tag 'zebra'."),
        (NEWS, '"healthcare",', "7,", "line 10: tags", "there is no tag 7."),
        (NEWS, "09:30:00-04:00", "09:30:00", "line 11: published_at", "with its offset"),
        (NEWS, "published_at = 2023-07-08T09:30:00-04:00", 'published_at = "soon"', "line 11: published_at", "expected a moment"),
        (NEWS, 'topic = "draws"', "topic = 1", "line 5: topic", "expected text."),
        (NEWS, "title = ", "titel = ", "line 2: titel", "is not known here. Known are title, slug"),
        (NEWS, 'topic = "draws"\n', "", "line 1: topic", "is missing."),
        (NEWS, 'slug = "5000', 'slug = "5000 ', "line 3: slug", "valid"),
        (NEWS, "description", "description =", "line 8", "Invalid value"),
        (NEWS, 'answer = "IRCC', 'ansver = "IRCC', "line 16: ansver", "is not known here."),
        (NEWS, 'question = "How many', 'question = "" # "How many', "line 15: question", "is empty."),
        (NEWS, "+++\n\n", "\n\n", "line 1", "expected a head between two lines of +++"),
        (NEWS, "[[draws week=2023-W27]]", "[[draw week=2023-W27]]", "line 31: body", "Line 1, [[draw week=2023-W27]]: There is no block or figure “draw”. Did you mean draws?"),
        (NEWS, "[[round 253 link]]", "[[round 999 link]]", "answer", "Draw 999 is not in the public record."),
        (NEWS, "[[draws week=2023-W27]]", "The healthcare\ndraw of 6 July 2023 had a cut-off of 493.", "line 32: body", "Not published: 1 claim contradicts the record. “493”"),
        (NEWS, 'title = "Express Entry: ', 'title = "Healthcare draw of 6 July 2023: cut-off 493; ', "line 2: title", "Not published: 1 claim contradicts the record. “493”"),
        ("tags.toml", "[[tag]]", "[[tog]]", "line 1: tog", "is not known here."),
        ("authors.toml", "slug", "slig", "line 3: slig", "is not known here. Known are name, slug, biography, disclosure, is_team."),
        ("faq.toml", "[[category cec gap]]", "[[category cec gop]]", "answer", "category has no figure “gop”. Did you mean gap?"),
    ],
)  # fmt: skip
def test_a_bad_file_stops_the_load_with_its_place_and_reason(content, name, old, new, place, reason):
    if not name.startswith("news"):
        Tag.objects.all().delete()
        FaqEntry.objects.all().delete()
    message = broken(content, name, old, new)
    assert message.startswith(f"{Path(name).name}, ")
    assert place in message
    assert reason in message
    assert message.endswith("Nothing of this file was loaded.")
    assert not Article.objects.news().exists() or not name.startswith("news")


def test_a_missing_file_is_named(content):
    (content / "tags.toml").unlink()
    with pytest.raises(CommandError, match=r"tags.toml, line 0: cannot be read"):
        call_command("load_articles", data=content, verbosity=0)


def test_bytes_that_are_no_text_are_refused(content):
    (content / NEWS).write_bytes(b"+++\n\xff\n+++\n")
    with pytest.raises(CommandError, match="is not UTF-8"):
        call_command("load_articles", data=content, verbosity=0)
