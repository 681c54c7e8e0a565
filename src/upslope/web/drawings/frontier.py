"""Draw the map around the learner: five steps, upward is onward, contour bands between the steps."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from django.urls import reverse

from upslope.core.ids import ConceptId
from upslope.services.views.common import PeakState
from upslope.services.views.map import MapEdge, MapNode, MapView
from upslope.web.drawings.svg import curve, drawing, number, polyline, tag, text, wrap

LEFT = 104
MIN_WIDTH = 1152
KNOWN = (PeakState.MASTERED, PeakState.LEARNED, PeakState.CLAIMED, PeakState.FADING)
LETTER = 7.3
"""Width of a letter of a name, on average, in the drawing's units."""
STEP_NAMES = {-2: "2 steps back", -1: "1 step back", 0: "Frontier", 1: "1 step on", 2: "2 steps on"}


@dataclass(frozen=True, slots=True)
class Box:
    """Place one node: centre, top and bottom in the drawing, and its title's lines."""

    node: MapNode
    x: float
    top: float
    bottom: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Fix the sizes of this drawing."""

    width: float
    height: float
    node_width: float
    node_height: float
    rows: Mapping[int, float]
    boxes: Mapping[ConceptId, Box]


def draw(view: MapView) -> str:
    """Return the SVG; each node is a link with its neighbours named for the arrow keys."""
    plan = lay_out(view)
    parts = bands(plan)
    parts += step_labels(plan)
    shown = [edge for edge in view.edges if is_shown(edge, plan.boxes)]
    ends = attachments(shown, plan.boxes)
    for edge in sorted(shown, key=lambda edge: edge.on_path):
        parts += draw_edge(edge, plan, ends)
    parts += goal(view, plan)
    up, down = neighbours(view.edges)
    parts += [draw_box(box, plan, up, down) for box in plan.boxes.values()]
    words = "Concept map around your frontier; the same content follows as a list"
    return drawing(plan.width, plan.height, *parts, words=words, class_="map", role="group")


def lay_out(view: MapView) -> Plan:
    """Choose the node size that fits, then place rows and boxes."""
    columns = max(1, view.columns)
    width = max(MIN_WIDTH, LEFT + columns * 168)
    spacing = (width - LEFT) / columns
    node_width = min(200.0, spacing - 16)
    letters = int((node_width - 24) / LETTER)
    titles = {node.link.id: tuple(wrap(node.link.short, letters, 3)) for node in view.nodes}
    node_height = 36.0 + 18 * max((len(lines) for lines in titles.values()), default=1)
    step = node_height + 62
    layers = sorted({node.layer for node in view.nodes}, reverse=True)
    rows = {layer: 108 + i * step for i, layer in enumerate(layers)}
    boxes = {}
    for node in view.nodes:
        x = LEFT + spacing * (node.column + 0.5)
        top = rows[node.layer]
        boxes[node.link.id] = Box(node, x, top, top + node_height, titles[node.link.id])
    height = 108 + max(1, len(layers)) * step - 40
    return Plan(width, height, node_width, node_height, rows, boxes)


def bands(plan: Plan) -> list[str]:
    """Draw contour lines between the steps; a little different in each gap, always the same."""
    parts = []
    for gap, top in enumerate(plan.rows.values()):
        for k in range(4):
            middle = top - 31 + 11 * (k - 1.5)
            line = [
                (x, middle + 6 * math.sin(x / 171 + 1.7 * gap + 0.22 * k) + 3.5 * math.sin(x / 83 + gap))
                for x in range(0, int(plan.width) + 1, 16)
            ]
            parts.append(tag("path", class_="index" if k == 1 else "contour", d=polyline(line)))
    return parts


def step_labels(plan: Plan) -> list[str]:
    """Name the steps at the left edge."""
    return [
        text(
            STEP_NAMES.get(layer, f"{abs(layer)} steps {'on' if layer > 0 else 'back'}"),
            6,
            top + plan.node_height / 2 + 5,
            class_="strong" if layer == 0 else "",
        )
        for layer, top in plan.rows.items()
    ]


def is_shown(edge: MapEdge, boxes: Mapping[ConceptId, Box]) -> bool:
    """Leave out lines that skip a step down to something known: they hide more than they say."""
    low, high = boxes.get(edge.low), boxes.get(edge.high)
    if low is None or high is None or high.node.layer <= low.node.layer:
        return False
    return high.node.layer - low.node.layer == 1 or low.node.link.state not in KNOWN


Ends = Mapping[tuple[ConceptId, ConceptId], tuple[float, float]]


def attachments(edges: Sequence[MapEdge], boxes: Mapping[ConceptId, Box]) -> Ends:
    """Spread the ends of lines along the boxes' edges, in the order of where they go."""
    from_low: dict[ConceptId, list[ConceptId]] = defaultdict(list)
    from_high: dict[ConceptId, list[ConceptId]] = defaultdict(list)
    for edge in edges:
        from_low[edge.low].append(edge.high)
        from_high[edge.high].append(edge.low)

    def offset(others: list[ConceptId], other: ConceptId) -> float:
        order = sorted(others, key=lambda id_: boxes[id_].x)
        return (order.index(other) - (len(order) - 1) / 2) * min(52.0, 130 / max(1, len(order)))

    return {
        (edge.low, edge.high): (
            boxes[edge.low].x + offset(from_low[edge.low], edge.high),
            boxes[edge.high].x + offset(from_high[edge.high], edge.low),
        )
        for edge in edges
    }


def draw_edge(edge: MapEdge, plan: Plan, ends: Ends) -> list[str]:
    """Draw one line from below upward, with a halo where it crosses others."""
    low, high = plan.boxes[edge.low], plan.boxes[edge.high]
    x0, x1 = ends[edge.low, edge.high]
    y0, y1 = low.top, high.bottom
    middle = (y0 + y1) / 2
    d = curve((x0, y0), (x0, middle), (x1, middle), (x1, y1))
    both_known = low.node.link.state in KNOWN and high.node.link.state in KNOWN
    name = "edge path" if edge.on_path else "edge known" if both_known else "edge"
    return [tag("path", class_="halo", d=d), tag("path", class_=name, d=d)]


def goal(view: MapView, plan: Plan) -> list[str]:
    """Draw the survey triangle on top and the dotted line to it."""
    anchor = plan.boxes.get(view.goal_anchor) if view.goal_anchor else None
    x = anchor.x if anchor else plan.width / 2
    x = min(max(x, LEFT + 30), plan.width - 420)
    parts = []
    if anchor:
        d = curve((anchor.x, anchor.top), (anchor.x, anchor.top - 40), (x, 70), (x, 36))
        parts.append(tag("path", class_="beyond", d=d))
    parts.append(tag("path", class_="summit", d=f"M{number(x - 8)} 28l8 -14 8 14z"))
    parts.append(text(view.goal_title, x + 20, 27, class_="strong", style="font-size:14px"))
    if view.goal_left:
        after = x + 32 + 7.6 * len(view.goal_title)
        parts.append(text(f"{view.goal_left} more after these", after, 27))
    return parts


Neighbours = Mapping[ConceptId, Sequence[ConceptId]]


def neighbours(edges: Sequence[MapEdge]) -> tuple[Neighbours, Neighbours]:
    """Return what lies above and below each concept, along the lines."""
    up: dict[ConceptId, list[ConceptId]] = defaultdict(list)
    down: dict[ConceptId, list[ConceptId]] = defaultdict(list)
    for edge in edges:
        up[edge.low].append(edge.high)
        down[edge.high].append(edge.low)
    return up, down


def draw_box(box: Box, plan: Plan, up: Neighbours, down: Neighbours) -> str:
    """Draw one concept as a link: name, state in words and shape, share done."""
    node, link = box.node, box.node.link
    left = box.x - plan.node_width / 2
    rect = {"x": left, "y": box.top, "width": plan.node_width, "height": plan.node_height, "rx": 6}
    name = escape(link.short, quote=False)
    parts = [tag("title", f"{name}: {link.state_text}")]
    if node.recommended:
        outer = {
            "x": left - 5,
            "y": box.top - 5,
            "width": plan.node_width + 10,
            "height": plan.node_height + 10,
        }
        parts.append(tag("rect", class_="outer", rx=10, **outer))
    parts.append(tag("rect", class_="box", **rect))
    first = box.top + plan.node_height / 2 - 3 - 9 * (len(box.lines) - 1)
    for i, line in enumerate(box.lines):
        parts.append(text(line, left + 12, first + 18 * i, class_="name"))
    below = first + 18 * (len(box.lines) - 1)
    place = {"x": left + 12, "y": below + 8, "width": 12.0, "height": 12.0}
    parts.append(tag("use", class_="sign", href=f"#peak-{link.state}", **place))
    words = short_state(link.state_text, plan.node_width)
    parts.append(text(words, left + 29, below + 20, class_="state"))
    if link.state is PeakState.LEARNING and node.share_done > 0:
        parts += share_bar(left + 12, box.bottom - 7, plan.node_width - 24, node.share_done)
    return tag(
        "a",
        *parts,
        href=reverse("concept", args=[link.id]),
        class_=f"{link.state} next" if node.recommended else str(link.state),
        data_id=link.id,
        data_layer=str(node.layer),
        data_up=" ".join(up.get(link.id, ())),
        data_down=" ".join(down.get(link.id, ())),
    )


def short_state(words: str, node_width: float) -> str:
    """Leave out what follows the comma where the box is too narrow: the list and the tooltip say it all."""
    return words if len(words) * 6.2 <= node_width - 38 else words.partition(",")[0]


def share_bar(x: float, y: float, width: float, share: float) -> list[str]:
    """Draw how much of a started concept is done."""
    return [
        tag("rect", class_="rest", x=x, y=y, width=width, height=3),
        tag("rect", class_="share", x=x, y=y, width=width * min(1.0, share), height=3),
    ]
