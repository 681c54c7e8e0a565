"""Hold the whole curriculum, and fetch lessons and templates when they are first asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import RLock
from typing import TypeVar

from upslope.core.errors import NotFoundError, Refusal
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
from upslope.curriculum.lesson import Lesson
from upslope.curriculum.lesson_page import Sources, render_lesson
from upslope.curriculum.model import (
    AssignmentPlan,
    Concept,
    Course,
    CourseItem,
    Pack,
    Paper,
    Point,
    Practice,
    Unit,
)
from upslope.curriculum.raw import OwnedTemplate
from upslope.graph import Graph
from upslope.problems.front_matter import TemplateFile
from upslope.problems.loaded import LoadedTemplate
from upslope.problems.loaded import load as load_template

Id = TypeVar("Id")
Value = TypeVar("Value")


@dataclass(frozen=True, eq=False)
class Curriculum:
    """Hold the curriculum as read: frozen facts, indexed by id. Build it with `load`.

    `concepts` stand in teaching order. `refused` names templates that cannot be read and practice that names
    no template: both are left out, so that a half-written template stops nobody. `version` changes with any
    file. All methods may be called from several threads.
    """

    packs: tuple[Pack, ...]
    units: tuple[Unit, ...]
    concepts: Mapping[ConceptId, Concept]
    courses: Mapping[CourseId, Course]
    papers: Mapping[PaperId, Paper]
    assignments: Mapping[AssignmentId, AssignmentPlan]
    items: Mapping[ItemId, CourseItem]
    graph: Graph
    refused: tuple[Refusal, ...]
    version: str
    owned: Mapping[TemplateId, OwnedTemplate]
    """Every template, retired ones too, with the concept it belongs to."""
    _lock: RLock = field(default_factory=RLock, repr=False)
    _loaded: dict[TemplateId, LoadedTemplate] = field(default_factory=dict, repr=False)
    _lessons: dict[ConceptId, Lesson] = field(default_factory=dict, repr=False)

    def concept(self, concept: ConceptId) -> Concept:
        """Return a concept. Raises NotFoundError."""
        return _one(self.concepts, concept, "concept")

    def pack(self, pack: PackId) -> Pack:
        """Return an area. Raises NotFoundError."""
        return _one({candidate.id: candidate for candidate in self.packs}, pack, "area")

    def unit(self, unit: UnitId) -> Unit:
        """Return a unit. Raises NotFoundError."""
        return _one({candidate.id: candidate for candidate in self.units}, unit, "unit")

    def point_of(self, concept: ConceptId, point: PointId) -> Point:
        """Return a point of a concept. Raises NotFoundError."""
        return _one({p.id: p for p in self.concept(concept).points}, point, f"point of {concept}")

    def templates_of(self, concept: ConceptId) -> tuple[TemplateFile, ...]:
        """Return the heads of a concept's templates, without retired ones."""
        self.concept(concept)
        return tuple(t.file for t in self.owned.values() if t.concept == concept and not t.retired)

    def concept_of_template(self, template: TemplateId) -> ConceptId:
        """Return the concept a template (retired or not) belongs to. Raises NotFoundError."""
        return _one(self.owned, template, "template").concept

    def template(self, template: TemplateId) -> LoadedTemplate:
        """Return a template ready to draw, retired ones for replay. Raises NotFoundError, ContentError."""
        owned = _one(self.owned, template, "template")
        shared = self.pack(self.concept(owned.concept).pack).shared
        return self._once(self._loaded, template, lambda: load_template(owned.file, shared))

    def lesson(self, concept: ConceptId) -> Lesson | None:
        """Return the rendered lesson; None where only facts are written. Raises ContentError."""
        facts = self.concept(concept)
        if not facts.has_lesson:
            return None
        sources = Sources(self.template, self.items)
        return self._once(self._lessons, concept, lambda: render_lesson(facts, sources))

    def course_items(self, concept: ConceptId) -> tuple[CourseItem, ...]:
        """Return the lectures, chapters and sets of external courses that cover a concept."""
        return tuple(self.items[item] for item in self.concept(concept).covered_by)

    def covered_by(self, item: ItemId) -> tuple[ConceptId, ...]:
        """Return the concepts that cover an item of an external course, in teaching order."""
        return tuple(concept.id for concept in self.concepts.values() if item in concept.covered_by)

    def needed_for(self, concept: ConceptId) -> tuple[Paper, ...]:
        """Return the papers that name a concept among what a reader needs, oldest first."""
        self.concept(concept)
        papers = (paper for paper in self.papers.values() if concept in paper.needs)
        return tuple(sorted(papers, key=lambda paper: (paper.year, paper.id)))

    def path_to_paper(self, paper: PaperId) -> tuple[ConceptId, ...]:
        """Return everything a paper rests on, in learnable order. Raises NotFoundError."""
        return self.graph.path(_one(self.papers, paper, "paper").needs)

    def practice_of(self, concept: ConceptId) -> tuple[Practice, ...]:
        """Return all practice of a concept, point after point."""
        return tuple(practice for point in self.concept(concept).points for practice in point.practice)

    def _once(self, cache: dict[Id, Value], key: Id, make: Callable[[], Value]) -> Value:
        with self._lock:
            if key not in cache:
                cache[key] = make()
            return cache[key]


def _one(index: Mapping[Id, Value], key: Id, noun: str) -> Value:
    if key not in index:
        raise NotFoundError(f"There is no {noun} {key}.")
    return index[key]
