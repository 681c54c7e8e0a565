"""Read the questions put before the learner."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from upslope.core.ids import ConceptId, EventId, LearnerId, PointId, QuestionId, TemplateId
from upslope.learner.events import Mode
from upslope.store.models import QuestionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Hold one variant put before a learner; `answered_event` is None while it is open."""

    id: QuestionId
    learner: LearnerId
    concept: ConceptId
    point: PointId | None
    template: TemplateId
    template_version: int
    level: int
    seed: int
    fields_json: str
    statement_key: str
    answer_key: str
    mode: Mode
    hints_shown: int
    draft: str
    active_ms: int
    opened_at: datetime
    answered_event: EventId | None


def by_id(learner: LearnerId, question: QuestionId) -> Question | None:
    """Return the learner's question of that id."""
    row = QuestionRow.objects.filter(learner=learner, id=question).first()
    return _question(row) if row else None


def open_for(learner: LearnerId, concept: ConceptId, *, point: PointId | None, mode: Mode) -> Question | None:
    """Return the question left open at this point in this mode, the latest if there are several."""
    row = (
        QuestionRow.objects.filter(
            learner=learner, concept=concept, point=point or "", mode=mode, answered_event=""
        )
        .order_by("-opened_at")
        .first()
    )
    return _question(row) if row else None


def recent(learner: LearnerId, concept: ConceptId, count: int) -> tuple[Question, ...]:
    """Return the latest questions of a concept, newest first."""
    rows = QuestionRow.objects.filter(learner=learner, concept=concept).order_by("-opened_at")[:count]
    return tuple(_question(row) for row in rows)


def _question(row: QuestionRow) -> Question:
    return Question(
        id=QuestionId(row.id),
        learner=LearnerId(row.learner_id),
        concept=ConceptId(row.concept),
        point=PointId(row.point) if row.point else None,
        template=TemplateId(row.template),
        template_version=row.template_version,
        level=row.level,
        seed=row.seed,
        fields_json=row.fields_json,
        statement_key=row.statement_key,
        answer_key=row.answer_key,
        mode=Mode(row.mode),
        hints_shown=row.hints_shown,
        draft=row.draft,
        active_ms=row.active_ms,
        opened_at=row.opened_at,
        answered_event=EventId(row.answered_event) if row.answered_event else None,
    )


def recent_of_template(learner: LearnerId, template: TemplateId, count: int) -> tuple[Question, ...]:
    """Return the latest questions of a template, newest first."""
    rows = QuestionRow.objects.filter(learner=learner, template=template).order_by("-opened_at")[:count]
    return tuple(_question(row) for row in rows)


def count_of(learner: LearnerId, template: TemplateId, level: int) -> int:
    """Return how many questions of a template and level were put before the learner."""
    return QuestionRow.objects.filter(learner=learner, template=template, level=level).count()


def everything(learner: LearnerId) -> Iterator[Question]:
    """Go through all questions in the order they were put: for exporting, never for a page."""
    rows = QuestionRow.objects.filter(learner=learner).order_by("opened_at", "id")
    return (_question(row) for row in rows.iterator(chunk_size=2_000))
