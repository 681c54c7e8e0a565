"""Build SVG text: escaped, short numbers, nothing else."""

from collections.abc import Iterable
from html import escape

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate with at most one decimal: enough for a screen, a third of the bytes."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def tag(name: str, *children: str, **attributes: str | float) -> str:
    """Return an element; `class_` and `stroke_width` become class and stroke-width; None-like "" is left out.

    Children are markup already; use `text` for words.
    """
    parts = [name]
    for key, value in attributes.items():
        if value == "":
            continue
        shown = value if isinstance(value, str) else number(value)
        parts.append(f'{key.rstrip("_").replace("_", "-")}="{escape(shown)}"')
    head = " ".join(parts)
    return f"<{head}>{''.join(children)}</{name}>" if children else f"<{head}/>"


def text(words: str, x: float, y: float, **attributes: str | float) -> str:
    """Return escaped words at a place."""
    return tag("text", escape(words, quote=False), x=x, y=y, **attributes)


def drawing(width: float, height: float, *children: str, words: str, class_: str, role: str = "img") -> str:
    """Return an SVG of that size whose sentence is `words`. Raises ValueError without one."""
    if not words:
        raise ValueError("a drawing says what it shows in one sentence")
    return tag(
        "svg",
        *children,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role=role,
        aria_label=words,
        class_=class_,
    )


def polyline(points: Iterable[Point]) -> str:
    """Return the path data of straight joins."""
    return "M" + " ".join(f"{number(x)},{number(y)}" for x, y in points)


def curve(start: Point, first: Point, second: Point, end: Point) -> str:
    """Return the path data of one cubic Bézier curve."""
    places = [f"{number(x)} {number(y)}" for x, y in (start, first, second, end)]
    return f"M{places[0]}C{' '.join(places[1:])}"


def wrap(words: str, limit: int, lines: int) -> list[str]:
    """Break a title into at most so many lines of about so many characters; the last one may end in "…"."""
    out: list[str] = [""]
    for word in words.replace(" = ", "\u00a0=\u00a0").split(" "):
        longer = f"{out[-1]} {word}".strip()
        if len(longer) <= limit + (2 if len(out) == lines else 0) or not out[-1]:
            out[-1] = longer
        elif len(out) < lines:
            out.append(word)
        else:
            out[-1] = out[-1][: limit - 1].rstrip(" ,:;") + "…"
            return out
    return [line if len(line) <= limit + 2 else line[: limit - 1] + "…" for line in out]
