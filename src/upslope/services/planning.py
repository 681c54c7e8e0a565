"""Ask the planner, with what it may know."""

from datetime import date

from upslope.planner.activity import Activity, DayPlan, Recommendation
from upslope.planner.choice import day_plan, next_activity
from upslope.planner.facts import PlanningFacts, SessionSoFar
from upslope.planner.reasons import sentence
from upslope.services import facts
from upslope.services.house import Situation
from upslope.store import queries as read

MS_A_MINUTE = 60_000


def recommend(situation: Situation) -> Recommendation:
    """Return what to do next, and some others."""
    return next_activity(
        situation.beliefs,
        planning_facts(situation),
        today=situation.today,
        desired_retention=situation.profile.recall_target,
        session=session_so_far(situation),
    )


def plan_day(situation: Situation, minutes: float) -> DayPlan:
    """Return what fits into the next minutes, in order."""
    return day_plan(
        situation.beliefs,
        planning_facts(situation),
        today=situation.today,
        minutes=minutes,
        desired_retention=situation.profile.recall_target,
        session=session_so_far(situation),
    )


def planning_facts(situation: Situation) -> PlanningFacts:
    """Return the curriculum's facts for the learner's goal, made once per goal."""
    goal = situation.goal
    return situation.house.memo.once(
        ("planning", goal.key), lambda: facts.planning(situation.curriculum, goal)
    )


def session_so_far(situation: Situation) -> SessionSoFar:
    """Return today's work up to now."""
    learner = situation.house.learner
    today = read.answers.days(learner, situation.today, situation.today)
    return SessionSoFar(
        minutes=today[0].active_ms / MS_A_MINUTE if today else 0.0,
        review_minutes=today[0].review_ms / MS_A_MINUTE if today else 0.0,
        planned_minutes=float(planned_minutes(situation, situation.today)),
        last_concept=read.answers.last_concept(learner, situation.today),
    )


def planned_minutes(situation: Situation, day: date) -> int:
    """Return the minutes planned for a day: none on days off."""
    return situation.profile.minutes_a_day if day.weekday() in situation.profile.study_days else 0


def why(situation: Situation, activity: Activity) -> str:
    """Return the one sentence that says why an activity is offered now."""
    return sentence(activity.reason, today=situation.today)
