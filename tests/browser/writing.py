"""The form in which articles are written."""

from django.urls import reverse

from tests.browser.visiting import let_in

SAVE, SAVED = "Save without publishing", "Saved. Readers get what they had until you publish the changes."
ADD = "/admin/articles/article/add/"


def open_form(page, article=None):
    let_in(page)
    page.goto(reverse("admin:articles_article_change", args=[article.pk]) if article else ADD)
    return page.get_by_label("Text:")


def preview(page):
    return page.frame_locator("iframe[name=preview]")
