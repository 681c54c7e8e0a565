"""Hold the three maps: around the learner, by unit, everything."""

from dataclasses import dataclass

from upslope.core.ids import ConceptId
from upslope.services.views.common import ConceptLink, Html, PeakState


@dataclass(frozen=True, slots=True)
class MapNode:
    """Place one concept: layer 0 is the frontier, positive is onward, negative is behind; column from 0."""

    link: ConceptLink
    layer: int
    column: float
    recommended: bool
    on_path: bool
    share_done: float


@dataclass(frozen=True, slots=True)
class MapEdge:
    """Join a prerequisite (`low`) with what rests on it (`high`)."""

    low: ConceptId
    high: ConceptId
    on_path: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """Hold the frontier ± 2 steps."""

    headline: str
    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
    columns: int
    goal_title: str
    goal_url: str
    goal_left: int
    goal_anchor: ConceptId | None
    hidden_text: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """Hold one unit: a peak for each concept, what is known and what is left."""

    title: str
    url: str
    peaks: tuple[ConceptLink, ...]
    known: int
    total: int
    minutes_left: int
    here: bool


@dataclass(frozen=True, slots=True)
class UnitMapView:
    """Hold the overview of one area (or all areas) by unit."""

    area: str
    areas: tuple[tuple[str, str, bool], ...]
    headline: str
    rows: tuple[UnitRow, ...]
    covers: tuple[tuple[Html, int, int], ...]


@dataclass(frozen=True, slots=True)
class FullNode:
    """Place one concept on the full map, coordinates in drawing units."""

    link: ConceptLink
    area: str
    x: float
    y: float
    on_path: bool
    state: PeakState


@dataclass(frozen=True, slots=True)
class FullMapView:
    """Hold the whole graph with stored positions, and the equal list by area."""

    nodes: tuple[FullNode, ...]
    edges: tuple[tuple[int, int], ...]
    width: float
    height: float
    areas: tuple[tuple[str, str], ...]
    headline: str
