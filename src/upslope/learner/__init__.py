"""What happened, what it is evidence of, and what is believed: events, memory, mastery."""

from upslope.learner.beliefs import (
    MODEL_VERSION,
    Beliefs,
    ConceptBelief,
    ConceptFacts,
    Parameters,
    PointBelief,
    PointFacts,
    Status,
    beliefs_from_json,
    beliefs_to_json,
)
from upslope.learner.due import Due, due_concepts, due_day_at, is_halted, recall_of
from upslope.learner.fold import Log, WholeLog, apply, fold, named_concepts

__all__ = [
    "MODEL_VERSION",
    "Beliefs",
    "ConceptBelief",
    "ConceptFacts",
    "Due",
    "Log",
    "Parameters",
    "PointBelief",
    "PointFacts",
    "Status",
    "WholeLog",
    "apply",
    "beliefs_from_json",
    "beliefs_to_json",
    "due_concepts",
    "due_day_at",
    "fold",
    "is_halted",
    "named_concepts",
    "recall_of",
]
