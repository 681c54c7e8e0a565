"""Hold a lesson: as written, in sections, and as shown, in HTML."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from markdown_it.token import Token

from upslope.core.errors import Refusal
from upslope.core.ids import ConceptId, PointId
from upslope.curriculum.safe import Html


class SectionKind(StrEnum):
    """Name the sections a lesson may have, by their headings."""

    WHY = "Why"
    POINT = "Point"
    SUMMARY = "Summary"
    TRAPS = "Traps"
    IN_DEEP_LEARNING = "In deep learning"


@dataclass(frozen=True, slots=True)
class Section:
    """Hold one section: its kind, the point it teaches (or ""), the heading's line, the parsed body.

    `text` is the Markdown between this heading and the next.
    """

    kind: SectionKind
    point: PointId
    line: int
    tokens: tuple[Token, ...]
    text: str


@dataclass(frozen=True, slots=True)
class LessonText:
    """Hold a lesson as written; `refusals` name headings that are unknown, doubled or misplaced."""

    path: Path
    body: str
    body_line: int
    sections: tuple[Section, ...]
    refusals: tuple[Refusal, ...]

    def of(self, kind: SectionKind) -> tuple[Section, ...]:
        """Return the sections of one kind, in order."""
        return tuple(section for section in self.sections if section.kind == kind)


@dataclass(frozen=True, slots=True)
class LessonPoint:
    """Hold the text of one knowledge point."""

    point: PointId
    html: Html


@dataclass(frozen=True, slots=True)
class Lesson:
    """Hold a lesson ready to show. Sections that are not written are empty.

    `summary_lines` are the lines of the summary as Markdown: what the learner should be able to say.
    """

    concept: ConceptId
    objective: Html
    why: Html
    points: tuple[LessonPoint, ...]
    summary: Html
    summary_lines: tuple[str, ...]
    traps: Html
    in_deep_learning: Html
