"""Addresses of alerts by e-mail."""

from django.urls import path

from alerts import views

urlpatterns = [
    path("", views.alerts, name="alerts"),
    path("asked/", views.asked, name="alerts-asked"),
    path("confirm/<str:token>/", views.confirm_alerts, name="alerts-confirm"),
    path("change/<str:token>/", views.change_alerts, name="alerts-change"),
    path("stop/<str:token>/", views.stop_alerts, name="alerts-stop"),
]
