"""Draw graphs of nodes: layered networks, and computational graphs that run from left to right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from upslope.problems.figure import Figure
from upslope.problems.plot import svg
from upslope.problems.plot.svg import Colour

_RADIUS = 19
_MARGIN = 34


@dataclass(frozen=True, slots=True)
class Circle:
    """Place one node: its column and row (from 0, rows may be halves), the text inside, the text above."""

    name: str
    column: float
    row: float
    text: str
    note: str = ""
    colour: Colour = "d1"


class Graph:
    """Collect nodes and arrows between them; columns run from left to right, rows downwards."""

    def __init__(self, nodes: Sequence[Circle], edges: Sequence[tuple[str, str]]) -> None:
        """Place nodes and join them. Raises KeyError for an edge to a node that is not there."""
        self._nodes: Mapping[str, Circle] = {node.name: node for node in nodes}
        columns, rows = max(node.column for node in nodes), max(node.row for node in nodes)
        self._dx = min(110.0, (svg.MOST_WIDTH - 2 * _MARGIN) / max(columns, 1))
        self._dy = 74.0
        self.width = columns * self._dx + 2 * _MARGIN
        self.height = rows * self._dy + 2 * _MARGIN + 14
        self._parts: list[str] = []
        self._labels: list[str] = []
        for start, end in edges:
            self._edge(self._nodes[start], self._nodes[end])
        for node in nodes:
            self._node(node)

    def _at(self, node: Circle) -> tuple[float, float]:
        return _MARGIN + node.column * self._dx, _MARGIN + 14 + node.row * self._dy

    def _edge(self, start: Circle, end: Circle) -> None:
        (x0, y0), (x1, y1) = self._at(start), self._at(end)
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        if length == 0:
            raise ValueError(f"{start.name} and {end.name} stand at one place")
        ux, uy = (x1 - x0) / length * _RADIUS, (y1 - y0) / length * _RADIUS
        self._parts.append(svg.arrow((x0 + ux, y0 + uy), (x1 - ux, y1 - uy), "ink-3", width=1.4))

    def _node(self, node: Circle) -> None:
        x, y = self._at(node)
        tint = svg.colour(node.colour)
        self._parts.append(
            svg.element(
                "circle", cx=x, cy=y, r=_RADIUS, fill="var(--paper)", stroke=tint, stroke_width=svg.OTHER
            )
        )
        self._parts.append(svg.label((x, y + 15.5), node.text, place="above", name="ink", size=16))
        if node.note:
            self._parts.append(
                svg.label((x, y - _RADIUS + 4), node.note, place="above", name=node.colour, size=15)
            )

    def edge_label(self, start: str, end: str, text: str, *, colour: Colour = "d2") -> "Graph":
        """Write a label on the arrow between two nodes, nearer to its start."""
        (x0, y0), (x1, y1) = self._at(self._nodes[start]), self._at(self._nodes[end])
        at = (x0 + 0.42 * (x1 - x0), y0 + 0.42 * (y1 - y0))
        self._labels.append(svg.label(at, text, place="above", name=colour, size=15))
        return self

    def figure(self, *, alt: str, caption: str = "") -> Figure:
        """Return the finished drawing; `alt` says in one sentence what it shows."""
        parts = [*self._parts, *self._labels]
        return svg.drawing(parts, width=self.width, height=self.height, alt=alt, caption=caption)


def layered(widths: Sequence[int], *, letters: Sequence[str] = ()) -> Graph:
    """Return a fully connected network; `letters` name the layers (`x`, `h`, `y`), their units are
    numbered."""
    most = max(widths)
    names = letters or ["x", *(["h"] * (len(widths) - 2)), "y"]
    nodes = [
        Circle(f"{layer}-{unit}", layer, (most - width) / 2 + unit, f"{names[layer]}_{unit + 1}")
        for layer, width in enumerate(widths)
        for unit in range(width)
    ]
    edges = [
        (f"{layer}-{i}", f"{layer + 1}-{j}")
        for layer in range(len(widths) - 1)
        for i in range(widths[layer])
        for j in range(widths[layer + 1])
    ]
    return Graph(nodes, edges)
