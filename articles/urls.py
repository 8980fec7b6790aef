"""Addresses of news, guides and answers. The page of one article shows more than articles know: eedraws/urls.py has it."""

from django.urls import path

from articles import feeds, views

urlpatterns = [
    path("news/", views.news_list, name="news-list"),
    path("news/feed.atom", feeds.NewsFeed(), name="news-feed-atom"),
    path("news/feed.json", feeds.NewsJSONFeed(), name="news-feed-json"),
    path("news/tag/<slug:slug>/feed.atom", feeds.TagFeed(), name="news-tag-feed-atom"),
    path("news/tag/<slug:slug>/feed.json", feeds.TagJSONFeed(), name="news-tag-feed-json"),
    path("news/author/<slug:slug>/feed.atom", feeds.AuthorFeed(), name="news-author-feed-atom"),
    path("news/author/<slug:slug>/feed.json", feeds.AuthorJSONFeed(), name="news-author-feed-json"),
    path("news/tag/<slug:slug>/", views.news_tag, name="news-tag"),
    path("news/author/<slug:slug>/", views.news_author, name="news-author"),
    path("guides/", views.guide_list, name="guide-list"),
    path("draft/<str:token>/", views.shared_draft, name="shared-draft"),
    path("faq/", views.faq, name="faq"),
]
