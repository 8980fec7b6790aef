"""The pages that the newsroom sees, and the addresses that have no page."""

from tests.pages import making
from tests.pages.making import SENT_EMPTY

NEWSROOM = {
    "styleguide": {},
    "admin:login": {"error": SENT_EMPTY},
    "admin:index": {"busy": making.busy_newsroom},
    "admin:welcome": {},
    "admin:alerts": {},
    "admin:account": {"second factors": making.second_factors},
    "admin:add_app": {"error": SENT_EMPTY},
    "admin:recovery_codes": {"error": SENT_EMPTY},
    "admin:own_sessions": {"error": SENT_EMPTY},
    "admin:own_device": {},
    "admin:app_list": {},
    "admin:password_change": {"error": SENT_EMPTY},
    "admin:password_change_done": {},
    "admin:articles_article_preview": {},
    "admin:articles_article_compare": {},
    "admin:articles_article_revision": {},
    "admin:draws_round_confirm": {"public": making.public_draw_without_details},
    "admin:draws_round_week": {
        "draws in it": "?week=2026-W40",
        "no such week": "?week=2026-W60",
        "error": SENT_EMPTY,
    },
    "admin:draw_pictures": {
        "corrected": making.pictures_of_corrected,
        "not public": making.pictures_of_hidden,
    },
    "admin:week_pictures": {"no draws": "/admin/draws/round/week/2015-w01/pictures/"},
    "admin:article_pictures": {"long": making.pictures_of_long_article},
    "admin:round_impact": {"stated": making.stated_impact, "drafted": making.drafted_impact},
    "admin:version_impact": {"corrected": making.corrected_list_impact},
    "admin:occupation_impact": {},
    "admin:record_moves": {"something wrong": making.everything_wrong},
    "admin:articles_article_add_preview": {},
    "admin:articles_article_picker": {"asked": "?q=trades+7+July+2023", "nothing found": "?q=zzzzzz"},
    "admin:articles_article_flash": {
        "made already": making.flash_made,
        "not public": making.flash_of_nothing,
    },
    "admin:articles_article_roundups": {},
    "admin:articles_article_roundup": {
        "written already": "/admin/articles/article/roundup/2023-w27/",
        "no draws": "/admin/articles/article/roundup/2090-w01/",
    },
    "admin:articles_article_grow": {
        "own words": making.grown_in_own_words,
        "nothing to add": making.nothing_to_add,
    },
    "admin:occupations_categoryversion_next": {"error": SENT_EMPTY},
    "admin:occupations_categoryversion_correct": {"error": SENT_EMPTY},
    "admin:occupations_categoryversion_publish": {"error": SENT_EMPTY},
    "admin:occupations_categoryversion_verify": {},
    "admin:auth_user_password_change": {"error": SENT_EMPTY},
    "admin:auth_user_link": {},
    "admin:auth_user_leave": {"with articles": making.leaver},
    "admin:auth_user_signin": {"second factors": making.colleague, "error": SENT_EMPTY},
}
ENTERED = (
    *("articles_article", "articles_author", "articles_faqentry", "articles_image", "articles_redirect"),
    *("articles_stopphrase", "articles_tag", "articles_expectation"),
    *(
        "draws_pooldistribution",
        "draws_round",
        "occupations_category",
        "occupations_categoryversion",
        "occupations_occupation",
    ),
    *("occupations_serieslabel", "auth_group", "auth_user"),
)
# Made by the program: neither added nor deleted by hand.
READ = (
    "articles_articlecorrection",
    *("articles_judgement", "articles_override"),
    *("draws_syncrun", "draws_heldrow", "draws_proposedcorrection", "draws_roundcorrection"),
    *("occupations_listing", "occupations_listcorrection"),
    *("readers_readermessage", "readers_readcount", "readers_missedaddress", "readers_missedsearch"),
    "signin_signin",
)
for model in ENTERED + READ:
    NEWSROOM[f"admin:{model}_changelist"] = {"nothing found": "?q=zzzzz"}
    NEWSROOM[f"admin:{model}_change"] = NEWSROOM[f"admin:{model}_history"] = {}
NEWSROOM["admin:articles_article_history"] = {"states": lambda: making.saved_article_url("history")}
# A note is drafted beside a change of its article, and deleted until readers have it.
NEWSROOM["admin:articles_articlecorrection_delete"] = {}
NEWSROOM["admin:articles_image_change"] = {"shown in articles": making.shown_image}
for model in ENTERED:
    NEWSROOM[f"admin:{model}_add"] = {"error": SENT_EMPTY}
    NEWSROOM[f"admin:{model}_delete"] = {}

# Judgements are made beside the text, and taken back by editors.
NEWSROOM["admin:articles_judgement_delete"] = {}
# Forecasts are withdrawn, and never deleted.
del NEWSROOM["admin:articles_expectation_delete"]

# Addresses without a page of their own.
NO_PAGE = {
    "latest-round": "leads to the newest draw",
    "occupation-of-noc-2021": "leads to the bare address of the code",
    "filtered-rounds": "a file",
    "dataset": "a file",
    "draw-feed-atom": "a feed",
    "draw-feed-json": "a feed",
    "robots": "a file",
    "security": "a file",
    "healthz": "for programs",
    "readyz": "for programs",
    "sitemap": "a file",
    "sitemap-news": "a file",
    "sitemap-section": "a file",
    "news-feed-atom": "a feed",
    "news-feed-json": "a feed",
    "news-tag-feed-atom": "a feed",
    "news-tag-feed-json": "a feed",
    "news-author-feed-atom": "a feed",
    "news-author-feed-json": "a feed",
    "correction-feed": "a feed",
    "list-changes-feed": "a feed",
    "category-version-list": "a file",
    "lists-on-day-file": "a file",
    "api:openapi-json": "a document for programs",
    "no-api": "an answer to programs",
    "manifest": "a file",
    "picture-file": "a picture",
    "favicon": "leads to the icon",
    "card": "a picture",
    "styleguide-picture": "a picture",
    "admin:articles_expectation_delete": "is refused",
    "admin:logout": "is only sent",
    "admin:second_factor": "is seen between the password and the newsroom: tests/browser/test_signing_in.py",
    "admin:add_passkey": "is not there over HTTP: tests/browser/test_signing_in.py",
    "admin:app_code": "a picture",
    "admin:recovery_codes_file": "is only sent",
    "admin:articles_article_restore": "is only sent",
    "admin:articles_article_share": "is only sent",
    "admin:article_correct": "is only sent",
    "admin:jsi18n": "a script",
    "admin:autocomplete": "an answer to a script",
    "admin:view_on_site": "leads to the public page",
    "admin:draws_syncrun_check": "is only sent",
    **{f"admin:{model}_add": "is refused" for model in READ},
    **{
        f"admin:{model}_delete": "is refused"
        for model in READ
        if model not in ("articles_articlecorrection", "articles_judgement")
    },
    **{
        f"admin:{model}_simple_history": "is not opened: old states are listed"
        for model in ("draws_pooldistribution", "draws_round", "occupations_categoryversion")
    },
    "admin:<path:object_id>/": "leads to the form",
    "admin:(?P<url>.*)$": "the answer to an unknown address",
}
