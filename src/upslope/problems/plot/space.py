"""Draw in space, by oblique projection: axes, vectors, planes as parallelograms."""

from collections.abc import Sequence

from upslope.problems.figure import Figure
from upslope.problems.plot import svg
from upslope.problems.plot.svg import Colour, Number

Point3 = tuple[Number, Number, Number]

_FIRST = (-0.5, 0.42)
"""Where the first axis goes on paper, per unit of the others: towards the reader, to the left and down."""
_MARGIN = 30


class Space:
    """Collect what is drawn in three dimensions; later things are drawn over earlier ones.

    `reach` is how far the axes go to each side of the origin.
    """

    def __init__(self, *, reach: Number = 3, names: tuple[str, str, str] = ("x_1", "x_2", "x_3")) -> None:
        self._reach = float(reach)
        self._unit = (svg.MOST_WIDTH - 2 * _MARGIN) / (2.4 * self._reach)
        self.width = svg.MOST_WIDTH
        self.height = 2 * self._unit * self._reach + 2 * _MARGIN
        self._parts: list[str] = []
        for index, name in enumerate(names):
            end = tuple(self._reach if k == index else 0 for k in range(3))
            start = tuple(-self._reach / 2 if k == index else 0 for k in range(3))
            points = [self._at((start[0], start[1], start[2])), self._at((end[0], end[1], end[2]))]
            self._parts.append(svg.element("path", class_="axis", d=svg.path(points)))
            self._parts.append(svg.label(points[1], name, place="right", name="ink-2", size=16))

    def _at(self, point: Point3) -> tuple[float, float]:
        x, y, z = (float(entry) * self._unit for entry in point)
        return self.width / 2 + y + _FIRST[0] * x, self.height / 2 - z + _FIRST[1] * x

    def vector(
        self,
        tip: Point3,
        *,
        tail: Point3 = (0, 0, 0),
        label: str = "",
        colour: Colour = "d1",
        subject: bool = True,
        dashed: bool = False,
    ) -> "Space":
        """Draw an arrow."""
        width = svg.SUBJECT if subject else svg.OTHER
        self._parts.append(svg.arrow(self._at(tail), self._at(tip), colour, width=width, dashed=dashed))
        if label:
            self._parts.append(svg.label(self._at(tip), label, place="above right", name=colour))
        return self

    def plane(
        self, u: Point3, v: Point3, *, reach: Number = 1, label: str = "", colour: Colour = "d1"
    ) -> "Space":
        """Draw the plane spanned by two vectors as a parallelogram with a grid; what lies behind shows
        through."""
        r = float(reach)
        corners = [_combine(u, v, a, b) for a, b in ((r, r), (r, -r), (-r, -r), (-r, r))]
        outline = svg.path([self._at(corner) for corner in corners], closed=True)
        self._parts.append(svg.element("path", d=outline, fill="var(--paper)", fill_opacity=0.55))
        self._parts.append(
            svg.element(
                "path",
                d=outline,
                fill=svg.colour(colour),
                fill_opacity=0.11,
                stroke=svg.colour(colour),
                stroke_width=1,
            )
        )
        for share in (-0.5, 0.0, 0.5):
            for ends in (((r, share * r), (-r, share * r)), ((share * r, r), (share * r, -r))):
                points = [self._at(_combine(u, v, a, b)) for a, b in ends]
                self._parts.append(svg.stroke(points, colour, width=1, opacity=0.22))
        if label:
            self._parts.append(svg.label(self._at(corners[3]), label, place="above", name=colour))
        return self

    def segment(self, start: Point3, end: Point3, *, colour: Colour = "d1", dashed: bool = True) -> "Space":
        """Draw a segment; dashed ones are constructions."""
        points = [self._at(start), self._at(end)]
        self._parts.append(svg.stroke(points, colour, width=svg.HAIR, dashed=dashed))
        return self

    def point(self, at: Point3, *, label: str = "", colour: Colour = "ink", hollow: bool = False) -> "Space":
        """Draw a point."""
        self._parts.append(svg.dot(self._at(at), colour, hollow=hollow))
        if label:
            self._parts.append(svg.label(self._at(at), label, place="below right", name=colour))
        return self

    def polyline(self, points: Sequence[Point3], *, colour: Colour = "d1") -> "Space":
        """Draw a line through points, for curves in space."""
        self._parts.append(svg.stroke([self._at(point) for point in points], colour))
        return self

    def figure(self, *, alt: str, caption: str = "") -> Figure:
        """Return the finished drawing; `alt` says in one sentence what it shows."""
        return svg.drawing(self._parts, width=self.width, height=self.height, alt=alt, caption=caption)


def _combine(u: Point3, v: Point3, a: float, b: float) -> tuple[float, float, float]:
    x, y, z = (a * float(p) + b * float(q) for p, q in zip(u, v, strict=True))
    return x, y, z
