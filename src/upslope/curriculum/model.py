"""Hold what packs say, frozen: concepts, the courses and papers around them, plans of assignments."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from upslope.core.ids import (
    AssignmentId,
    ConceptId,
    CourseId,
    ItemId,
    PackId,
    PaperId,
    PointId,
    TemplateId,
    UnitId,
)


class AnswerKind(StrEnum):
    """Name how a concept's problems are mostly answered (a fact for authors; each template decides)."""

    NUMBER = "number"
    EXPRESSION = "expression"
    EQUATION = "equation"
    VECTOR = "vector"
    MATRIX = "matrix"
    BASIS = "basis"
    SET = "set"
    INTERVAL = "interval"
    CHOICE = "choice"
    PROOF_STEPS = "proof-steps"
    CODE = "code"
    PLOT_READING = "plot-reading"


class ItemKind(StrEnum):
    """Name what an item of an external course is."""

    LECTURE = "lecture"
    CHAPTER = "chapter"
    RECITATION = "recitation"
    ASSIGNMENT = "assignment"
    EXAM = "exam"
    READING = "reading"
    PROJECT = "project"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Encompassing:
    """Say that practising the owner also practises `concept`, with `weight` in (0, 1]."""

    concept: ConceptId
    weight: float


@dataclass(frozen=True, slots=True)
class UseSite:
    """Name an exact place where deep learning uses a concept: section, equation or line, and the source."""

    where: str
    source: str


@dataclass(frozen=True, slots=True)
class Practice:
    """Name a template and the level (from 1) at which a point is practised with it."""

    template: TemplateId
    level: int


@dataclass(frozen=True, slots=True)
class Point:
    """Hold a knowledge point: one step of a lesson, what to repair when it fails, its practice in order."""

    id: PointId
    title: str
    key: tuple[ConceptId, ...]
    practice: tuple[Practice, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """Hold the facts of a concept, from the front matter of its `lesson.md`.

    `title`, `objective`, `note` and `used_in_deep_learning` are Markdown that may hold formulas between
    dollars. `short` names the concept where room is scarce; it is `title` where no shorter one is written.
    `position` counts all concepts in teaching order: areas, then units, then within the unit.
    `has_lesson` is False while only the facts are written.
    """

    id: ConceptId
    title: str
    short: str
    objective: str
    pack: PackId
    unit: UnitId
    prerequisites: tuple[ConceptId, ...]
    encompasses: tuple[Encompassing, ...]
    covered_by: tuple[ItemId, ...]
    confusable_with: tuple[ConceptId, ...]
    minutes: int
    answer_kind: AnswerKind
    optional: bool
    beyond_course: bool
    note: str
    used_in_deep_learning: str
    uses: tuple[UseSite, ...]
    points: tuple[Point, ...]
    problem_ideas: tuple[str, ...]
    common_errors: tuple[str, ...]
    has_lesson: bool
    path: Path
    position: int = field(default=0)

    @property
    def folder(self) -> Path:
        """Return the folder that holds lesson, templates and figures."""
        return self.path.parent

    @property
    def has_practice(self) -> bool:
        """Return whether some point can be practised."""
        return any(point.practice for point in self.points)


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold a stretch of an area: a title and its concepts in teaching order."""

    id: UnitId
    title: str
    pack: PackId
    concepts: tuple[ConceptId, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """Hold an area of the curriculum: one folder that ships.

    Concepts without prerequisites are allowed in a `foundation` pack only. An `example` pack is loaded only
    when it is named itself.
    """

    id: PackId
    title: str
    summary: str
    order: int
    foundation: bool
    example: bool
    units: tuple[Unit, ...]
    path: Path

    @property
    def shared(self) -> Path | None:
        """Return the helpers that this pack's templates share, if there are any."""
        path = self.path / "shared.py"
        return path if path.is_file() else None


@dataclass(frozen=True, slots=True)
class CourseItem:
    """Hold one lecture, recitation, problem set, exam or chapter of an external course.

    `covers` names the items an exam or problem set is about; `review` marks what repeats earlier items;
    `practice` marks exams for practice.
    """

    id: ItemId
    course: CourseId
    unit: UnitId
    kind: ItemKind
    number: str
    title: str
    url: str
    optional: bool
    review: bool
    practice: bool
    practice_exams: str
    about: str
    reading: str
    note: str
    lecture_video: tuple[str, ...]
    covers: tuple[ItemId, ...]
    minutes: int | None
    video_minutes: int | None
    week: int | None
    session: int | None


@dataclass(frozen=True, slots=True)
class CourseUnit:
    """Hold a unit, week or chapter of an external course with its items in order."""

    id: UnitId
    title: str
    url: str
    optional: bool
    part: str
    week: int | None
    note: str
    items: tuple[CourseItem, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Hold facts about an external course; nothing of its own texts."""

    id: CourseId
    title: str
    number: str
    instructor: str
    provider: str
    url: str
    licence: str
    expected_weeks: float
    units: tuple[CourseUnit, ...]
    expected_weeks_note: str
    expected_hours_provider: int | None
    lecture_video_source: str
    successor_url: str
    exercise_language: str
    textbook: str
    path: Path

    @property
    def items(self) -> tuple[CourseItem, ...]:
        """Return all items in the course's order."""
        return tuple(item for unit in self.units for item in unit.items)


@dataclass(frozen=True, slots=True)
class Experiment:
    """Hold a small experiment that can support or refute a paper's claim."""

    what: str
    data: str
    supports_if: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Paper:
    """Hold a paper: what a reader needs first, what it claims, and how to try the claim."""

    id: PaperId
    title: str
    authors: str
    year: int
    venue: str
    doi: str
    arxiv: str
    needs: tuple[ConceptId, ...]
    claim: str
    experiment: Experiment
    path: Path

    @property
    def url(self) -> str:
        """Return the paper's permanent address, or "" where none is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else ""


@dataclass(frozen=True, slots=True)
class AssignmentPlan:
    """Hold the plan of a programming assignment: what is written, on which data, and what is tested."""

    id: AssignmentId
    title: str
    framework: str
    minutes: int
    runtime_seconds_2_cores: int
    dataset: str
    concepts: tuple[ConceptId, ...]
    functions: tuple[str, ...]
    visible_tests: tuple[str, ...]
    hidden_tests: tuple[str, ...]
    path: Path
