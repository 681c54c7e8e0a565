"""Write SVG elements: numbers, colours of the style sheet, labels set like formulas, arrowheads.

Sizes follow `look`: axes 1 px, the subject's vectors 3 px and others 2.25 px, arrowheads 12 × 9 px with a
notch of 22 %, points 4 px. Drawings are at most 360 px wide at natural size, so that text of 14 px stays
above 12 px on a phone.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from html import escape
from math import hypot
from typing import Literal

from upslope.problems.figure import Figure

Number = int | float | Fraction
Point = tuple[Number, Number]
Colour = Literal["d1", "d2", "d3", "d4", "ink", "ink-2", "ink-3", "rule", "right", "wrong"]
Place = Literal["right", "left", "above", "below", "above right", "above left", "below right", "below left"]

ARROW_LENGTH, ARROW_WIDTH, ARROW_NOTCH = 12.0, 9.0, 0.22
SUBJECT, OTHER, HAIR = 3.0, 2.25, 1.4
LABEL_SIZE, TICK_SIZE, SMALL_SIZE = 18, 14, 13
MOST_WIDTH = 360

_ANCHORS: dict[str, tuple[float, float, str]] = {
    "right": (10, 6, "start"),
    "left": (-10, 6, "end"),
    "above": (0, -10, "middle"),
    "below": (0, 22, "middle"),
    "above right": (8, -8, "start"),
    "above left": (-8, -8, "end"),
    "below right": (8, 20, "start"),
    "below left": (-8, 20, "end"),
}
_PIECE = re.compile(r"_\{([^}]*)\}|_(\S)|\^\{([^}]*)\}|\^(\S)|([A-Za-zα-ωΑ-Ω]+)|([^A-Za-zα-ωΑ-Ω_^]+)|(.)")
_WORDS = re.compile(r"[A-Za-z]{3,}")


def fmt(value: Number) -> str:
    """Return a coordinate with at most two decimals."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, content: str = "", **attributes: str | Number) -> str:
    """Return one element; underscores in names become hyphens, `class_` is class, empty texts are left
    out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else fmt(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def colour(name: Colour) -> str:
    """Return the custom property of a colour."""
    return f"var(--{name})"


def path(points: Sequence[Point], *, closed: bool = False) -> str:
    """Return path data through the points."""
    return "M" + "L".join(f"{fmt(x)} {fmt(y)}" for x, y in points) + ("Z" if closed else "")


def stroke(
    points: Sequence[Point], name: Colour, *, width: float = OTHER, dashed: bool = False, opacity: float = 1
) -> str:
    """Return an open path in a colour."""
    return element(
        "path",
        d=path(points),
        fill="none",
        stroke=colour(name),
        stroke_width=width,
        stroke_dasharray="3 4" if dashed else "",
        stroke_opacity="" if opacity == 1 else opacity,
        stroke_linejoin="round",
    )


def arrow(tail: Point, tip: Point, name: Colour, *, width: float = OTHER, dashed: bool = False) -> str:
    """Return a line with a barbed head at its tip; nothing where tail and tip are one point."""
    (x0, y0), (x1, y1) = ((float(x), float(y)) for x, y in (tail, tip))
    length = hypot(x1 - x0, y1 - y0)
    if length == 0:
        return ""
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    size = min(1.0, length / (1.5 * ARROW_LENGTH))
    back, half = ARROW_LENGTH * size, ARROW_WIDTH * size / 2
    notch = back * (1 - ARROW_NOTCH)
    head = [
        (x1, y1),
        (x1 - back * ux - half * uy, y1 - back * uy + half * ux),
        (x1 - notch * ux, y1 - notch * uy),
        (x1 - back * ux + half * uy, y1 - back * uy - half * ux),
    ]
    shaft = stroke([(x0, y0), head[2]], name, width=width, dashed=dashed)
    return shaft + element("path", d=path(head, closed=True), fill=colour(name))


def label(
    at: Point, text: str, *, place: Place = "right", name: Colour = "ink", size: int = LABEL_SIZE
) -> str:
    """Return a label beside a point: letters italic, words and digits upright, `x_1`, `x^2` set as such."""
    dx, dy, anchor = _ANCHORS[place]
    return element(
        "text",
        _set(text),
        class_="m",
        x=float(at[0]) + dx,
        y=float(at[1]) + dy,
        text_anchor="" if anchor == "start" else anchor,
        style=f"fill:{colour(name)};font-size:{size}px;paint-order:stroke;stroke:var(--paper);stroke-width:4px",
    )


def tick(at: Point, text: str, *, anchor: str = "middle") -> str:
    """Return the number beside a tick."""
    shown = text.replace("-", "\u2212")
    return element(
        "text",
        escape(shown),
        class_="tick",
        x=at[0],
        y=at[1],
        text_anchor="" if anchor == "start" else anchor,
        style=f"font-size:{TICK_SIZE}px",
    )


UPRIGHT = "font-family:KaTeX_Main,var(--serif);font-style:normal"
"""Set digits and words in the upright face: the italic one has old-style digits."""


def _set(text: str) -> str:
    out: list[str] = []
    shift = 0
    for found in _PIECE.finditer(text.replace("-", "\u2212")):
        sub, sup = found[1] or found[2], found[3] or found[4]
        inner = sub or sup or found[0]
        drop = 5 if sub else -7 if sup else 0
        upright = bool(sub and not sub.isalpha()) or not inner.isalpha() or bool(_WORDS.fullmatch(inner))
        style = "font-size:13px;" * bool(drop) + UPRIGHT * upright
        attributes: dict[str, str | Number] = {"style": style.rstrip(";")}
        if drop != shift:
            attributes["dy"] = drop - shift
            shift = drop
        out.append(
            element("tspan", escape(inner), **attributes) if any(attributes.values()) else escape(inner)
        )
    return "".join(out)


def dot(at: Point, name: Colour, *, hollow: bool = False, radius: float = 4) -> str:
    """Return a point, hollow when it is derived or left out."""
    if hollow:
        return element(
            "circle",
            cx=at[0],
            cy=at[1],
            r=radius + 0.5,
            fill="var(--paper)",
            stroke=colour(name),
            stroke_width=2,
        )
    return element("circle", cx=at[0], cy=at[1], r=radius, fill=colour(name))


def drawing(parts: Sequence[str], *, width: Number, height: Number, alt: str, caption: str = "") -> Figure:
    """Return the finished figure. Raises ValueError without alt text."""
    body = "".join(parts)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {fmt(width)} {fmt(height)}" '
        f'width="{fmt(width)}" role="img" aria-label="{escape(alt)}">{body}</svg>'
    )
    return Figure(svg, alt, caption)
