"""Addresses of the classification. The page of one occupation shows its draws too: eedraws/urls.py has it."""

from django.urls import path

from occupations import views

urlpatterns = [
    path("", views.occupation_list, name="occupation-list"),
]
