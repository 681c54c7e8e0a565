"""Erase a learner: the one way past the log's triggers, for "delete my data" and import by replacement."""

from django.db import connection, transaction

from upslope.core.ids import LearnerId
from upslope.store import triggers
from upslope.store.models import AnswerRow, ConceptBeliefRow, DayRow, EventRow, LearnerProfile, QuestionRow


def erase_learner(learner: LearnerId) -> None:
    """Delete every row of a learner, the profile included; all or nothing, the log sealed again at the end.

    Back up first: services do.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(triggers.DROP_NO_DELETE)
        for model in (AnswerRow, DayRow, ConceptBeliefRow, QuestionRow, EventRow):
            model.objects.filter(learner=learner).delete()
        LearnerProfile.objects.filter(id=learner).delete()
        cursor.execute(triggers.CREATE_NO_DELETE)
