"""Addresses of what readers send."""

from django.urls import path

from readers import views

urlpatterns = [
    path("", views.contact, name="contact"),
    path("sent/", views.contact_sent, name="contact-sent"),
]
