"""Show where the learner is: the frontier, the units of an area, everything."""

from upslope.core.ids import ConceptId, PackId
from upslope.curriculum import Pack
from upslope.graph import overview
from upslope.services import nearby, planning, states
from upslope.services.house import House, Situation
from upslope.services.views.common import Html
from upslope.services.views.map import FullMapView, FullNode, MapView, UnitMapView, UnitRow
from upslope.services.words import count, hours

COLUMN_WIDTH = 10.0
LAYER_HEIGHT = 16.0


def around(house: House) -> MapView:
    """Return the frontier, two steps back and two steps on."""
    return nearby.view(house.look())


def units(house: House, area: PackId | None = None) -> UnitMapView:
    """Return one area by unit; without an area, all areas, one line each. Raises NotFoundError."""
    situation = house.look()
    packs = house.curriculum.packs
    here = _here(situation)
    if area is None:
        rows = tuple(_area_row(situation, pack, here) for pack in packs)
        concepts = tuple(house.curriculum.concepts)
    else:
        pack = house.curriculum.pack(area)
        concepts = tuple(concept for unit in pack.units for concept in unit.concepts)
        rows = tuple(
            _row(situation, unit.title, "", unit.concepts, here=here is not None and here in unit.concepts)
            for unit in pack.units
        )
    title = "" if area is None else house.curriculum.pack(area).title
    return UnitMapView(
        area=title,
        areas=(
            ("All areas", "/map/units/", area is None),
            *((pack.title, f"/map/units/?area={pack.id}", pack.id == area) for pack in packs),
        ),
        headline=_headline(situation, concepts),
        rows=rows,
        covers=_covers(situation, frozenset(concepts)),
    )


def everything(house: House) -> FullMapView:
    """Return the whole graph; places are computed once per process."""
    situation = house.look()
    curriculum = house.curriculum
    spots = house.memo.once("spots", lambda: _spots(house))
    on_path = set(situation.goal.path)
    nodes = []
    for concept, area, x, y in spots:
        link = states.link(situation, concept)
        nodes.append(FullNode(link=link, area=area, x=x, y=y, on_path=concept in on_path, state=link.state))
    known = len(states.known(situation))
    return FullMapView(
        nodes=tuple(nodes),
        edges=house.memo.once("spot-edges", lambda: _edges(house)),
        width=max((x for _, _, x, _ in spots), default=0.0) + COLUMN_WIDTH,
        height=max((y for _, _, _, y in spots), default=0.0) + LAYER_HEIGHT,
        areas=tuple((pack.title, f"/map/units/?area={pack.id}") for pack in curriculum.packs),
        headline=f"{count(len(spots), 'concept')}, of which you know {known}. Upward is onward.",
    )


def _spots(house: House) -> tuple[tuple[ConceptId, str, float, float], ...]:
    curriculum = house.curriculum
    titles = {pack.id: pack.title for pack in curriculum.packs}
    drawn = overview(
        curriculum.graph,
        {concept.id: concept.pack for concept in curriculum.concepts.values()},
        tuple(titles),
    )
    top = max((spot.y for spot in drawn.spots), default=0)
    return tuple(
        (
            spot.id,
            titles[spot.group],
            round((spot.x + 0.5) * COLUMN_WIDTH, 1),
            round((top - spot.y + 1) * LAYER_HEIGHT, 1),
        )
        for spot in drawn.spots
    )


def _edges(house: House) -> tuple[tuple[int, int], ...]:
    place = {concept: index for index, concept in enumerate(house.curriculum.graph.order)}
    return tuple((place[low], place[high]) for low, high in house.curriculum.graph.edges())


def _here(situation: Situation) -> ConceptId | None:
    best = planning.recommend(situation).best
    if best is not None:
        return best.concept
    frontier = situation.curriculum.graph.frontier(states.known(situation))
    on_path = set(situation.goal.path)
    return next((concept for concept in frontier if concept in on_path), None)


def _area_row(situation: Situation, pack: Pack, here: ConceptId | None) -> UnitRow:
    concepts = tuple(concept for unit in pack.units for concept in unit.concepts)
    is_here = here is not None and situation.curriculum.concepts[here].pack == pack.id
    return _row(situation, pack.title, f"/map/units/?area={pack.id}", concepts, here=is_here)


def _row(
    situation: Situation, title: str, url: str, concepts: tuple[ConceptId, ...], *, here: bool
) -> UnitRow:
    return UnitRow(
        title=title,
        url=url,
        peaks=tuple(states.link(situation, concept) for concept in concepts),
        known=_known(situation, concepts),
        total=len(concepts),
        minutes_left=_minutes_left(situation, concepts),
        here=here,
    )


def _known(situation: Situation, concepts: tuple[ConceptId, ...]) -> int:
    return sum(situation.beliefs.of(concept).status.opens_dependants for concept in concepts)


def _minutes_left(situation: Situation, concepts: tuple[ConceptId, ...]) -> int:
    return sum(
        situation.curriculum.concepts[concept].minutes
        for concept in concepts
        if not situation.beliefs.of(concept).status.opens_dependants
    )


def _headline(situation: Situation, concepts: tuple[ConceptId, ...]) -> str:
    known = [c for c in concepts if situation.beliefs.of(c).status.opens_dependants]
    fading = sum(states.is_due(situation, situation.beliefs.of(concept)) for concept in known)
    of_which = f", of which {fading} {'is' if fading == 1 else 'are'} fading" if fading else ""
    left = _minutes_left(situation, concepts)
    rest = f" About {hours(left)} of lessons remain; reviews come on top." if left else ""
    return f"{count(len(concepts), 'concept')}. You know {len(known)}{of_which}.{rest}"


def _covers(situation: Situation, concepts: frozenset[ConceptId]) -> tuple[tuple[Html, int, int], ...]:
    """Return, for each external course these concepts bear on, its sessions known and in all."""
    known = states.known(situation)
    by_course: dict[str, list[frozenset[ConceptId]]] = situation.house.memo.once(
        "covers", lambda: _sessions(situation.house)
    )
    return tuple(
        (Html(title), sum(session <= known for session in sessions), len(sessions))
        for title, sessions in by_course.items()
        if any(session & concepts for session in sessions)
    )


def _sessions(house: House) -> dict[str, list[frozenset[ConceptId]]]:
    """Return for each course the concepts of each of its sessions that any concept covers."""
    covering: dict[str, set[ConceptId]] = {}
    for concept in house.curriculum.concepts.values():
        for item in concept.covered_by:
            covering.setdefault(item, set()).add(concept.id)
    found: dict[str, list[frozenset[ConceptId]]] = {}
    for course in house.curriculum.courses.values():
        sessions = [
            frozenset(covering[item.id])
            for item in course.items
            if item.kind in ("lecture", "chapter", "reading", "notes") and item.id in covering
        ]
        if sessions:
            found[course.title] = sessions
    return found
