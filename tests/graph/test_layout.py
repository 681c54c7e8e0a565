"""Hold drawings to what a reader relies on: upward edges, spacing, few crossings, the same picture again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.core.ids import ConceptId
from upslope.graph import build, group_edges, layered, layout, overview
from upslope.graph.layout import _spaced

Edges = list[tuple[int, int]]


@st.composite
def drawn_edges(draw: st.DrawFn) -> tuple[int, Edges]:
    count = draw(st.integers(1, 16))
    pairs = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda p: p[0] < p[1])
    return count, draw(st.lists(pairs, max_size=30)) if count > 1 else []


@given(drawn_edges())
def test_edges_lead_upwards_and_neighbours_stand_apart(drawn: tuple[int, Edges]) -> None:
    count, edges = drawn
    drawing = layered(range(count), edges)
    placed = {p.id: p for p in drawing.placed}
    assert list(placed) == list(range(count))
    for low, high in edges:
        assert placed[low].layer < placed[high].layer
    stands: dict[int, list[float]] = {}
    for place in drawing.placed:
        stands.setdefault(place.layer, []).append(place.column)
    for route in drawing.routes:
        layers = [placed[route.low].layer, *(layer for layer, _ in route.bends), placed[route.high].layer]
        assert all(after - before == 1 for before, after in pairwise(layers))
        for layer, column in route.bends:
            stands[layer].append(column)
    for row in stands.values():
        assert all(right - left > 0.99 for left, right in pairwise(sorted(row)))
    assert min(p.column for p in drawing.placed) >= 0
    assert len(drawing.routes) == len(set(edges))


@given(drawn_edges())
def test_equal_arguments_give_equal_drawings(drawn: tuple[int, Edges]) -> None:
    count, edges = drawn
    assert layered(range(count), edges) == layered(range(count), edges)


def test_layers_are_longest_paths() -> None:
    placed = layout("abcd", [("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")])
    assert [p.layer for p in placed] == [0, 1, 2, 3]


def test_a_prerequisite_of_the_top_alone_stands_right_below_it() -> None:
    placed = {p.id: p.layer for p in layout("abcd", [("a", "b"), ("b", "c"), ("d", "c")])}
    assert placed["d"] == placed["c"] - 1


def test_a_drawing_that_can_do_without_crossings_has_none() -> None:
    edges = [("a", "z"), ("b", "y"), ("c", "x")]  # in the order given all three pairs cross
    placed = {p.id: p.column for p in layout("abcxyz", edges)}
    bottom, top = [placed[n] for n in "abc"], [placed[n] for n in "zyx"]
    assert sorted(bottom) == bottom
    assert sorted(top) == top
    assert bottom == top, "edges without company run straight up"


def test_edges_with_an_end_outside_are_passed_over() -> None:
    assert [p.layer for p in layout("ab", [("a", "b"), ("a", "q"), ("q", "b")])] == [0, 1]


def test_nothing_to_draw() -> None:
    assert layered([], []).placed == ()
    assert layered([], []).columns == 0


def test_a_cycle_has_no_lowest_layer() -> None:
    with pytest.raises(ValueError, match="cycle"):
        layout("ab", [("a", "b"), ("b", "a")])


@given(st.lists(st.floats(-20, 20), min_size=1, max_size=8))
def test_spacing_keeps_order_distance_and_the_sum(wished: list[float]) -> None:
    settled = _spaced(wished)
    assert all(right - left >= 1 - 1e-9 for left, right in pairwise(settled))
    assert sum(settled) == pytest.approx(sum(wished), abs=1e-6)
    if all(right - left >= 1 for left, right in pairwise(wished)):
        assert settled == pytest.approx(wished)


def concept(text: str) -> ConceptId:
    return ConceptId(text)


def test_the_overview_stacks_by_depth_and_keeps_bands_apart() -> None:
    parents = {"a1": [], "a2": ["a1"], "b1": ["a1"], "b2": ["a1"], "b3": ["b2", "a2"]}
    graph = build({concept(n): [concept(p) for p in ps] for n, ps in parents.items()})
    picture = overview(graph, {node: node[0] for node in graph.order}, "abc")
    assert {spot.id: spot.y for spot in picture.spots} == {"a1": 0, "a2": 1, "b1": 1, "b2": 1, "b3": 2}
    assert len({(spot.x, spot.y) for spot in picture.spots}) == 5
    bands = {band.group: band for band in picture.bands}
    assert [bands[g].width for g in "abc"] == [1, 2, 0]
    for spot in picture.spots:
        band = bands[spot.group]
        assert band.x <= spot.x <= band.x + band.width - 1


def test_edges_between_groups_are_counted_most_first() -> None:
    parents = {"a1": [], "a2": ["a1"], "b1": ["a1"], "b2": ["a1"], "c1": ["b1", "a2"]}
    graph = build({concept(n): [concept(p) for p in ps] for n, ps in parents.items()})
    edges = group_edges(graph, {node: node[0] for node in graph.order}, "abc")
    assert [(e.low, e.high, e.count) for e in edges] == [("a", "b", 2), ("a", "c", 1), ("b", "c", 1)]
