"""Hold the graph to its definitions, on drawn graphs and by a second, slower route."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.core.errors import NotFoundError
from upslope.core.ids import ConceptId
from upslope.graph import CLOSURE_CUT, CycleError, Graph, UnknownNodeError, build, find_cycle

Parents = Mapping[ConceptId, Sequence[ConceptId]]
Weights = dict[ConceptId, dict[ConceptId, float]]


def name(number: int) -> ConceptId:
    return ConceptId(f"n{number}")


@st.composite
def acyclic(draw: st.DrawFn, largest: int = 14) -> Parents:
    """Draw {node: parents} without cycles, the nodes given in any order."""
    count = draw(st.integers(0, largest))
    parents = {
        name(node): [name(p) for p in draw(st.sets(st.integers(0, node - 1), max_size=3))] if node else []
        for node in range(count)
    }
    given_order = draw(st.permutations(list(parents)))
    return {node: parents[node] for node in given_order}


@st.composite
def weighted(draw: st.DrawFn) -> tuple[Parents, Weights]:
    parents = draw(acyclic(9))
    weight = st.integers(1, 10).map(lambda tenths: tenths / 10)
    return parents, {
        node: {parent: draw(weight) for parent in above if draw(st.booleans())}
        for node, above in parents.items()
    }


def slow_ancestors(parents: Parents, node: ConceptId) -> set[ConceptId]:
    found = set(parents[node])
    for parent in parents[node]:
        found |= slow_ancestors(parents, parent)
    return found


@given(acyclic())
def test_every_prerequisite_comes_first_in_the_order(parents: Parents) -> None:
    graph = build(parents)
    assert sorted(graph.order) == sorted(parents)
    for low, high in graph.edges():
        assert graph.place(low) < graph.place(high)
        assert graph.depth(low) < graph.depth(high)


@given(acyclic())
def test_ancestors_and_descendants_are_each_others_mirror(parents: Parents) -> None:
    graph = build(parents)
    for node in parents:
        assert graph.ancestors(node) == slow_ancestors(parents, node)
        assert graph.descendants(node) == {
            other for other in parents if node in slow_ancestors(parents, other)
        }
        assert all(graph.is_ancestor(low, node) == (low in graph.ancestors(node)) for low in parents)


@given(acyclic(), st.data())
def test_the_frontier_is_what_may_be_started(parents: Parents, data: st.DataObject) -> None:
    graph = build(parents)
    known = {node for node in graph.order if data.draw(st.booleans())}
    frontier = graph.frontier(known)
    assert set(frontier) == {n for n in parents if n not in known and set(parents[n]) <= known}


@given(acyclic(), st.data())
def test_following_a_path_never_meets_a_missing_prerequisite(parents: Parents, data: st.DataObject) -> None:
    graph = build(parents)
    if not parents:
        return
    goals = data.draw(st.lists(st.sampled_from(graph.order), min_size=1, max_size=3))
    known = set(data.draw(st.lists(st.sampled_from(graph.order), max_size=3)))
    granted = known.union(*(graph.ancestors(node) for node in known))
    learned = set(granted)
    for step in graph.path(goals, known):
        assert step not in granted
        assert set(parents[step]) <= learned
        learned.add(step)
    assert set(goals) <= learned
    assert learned - granted <= {*goals}.union(*(graph.ancestors(goal) for goal in goals))


@given(acyclic())
def test_redundant_edges_change_no_ancestor(parents: Parents) -> None:
    graph = build(parents)
    idle = set(graph.redundant())
    slim = build({node: [p for p in above if (p, node) not in idle] for node, above in parents.items()})
    assert all(graph.ancestors(node) == slim.ancestors(node) for node in parents)
    assert not slim.redundant()


@given(acyclic(), st.integers(0, 3))
def test_around_is_the_ball_of_the_undirected_graph(parents: Parents, hops: int) -> None:
    graph = build(parents)
    if not parents:
        return
    ball = {graph.order[0]}
    for _ in range(hops):
        ball |= {n for low, high in graph.edges() for n in (low, high) if low in ball or high in ball}
    assert set(graph.around([graph.order[0]], hops)) == ball


@given(weighted())
def test_credit_is_the_heaviest_product_over_paths(
    drawn: tuple[Parents, Weights],
) -> None:
    parents, weights = drawn

    def paths(top: ConceptId, product: float = 1.0) -> Iterator[tuple[ConceptId, float]]:
        for node, weight in weights[top].items():
            if product * weight >= CLOSURE_CUT:
                yield node, product * weight
                yield from paths(node, product * weight)

    def below(top: ConceptId) -> dict[ConceptId, float]:
        best: dict[ConceptId, float] = {}
        for node, product in paths(top):
            best[node] = max(best.get(node, 0.0), product)
        return best | weights[top]

    graph = build(parents, weights)
    for node in parents:
        assert graph.credit[node] == pytest.approx(below(node))


def test_credit_never_flows_along_a_prerequisite_alone() -> None:
    graph = build({name(0): [], name(1): [name(0)]})
    assert graph.credit[name(1)] == {}


def test_an_explicit_weight_overrides_the_product() -> None:
    a, b, c = name(0), name(1), name(2)
    graph = build({a: [], b: [a], c: [b]}, {b: {a: 1.0}, c: {b: 1.0, a: 0.3}})
    assert graph.credit[c] == {b: 1.0, a: 0.3}


def test_weak_products_are_cut() -> None:
    a, b, c = name(0), name(1), name(2)
    graph = build({a: [], b: [a], c: [b]}, {b: {a: 0.3}, c: {b: 0.3}})
    assert graph.credit[c] == {b: 0.3}


@given(acyclic(), st.data())
def test_an_edge_upwards_is_reported_as_a_cycle(parents: Parents, data: st.DataObject) -> None:
    graph = build(parents)
    closed = [(low, high) for high in parents for low in graph.ancestors(high)]
    if not closed:
        return
    low, high = data.draw(st.sampled_from(sorted(closed)))
    ring = {**parents, low: [*parents[low], high]}
    with pytest.raises(CycleError) as caught:
        build(ring)
    cycle = caught.value.cycle
    assert {low, high} <= set(cycle)
    assert all(before in ring[after] for before, after in pairwise((*cycle, cycle[0])))
    assert find_cycle(ring) == cycle


@given(acyclic())
def test_no_cycle_is_found_where_there_is_none(parents: Parents) -> None:
    assert find_cycle(parents) == ()


def test_a_concept_may_not_need_itself() -> None:
    with pytest.raises(CycleError, match="n0 → n0"):
        build({name(0): [name(0)]})


def test_unknown_prerequisites_and_questions_about_unknown_concepts() -> None:
    with pytest.raises(UnknownNodeError, match="n0 needs n7"):
        build({name(0): [name(7)]})
    graph: Graph = build({name(0): []})
    with pytest.raises(NotFoundError):
        graph.ancestors(name(7))
    assert name(0) in graph
    assert name(7) not in graph
    assert len(graph) == 1
