"""The tokens keep their contrasts in both themes (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

import upslope.web

TOKENS = Path(upslope.web.__file__).parent / "static" / "css" / "tokens.css"
TEXT, GRAPHIC = 4.5, 3.0
SURFACES = ("paper", "surface", "sunken", "faint")
WORDS = ("ink", "ink-2", "ink-3", "act", "right", "wrong", "partial", "unread", "undec")
WASHES = ("right", "wrong", "partial", "unread", "undec", "act")


def tokens(theme: int) -> dict[str, str]:
    """Return the colours of a theme: 0 is light, 1 is dark."""
    pairs = re.findall(
        r"--([a-z0-9-]+): light-dark\((#[0-9A-Fa-f]{6}), (#[0-9A-Fa-f]{6})\)", TOKENS.read_text()
    )
    return {name: (light, dark)[theme] for name, light, dark in pairs}


def luminance(colour: str) -> float:
    """Return relative luminance (WCAG 2.2 definition)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    """The formula is the standard's."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read_on_every_surface(word: str, theme: int) -> None:
    """Text has at least 4.5 to 1."""
    colours = tokens(theme)
    for surface in SURFACES:
        assert contrast(colours[word], colours[surface]) >= TEXT, surface


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", WASHES)
def test_words_can_be_read_on_their_own_wash(name: str, theme: int) -> None:
    """So can the text of a verdict, and the second ink, on the verdict's wash."""
    colours = tokens(theme)
    for word in (name, "ink", "ink-2"):
        assert contrast(colours[word], colours[f"{name}-wash"]) >= TEXT, word


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_buttons_edges_rings_and_series_can_be_seen(theme: int) -> None:
    """Labels of filled buttons 4.5; edges of controls, focus rings and data 3."""
    colours = tokens(theme)
    assert contrast(colours["on-act"], colours["act"]) >= TEXT
    assert contrast(colours["on-act"], colours["act-hover"]) >= TEXT
    assert contrast(colours["paper"], colours["ink"]) >= TEXT
    for name in ("control", "focus", "d1", "d2", "d3", "d4"):
        for surface in ("paper", "surface"):
            assert contrast(colours[name], colours[surface]) >= GRAPHIC, name
