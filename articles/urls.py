"""Addresses of news, guides and answers."""

from django.urls import path

from articles import views

urlpatterns = [
    path("news/", views.news_list, name="news-list"),
    path("news/tag/<slug:slug>/", views.news_tag, name="news-tag"),
    path("news/author/<slug:slug>/", views.news_author, name="news-author"),
    path("news/<year:year>/<month:month>/<slug:slug>/", views.article, name="article"),
    path("guides/", views.guide_list, name="guide-list"),
    path("guides/<slug:slug>/", views.guide, name="guide"),
    path("draft/<str:token>/", views.shared_draft, name="shared-draft"),
    path("faq/", views.faq, name="faq"),
]
