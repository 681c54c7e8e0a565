"""Set Django up for commands that touch the data."""

import os


def set_up_django() -> None:
    """Load settings and models; the data folder must exist."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upslope.web.settings")
    import django

    django.setup()
