"""Show the maps: around the learner, by unit, everything."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from upslope.core.ids import PackId
from upslope.services import maps
from upslope.services.house import House
from upslope.services.views.common import ConceptLink
from upslope.services.views.map import FullMapView, MapNode
from upslope.web.drawings.frontier import STEP_NAMES
from upslope.web.screens.shared import screen

LIST_ORDER = (0, 1, 2, -1, -2)


@require_GET
@screen
def around(request: HttpRequest, house: House) -> HttpResponse:
    """Show the frontier and two steps each way."""
    view = maps.around(house)
    return render(request, "map/around.html", {"view": view, "steps": steps(view.nodes)})


@require_GET
@screen
def units(request: HttpRequest, house: House) -> HttpResponse:
    """Show the units of one area, or of all."""
    area = request.GET.get("area", "")
    view = maps.units(house, PackId(area) if area else None)
    return render(request, "map/units.html", {"view": view})


@require_GET
@screen
def everything(request: HttpRequest, house: House) -> HttpResponse:
    """Show the whole graph."""
    view = maps.everything(house)
    return render(request, "map/all.html", {"view": view, "by_area": by_area(view)})


def steps(nodes: tuple[MapNode, ...]) -> list[tuple[str, list[MapNode]]]:
    """Return the same map as lists: the frontier first, then onward, then back."""
    rows: dict[int, list[MapNode]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.column):
        rows[node.layer].append(node)
    return [(STEP_NAMES[layer], rows[layer]) for layer in LIST_ORDER if rows[layer]]


def by_area(view: FullMapView) -> list[tuple[str, str, list[ConceptLink]]]:
    """Return every concept under its area, areas in their order."""
    links: dict[str, list[ConceptLink]] = defaultdict(list)
    for node in view.nodes:
        links[node.area].append(node.link)
    urls = dict(view.areas)
    order = [*urls, *(area for area in links if area not in urls)]
    return [(area, urls.get(area, ""), links[area]) for area in order if links[area]]
