"""Hold the three maps."""

# ruff: noqa: E501 - sample sentences stay whole

from tests.web.samples.parts import (
    BASIS,
    COLUMN,
    EXCHANGES,
    INDEPENDENCE,
    NULL,
    PRODUCT,
    PROJECTION,
    RANK,
    RANK_ONE,
    RREF,
    SOLUTIONS,
    SPECIAL,
    SUBSPACES,
    TRANSPOSES,
    h,
)

from upslope.services.views import map


def map_view() -> map.MapView:
    """Return the map of the mock page."""
    places = (
        (EXCHANGES, -2, 0.2), (PRODUCT, -2, 1.5), (SUBSPACES, -2, 2.6),
        (RREF, -1, 0.2), (NULL, -1, 1.4), (COLUMN, -1, 2.6),
        (SPECIAL, 0, 0.7), (RANK, 0, 1.9), (TRANSPOSES, 0, 3.0),
        (INDEPENDENCE, 1, 0.4), (SOLUTIONS, 1, 1.5), (RANK_ONE, 1, 2.6),
        (BASIS, 2, 0.8), (PROJECTION, 2, 2.3),
    )  # fmt: skip
    edges = (
        (EXCHANGES, RREF), (SUBSPACES, NULL), (PRODUCT, NULL), (PRODUCT, COLUMN), (SUBSPACES, COLUMN),
        (RREF, SPECIAL), (NULL, SPECIAL), (RREF, RANK), (COLUMN, RANK),
        (SPECIAL, INDEPENDENCE), (SPECIAL, SOLUTIONS), (RANK, SOLUTIONS), (RANK, RANK_ONE), (TRANSPOSES, RANK_ONE),
        (INDEPENDENCE, BASIS), (RANK_ONE, PROJECTION),
    )  # fmt: skip
    path = {SPECIAL.id, INDEPENDENCE.id, BASIS.id}
    return map.MapView(
        headline="2 concepts ready, 1 in progress. Upward is onward.",
        nodes=tuple(
            map.MapNode(each, layer, column, each is SPECIAL, each.id in path, 0.5 if each is RANK else 0.0)
            for each, layer, column in places
        ),
        edges=tuple(map.MapEdge(a.id, b.id, a.id in path and b.id in path) for a, b in edges),
        columns=4,
        goal_title="Attention Is All You Need",
        goal_url="/map/units/",
        goal_left=128,
        goal_anchor=BASIS.id,
        hidden_text="",
    )


def unit_view() -> map.UnitMapView:
    """Return one area by unit."""
    done = (SUBSPACES, COLUMN, RREF, PRODUCT, EXCHANGES, NULL)
    return map.UnitMapView(
        area="Linear algebra",
        areas=(("All", "/map/units/", False), ("Linear algebra", "/map/units/?area=linear-algebra", True)),
        headline="78 concepts. You know 16, of which 2 are fading. About 27 h of lessons remain; reviews come on top.",
        rows=(
            map.UnitRow("Vectors and elimination", "", done * 2, 12, 12, 0, here=False),
            map.UnitRow(
                "Solving Ax = b", "", (*done, RANK, SPECIAL, INDEPENDENCE, BASIS), 4, 10, 105, here=True
            ),
            map.UnitRow("Determinants", "", (BASIS,) * 5, 0, 5, 120, here=False),
        ),
        covers=((h("MIT 18.06SC Linear Algebra"), 7, 34), (h("Deep Learning, chapter 2"), 3, 12)),
    )


def full_map_view() -> map.FullMapView:
    """Return a small whole graph."""
    around = map_view()
    nodes = tuple(
        map.FullNode(
            node.link,
            "Linear algebra" if node.layer < 1 else "Bases",
            120 + 300 * node.column,
            700 - 140 * (node.layer + 2),
            node.on_path,
            node.link.state,
        )
        for node in around.nodes
    )
    index = {node.link.id: i for i, node in enumerate(around.nodes)}
    return map.FullMapView(
        nodes=nodes,
        edges=tuple((index[edge.low], index[edge.high]) for edge in around.edges),
        width=1200,
        height=800,
        areas=(("Linear algebra", "/map/units/?area=linear-algebra"), ("Bases", "")),
        headline="14 concepts in 2 areas.",
    )
