"""Draw the number line with intervals: filled ends belong to the set, hollow ones do not."""

from collections.abc import Sequence

from upslope.checking import Expr, Piece
from upslope.problems.figure import Figure
from upslope.problems.plot import svg
from upslope.problems.plot.svg import Colour, Number

_MARGIN = 26
_AXIS = 44


class NumberLine:
    """Collect what is drawn on a number line from `low` to `high`, with ticks every `step`."""

    def __init__(self, low: int, high: int, *, step: int = 1) -> None:
        if low >= high or step < 1:
            raise ValueError("a number line goes from a smaller to a larger number in positive steps")
        self._low, self._high = low, high
        self._unit = (svg.MOST_WIDTH - 2 * _MARGIN) / (high - low)
        axis = [(_MARGIN - 18, _AXIS), (svg.MOST_WIDTH - _MARGIN + 18, _AXIS)]
        self._parts = [svg.element("path", class_="axis", d=svg.path(axis))]
        self._parts.append(svg.arrow(axis[0], axis[1], "ink-3", width=1))
        for value in range(low, high + 1, step):
            x = self._at(value)
            mark = svg.path([(x, _AXIS - 5), (x, _AXIS + 5)])
            self._parts.append(svg.element("path", class_="axis", d=mark))
            self._parts.append(svg.tick((x, _AXIS + 24), str(value)))

    def _at(self, value: Number) -> float:
        return _MARGIN + (float(value) - self._low) * self._unit

    def pieces(self, pieces: Sequence[Piece], *, colour: Colour = "d1") -> "NumberLine":
        """Draw a union of intervals; unbounded ends run out of the line with an arrow."""
        for piece in pieces:
            left = _MARGIN - 16 if piece.low is None else self._at(_number(piece.low))
            right = svg.MOST_WIDTH - _MARGIN + 16 if piece.high is None else self._at(_number(piece.high))
            line: list[svg.Point] = [(left, _AXIS), (right, _AXIS)]
            if piece.high is None:
                self._parts.append(svg.arrow(line[0], line[1], colour, width=svg.SUBJECT + 1))
            elif piece.low is None:
                self._parts.append(svg.arrow(line[1], line[0], colour, width=svg.SUBJECT + 1))
            else:
                self._parts.append(svg.stroke(line, colour, width=svg.SUBJECT + 1))
            for end, closed in ((piece.low, piece.low_closed), (piece.high, piece.high_closed)):
                if end is not None:
                    at = (self._at(_number(end)), _AXIS)
                    self._parts.append(svg.dot(at, colour, hollow=not closed, radius=5))
        return self

    def point(
        self, value: Number, *, label: str = "", colour: Colour = "ink", hollow: bool = False
    ) -> "NumberLine":
        """Draw a point with a label above it."""
        at = (self._at(value), _AXIS)
        self._parts.append(svg.dot(at, colour, hollow=hollow))
        if label:
            self._parts.append(svg.label(at, label, place="above", name=colour))
        return self

    def figure(self, *, alt: str, caption: str = "") -> Figure:
        """Return the finished drawing; `alt` says in one sentence what it shows."""
        return svg.drawing(self._parts, width=svg.MOST_WIDTH, height=84, alt=alt, caption=caption)


def _number(value: Number | Expr) -> Number:
    return value.evaluate() if isinstance(value, Expr) else value
