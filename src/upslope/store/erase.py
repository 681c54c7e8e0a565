"""Erase a learner's data: the one way past the log's triggers, for "delete my data" and for imports."""

from django.db import connection

from upslope.core.ids import LearnerId
from upslope.store import triggers
from upslope.store.models import AnswerRow, ConceptBeliefRow, DayRow, EventRow, LearnerProfile, QuestionRow
from upslope.store.transactions import writing


def erase_rows(learner: LearnerId) -> None:
    """Delete everything of a learner but the profile; all or nothing, the log sealed again at the end.

    Back up first: services do.
    """
    with writing(), connection.cursor() as cursor:
        cursor.execute(triggers.DROP_NO_DELETE)
        for model in (AnswerRow, DayRow, ConceptBeliefRow, QuestionRow, EventRow):
            model.objects.filter(learner=learner).delete()
        cursor.execute(triggers.CREATE_NO_DELETE)


def erase_learner(learner: LearnerId) -> None:
    """Delete a learner and everything of theirs."""
    with writing():
        erase_rows(learner)
        LearnerProfile.objects.filter(id=learner).delete()
