"""A finished drawing: SVG that follows the page's light or dark theme, with its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold an SVG drawing, the sentence that replaces it for those who cannot see it, and a caption.

    `svg` uses the style sheet's classes and custom properties and scales by its viewBox. `alt` is plain
    text and obligatory; `caption` is Markdown that says what to see, or "".
    Raises ValueError without `alt`.
    """

    svg: str
    alt: str
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a figure needs alt text: one sentence that says what it shows")
        if not self.svg.lstrip().startswith("<svg"):
            raise ValueError("a figure's svg starts with <svg")
