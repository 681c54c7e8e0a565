"""Lay a small part of the graph out in layers: prerequisites below, few crossings, always the same picture.

After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures" (IEEE
Transactions on Systems, Man and Cybernetics 11, 1981): layers by longest path, bends where an edge passes a
layer, barycentre sweeps against crossings, then columns as close to the neighbours' mean as spacing allows.
"""

from bisect import bisect_right, insort
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)

SWEEPS = 12
ALIGNMENTS = 6


@dataclass(frozen=True, slots=True)
class Placed(Generic[Node]):
    """Place a node: `layer` counts from 0 at the bottom, `column` from 0 at the left, at least 1 apart."""

    id: Node
    layer: int
    column: float


@dataclass(frozen=True, slots=True)
class Route(Generic[Node]):
    """Lead an edge from `low` to `high`; `bends` holds (layer, column) where it passes a layer between."""

    low: Node
    high: Node
    bends: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Layered(Generic[Node]):
    """Hold a drawing: where nodes stand, how edges run, how many layers and how wide (last column + 1)."""

    placed: tuple[Placed[Node], ...]
    routes: tuple[Route[Node], ...]
    layers: int
    columns: float


def layout(nodes: Sequence[Node], edges: Iterable[tuple[Node, Node]]) -> tuple[Placed[Node], ...]:
    """Return the place of each node, in the order given. See `layered`."""
    return layered(nodes, edges).placed


def layered(nodes: Sequence[Node], edges: Iterable[tuple[Node, Node]]) -> Layered[Node]:
    """Lay out `nodes` with `edges` (low, high); edges with an end outside are passed over.

    Raises ValueError if the edges have a cycle. Equal arguments give equal drawings.
    """
    index = {node: number for number, node in enumerate(nodes)}
    inside = tuple(dict.fromkeys((index[a], index[b]) for a, b in edges if a in index and b in index))
    layer_of = _layers(len(index), inside)
    net = _Net.build(layer_of, inside)
    rows = _fewest_crossings(net)
    column_of = _columns(net, rows)
    names = tuple(index)
    return Layered(
        placed=tuple(Placed(node, layer_of[i], column_of[i]) for node, i in index.items()),
        routes=tuple(
            Route(names[low], names[high], tuple((net.layer_of[bend], column_of[bend]) for bend in bends))
            for (low, high), bends in net.bends.items()
        ),
        layers=len(rows),
        columns=max(column_of, default=-1.0) + 1,
    )


def _layers(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """Return the longest path to each node; what rests on nothing stands right below what rests on it."""
    above: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for low, high in edges:
        above[low].append(high)
        waiting[high] += 1
    sources = [node for node in range(count) if waiting[node] == 0]
    layer, queue, seen = [0] * count, list(sources), 0
    while seen < len(queue):
        node = queue[seen]
        seen += 1
        for high in above[node]:
            layer[high] = max(layer[high], layer[node] + 1)
            waiting[high] -= 1
            if waiting[high] == 0:
                queue.append(high)
    if seen < count:
        raise ValueError("the edges have a cycle, so nothing can be the lowest layer")
    for node in sources:
        if above[node]:
            layer[node] = min(layer[high] for high in above[node]) - 1
    return layer


@dataclass(frozen=True, slots=True)
class _Net:
    """Hold nodes and bends with links between adjacent layers only; bends are numbered after the nodes."""

    layer_of: list[int]
    below: list[list[int]]
    above: list[list[int]]
    bends: Mapping[tuple[int, int], tuple[int, ...]]

    @classmethod
    def build(cls, layer_of: Sequence[int], edges: Sequence[tuple[int, int]]) -> "_Net":
        layers, bends = list(layer_of), {}
        links: list[tuple[int, int]] = []
        for low, high in edges:
            first = len(layers)
            layers.extend(range(layers[low] + 1, layers[high]))
            bends[low, high] = tuple(range(first, len(layers)))
            chain = (low, *bends[low, high], high)
            links.extend(pairwise(chain))
        below: list[list[int]] = [[] for _ in layers]
        above: list[list[int]] = [[] for _ in layers]
        for low, high in links:
            above[low].append(high)
            below[high].append(low)
        return cls(layers, below, above, bends)

    def rows(self) -> list[list[int]]:
        rows: list[list[int]] = [[] for _ in range(max(self.layer_of, default=-1) + 1)]
        for node, layer in enumerate(self.layer_of):
            rows[layer].append(node)
        return rows


def _fewest_crossings(net: _Net) -> list[list[int]]:
    """Sweep up and down, each row sorted by the mean place of its neighbours; keep the best rows seen."""
    rows = net.rows()
    best, fewest = [list(row) for row in rows], _crossings(net, rows)
    for sweep in range(SWEEPS):
        upwards = sweep % 2 == 0
        neighbours = net.below if upwards else net.above
        for layer in range(1, len(rows)) if upwards else range(len(rows) - 2, -1, -1):
            fixed = rows[layer - 1 if upwards else layer + 1]
            place = {node: float(column) for column, node in enumerate(fixed)}
            own = {node: float(column) for column, node in enumerate(rows[layer])}
            rows[layer].sort(key=lambda node: _mean([place[n] for n in neighbours[node]], own[node]))
        crossings = _crossings(net, rows)
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
    return best


def _mean(values: Sequence[float], default: float) -> float:
    return sum(values) / len(values) if values else default


def _crossings(net: _Net, rows: Sequence[Sequence[int]]) -> int:
    """Count pairs of links that cross: inversions among the upper ends, taken in the order of the lower."""
    total = 0
    for lower, upper in pairwise(rows):
        place = {node: column for column, node in enumerate(upper)}
        passed: list[int] = []
        for node in lower:
            ends = sorted(place[high] for high in net.above[node])
            total += sum(len(passed) - bisect_right(passed, end) for end in ends)
            for end in ends:
                insort(passed, end)
    return total


def _columns(net: _Net, rows: Sequence[Sequence[int]]) -> list[float]:
    """Move each row towards its neighbours' means, its order and a spacing of 1 kept; shift to start at 0."""
    column = [0.0] * len(net.layer_of)
    for row in rows:
        for place, node in enumerate(row):
            column[node] = place - (len(row) - 1) / 2
    for turn in range(ALIGNMENTS):
        for row in rows if turn % 2 == 0 else rows[::-1]:
            wished = [
                _mean([column[n] for n in (*net.below[node], *net.above[node])], column[node]) for node in row
            ]
            for node, settled in zip(row, _spaced(wished), strict=True):
                column[node] = settled
    left = min(column, default=0.0)
    return [round(place - left, 3) for place in column]


def _spaced(wished: Sequence[float]) -> list[float]:
    """Return the places nearest to `wished` (least squares) that keep the order and stand 1 apart.

    With i taken from the i-th place, "1 apart" becomes "not falling": isotonic regression by pooling
    adjacent violators (Barlow and others, *Statistical Inference under Order Restrictions*, 1972).
    """
    pools: list[tuple[float, int]] = []
    for place, wish in enumerate(wished):
        mean, size = wish - place, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean = (before * count + mean * size) / (count + size)
            size += count
        pools.append((mean, size))
    flat = [mean for mean, size in pools for _ in range(size)]
    return [mean + place for place, mean in enumerate(flat)]
