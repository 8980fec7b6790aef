"""Addresses of the record of draws. The page of one draw shows more than draws know: eedraws/urls.py has it."""

from django.urls import path

from draws import views

urlpatterns = [
    path("", views.round_list, name="round-list"),
    path("latest/", views.latest_round, name="latest-round"),
    path("<year:year>/", views.draw_year, name="draw-year"),
    path("<year:year>/<month:month>/", views.draw_month, name="draw-month"),
]
