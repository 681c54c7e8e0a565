"""Order the concepts: a directed acyclic graph of prerequisites with a weighted closure of encompassings.

Three relations are never mixed: a *prerequisite* says what may be started; an *encompassing* with its weight
says what practising one concept also practises. (The third, a point's key prerequisites, belongs to lessons.)
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from types import MappingProxyType

from upslope.core.errors import NotFoundError, UpslopeError
from upslope.core.ids import ConceptId

CLOSURE_CUT = 0.1
"""Products of encompassing weights below this count as nothing."""


class CycleError(UpslopeError):
    """Report concepts that wait for each other; `cycle` lists them, each a prerequisite of the next."""

    def __init__(self, cycle: Sequence[ConceptId]) -> None:
        self.cycle = tuple(cycle)
        ring = " → ".join((*self.cycle, self.cycle[0]))
        super().__init__(f"These concepts wait for each other: {ring}.", "Remove one of these prerequisites.")


class UnknownNodeError(UpslopeError):
    """Report an edge to a concept that is not in the graph."""

    def __init__(self, node: ConceptId, parent: ConceptId) -> None:
        self.node, self.parent = node, parent
        super().__init__(f"{node} needs {parent}, which does not exist.", "Mend the id or add the concept.")


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Answer questions about order; build it with `build`.

    `order` is topological: prerequisites first, ties in the order the concepts were given. `credit` maps each
    concept b to {a: W(b, a)}: the largest product of encompassing weights over paths from b down to a,
    cut at `CLOSURE_CUT`; b itself is not in it.
    """

    order: tuple[ConceptId, ...]
    parents: Mapping[ConceptId, tuple[ConceptId, ...]]
    children: Mapping[ConceptId, tuple[ConceptId, ...]]
    credit: Mapping[ConceptId, Mapping[ConceptId, float]]
    _place: Mapping[ConceptId, int]
    _above: Mapping[ConceptId, int]
    _below: Mapping[ConceptId, int]
    _depth: Mapping[ConceptId, int]

    def __contains__(self, node: object) -> bool:
        return node in self._place

    def __len__(self) -> int:
        return len(self.order)

    def ancestors(self, node: ConceptId) -> frozenset[ConceptId]:
        """Return everything `node` rests on, directly or not, without `node` itself."""
        return frozenset(self._members(self._above[self._known(node)]))

    def descendants(self, node: ConceptId) -> frozenset[ConceptId]:
        """Return everything that rests on `node`, directly or not, without `node` itself."""
        return frozenset(self._members(self._below[self._known(node)]))

    def is_ancestor(self, low: ConceptId, high: ConceptId) -> bool:
        """Tell whether `high` rests on `low`, directly or not."""
        return bool(self._above[self._known(high)] >> self._place[self._known(low)] & 1)

    def depth(self, node: ConceptId) -> int:
        """Return the number of edges on the longest chain that ends at `node`; 0 for a foundation."""
        return self._depth[self._known(node)]

    def place(self, node: ConceptId) -> int:
        """Return the index of `node` in `order`."""
        return self._place[self._known(node)]

    def frontier(self, known: Set[ConceptId]) -> tuple[ConceptId, ...]:
        """Return the concepts not known whose prerequisites are all known, in learnable order."""
        return tuple(
            node for node in self.order if node not in known and all(p in known for p in self.parents[node])
        )

    def path(self, goals: Iterable[ConceptId], known: Set[ConceptId] = frozenset()) -> tuple[ConceptId, ...]:
        """Return what is missing for `goals` (they included) in learnable order.

        What a known concept rests on counts as known too: who was placed at a concept is not sent below it.
        """
        wanted = granted = 0
        for goal in goals:
            wanted |= self._above[self._known(goal)] | 1 << self._place[goal]
        for node in known:
            if node in self._place:
                granted |= self._above[node] | 1 << self._place[node]
        return tuple(self._members(wanted & ~granted))

    def around(self, centre: Iterable[ConceptId], hops: int) -> tuple[ConceptId, ...]:
        """Return the concepts at most `hops` edges from one of `centre`, up or down, in learnable order."""
        near = {self._known(node) for node in centre}
        ring = set(near)
        for _ in range(hops):
            ring = {other for node in ring for other in (*self.parents[node], *self.children[node])} - near
            near |= ring
        return tuple(node for node in self.order if node in near)

    def edges(self, nodes: Iterable[ConceptId] | None = None) -> tuple[tuple[ConceptId, ConceptId], ...]:
        """Return the prerequisite edges (low, high), all or those with both ends among `nodes`."""
        inside = self._place.keys() if nodes is None else set(nodes)
        highs = (high for high in self.order if high in inside)
        return tuple((low, high) for high in highs for low in self.parents[high] if low in inside)

    def redundant(self) -> tuple[tuple[ConceptId, ConceptId], ...]:
        """Return the edges (low, high) that another prerequisite of `high` already implies."""
        return tuple(
            (low, high)
            for low, high in self.edges()
            if any(self.is_ancestor(low, other) for other in self.parents[high] if other != low)
        )

    def _known(self, node: ConceptId) -> ConceptId:
        if node not in self._place:
            raise NotFoundError(f"There is no concept {node}.")
        return node

    def _members(self, bits: int) -> Iterable[ConceptId]:
        while bits:
            lowest = bits & -bits
            yield self.order[lowest.bit_length() - 1]
            bits ^= lowest


def build(
    prerequisites: Mapping[ConceptId, Sequence[ConceptId]],
    encompassings: Mapping[ConceptId, Mapping[ConceptId, float]] | None = None,
) -> Graph:
    """Build the graph of {concept: its prerequisites} and {concept: {encompassed concept: weight}}.

    Raises UnknownNodeError for an edge to a concept that is no key, CycleError with one shortest cycle.
    """
    parents = {node: tuple(dict.fromkeys(above)) for node, above in prerequisites.items()}
    for node, above in parents.items():
        for parent in above:
            if parent not in parents:
                raise UnknownNodeError(node, parent)
    order = _topological(parents)
    children: dict[ConceptId, list[ConceptId]] = {node: [] for node in parents}
    for node in order:
        for parent in parents[node]:
            children[parent].append(node)
    place = {node: index for index, node in enumerate(order)}
    return Graph(
        order=order,
        parents=MappingProxyType(parents),
        children=MappingProxyType({node: tuple(below) for node, below in children.items()}),
        credit=_closure(order, encompassings or {}),
        _place=place,
        _above=_reach(order, parents, place),
        _below=_reach(order[::-1], children, place),
        _depth=_depths(order, parents),
    )


def find_cycle(parents: Mapping[ConceptId, Sequence[ConceptId]]) -> tuple[ConceptId, ...]:
    """Return a shortest cycle, each member a prerequisite of the next and the last of the first; () if none.

    Unknown parents are passed over.
    """
    inside = {node: [p for p in above if p in parents] for node, above in parents.items()}
    free = set(_sorted(inside))
    tangled = {
        node: [p for p in above if p not in free] for node, above in inside.items() if node not in free
    }
    best: tuple[ConceptId, ...] = ()
    for start in tangled:
        ring = _cycle_through(start, tangled)
        if ring and (not best or len(ring) < len(best)):
            best = ring
    return best


def _cycle_through(
    start: ConceptId, parents: Mapping[ConceptId, Sequence[ConceptId]]
) -> tuple[ConceptId, ...]:
    """Walk up from `start` in rings until it is met again; return the shortest way round."""
    came_from: dict[ConceptId, ConceptId] = {}
    ring = [start]
    while ring and start not in came_from:
        following = []
        for node in ring:
            for parent in parents[node]:
                if parent not in came_from:
                    came_from[parent] = node
                    following.append(parent)
        ring = following
    if start not in came_from:
        return ()
    cycle, node = [start], came_from[start]
    while node != start:
        cycle.append(node)
        node = came_from[node]
    return tuple(cycle)


def _topological(parents: Mapping[ConceptId, Sequence[ConceptId]]) -> tuple[ConceptId, ...]:
    """Sort with prerequisites first. Raises CycleError."""
    order = _sorted(parents)
    if len(order) < len(parents):
        raise CycleError(find_cycle(parents))
    return order


def _sorted(parents: Mapping[ConceptId, Sequence[ConceptId]]) -> tuple[ConceptId, ...]:
    """Sort what no cycle holds back; of what is ready, the one given first goes first (Kahn)."""
    given = list(parents)
    place = {node: index for index, node in enumerate(given)}
    waiting = {node: len(above) for node, above in parents.items()}
    children: dict[ConceptId, list[ConceptId]] = {node: [] for node in given}
    for node, above in parents.items():
        for parent in above:
            children[parent].append(node)
    ready = [place[node] for node, count in waiting.items() if count == 0]
    heapify(ready)
    order: list[ConceptId] = []
    while ready:
        node = given[heappop(ready)]
        order.append(node)
        for child in children[node]:
            waiting[child] -= 1
            if waiting[child] == 0:
                heappush(ready, place[child])
    return tuple(order)


def _reach(
    order: Sequence[ConceptId],
    neighbours: Mapping[ConceptId, Sequence[ConceptId]],
    place: Mapping[ConceptId, int],
) -> dict[ConceptId, int]:
    """Return for each node the bit set (bit = place) of what its neighbours reach."""
    reach: dict[ConceptId, int] = {}
    for node in order:
        bits = 0
        for neighbour in neighbours[node]:
            bits |= reach[neighbour] | 1 << place[neighbour]
        reach[node] = bits
    return reach


def _depths(
    order: Sequence[ConceptId], parents: Mapping[ConceptId, Sequence[ConceptId]]
) -> dict[ConceptId, int]:
    depths: dict[ConceptId, int] = {}
    for node in order:
        depths[node] = 1 + max((depths[parent] for parent in parents[node]), default=-1)
    return depths


def _closure(
    nodes: Sequence[ConceptId], encompassings: Mapping[ConceptId, Mapping[ConceptId, float]]
) -> Mapping[ConceptId, Mapping[ConceptId, float]]:
    """Return W: the heaviest product over paths; an explicit edge overrides what paths would give."""
    return MappingProxyType({node: MappingProxyType(_credit_below(node, encompassings)) for node in nodes})


def _credit_below(
    top: ConceptId, encompassings: Mapping[ConceptId, Mapping[ConceptId, float]]
) -> dict[ConceptId, float]:
    """Search the heaviest products from `top` down (Dijkstra: weights up to 1 only shrink a product)."""
    best: dict[ConceptId, float] = {}
    heap = [(-1.0, top)]
    while heap:
        negative, node = heappop(heap)
        if node in best:
            continue
        best[node] = -negative
        for below, factor in encompassings.get(node, {}).items():
            if below not in best and factor * -negative >= CLOSURE_CUT:
                heappush(heap, (negative * factor, below))
    best.update(encompassings.get(top, {}))
    return {node: weight for node, weight in best.items() if node != top and weight >= CLOSURE_CUT}
