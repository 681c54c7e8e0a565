"""Name the kinds of identifier, so that a concept is never passed where a template is meant."""

from typing import NewType

PackId = NewType("PackId", str)
ConceptId = NewType("ConceptId", str)
PointId = NewType("PointId", str)
"""Unique within its concept only."""
TemplateId = NewType("TemplateId", str)
CourseId = NewType("CourseId", str)
UnitId = NewType("UnitId", str)
ItemId = NewType("ItemId", str)
"""A lecture, recitation, problem set, exam or chapter of an external course."""
PaperId = NewType("PaperId", str)
AssignmentId = NewType("AssignmentId", str)
LearnerId = NewType("LearnerId", str)
EventId = NewType("EventId", str)
QuestionId = NewType("QuestionId", str)
"""One variant put before one learner; unguessable."""
