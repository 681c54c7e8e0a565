"""Choose and place what the small map shows: the frontier, two steps back, two steps on."""

from collections.abc import Sequence
from math import ceil

from upslope.core.ids import ConceptId
from upslope.graph import layout
from upslope.services import planning, states
from upslope.services.house import Situation
from upslope.services.views.map import MapEdge, MapNode, MapView
from upslope.services.words import capital, count, spelled

MOST_ON_FRONTIER = 5
MOST_IN_A_LAYER = 6
STEPS = 2

Layers = dict[ConceptId, int]


def view(situation: Situation) -> MapView:
    """Return the map around the learner."""
    goal = situation.goal
    on_path = set(goal.path)
    frontier = _frontier(situation)
    recommended = _recommended(situation)
    shown = _chosen(situation, frontier, recommended)
    layers = _layers(situation, shown)
    columns = _columns(situation, layers)
    left = sum(not situation.beliefs.of(c).status.opens_dependants for c in goal.path)
    return MapView(
        headline=_headline(situation, frontier),
        nodes=tuple(
            MapNode(
                link=states.link(situation, concept),
                layer=layers[concept],
                column=columns[concept],
                recommended=concept == recommended,
                on_path=concept in on_path,
                share_done=states.share_done(situation, concept),
            )
            for concept in situation.curriculum.graph.order
            if concept in layers
        ),
        edges=tuple(
            MapEdge(low, high, on_path=low in on_path and high in on_path)
            for low, high in situation.curriculum.graph.edges(layers)
        ),
        columns=max(1, ceil(max(columns.values(), default=0.0) + 1)),
        goal_title=goal.title,
        goal_url=goal.url,
        goal_left=left,
        goal_anchor=_anchor(situation, layers),
        hidden_text=_hidden_text(len(frontier) - len(shown)),
    )


def _frontier(situation: Situation) -> tuple[ConceptId, ...]:
    """Return what can be worked on: on the way first, begun before ready, then in teaching order."""
    on_path = set(situation.goal.path)
    open_now = situation.curriculum.graph.frontier(states.known(situation))
    return tuple(
        sorted(
            open_now,
            key=lambda concept: (
                concept not in on_path,
                not situation.beliefs.of(concept).attempts,
                situation.curriculum.concepts[concept].position,
            ),
        )
    )


def _recommended(situation: Situation) -> ConceptId | None:
    best = planning.recommend(situation).best
    return best.concept if best is not None and best.point is not None else None


def _chosen(
    situation: Situation, frontier: Sequence[ConceptId], recommended: ConceptId | None
) -> tuple[ConceptId, ...]:
    """Return the part of the frontier that is drawn; what is recommended always is."""
    first = [recommended] if recommended in frontier and recommended is not None else []
    others = [concept for concept in frontier if concept != recommended]
    return tuple([*first, *others][:MOST_ON_FRONTIER])


def _layers(situation: Situation, frontier: Sequence[ConceptId]) -> Layers:
    """Give the frontier layer 0, what rests on it 1 and 2, what it rests on -1 and -2."""
    graph = situation.curriculum.graph
    layers: Layers = dict.fromkeys(frontier, 0)
    known = states.known(situation)
    ring: Sequence[ConceptId] = frontier
    for step in range(1, STEPS + 1):
        above = (child for node in ring for child in graph.children[node])
        ring = _best(situation, [c for c in dict.fromkeys(above) if c not in known and c not in layers])
        layers.update(dict.fromkeys(ring, step))
    _raise_chains(situation, layers)
    ring = frontier
    for step in range(1, STEPS + 1):
        below = (parent for node in ring for parent in graph.parents[node])
        ring = _best(situation, [c for c in dict.fromkeys(below) if c not in layers])
        layers.update(dict.fromkeys(ring, -step))
    return layers


def _best(situation: Situation, concepts: Sequence[ConceptId]) -> tuple[ConceptId, ...]:
    """Keep as many as a layer holds: those on the way first, then in teaching order."""
    on_path = set(situation.goal.path)
    position = situation.curriculum.concepts
    ranked = sorted(concepts, key=lambda c: (c not in on_path, position[c].position))
    return tuple(ranked[:MOST_IN_A_LAYER])


def _raise_chains(situation: Situation, layers: Layers) -> None:
    """Lift what rests on another drawn concept of its layer; what leaves the picture is not drawn."""
    graph = situation.curriculum.graph
    for concept in graph.order:
        if layers.get(concept, 0) > 0:
            below = [layers[parent] for parent in graph.parents[concept] if parent in layers]
            layers[concept] = max(layers[concept], max(below, default=0) + 1)
    for concept in [concept for concept, layer in layers.items() if layer > STEPS]:
        del layers[concept]


def _columns(situation: Situation, layers: Layers) -> dict[ConceptId, float]:
    """Place each layer's concepts in the order of the graph's own drawing, one apart, centred."""
    graph = situation.curriculum.graph
    nodes = [concept for concept in graph.order if concept in layers]
    wished = {placed.id: placed.column for placed in layout(nodes, graph.edges(layers))}
    rows: dict[int, list[ConceptId]] = {}
    for concept in sorted(nodes, key=lambda each: wished[each]):
        rows.setdefault(layers[concept], []).append(concept)
    widest = max((len(row) for row in rows.values()), default=1)
    return {
        concept: (widest - len(row)) / 2 + place for row in rows.values() for place, concept in enumerate(row)
    }


def _anchor(situation: Situation, layers: Layers) -> ConceptId | None:
    """Return the drawn concept from which the way to the goal goes on."""
    facts = planning.planning_facts(situation).concepts
    ahead = [c for c, layer in layers.items() if layer >= 0 and facts[c].on_path]
    if not ahead:
        return None
    return min(ahead, key=lambda c: (-layers[c], facts[c].distance or 0, facts[c].title))


def _headline(situation: Situation, frontier: Sequence[ConceptId]) -> str:
    begun = sum(bool(situation.beliefs.of(concept).attempts) for concept in frontier)
    ready = len(frontier) - begun
    parts = [f"{count(ready, 'concept')} ready"] if ready or not begun else []
    parts += [f"{begun} in progress"] if begun else []
    return f"{', '.join(parts)}. Upward is onward."


def _hidden_text(hidden: int) -> str:
    if hidden <= 0:
        return ""
    is_are = "concept is" if hidden == 1 else "concepts are"
    return f"{capital(spelled(hidden))} further {is_are} ready elsewhere."
