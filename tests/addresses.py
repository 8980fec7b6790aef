"""Every address of the site, for tests that ask them all."""

from datetime import date

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.urls import URLResolver, get_resolver, reverse

from alerts import links
from articles.models import Article, FaqEntry, Tag
from articles.moving import lead
from articles.sharing import share
from draws.clock import Week
from draws.models import Round
from eedraws.cards import finding
from eedraws.cards.saying import LINK
from occupations.models import CategoryVersion, Occupation
from tests.factories import (
    make_app,
    make_article,
    make_awaited_version,
    make_correction,
    make_counts,
    make_held_row,
    make_image,
    make_judgement,
    make_list_correction,
    make_message,
    make_note,
    make_occupation,
    make_override,
    make_proposal,
    make_round,
    make_saved_article,
    make_sign_in,
    make_subscriber,
    make_superuser,
    make_sync_run,
    make_untold_story,
)


def names(resolver=None, namespace=""):
    """Yield the name of every address with its namespace; where it has none, its pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield namespace + (pattern.name or str(pattern.pattern))


def instance(label):
    """Return an object of the model "app_model" that readers have not seen, or the first of the shipped record."""
    model = apps.get_model(*label.split("_", 1))
    match model.__name__:
        case "Round":
            return make_round(published_at=None)
        case "SyncRun":
            return make_sync_run()
        case "HeldRow":
            return make_held_row()
        case "ListCorrection":
            return make_list_correction()
        case "Judgement":
            return make_judgement()
        case "Override":
            return make_override(make_article("overridden"))
        case "ProposedCorrection":
            return make_proposal()
        case "RoundCorrection":
            return make_correction()
        case "ArticleCorrection":
            return make_note()
        case "Article":
            return make_article("of-the-table", status=Article.Status.DRAFT, published_at=None)
        case "FaqEntry":
            return FaqEntry.objects.create(question="Who holds draws?", answer="The department.")
        case "Image":
            return make_image()
        case "Redirect":
            return lead("/old/", new_path="/news/")
        case "ReaderMessage":
            return make_message()
        case "ReadCount" | "MissedAddress" | "MissedSearch":
            make_counts()
        case "Group":
            return Group.objects.create(name="Newsroom")
        case "User":
            return get_user_model().objects.create_user("reader")
        case "SignIn":
            return make_sign_in()
    return model.objects.first()


def address(name):
    """Return a real address of this name."""
    story = Article.objects.news().exclude(year=None).first() or make_article("story")
    match name:
        case "week":
            args = [Week(2023, 27)]
        case "news-tag" | "news-tag-feed-atom" | "news-tag-feed-json":
            args = [(Tag.objects.first() or Tag.objects.create(name_en="Healthcare", slug="healthcare")).slug]
        case "news-author" | "news-author-feed-atom" | "news-author-feed-json":
            args = [story.author.slug]
        case "article":
            args = [story.year, story.month, story.slug]
        case "shared-draft":
            return share(make_article("shared", kind="news", status="draft", published_at=None))
        case "picture-file":
            return make_image().small_url
        case "alerts-confirm":
            return links.path_of(name, make_subscriber(f"{name}@reader.example", confirmed_at=None))
        case "alerts-change" | "alerts-stop":
            return links.path_of(name, make_subscriber(f"{name}@reader.example"))
        case "sitemap-section":
            args = ["articles"]
        case "guide":
            args = [make_article("how-it-works", kind=Article.Kind.GUIDE).slug]
        case "pool":
            args = [date(2023, 7, 4)]
        case "draw-year":
            args = [2023]
        case "draw-month":
            args = [2023, 7]
        case "round":
            args = ["255"]
        case "card":
            return finding.path_of(finding.find("draw", "255"))
        case "styleguide-picture":
            args = ["draw", LINK]
        case "category":
            args = ["healthcare"]
        case "category-version":
            args = ["healthcare", 1]
        case "category-version-list":
            args = ["healthcare", 1, "csv"]
        case "category-difference":
            args = ["healthcare", 1, 2]
        case "lists-on-day-file":
            args = ["csv"]
        case "occupation" | "occupation-of-noc-2021":
            args = ["73300"]
        case "occupation-of":
            return make_occupation().get_absolute_url()
        case "filtered-rounds":
            args = ["csv"]
        case "dataset":
            args = ["rounds", "json"]
        case "api:get_round":
            args = ["255"]
        case "api:get_category":
            args = ["healthcare"]
        case "api:get_occupation":
            args = ["73300"]
        case "admin:app_list":
            args = ["draws"]
        case "admin:view_on_site":
            args = [ContentType.objects.get_for_model(Round).pk, Round.objects.get(number="255").pk]
        case "admin:welcome":
            args = ["MQ", "no-link-any-more"]
        case "admin:second_factor" | "admin:add_app" | "admin:app_code" | "admin:add_passkey":
            args = []
        case "admin:recovery_codes" | "admin:recovery_codes_file" | "admin:own_sessions":
            args = []
        case "admin:own_device":
            owner = get_user_model().objects.filter(is_superuser=True).first()
            args = ["app", make_app(owner or make_superuser("owner-of-an-app")).pk]
        case "admin:articles_article_flash":
            args = [Round.objects.get(number="255").pk]
        case "admin:draw_pictures":
            args = [Round.objects.get(number="255").pk]
        case "admin:week_pictures":
            args = [Week(2023, 27)]
        case "admin:article_pictures":
            args = [make_article("pictured").pk]
        case "admin:round_impact":
            args = [Round.objects.get(number="255").pk]
        case "admin:version_impact":
            args = [CategoryVersion.objects.filter(category__slug="trades").latest("number").pk]
        case "admin:occupation_impact":
            args = [Occupation.objects.get(code="72310").pk]
        case "admin:record_moves":
            args = []
        case "admin:article_correct":
            args = [make_article("wrong").pk]
        case "admin:articles_article_roundup":
            args = ["2023-w51"]
        case "admin:articles_article_grow":
            args = [make_untold_story().pk]
        case "admin:articles_article_roundups":
            args = []
        case "no-api":
            return "/api/nothing"
        case "admin:articles_article_add_preview" | "admin:articles_article_picker":
            args = []
        case "admin:<path:object_id>/":
            return "/admin/draws/round/1/"
        case "admin:(?P<url>.*)$":
            return "/admin/nothing/"
        case _ if name.startswith("admin:") and "_" in name and not name.startswith("admin:password"):
            label, _, action = name.removeprefix("admin:").rpartition("_")
            if label == "occupations_categoryversion" and action in ("next", "correct", "verify", "publish"):
                trades = CategoryVersion.objects.filter(category__slug="trades")
                args = [make_awaited_version().pk if action == "publish" else trades.latest("number").pk]
                return reverse(name, args=args)
            if label == "articles_article" and action in ("compare", "revision", "restore", "share"):
                pk = make_saved_article().pk
                return reverse(name, args=[pk, 1] if action in ("revision", "restore") else [pk])
            if action in ("changelist", "add", "check", "week"):
                args = []
            elif action == "history" and label.endswith("_simple"):
                found = instance(label.removesuffix("_simple"))
                args = [found.pk, found.history.first().pk]
            elif action == "change" and label.endswith("_password"):
                args = [instance("auth_user").pk]
            else:
                args = [instance(label.removesuffix("_password")).pk]
        case _:
            args = []
    return reverse(name, args=args)
