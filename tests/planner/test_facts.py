"""Facts as the planner indexes them, and tonight so far."""

from datetime import date

from tests.planner.meadow import concept

from upslope.core.ids import ConceptId
from upslope.learner.statistics import DayWork
from upslope.planner import SessionSoFar, planning_facts, session_so_far


def test_distances_are_the_fewest_steps_to_any_goal() -> None:
    plans = [concept("a"), concept("b", "a"), concept("c", "b"), concept("d", "c", "a"), concept("e", "b")]
    facts = planning_facts(plans, goal=[ConceptId("d"), ConceptId("e")])
    assert {name: plan.distance for name, plan in facts.concepts.items()} == {
        "a": 1,
        "b": 1,
        "c": 1,
        "d": 0,
        "e": 0,
    }
    assert all(plan.on_path for plan in facts.concepts.values())


def test_a_goal_that_is_not_there_leaves_everything_off_the_path() -> None:
    facts = planning_facts([concept("a")], goal=[ConceptId("elsewhere")])
    assert not facts.concepts[ConceptId("a")].on_path


def test_without_a_goal_the_facts_stay_as_given() -> None:
    facts = planning_facts([concept("a", on_path=True, distance=7)])
    assert facts.concepts[ConceptId("a")].distance == 7


def test_titles_of_strangers_are_their_ids() -> None:
    facts = planning_facts([concept("a")])
    assert (facts.title(ConceptId("a")), facts.title(ConceptId("b"))) == ("A", "b")


def test_tonight_so_far() -> None:
    work = DayWork(date(2026, 5, 14), minutes=12.0, review_minutes=9.0, answers=8, right=6)
    assert session_so_far(work, planned_minutes=45, last_concept=ConceptId("a")) == SessionSoFar(
        12.0, 9.0, 45, ConceptId("a")
    )
    assert session_so_far(None) == SessionSoFar()
