"""Introduce the store to Django."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Register the tables under the label "store"."""

    name = "upslope.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
