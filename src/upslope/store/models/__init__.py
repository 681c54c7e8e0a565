"""Hold the tables: one file a noun. Facts first (learner, events, questions), then what is derived."""

from upslope.store.models.answer import AnswerRow
from upslope.store.models.belief import ConceptBeliefRow
from upslope.store.models.day import DayRow
from upslope.store.models.event import EventRow
from upslope.store.models.learner import LearnerProfile
from upslope.store.models.question import QuestionRow

__all__ = ["AnswerRow", "ConceptBeliefRow", "DayRow", "EventRow", "LearnerProfile", "QuestionRow"]
