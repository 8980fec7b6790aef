"""Every address of the site. Pages that show more than their own app may know are wired here."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from articles.pictures.serving import picture_file
from draws import pool_views
from eedraws import converters
from eedraws.api import api, not_found
from eedraws.pages import (
    articles,
    cards,
    categories,
    corrections,
    crawling,
    data,
    difference,
    expectations,
    feeds,
    health,
    home,
    invited,
    list_changes,
    lists,
    manifest,
    occupations,
    reading,
    rounds,
    search,
    styleguide,
    versions,
    weeks,
)

converters.register()

handler400 = "eedraws.pages.errors.bad_request"
handler403 = "eedraws.pages.errors.permission_denied"
handler404 = "eedraws.pages.errors.page_not_found"
handler500 = "eedraws.pages.errors.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", api.urls),
    re_path("^api/", not_found, name="no-api"),
    path("media/pictures/<picture:file>", picture_file, name="picture-file"),
    path("healthz", health.process, name="healthz"),
    path("readyz", health.site, name="readyz"),
    path("robots.txt", crawling.robots, name="robots"),
    path(".well-known/security.txt", crawling.security, name="security"),
    path("sitemap.xml", crawling.sitemap, name="sitemap"),
    path("sitemap-news.xml", crawling.sitemap_news, name="sitemap-news"),
    path("sitemap-<slug:name>.xml", crawling.sitemap_section, name="sitemap-section"),
    path("favicon.ico", manifest.favicon, name="favicon"),
    *i18n_patterns(
        path("", home.home, name="home"),
        path("site.webmanifest", manifest.manifest, name="manifest"),
        path("search/", search.search, name="search"),
        path("news/week/<week:week>/", weeks.week, name="week"),
        path("", include("articles.urls")),
        path("news/<year:year>/<month:month>/<slug:slug>/", articles.article, name="article"),
        path("guides/<slug:slug>/", articles.guide, name="guide"),
        # Years come before numbers: 2015 to 2099 are never draws.
        path("draws/", include("draws.urls")),
        path("draws/rounds.<format:format>", data.filtered_rounds, name="filtered-rounds"),
        path("draws/<number:number>/", rounds.round_detail, name="round"),
        path("cards/<pictured:kind>/<slug:key>-<digest:digest>-<size:size>.png", cards.card, name="card"),
        path("pool/", pool_views.pool_list, name="pool-list"),
        path("pool/<day:day>/", pool_views.pool, name="pool"),
        path("categories/", categories.category_list, name="category-list"),
        # Words that are no type of draw: occupations.models.Category keeps them free.
        path("categories/changes/", list_changes.list_change_list, name="list-changes"),
        path("categories/changes/feed.atom", list_changes.ListChangeFeed(), name="list-changes-feed"),
        path("categories/lists/", lists.lists_on_day, name="lists-on-day"),
        path("categories/lists.<format:format>", lists.lists_file, name="lists-on-day-file"),
        path("categories/<slug:slug>/", categories.category, name="category"),
        path(
            "categories/<slug:slug>/v<version:number>/",
            versions.category_version,
            name="category-version",
        ),
        path(
            "categories/<slug:slug>/v<version:number>/list.<format:format>",
            versions.version_list,
            name="category-version-list",
        ),
        path(
            "categories/<slug:slug>/v<version:before>-to-v<version:after>/",
            difference.category_difference,
            name="category-difference",
        ),
        path("occupations/", include("occupations.urls")),
        # The bare code is one of NOC 2021, for ever.
        path("occupations/<code:code>/", occupations.occupation, name="occupation"),
        path(
            "occupations/noc-2021/<code:code>/",
            RedirectView.as_view(pattern_name="occupation", permanent=True, query_string=True),
            name="occupation-of-noc-2021",
        ),
        path(
            "occupations/<classification:classification>/<code:code>/",
            occupations.occupation,
            name="occupation-of",
        ),
        path("alerts/", include("alerts.urls")),
        path("would-i-have-been-invited/", invited.invited, name="would-i-have-been-invited"),
        path("data/", data.data, name="data"),
        path("data/<slug:name>.<format:format>", data.dataset, name="dataset"),
        path("feeds/draws.atom", feeds.DrawFeed(), name="draw-feed-atom"),
        path("feeds/draws.json", feeds.DrawJSONFeed(), name="draw-feed-json"),
        path("corrections/", corrections.correction_list, name="correction-list"),
        path("corrections/feed.atom", corrections.CorrectionFeed(), name="correction-feed"),
        path("expectations/", expectations.expectation_list, name="expectation-list"),
        path("contact/", include("readers.urls")),
        path("glossary/", reading.glossary, name="glossary"),
        path("about/", reading.about, name="about"),
        path("about/funding/", reading.funding, name="funding"),
        path("privacy/", reading.privacy, name="privacy"),
        path("accessibility/", reading.accessibility, name="accessibility"),
        path("styleguide/", styleguide.styleguide, name="styleguide"),
        path(
            "styleguide/<slug:name>-<size:size>.png", styleguide.specimen_picture, name="styleguide-picture"
        ),
        prefix_default_language=False,
    ),
]
