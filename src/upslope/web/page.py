"""Give every page its frame: navigation, theme and preferences."""

from dataclasses import dataclass
from typing import TypedDict

from django.conf import settings
from django.http import HttpRequest

from upslope.web import trouble


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """Name a place in the navigation; `key` is what follows `g` on the keyboard."""

    title: str
    url: str
    key: str
    current: bool


PLACES = (
    ("Today", "/", "t"),
    ("Map", "/map/", "m"),
    ("Progress", "/progress/", "p"),
    ("History", "/history/", "h"),
    ("Settings", "/settings/", "s"),
)


class Frame(TypedDict):
    """Hold the context every template may use."""

    navigation: tuple[NavigationItem, ...]
    version: str
    in_trouble: bool


def context(request: HttpRequest) -> Frame:
    """Return the frame's values for this request."""
    return Frame(
        navigation=tuple(
            NavigationItem(title, url, key, is_current(request.path, url)) for title, url, key in PLACES
        ),
        version=settings.UPSLOPE_VERSION,
        in_trouble=trouble.current() is not None,
    )


def is_current(path: str, url: str) -> bool:
    """Tell whether a page lies in the place the link leads to."""
    return path == url if url == "/" else path.startswith(url)
