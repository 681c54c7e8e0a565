"""Hold the Progress and History screens."""

from dataclasses import dataclass

from upslope.services.views.common import ConceptLink, Html
from upslope.services.views.concept import AttemptRow


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Hold one bin: mean predicted recall, observed share with its 95 % Wilson interval, and the count."""

    predicted: float
    observed: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class AreaRow:
    """Hold one area's counts."""

    title: str
    url: str
    total: int
    mastered: int
    learned: int
    claimed: int
    learning: int
    mean_recall_percent: float | None


@dataclass(frozen=True, slots=True)
class ProgressView:
    """Hold what the learner knows and how sure that is."""

    mastered: int
    total: int
    above_target: int
    memories: int
    fading: tuple[ConceptLink, ...]
    fading_minutes: int
    answers: int
    right_percent: int | None
    undecided: int
    recall_target_percent: int
    recalls: tuple[tuple[Html, float], ...]
    calibration: tuple[CalibrationBin, ...]
    calibration_text: str
    areas: tuple[AreaRow, ...]
    days: tuple[tuple[str, int], ...]
    due_forecast: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """Hold one page of the log, newest first."""

    rows: tuple[AttemptRow, ...]
    page: int
    pages: int
    total: int
    concept: ConceptLink | None
