"""Draw in the plane: grid, axes, vectors, lines, curves, points, regions, angles."""

from collections.abc import Callable, Sequence
from math import atan2, cos, hypot, pi, sin

from upslope.problems.figure import Figure
from upslope.problems.plot import svg
from upslope.problems.plot.svg import Colour, Number, Place, Point

_MARGIN = 26


class Plane:
    """Collect what is drawn in a coordinate plane; `figure` finishes it.

    `x` and `y` are the ranges shown. Units are equally long on both axes unless `height` is given.
    Coordinates may be int, Fraction or float: a drawing decides nothing.
    """

    def __init__(
        self,
        x: tuple[Number, Number] = (-4, 4),
        y: tuple[Number, Number] = (-3, 3),
        *,
        height: int | None = None,
        grid: bool = True,
        names: tuple[str, str] = ("x", "y"),
        ticks: tuple[Number, Number] | None = (1, 1),
    ) -> None:
        """Set up the frame. `ticks` are the steps of the numbered marks, None for none; `names` label the
        axes."""
        (self._left, self._right), (self._bottom, self._top) = ((float(a), float(b)) for a, b in (x, y))
        if self._left >= self._right or self._bottom >= self._top:
            raise ValueError("a range goes from a smaller to a larger number")
        self._before = _MARGIN + (20 if ticks and self._left >= 0 else 0)  # room for numbers left of the axis
        inner = svg.MOST_WIDTH - _MARGIN - self._before
        self._sx = min(44.0, inner / (self._right - self._left))
        self._sy = self._sx if height is None else height / (self._top - self._bottom)
        self.width = self._sx * (self._right - self._left) + _MARGIN + self._before
        self.height = self._sy * (self._top - self._bottom) + 2 * _MARGIN
        self._parts: list[str] = []
        if grid and ticks:
            self._grid(*(float(step) for step in ticks))
        self._axes(names, ticks)

    def _at(self, point: Point) -> tuple[float, float]:
        x, y = float(point[0]), float(point[1])
        return self._before + (x - self._left) * self._sx, _MARGIN + (self._top - y) * self._sy

    def _steps(self, low: float, high: float, step: float) -> list[float]:
        first = -(-low // step) * step
        count = int((high - first) / step + 1e-9) + 1
        return [round(first + k * step, 9) for k in range(max(count, 0))]

    def _grid(self, step_x: float, step_y: float) -> None:
        for x in self._steps(self._left, self._right, step_x):
            points = [self._at((x, self._bottom)), self._at((x, self._top))]
            self._parts.append(svg.element("path", class_="grid", d=svg.path(points)))
        for y in self._steps(self._bottom, self._top, step_y):
            points = [self._at((self._left, y)), self._at((self._right, y))]
            self._parts.append(svg.element("path", class_="grid", d=svg.path(points)))

    def _axes(self, names: tuple[str, str], ticks: tuple[Number, Number] | None) -> None:
        across = min(max(0.0, self._bottom), self._top)
        up = min(max(0.0, self._left), self._right)
        for start, end in (
            ((self._left, across), (self._right, across)),
            ((up, self._bottom), (up, self._top)),
        ):
            self._parts.append(
                svg.element("path", class_="axis", d=svg.path([self._at(start), self._at(end)]))
            )
        right, top = self._at((self._right, across)), self._at((up, self._top))
        self._parts.append(svg.label(right, names[0], place="above", name="ink-2", size=16))
        self._parts.append(svg.label(top, names[1], place="right", name="ink-2", size=16))
        if ticks:
            self._numbers(across, up, float(ticks[0]), float(ticks[1]))

    def _numbers(self, across: float, up: float, step_x: float, step_y: float) -> None:
        for x in self._steps(self._left, self._right, step_x):
            if abs(x - up) > 1e-9 and x * self._sx < self._right * self._sx - 4:
                px, py = self._at((x, across))
                self._parts.append(svg.tick((px, py + 16), svg.fmt(x)))
        for y in self._steps(self._bottom, self._top, step_y):
            if abs(y - across) > 1e-9 and y < self._top:
                px, py = self._at((up, y))
                self._parts.append(svg.tick((px - 7, py + 5), svg.fmt(y), anchor="end"))

    def vector(
        self,
        tip: Point,
        *,
        tail: Point = (0, 0),
        label: str = "",
        colour: Colour = "d1",
        subject: bool = True,
        dashed: bool = False,
        place: Place | None = None,
    ) -> "Plane":
        """Draw an arrow from `tail` to `tip`; `subject` ones are thicker. The label stands at the tip."""
        width = svg.SUBJECT if subject else svg.OTHER
        self._parts.append(svg.arrow(self._at(tail), self._at(tip), colour, width=width, dashed=dashed))
        if label:
            beside = place or _away(float(tip[0]) - float(tail[0]), float(tip[1]) - float(tail[1]))
            self._parts.append(svg.label(self._at(tip), label, place=beside, name=colour))
        return self

    def segment(
        self,
        start: Point,
        end: Point,
        *,
        colour: Colour = "d1",
        dashed: bool = False,
        width: float = svg.OTHER,
    ) -> "Plane":
        """Draw a segment; dashed ones are constructions."""
        thin = svg.HAIR if dashed else width
        self._parts.append(svg.stroke([self._at(start), self._at(end)], colour, width=thin, dashed=dashed))
        return self

    def line(
        self,
        a: Number,
        b: Number,
        c: Number,
        *,
        label: str = "",
        colour: Colour = "d1",
        dashed: bool = False,
        place: Place = "above left",
    ) -> "Plane":
        """Draw the line a x + b y = c through the frame, its label at the right end.

        Raises ValueError if a = b = 0.
        """
        ends = self._clip_line(float(a), float(b), float(c))
        if len(ends) == 2:
            self._parts.append(svg.stroke([self._at(p) for p in ends], colour, dashed=dashed))
            if label:
                self._parts.append(svg.label(self._at(max(ends)), label, place=place, name=colour))
        return self

    def _clip_line(self, a: float, b: float, c: float) -> list[tuple[float, float]]:
        if a == 0 and b == 0:
            raise ValueError("0 x + 0 y = c is no line")
        found: set[tuple[float, float]] = set()
        if b:
            found |= {(x, (c - a * x) / b) for x in (self._left, self._right)}
        if a:
            found |= {((c - b * y) / a, y) for y in (self._bottom, self._top)}
        inside = sorted(
            {(round(x, 9), round(y, 9)) for x, y in found if self._shows(x, y)}
        )  # both corners may be met
        return [inside[0], inside[-1]] if len(inside) > 1 else []

    def _shows(self, x: float, y: float) -> bool:
        return self._left - 1e-9 <= x <= self._right + 1e-9 and self._bottom - 1e-9 <= y <= self._top + 1e-9

    def curve(
        self,
        f: Callable[[float], float | None],
        *,
        low: Number | None = None,
        high: Number | None = None,
        label: str = "",
        colour: Colour = "d1",
        dashed: bool = False,
        place: Place = "above left",
    ) -> "Plane":
        """Draw the graph of f where it is defined (not None) and inside the frame."""
        start, end = self._left if low is None else float(low), self._right if high is None else float(high)
        pieces: list[list[tuple[float, float]]] = [[]]
        for k in range(241):
            x = start + (end - start) * k / 240
            y = f(x)
            if y is None or not self._shows(x, y):
                pieces.append([])
            else:
                pieces[-1].append((x, y))
        for piece in pieces:
            if len(piece) > 1:
                self._parts.append(svg.stroke([self._at(p) for p in piece], colour, dashed=dashed))
        last = [piece for piece in pieces if piece]
        if label and last:
            self._parts.append(svg.label(self._at(last[-1][-1]), label, place=place, name=colour))
        return self

    def point(
        self,
        at: Point,
        *,
        label: str = "",
        colour: Colour = "ink",
        hollow: bool = False,
        place: Place = "above right",
    ) -> "Plane":
        """Draw a point, hollow when it is derived or left out."""
        self._parts.append(svg.dot(self._at(at), colour, hollow=hollow))
        if label:
            self._parts.append(svg.label(self._at(at), label, place=place, name=colour))
        return self

    def label(self, at: Point, text: str, *, colour: Colour = "ink", place: Place = "right") -> "Plane":
        """Write a label beside a point."""
        self._parts.append(svg.label(self._at(at), text, place=place, name=colour))
        return self

    def region(self, corners: Sequence[Point], *, colour: Colour = "d1", edge: bool = True) -> "Plane":
        """Fill a polygon at 11 %, with a thin edge."""
        data = svg.path([self._at(corner) for corner in corners], closed=True)
        self._parts.append(
            svg.element(
                "path",
                d=data,
                fill=svg.colour(colour),
                fill_opacity=0.11,
                stroke=svg.colour(colour) if edge else "none",
                stroke_width=1,
            )
        )
        return self

    def parallelogram(self, u: Point, v: Point, *, colour: Colour = "d1") -> "Plane":
        """Fill the parallelogram spanned by two vectors from the origin."""
        (a, b), (c, d) = ((float(p), float(q)) for p, q in (u, v))
        return self.region([(0, 0), (a, b), (a + c, b + d), (c, d)], colour=colour)

    def circle(
        self, centre: Point, radius: Number, *, colour: Colour = "d1", dashed: bool = False
    ) -> "Plane":
        """Draw a circle (an ellipse where the axes have different units)."""
        cx, cy = self._at(centre)
        self._parts.append(
            svg.element(
                "ellipse",
                cx=cx,
                cy=cy,
                rx=float(radius) * self._sx,
                ry=float(radius) * self._sy,
                fill="none",
                stroke=svg.colour(colour),
                stroke_width=svg.HAIR if dashed else svg.OTHER,
                stroke_dasharray="3 4" if dashed else "",
            )
        )
        return self

    def angle(
        self,
        vertex: Point,
        start: Point,
        end: Point,
        *,
        label: str = "",
        colour: Colour = "d2",
        radius: float = 26,
    ) -> "Plane":
        """Mark the angle at `vertex` between the directions to `start` and `end`, the shorter way round."""
        cx, cy = self._at(vertex)
        first, second = (atan2(y - cy, x - cx) for x, y in (self._at(start), self._at(end)))
        turn = (second - first + pi) % (2 * pi) - pi
        arc = [
            (cx + radius * cos(first + turn * k / 24), cy + radius * sin(first + turn * k / 24))
            for k in range(25)
        ]
        self._parts.append(svg.stroke(arc, colour, width=svg.HAIR))
        if label:
            middle = first + turn / 2
            at = (cx + (radius + 14) * cos(middle), cy + (radius + 14) * sin(middle) - 1)
            self._parts.append(svg.label((at[0] - 10, at[1]), label, place="right", name=colour, size=16))
        return self

    def right_angle(self, vertex: Point, start: Point, end: Point, *, colour: Colour = "d2") -> "Plane":
        """Mark a right angle by a small parallelogram."""
        corner = self._at(vertex)
        sides = [_towards(corner, self._at(point), 13) for point in (start, end)]
        far = (sides[0][0] + sides[1][0] - corner[0], sides[0][1] + sides[1][1] - corner[1])
        self._parts.append(svg.stroke([sides[0], far, sides[1]], colour, width=1.2))
        return self

    def figure(self, *, alt: str, caption: str = "") -> Figure:
        """Return the finished drawing; `alt` says in one sentence what it shows."""
        return svg.drawing(self._parts, width=self.width, height=self.height, alt=alt, caption=caption)


def _towards(start: tuple[float, float], end: tuple[float, float], length: float) -> tuple[float, float]:
    distance = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (
        start[0] + (end[0] - start[0]) * length / distance,
        start[1] + (end[1] - start[1]) * length / distance,
    )


def _away(dx: float, dy: float) -> Place:
    """Return the side of a tip that the arrow does not come from."""
    if abs(dx) >= 2.4 * abs(dy):
        return "above right" if dx > 0 else "above left"
    if abs(dy) >= 2.4 * abs(dx):
        return "right"
    if dy > 0:
        return "above right" if dx > 0 else "above left"
    return "below right" if dx > 0 else "below left"
