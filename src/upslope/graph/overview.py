"""Draw the whole graph small: a band for each group, upwards by depth, and the groups' own graph."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from upslope.core.ids import ConceptId
from upslope.graph.dag import Graph

Group = TypeVar("Group", bound=Hashable)

SWEEPS = 4
BAND_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Spot(Generic[Group]):
    """Place a concept: `x` from the left, bands side by side; `y` = its depth, foundations at 0."""

    id: ConceptId
    group: Group
    x: float
    y: int


@dataclass(frozen=True, slots=True)
class Band(Generic[Group]):
    """Hold where the band of a group begins and how wide it is."""

    group: Group
    x: float
    width: int


@dataclass(frozen=True, slots=True)
class Overview(Generic[Group]):
    """Hold the places of all concepts, in learnable order, and the bands from left to right."""

    spots: tuple[Spot[Group], ...]
    bands: tuple[Band[Group], ...]


@dataclass(frozen=True, slots=True)
class GroupEdge(Generic[Group]):
    """Say that `count` prerequisite edges lead from concepts of `low` to concepts of `high`."""

    low: Group
    high: Group
    count: int


def overview(graph: Graph, group_of: Mapping[ConceptId, Group], groups: Sequence[Group]) -> Overview[Group]:
    """Place every concept in the band of its group, as high as it is deep; bands in the order of `groups`.

    Inside a band, concepts of equal depth stand in the order of their neighbours' mean place.
    Raises KeyError if a concept has no group, or one that is not listed.
    """
    number = {group: place for place, group in enumerate(groups)}
    rows: dict[tuple[int, int], list[ConceptId]] = {}
    for node in graph.order:
        rows.setdefault((number[group_of[node]], graph.depth(node)), []).append(node)
    bands = _bands(groups, rows)
    x = _spread(rows, bands)
    for _ in range(SWEEPS):
        for row in rows.values():
            row.sort(key=lambda node: _pull(node, graph, x))
        x = _spread(rows, bands)
    spots = tuple(Spot(node, group_of[node], x[node], graph.depth(node)) for node in graph.order)
    return Overview(spots, bands)


def group_edges(
    graph: Graph, group_of: Mapping[ConceptId, Group], groups: Sequence[Group]
) -> tuple[GroupEdge[Group], ...]:
    """Count the prerequisite edges between different groups, most first; ties in the order of `groups`."""
    number = {group: place for place, group in enumerate(groups)}
    counts: dict[tuple[Group, Group], int] = {}
    for low, high in graph.edges():
        pair = group_of[low], group_of[high]
        if pair[0] != pair[1]:
            counts[pair] = counts.get(pair, 0) + 1
    edges = (GroupEdge(low, high, count) for (low, high), count in counts.items())
    return tuple(sorted(edges, key=lambda edge: (-edge.count, number[edge.low], number[edge.high])))


def _bands(
    groups: Sequence[Group], rows: Mapping[tuple[int, int], Sequence[ConceptId]]
) -> tuple[Band[Group], ...]:
    bands: list[Band[Group]] = []
    left = 0.0
    for place, group in enumerate(groups):
        width = max((len(row) for (band, _), row in rows.items() if band == place), default=0)
        bands.append(Band(group, left, width))
        left += width + BAND_GAP if width else 0.0
    return tuple(bands)


def _spread(
    rows: Mapping[tuple[int, int], Sequence[ConceptId]], bands: Sequence[Band[Group]]
) -> dict[ConceptId, float]:
    """Centre each row in its band, places 1 apart."""
    return {
        node: bands[band].x + (bands[band].width - len(row)) / 2 + place
        for (band, _), row in rows.items()
        for place, node in enumerate(row)
    }


def _pull(node: ConceptId, graph: Graph, x: Mapping[ConceptId, float]) -> float:
    near = (*graph.parents[node], *graph.children[node])
    return sum(x[other] for other in near) / len(near) if near else x[node]
