"""Hand the curriculum's facts down as plain values: siblings of the curriculum do not see it."""

from collections.abc import Mapping
from hashlib import blake2b

from upslope.core.ids import ConceptId
from upslope.curriculum import Concept, Curriculum, Point, markup
from upslope.learner.beliefs import BELIEF_JSON_VERSION, MODEL_VERSION, ConceptFacts, PointFacts
from upslope.planner.facts import ConceptPlanning, PlanningFacts, PointPlanning, planning_facts
from upslope.services.goals import Goal

Facts = Mapping[ConceptId, ConceptFacts]

ROW = 2
"""Right answers in a row that pass a point (memory-and-scheduling: the mastery criterion)."""
LONG_ROW = 3
"""The same for a concept's last point, and where an answer can be guessed."""
REVIEW_SHARE = 0.15
"""A review takes about this share of its lesson's minutes, until measured times say otherwise."""
SHORTEST_REVIEW_MINUTES = 2.0


def learner_facts(curriculum: Curriculum) -> Facts:
    """Return what the fold must know of each concept: its points with practice, and what passes each."""
    return {
        concept.id: ConceptFacts(
            concept.id, _point_facts(curriculum, concept), has_practice=concept.has_practice
        )
        for concept in curriculum.concepts.values()
    }


def basis(facts: Facts) -> str:
    """Name model version and facts in a few characters; beliefs made under another basis are rebuilt."""
    digest = blake2b(digest_size=8)
    for concept in sorted(facts):
        digest.update(repr(facts[concept]).encode())
    return f"{MODEL_VERSION}.{BELIEF_JSON_VERSION}:{digest.hexdigest()}"


def planning(curriculum: Curriculum, goal: Goal) -> PlanningFacts:
    """Return what the planner must know of each concept, with its place on the way to the goal."""
    concepts = (curriculum.concepts[concept] for concept in curriculum.graph.order)
    return planning_facts(
        (
            ConceptPlanning(
                concept=concept.id,
                title=markup.plain(concept.title),
                prerequisites=concept.prerequisites,
                minutes=float(concept.minutes),
                review_minutes=review_minutes(concept),
                has_lesson=concept.has_lesson,
                has_practice=concept.has_practice,
                points=tuple(
                    PointPlanning(point.id, point.key) for point in concept.points if point.practice
                ),
                confusable_with=concept.confusable_with,
                group=concept.pack,
                optional=concept.optional,
            )
            for concept in concepts
        ),
        goal=frozenset(goal.targets),
    )


def review_minutes(concept: Concept) -> float:
    """Return the expected minutes of a review."""
    return max(SHORTEST_REVIEW_MINUTES, round(concept.minutes * REVIEW_SHARE))


def _point_facts(curriculum: Curriculum, concept: Concept) -> tuple[PointFacts, ...]:
    practised = [point for point in concept.points if point.practice]
    return tuple(
        PointFacts(
            point.id,
            LONG_ROW if point is practised[-1] or _guessable(curriculum, concept, point) else ROW,
        )
        for point in practised
    )


def _guessable(curriculum: Curriculum, concept: Concept, point: Point) -> bool:
    """Say whether a point is practised by choosing only: a row of two would be passed by luck too often."""
    files = {file.id: file for file in curriculum.templates_of(concept.id)}
    used = [files[practice.template] for practice in point.practice if practice.template in files]
    return bool(used) and all(file.conceptual for file in used)
