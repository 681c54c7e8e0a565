"""Write the questions put before the learner."""

from collections.abc import Iterable

from django.db.models import F
from django.db.models.functions import Greatest

from upslope.core.ids import EventId, QuestionId
from upslope.store.models import QuestionRow
from upslope.store.queries.questions import Question


def add(question: Question) -> None:
    """Keep a question that is about to be shown."""
    row_of(question).save(force_insert=True)


def add_all(questions: Iterable[Question], *, batch: int = 1_000) -> int:
    """Keep many questions (an import, a benchmark) and return their number."""
    rows: list[QuestionRow] = []
    count = 0
    for question in questions:
        rows.append(row_of(question))
        count += 1
        if len(rows) == batch:
            QuestionRow.objects.bulk_create(rows)
            rows.clear()
    QuestionRow.objects.bulk_create(rows)
    return count


def show_hint(question: QuestionId, *, total: int) -> None:
    """Count one more hint as shown, up to `total`, while the question is open."""
    QuestionRow.objects.filter(id=question, answered_event="", hints_shown__lt=total).update(
        hints_shown=F("hints_shown") + 1
    )


def save_draft(question: QuestionId, *, draft: str, active_ms: int) -> None:
    """Keep what is typed so far, while the question is open; active time never shrinks."""
    QuestionRow.objects.filter(id=question, answered_event="").update(
        draft=draft, active_ms=Greatest(F("active_ms"), active_ms)
    )


def settle(question: QuestionId, event: EventId) -> None:
    """Close a question by the event that answered it."""
    QuestionRow.objects.filter(id=question).update(answered_event=event)


def row_of(question: Question) -> QuestionRow:
    """Return the unsaved row of a question."""
    return QuestionRow(
        id=question.id,
        learner_id=question.learner,
        concept=question.concept,
        point=question.point or "",
        template=question.template,
        template_version=question.template_version,
        level=question.level,
        seed=question.seed,
        fields_json=question.fields_json,
        statement_key=question.statement_key,
        answer_key=question.answer_key,
        mode=str(question.mode),
        hints_shown=question.hints_shown,
        draft=question.draft,
        active_ms=question.active_ms,
        opened_at=question.opened_at,
        answered_event=question.answered_event or "",
    )
