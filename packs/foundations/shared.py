"""Help this pack's lessons and templates: figures without axes, half-lines, lists as sets."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Self

from upslope.problems import Expr, Figure, Interval, Piece

Number = int | float


class Sheet:
    """Collect rectangles, circles' parts and labels on a sheet of `width` × `height` pixels."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._parts: list[str] = []

    def area(
        self,
        x: Number,
        y: Number,
        width: Number,
        height: Number,
        label: str = "",
        *,
        colour: str = "d1",
        filled: bool = True,
    ) -> Self:
        """Draw a rectangle with a label in its middle; one that is not filled is dashed."""
        look = 'fill-opacity="0.16"' if filled else 'fill-opacity="0" stroke-dasharray="3 4"'
        self._parts.append(
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="var(--{colour})" {look} '
            f'stroke="var(--{colour})" stroke-width="1.4"/>'
        )
        return self.text(x + width / 2, y + height / 2 + 6, label) if label else self

    def shape(self, data: str, *, colour: str = "d1", filled: bool = True) -> Self:
        """Draw a closed path, filled at 22 % or as an outline."""
        look = 'fill-opacity="0.22" stroke="none"' if filled else 'fill-opacity="0" stroke-width="1.4"'
        self._parts.append(f'<path d="{data}" fill="var(--{colour})" stroke="var(--ink-2)" {look}/>')
        return self

    def text(self, x: Number, y: Number, text: str, *, colour: str = "ink", size: int = 18) -> Self:
        """Write a label in the middle of x; letters stand italic, digits and signs upright."""
        spans = "".join(
            c if c.isalpha() and c.isascii() else f'<tspan style="font-style:normal">{c}</tspan>'
            for c in text
        )
        self._parts.append(
            f'<text class="m" x="{x}" y="{y}" text-anchor="middle" '
            f'style="fill:var(--{colour});font-size:{size}px">{spans}</text>'
        )
        return self

    def figure(self, *, alt: str, caption: str = "") -> Figure:
        """Return the finished drawing."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" role="img" aria-label="{alt}">'
        )
        return Figure(head + "".join(self._parts) + "</svg>", alt, caption)


def relation(*, less: bool, strict: bool) -> str:
    """Return the TeX of one of the four signs of inequalities."""
    return ("<" if strict else r"\le") if less else (">" if strict else r"\ge")


def ray(end: Fraction, *, below: bool, closed: bool = False) -> Interval:
    """Return the half-line below or above a number."""
    return Interval((Piece(None, end, False, closed) if below else Piece(end, None, closed, False),))


def ray_tex(end: Fraction, *, below: bool, closed: bool = False) -> str:
    """Return the TeX of the half-line below or above a number."""
    tex = Expr.number(end).latex()
    if below:
        return rf"\left(-\infty, {tex}\right{']' if closed else ')'}"
    return rf"\left{'[' if closed else '('}{tex}, \infty\right)"


def both(first: Sequence[int], second: Sequence[int]) -> tuple[int, ...]:
    """Return what two ordered lists share."""
    return tuple(x for x in first if x in second)


def either(first: Sequence[int], second: Sequence[int]) -> tuple[int, ...]:
    """Return what is in at least one of two lists, in order."""
    return tuple(sorted(dict.fromkeys((*first, *second))))


def only(first: Sequence[int], second: Sequence[int]) -> tuple[int, ...]:
    """Return what is in the first list and not in the second."""
    return tuple(x for x in first if x not in second)
