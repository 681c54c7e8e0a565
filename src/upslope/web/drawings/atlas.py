"""Draw the whole graph at its stored positions: a peak for each concept, a link each, thin lines between."""

from collections import defaultdict

from django.urls import reverse

from upslope.services.views.map import FullMapView, FullNode
from upslope.web.drawings.svg import drawing, number, tag, text
from upslope.web.wording import plain


def draw(view: FullMapView) -> str:
    """Return the SVG; its size follows the stored coordinates, zooming is the browser's."""
    unit = max(view.width, view.height, 1) / 100
    plainly, on_path = edges(view)
    parts = [
        tag("path", class_="edge", d=plainly),
        tag("path", class_="edge path", d=on_path) if on_path else "",
        *area_names(view, unit),
        *(node(item, unit) for item in view.nodes),
    ]
    words = (
        f"All {len(view.nodes)} concepts and what each rests on; the same content follows as a list by area"
    )
    return drawing(view.width, view.height, *parts, words=words, class_="atlas-map", role="group")


def edges(view: FullMapView) -> tuple[str, str]:
    """Return path data of the lines off and on the way to the goal."""
    plainly, on_path = [], []
    for low, high in view.edges:
        a, b = view.nodes[low], view.nodes[high]
        line = f"M{number(a.x)} {number(a.y)}L{number(b.x)} {number(b.y)}"
        (on_path if a.on_path and b.on_path else plainly).append(line)
    return "".join(plainly), "".join(on_path)


def area_names(view: FullMapView, unit: float) -> list[str]:
    """Write each area's name above its concepts."""
    by_area: dict[str, list[FullNode]] = defaultdict(list)
    for item in view.nodes:
        by_area[item.area].append(item)
    size = number(1.6 * unit)
    return [
        text(
            area,
            sum(item.x for item in items) / len(items),
            min(item.y for item in items) - 1.6 * unit,
            class_="area",
            text_anchor="middle",
            style=f"font-size:{size}px",
        )
        for area, items in by_area.items()
    ]


def node(item: FullNode, unit: float) -> str:
    """Draw one concept."""
    size = 1.05 * unit
    name = plain(item.link.title).replace("&", "&amp;").replace("<", "&lt;")
    return tag(
        "a",
        tag("title", f"{name}: {item.link.state_text}"),
        tag("circle", class_="hit", cx=item.x, cy=item.y, r=0.9 * unit),
        tag(
            "use",
            href=f"#peak-{item.state}",
            x=item.x - size / 2,
            y=item.y - size / 2,
            width=size,
            height=size,
        ),
        href=reverse("concept", args=[item.link.id]),
        class_=str(item.state),
        data_id=item.link.id,
    )
