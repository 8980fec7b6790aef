"""Forecasts in words, for templates."""

from django import template

from articles.expectations import words

register = template.Library()

register.filter("expected", words.expected)
register.filter("result", words.result)
