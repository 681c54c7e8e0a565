"""Read: each function returns values, never rows, in a bounded number of indexed steps."""

from upslope.store.queries import answers, beliefs, events, learners, questions

__all__ = ["answers", "beliefs", "events", "learners", "questions"]
