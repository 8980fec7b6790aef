"""A picture on its way: brought in by an editor, put into an article, shown to a reader in the width that fits."""

from contextlib import suppress

import pytest
from django.urls import reverse
from playwright.sync_api import Error, expect

from articles.models import Article, Image
from tests.articles.pictures.making import drawing, encoded
from tests.browser.conftest import PHONE
from tests.browser.visiting import let_in
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db(transaction=True)

ADD = "/admin/articles/image/add/"
WORDS = "A dark square on a red wall."
SHOWN = "(image) => [image.currentSrc.split('-').pop(), image.naturalWidth > 0, image.complete]"


def choose(page, name="wall.jpg", content=None):
    content = encoded(drawing(1600, 900)) if content is None else content
    page.get_by_label("File:").set_input_files({"name": name, "mimeType": "image/jpeg", "buffer": content})


def bring_in(page):
    page.goto(ADD)
    choose(page)
    page.get_by_label("Alternative text:").fill(WORDS)
    page.get_by_label("Credit:").fill("A. Nobody")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("In a text it stands as [[image")).to_be_visible()
    return Image.objects.get(alt=WORDS)


def test_a_picture_is_brought_in_put_into_an_article_and_shown(page, new_page):
    article = make_article("on-walls", kind="news", title="On walls", body="")
    let_in(page)
    image = bring_in(page)
    expect(page.get_by_role("row", name=WORDS).locator("img")).to_be_visible()
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    text = page.get_by_label("Text:")
    text.fill("Before the picture.")
    page.get_by_role("button", name="From the record").click()
    dialog = page.get_by_role("dialog", name="Put in from the record")
    dialog.get_by_label("Draw, day, week").fill("dark square")
    dialog.get_by_role("button", name=WORDS).click()
    expect(text).to_have_value(f"Before the picture.\n\n[[image {image.pk}]]\n")
    shown = page.frame_locator("iframe[name=preview]").get_by_role("img", name=WORDS)
    expect(shown).to_be_visible()
    page.get_by_role("button", name="Publish changes").click()
    expect(page.get_by_text("Published").first).to_be_visible()
    for options, width in (({}, "640.avif"), (PHONE, "960.avif")):
        reader = new_page(**options)
        reader.goto(article.get_absolute_url())
        picture = reader.get_by_role("img", name=WORDS)
        picture.scroll_into_view_if_needed()
        reader.wait_for_function("document.querySelector('figure img').naturalWidth > 0")
        box = picture.bounding_box()
        assert picture.evaluate(SHOWN) == [width, True, True]
        assert box["height"] == pytest.approx(box["width"] * 9 / 16, abs=1)
        expect(reader.get_by_text("Picture: A. Nobody")).to_be_visible()


def test_it_works_on_a_phone_without_scripts(new_page):
    page = new_page(java_script_enabled=False, **PHONE)
    let_in(page)
    image = bring_in(page)
    page.goto(reverse("admin:articles_article_picker"))
    expect(page.get_by_text(f"[[image {image.pk}]]")).to_be_visible()
    page.goto(reverse("admin:articles_image_change", args=[image.pk]))
    expect(page.get_by_role("img", name=WORDS)).to_be_visible()


def test_what_is_no_picture_is_refused_beside_its_field_and_the_words_are_kept(phone):
    let_in(phone)
    phone.goto(ADD)
    choose(phone, "wall.jpg", b"<script>alert(1)</script>")
    phone.get_by_label("Alternative text:").fill(WORDS)
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.get_by_role("alert")).to_contain_text("its content is something else")
    expect(phone.get_by_label("Alternative text:")).to_have_value(WORDS)
    assert not Image.objects.exists()


def test_the_picture_on_top_is_chosen_from_the_list(page):
    image = make_image(alt=WORDS)
    article = make_article(
        "on-walls", kind="news", title="On walls", status=Article.Status.DRAFT, published_at=None
    )
    let_in(page)
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    with page.expect_popup() as opened:
        page.locator("#lookup_id_image").click()
    # The click closes its window, now and then before the browser has said that the click is done.
    with opened.value.expect_event("close"), suppress(Error):
        opened.value.get_by_role("link", name=WORDS).click()
    expect(page.get_by_label("Picture on top:")).to_have_value(str(image.pk))
    page.get_by_role("button", name="Preview").first.click()
    expect(page.frame_locator("iframe[name=preview]").get_by_role("img", name=WORDS)).to_be_visible()
