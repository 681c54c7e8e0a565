"""Give every page its frame: navigation, theme and preferences."""

from dataclasses import dataclass
from typing import TypedDict

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from upslope.core.errors import UpslopeError
from upslope.services import house
from upslope.web import trouble


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """Name a place in the navigation; `key` is what follows `g` on the keyboard."""

    title: str
    url: str
    key: str
    current: bool


@dataclass(frozen=True, slots=True)
class Appearance:
    """Hold how the learner wants pages to look and to be driven."""

    theme: str = "system"
    text_size: str = "normal"
    motion: str = "system"
    single_keys: bool = True


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
    appearance: "SimpleLazyObject[Appearance]"
    version: str
    in_trouble: bool


def context(request: HttpRequest) -> Frame:
    """Return the frame's values for this request."""
    return Frame(
        navigation=tuple(
            NavigationItem(title, url, key, is_current(request.path, url)) for title, url, key in PLACES
        ),
        appearance=SimpleLazyObject(appearance),
        version=settings.UPSLOPE_VERSION,
        in_trouble=trouble.current() is not None,
    )


def appearance() -> Appearance:
    """Read the learner's preferences; pages that report trouble get the defaults instead of more trouble."""
    if trouble.current() is not None:
        return Appearance()
    try:
        profile = house.current().look().profile
    except (UpslopeError, DatabaseError):
        return Appearance()
    return Appearance(
        theme=profile.theme,
        text_size=profile.text_size,
        motion=profile.motion,
        single_keys=profile.single_keys,
    )


def is_current(path: str, url: str) -> bool:
    """Tell whether a page lies in the place the link leads to."""
    return path == url if url == "/" else path.startswith(url)
