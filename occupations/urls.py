"""Addresses of the classification. The page of one occupation shows its draws too: eedraws/urls.py has it."""

from django.urls import path

from occupations import bulk_views, views

urlpatterns = [
    path("", views.occupation_list, name="occupation-list"),
    path("check/", bulk_views.bulk_check, name="bulk-check"),
]
