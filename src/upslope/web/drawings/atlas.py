"""Draw the whole graph at its stored places: bands of areas side by side, height is how much lies below.

Lines stay faint, because a thousand of them at once say nothing: the way to the goal is drawn stronger, and
the browser shows the lines of the concept that is pointed at or has the focus.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from django.urls import reverse

from upslope.services.views.map import FullMapView, FullNode
from upslope.web.drawings.svg import curve, drawing, number, tag, text, wrap
from upslope.web.wording import plain

STRETCH = 1.28
"""Stored places are closer side by side than one above the other; a screen is wider than high."""
HEAD = 2.0
"""Room above the summit, in units, where the controls lie."""
LEVELS = 8
"""So many contour lines lie over the whole height; every third is an index line."""


def draw(view: FullMapView) -> str:
    """Return the SVG; its size follows the stored coordinates, zooming is the browser's."""
    unit = max(view.width, 1) / 110
    view = replace(
        view,
        width=view.width * STRETCH,
        height=view.height + HEAD * unit,
        nodes=tuple(replace(each, x=each.x * STRETCH, y=each.y + HEAD * unit) for each in view.nodes),
    )
    foot = 4.6 * unit
    ways, path_ways = edges(view)
    parts = [
        *levels(view),
        tag("path", class_="edge", d=ways) if ways else "",
        tag("path", class_="edge path", d=path_ways) if path_ways else "",
        tag("path", class_="edge near", d="M0 0"),
        *area_names(view, unit),
        *nodes(view, unit),
    ]
    words = (
        f"All {len(view.nodes)} concepts and what each rests on; the same content follows as a list by area"
    )
    size = (view.width, view.height + foot)
    return drawing(*size, *parts, words=words, class_="atlas-map", role="group")


def levels(view: FullMapView) -> list[str]:
    """Draw contour lines over the height."""
    step = view.height / LEVELS
    return [
        tag(
            "path",
            class_="index" if k % 3 == 0 else "contour",
            d=f"M0 {number(view.height - k * step)}H{number(view.width)}",
        )
        for k in range(1, LEVELS)
    ]


def edges(view: FullMapView) -> tuple[str, str]:
    """Return path data of the lines off and on the way to the goal."""
    ways: list[str] = []
    path_ways: list[str] = []
    for low, high in view.edges:
        a, b = view.nodes[low], view.nodes[high]
        middle = (a.y + b.y) / 2
        line = curve((a.x, a.y), (a.x, middle), (b.x, middle), (b.x, b.y))
        (path_ways if a.on_path and b.on_path else ways).append(line)
    return "".join(ways), "".join(path_ways)


def area_names(view: FullMapView, unit: float) -> list[str]:
    """Write each area's name under its band, over a line as wide as the band."""
    by_area: dict[str, list[float]] = defaultdict(list)
    for item in view.nodes:
        by_area[item.area].append(item.x)
    size = 1.3 * unit
    style = f"font-size:{number(size)}px"
    parts = []
    for area, places in by_area.items():
        left, right = min(places) - 0.6 * unit, max(places) + 0.6 * unit
        y = view.height + 0.9 * unit
        parts.append(tag("path", class_="axis", d=f"M{number(left)} {number(y)}H{number(right)}"))
        for i, line in enumerate(wrap(area, 15, 2)):
            at = y + (i + 1.15) * 1.25 * size
            middle = min(max((left + right) / 2, 4 * unit), view.width - 4 * unit)
            parts.append(text(line, middle, at, class_="area", text_anchor="middle", style=style))
    return parts


def nodes(view: FullMapView, unit: float) -> list[str]:
    """Draw every concept as a link that knows its neighbours by number."""
    near: dict[int, list[int]] = defaultdict(list)
    for low, high in view.edges:
        near[low].append(high)
        near[high].append(low)
    return [node(item, unit, near[place]) for place, item in enumerate(view.nodes)]


def node(item: FullNode, unit: float, near: Sequence[int]) -> str:
    """Draw one concept."""
    size = 1.1 * unit
    name = plain(item.link.title).replace("&", "&amp;").replace("<", "&lt;")
    place = {"x": item.x - size / 2, "y": item.y - size / 2, "width": size, "height": size}
    return tag(
        "a",
        tag("title", f"{name}: {item.link.state_text}"),
        tag("circle", class_="hit", cx=item.x, cy=item.y, r=0.75 * unit),
        tag("use", href=f"#peak-{item.state}", **place),
        href=reverse("concept", args=[item.link.id]),
        class_=f"{item.state} way" if item.on_path else str(item.state),
        data_id=item.link.id,
        data_near=" ".join(str(other) for other in near),
    )
