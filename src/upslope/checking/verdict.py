"""Say what the checker found."""

from dataclasses import dataclass, field
from enum import StrEnum

CHECKER_VERSION = 1
"""Raised whenever a change could turn a stored verdict into another one."""


class Outcome(StrEnum):
    """Name the five outcomes; unreadable and undecided are never scored."""

    CORRECT = "correct"
    PARTIAL = "partial"
    WRONG = "wrong"
    UNREADABLE = "unreadable"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Span:
    """Mark characters [start, end) of what the learner typed, counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartVerdict:
    """Hold the verdict of one named part of an answer in parts, or of one statement among facts."""

    name: str
    verdict: "Verdict"


@dataclass(frozen=True, slots=True)
class Verdict:
    """State outcome and grounds of one check.

    `score` is in [0, 1]; `form_ok` is False where the value is right and the form asked for is not;
    `read_as` is LaTeX of what was understood; `span` the first offending place of an unreadable response;
    `slip` the name of the declared mistake that gives this response; `witness` LaTeX of a check with the
    learner's own numbers that shows why it is wrong; `method` how it was decided; `message` one sentence
    (Markdown with $LaTeX$) for the learner; `suggestion` a readable response one keystroke away, or "".
    """

    outcome: Outcome
    form_ok: bool = True
    score: float = 0.0
    parts: tuple[PartVerdict, ...] = ()
    read_as: str = ""
    span: Span | None = None
    slip: str = ""
    witness: str = ""
    method: str = ""
    message: str = ""
    suggestion: str = field(default="")
