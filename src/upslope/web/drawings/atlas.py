"""Draw the whole graph at its stored places: bands of areas side by side, height is how much lies below.

Lines stay faint, because a thousand of them at once say nothing: the way to the goal is drawn stronger, and
the browser shows the lines of the concept that is pointed at or has the focus.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from html import escape

from django.urls import reverse

from upslope.services.views.map import FullMapView, FullNode
from upslope.web.drawings.svg import Point, curve, drawing, number, tag, text, wrap

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
    places = tuple((each.x, each.y) for each in view.nodes)
    on_path = frozenset(place for place, each in enumerate(view.nodes) if each.on_path)
    plain_ways, path_ways = ways(view.edges, places, on_path)
    parts = [
        *levels(view),
        tag("path", class_="edge", d=plain_ways) if plain_ways else "",
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


@lru_cache(maxsize=8)
def ways(
    edges: tuple[tuple[int, int], ...], places: tuple[Point, ...], on_path: frozenset[int]
) -> tuple[str, str]:
    """Return path data of the lines off and on the way to the goal; places change only with the packs."""
    plainly: list[str] = []
    on_way: list[str] = []
    for low, high in edges:
        (x0, y0), (x1, y1) = places[low], places[high]
        middle = (y0 + y1) / 2
        line = curve((x0, y0), (x0, middle), (x1, middle), (x1, y1))
        (on_way if low in on_path and high in on_path else plainly).append(line)
    return "".join(plainly), "".join(on_way)


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
    """Draw one concept; spelled out, because there are hundreds of them."""
    size = 1.1 * unit
    words = escape(f"{item.link.short}: {item.link.state_text}")
    name = f"{item.state} way" if item.on_path else str(item.state)
    x, y = number(item.x), number(item.y)
    left, top, side = number(item.x - size / 2), number(item.y - size / 2), number(size)
    return (
        f'<a href="{reverse("concept", args=[item.link.id])}" class="{name}" data-id="{item.link.id}"'
        f' data-near="{" ".join(map(str, near))}"><title>{words}</title>'
        f'<circle class="hit" cx="{x}" cy="{y}" r="{number(0.75 * unit)}"/>'
        f'<use href="#peak-{item.state}" x="{left}" y="{top}" width="{side}" height="{side}"/></a>'
    )
