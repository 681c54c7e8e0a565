"""Hold what several screens share."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from upslope.core.ids import ConceptId

Html = NewType("Html", str)
"""Markup that is safe to put in a page: rendered by the curriculum or built by the SVG drawings."""


class PeakState(StrEnum):
    """Name what the learner sees of a concept: a peak, filled by its state; always with a word."""

    LOCKED = "locked"
    READY = "ready"
    LEARNING = "learning"
    LEARNED = "cond"
    CLAIMED = "claimed"
    MASTERED = "mastered"
    FADING = "due"


@dataclass(frozen=True, slots=True)
class ConceptLink:
    """Name a concept with its state in words ("mastered", "needs 2", "fading, recall 84 %").

    `short` is plain text, formulas in Unicode, for where markup or room is missing.
    """

    id: ConceptId
    title: Html
    short: str
    state: PeakState
    state_text: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """Hold one activity: what, how long, and why now in one sentence.

    `key` is what POST /activities/start takes; `done_text` is set for finished ones:
    "Done at 20:47: 3 of 3 right".
    """

    key: str
    concept: ConceptId
    title: Html
    kind: str
    minutes: int
    why: str
    recommended: bool = False
    done_text: str = ""


@dataclass(frozen=True, slots=True)
class Ridge:
    """Hold the climb to the goal: how many of the required concepts are known, and where areas begin.

    `marks` pairs each area's title with the share (0 … 1) of the path at which it begins.
    """

    goal_title: str
    goal_url: str
    known: int
    claimed: int
    required: int
    seed: int
    marks: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Hold a toast: one sentence and, where it can be undone, the event to retract."""

    text: str
    undo_event: str = ""
