"""Hold what rules look at: everything read, and each lesson parsed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from upslope.core.errors import Refusal
from upslope.core.ids import ConceptId
from upslope.curriculum.curriculum import Curriculum
from upslope.curriculum.lesson import LessonText
from upslope.curriculum.model import Concept
from upslope.curriculum.raw import OwnedTemplate, Raw
from upslope.problems.front_matter import TemplateFile


@dataclass(frozen=True, slots=True)
class Material:
    """Hold usable packs: the facts as written, the curriculum put together, the lessons parsed.

    `lessons` and `drawn` hold only what this check was asked to look at.
    """

    raw: Raw
    curriculum: Curriculum
    lessons: Mapping[ConceptId, LessonText]
    drawn: tuple[TemplateFile, ...]

    def taught(self) -> Iterable[tuple[Concept, LessonText]]:
        """Return the concepts that have a lesson, as written, with it."""
        return ((c, self.lessons[c.id]) for c in self.raw.concepts if c.id in self.lessons)

    def templates_of(self, concept: ConceptId) -> tuple[OwnedTemplate, ...]:
        """Return a concept's templates, without retired ones."""
        return tuple(t for t in self.raw.templates if t.concept == concept and not t.retired)


Rule = Callable[[Material], Iterable[Refusal]]
"""Look at the material and yield refusals (or notes), all of one stable rule name."""
