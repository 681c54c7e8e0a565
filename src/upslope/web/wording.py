"""Say what the services' words do not: markup as plain text."""

from html import unescape

from django.utils.html import strip_tags


def plain(markup: str) -> str:
    """Return markup as plain text, for drawings and page titles."""
    return unescape(strip_tags(markup)).strip()
