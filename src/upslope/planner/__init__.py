"""What to do next, what to do tonight, and which question to ask."""

from upslope.planner.activity import (
    Activity,
    ActivityKind,
    DayPlan,
    Reason,
    ReasonCode,
    Recommendation,
)
from upslope.planner.choice import day_plan, next_activity
from upslope.planner.facts import (
    ConceptPlanning,
    PlanningFacts,
    PointPlanning,
    SessionSoFar,
    planning_facts,
    session_so_far,
)
from upslope.planner.practice import PracticeOption, Used, next_practice, review_practice
from upslope.planner.reasons import sentence

__all__ = [
    "Activity",
    "ActivityKind",
    "ConceptPlanning",
    "DayPlan",
    "PlanningFacts",
    "PointPlanning",
    "PracticeOption",
    "Reason",
    "ReasonCode",
    "Recommendation",
    "SessionSoFar",
    "Used",
    "day_plan",
    "next_activity",
    "next_practice",
    "planning_facts",
    "review_practice",
    "sentence",
    "session_so_far",
]
