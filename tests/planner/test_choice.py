"""What is offered next, rule by rule."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.planner.meadow import (
    TODAY,
    beliefs_of,
    concept,
    learning,
    mastered,
    placed,
    synthetic,
)

from upslope.core.ids import ConceptId, PointId
from upslope.learner.beliefs import Beliefs, ConceptBelief, PointBelief, Status
from upslope.planner import (
    Activity,
    ActivityKind,
    PointPlanning,
    ReasonCode,
    Recommendation,
    SessionSoFar,
    day_plan,
    next_activity,
    planning_facts,
)

P1, P2 = PointId("p1"), PointId("p2")
BASE = planning_facts([concept("alpha"), concept("beta", "alpha"), concept("gamma", "beta")])


def offered(found: Recommendation) -> list[str]:
    assert found.best is not None
    return [found.best.concept, *(activity.concept for activity in found.others)]


def best(found: Recommendation) -> Activity:
    assert found.best is not None
    return found.best


def halted(halts: int = 1, *, ago: int = 0, sequence: int = 50) -> PointBelief:
    day = TODAY - timedelta(days=ago)
    return PointBelief(P1, tries=5, halted=True, halts=halts, halted_day=day, halted_sequence=sequence)


def test_a_new_learner_begins_at_the_beginning() -> None:
    found = next_activity(Beliefs(), BASE, today=TODAY)
    first = best(found)
    assert (first.kind, first.concept, first.point, first.steps) == (ActivityKind.LESSON, "alpha", P1, 2)
    assert first.minutes == 20.0
    assert first.reason.code is ReasonCode.NEXT
    assert (first.reason.known, first.reason.opens, first.reason.on_path) == (0, 1, True)
    assert found.others == (), "the others are not ready"
    assert (found.due_count, found.due_minutes) == (0, 0)


@pytest.mark.parametrize("status", [Status.LEARNED, Status.PLACED, Status.MASTERED])
def test_learned_placed_and_mastered_open_what_builds_on_them(status: Status) -> None:
    known = replace(mastered("alpha", last=0), status=status, last_day=TODAY)
    assert offered(next_activity(beliefs_of(known), BASE, today=TODAY)) == ["beta"]


def test_learning_opens_nothing() -> None:
    begun = learning("alpha", PointBelief(P1, tries=1))
    found = next_activity(beliefs_of(begun), BASE, today=TODAY)
    assert offered(found) == ["alpha"]
    assert best(found).reason.code is ReasonCode.CONTINUE


def test_a_claim_that_a_question_refuted_says_so() -> None:
    refuted = learning("alpha")
    found = next_activity(beliefs_of(refuted), BASE, today=TODAY)
    assert best(found).reason.code is ReasonCode.GAP_FOUND


def test_what_was_begun_is_finished_before_a_shorter_new_lesson() -> None:
    facts = planning_facts([concept("short", points=1), concept("long", points=3)])
    begun = learning("long", PointBelief(P1, tries=2))
    assert offered(next_activity(beliefs_of(begun), facts, today=TODAY)) == ["long", "short"]


def test_the_weakest_due_review_comes_before_lessons() -> None:
    facts = planning_facts([concept("alpha"), concept("beta"), concept("delta")])
    beliefs = beliefs_of(mastered("alpha", last=40), mastered("beta", last=80))
    found = next_activity(beliefs, facts, today=TODAY)
    assert offered(found) == ["beta", "alpha", "delta"]
    assert (found.due_count, found.due_minutes) == (2, 6.0)
    reason = best(found).reason
    assert reason.code is ReasonCode.RECALL
    assert reason.recall < reason.target == 0.9


def test_a_lesson_begun_comes_before_a_new_one() -> None:
    facts = planning_facts([concept("alpha"), concept("beta")])
    begun = learning("beta", PointBelief(P1, row=2, tries=2, passed=True), PointBelief(P2, needed=3))
    first = best(next_activity(beliefs_of(begun), facts, today=TODAY))
    assert (first.concept, first.point, first.steps, first.minutes) == ("beta", P2, 1, 10.0)
    assert (first.reason.steps_done, first.reason.steps) == (1, 2)


def test_the_path_to_the_goal_comes_before_what_lies_beside_it() -> None:
    plans = [concept("beside"), concept("start"), concept("goal", "start")]
    facts = planning_facts(plans, goal=[ConceptId("goal")])
    assert [facts.concepts[ConceptId(n)].distance for n in ("beside", "start", "goal")] == [None, 1, 0]
    assert offered(next_activity(Beliefs(), facts, today=TODAY)) == ["start", "beside"]
    known = beliefs_of(mastered("start", last=0))
    goal = best(next_activity(known, facts, today=TODAY))
    assert (goal.concept, goal.reason.is_goal) == ("goal", True)


def test_what_opens_more_comes_first() -> None:
    facts = planning_facts([concept("few"), concept("many"), concept("x", "many"), concept("y", "many")])
    found = next_activity(Beliefs(), facts, today=TODAY)
    assert offered(found) == ["many", "few"]
    assert best(found).reason.opens == 2


def test_optional_concepts_beside_the_path_come_last() -> None:
    facts = planning_facts([concept("extra", optional=True, on_path=False), concept("plain", on_path=False)])
    assert offered(next_activity(Beliefs(), facts, today=TODAY)) == ["plain", "extra"]


def test_a_concept_without_lesson_is_never_offered() -> None:
    facts = planning_facts([concept("alpha", has_lesson=False), concept("beta")])
    assert offered(next_activity(Beliefs(), facts, today=TODAY)) == ["beta"]


def test_what_builds_on_a_gap_is_offered_only_when_nothing_else_is_ready() -> None:
    plans = [concept("gap", has_lesson=False), concept("beyond", "gap"), concept("ready")]
    assert offered(next_activity(Beliefs(), planning_facts(plans), today=TODAY)) == ["ready"]
    found = next_activity(Beliefs(), planning_facts(plans[:2]), today=TODAY)
    assert best(found).concept == "beyond"
    assert best(found).reason.code is ReasonCode.BEYOND_GAP
    assert best(found).reason.names == ("Gap",)


def test_without_practice_nothing_can_be_done() -> None:
    facts = planning_facts([concept("alpha", has_practice=False)])
    assert next_activity(Beliefs(), facts, today=TODAY).best is None
    due = next_activity(beliefs_of(mastered("alpha", last=300)), facts, today=TODAY)
    assert (due.best, due.due_count) == (None, 0)


@pytest.mark.parametrize(
    "away", [{"hidden": True}, {"snoozed_until": TODAY}, {"snoozed_until": TODAY + timedelta(days=9)}]
)
def test_snoozed_and_hidden_concepts_are_left_out(away: dict[str, object]) -> None:
    facts = planning_facts([concept("alpha"), concept("beta")])
    due = mastered("alpha", last=200, **away)
    assert offered(next_activity(beliefs_of(due), facts, today=TODAY)) == ["beta"]
    new = ConceptBelief(ConceptId("alpha"), **away)  # type: ignore[arg-type]
    assert offered(next_activity(beliefs_of(new), facts, today=TODAY)) == ["beta"]


def test_a_snooze_that_ended_yesterday_is_over() -> None:
    facts = planning_facts([concept("alpha"), concept("beta")])
    due = mastered("alpha", last=200, snoozed_until=TODAY - timedelta(days=1))
    assert offered(next_activity(beliefs_of(due), facts, today=TODAY))[0] == "alpha"


def test_a_halted_point_is_not_offered_again_the_same_day() -> None:
    facts = planning_facts([concept("alpha"), concept("beta")])
    beliefs = beliefs_of(learning("alpha", halted()))
    assert offered(next_activity(beliefs, facts, today=TODAY)) == ["beta"]
    tomorrow = next_activity(beliefs, facts, today=TODAY + timedelta(days=1))
    assert offered(tomorrow)[0] == "alpha"


def test_a_second_halt_sends_to_the_points_own_key_prerequisites() -> None:
    key = (PointPlanning(P1, key=(ConceptId("key"),)), PointPlanning(P2))
    plans = [concept("other"), concept("key"), concept("top", "other", "key", points=2)]
    facts = planning_facts([*plans[:2], replace(plans[2], points=key)])
    known = [mastered("other", last=0), mastered("key", last=0)]
    stuck = learning("top", halted(2, ago=1))
    found = next_activity(beliefs_of(*known, stuck), facts, today=TODAY)
    assert best(found).concept == "key"
    assert best(found).kind is ActivityKind.REVIEW
    assert best(found).reason.code is ReasonCode.REPAIR
    assert best(found).reason.names == ("Top",)
    assert "top" not in offered(found), "first what it rests on"
    repaired = [known[0], replace(known[1], last_sequence=51)]
    assert offered(next_activity(beliefs_of(*repaired, stuck), facts, today=TODAY)) == ["top"]


def test_an_unknown_key_prerequisite_is_taught() -> None:
    key = (PointPlanning(P1, key=(ConceptId("key"),)),)
    facts = planning_facts([concept("key"), replace(concept("top"), points=key)])
    found = next_activity(beliefs_of(learning("top", halted(2))), facts, today=TODAY)
    assert (best(found).concept, best(found).kind) == ("key", ActivityKind.LESSON)


def test_a_second_halt_without_anything_to_repair_waits_for_the_next_day() -> None:
    facts = planning_facts([concept("alpha")])
    beliefs = beliefs_of(learning("alpha", halted(2)))
    assert next_activity(beliefs, facts, today=TODAY).best is None
    assert offered(next_activity(beliefs, facts, today=TODAY + timedelta(days=1))) == ["alpha"]


def test_the_same_concept_is_not_reviewed_twice_in_a_row_if_another_is_due() -> None:
    facts = planning_facts([concept("alpha"), concept("beta")])
    beliefs = beliefs_of(mastered("alpha", last=300), mastered("beta", last=40))
    assert best(next_activity(beliefs, facts, today=TODAY)).concept == "alpha"
    after = SessionSoFar(3.0, 3.0, 30.0, ConceptId("alpha"))
    assert best(next_activity(beliefs, facts, today=TODAY, session=after)).concept == "beta"
    alone = beliefs_of(mastered("alpha", last=300), mastered("beta", last=0))
    assert best(next_activity(alone, facts, today=TODAY, session=after)).concept == "alpha"


def test_reviews_of_one_group_are_interleaved_with_others() -> None:
    plans = [concept("a-one"), concept("a-two"), concept("b-one")]
    beliefs = beliefs_of(mastered("a-one", last=0), mastered("a-two", last=300), mastered("b-one", last=31))
    after = SessionSoFar(3.0, 3.0, 30.0, ConceptId("a-one"))
    found = next_activity(beliefs, planning_facts(plans), today=TODAY, session=after)
    assert best(found).concept == "b-one"


def test_where_one_group_alone_is_due_its_reviews_still_come_before_lessons() -> None:
    plans = [concept("a-one"), concept("a-two"), concept("a-three"), concept("b-new")]
    beliefs = beliefs_of(mastered("a-one", last=0), mastered("a-two", last=60), mastered("a-three", last=50))
    after = SessionSoFar(3.0, 3.0, 30.0, ConceptId("a-one"))
    found = next_activity(beliefs, planning_facts(plans), today=TODAY, session=after)
    assert offered(found) == ["a-two", "a-three", "b-new"]


def test_on_a_day_off_reviews_come_first_all_the_same() -> None:
    facts = planning_facts([concept("alpha"), concept("beta")])
    session = SessionSoFar(planned_minutes=0.0)
    found = next_activity(beliefs_of(mastered("alpha", last=60)), facts, today=TODAY, session=session)
    assert offered(found) == ["alpha", "beta"]


def test_reviews_take_at_most_seven_tenths_of_a_session() -> None:
    facts = planning_facts([concept("new"), *(concept(f"k{n}", group=f"g{n}") for n in range(20))])
    beliefs = beliefs_of(*(mastered(f"k{n}", last=50 + n) for n in range(20)))

    def kind(reviewed: float) -> ActivityKind:
        session = SessionSoFar(reviewed, reviewed, planned_minutes=30.0)
        return best(next_activity(beliefs, facts, today=TODAY, session=session)).kind

    assert kind(18.0) is ActivityKind.REVIEW
    assert kind(19.0) is ActivityKind.LESSON
    without = next_activity(
        beliefs,
        planning_facts([concept(f"k{n}") for n in range(20)]),
        today=TODAY,
        session=SessionSoFar(30.0, 30.0, 30.0),
    )
    assert best(without).kind is ActivityKind.REVIEW, "where no lesson is ready, reviews go on"


@pytest.mark.parametrize("declared_by", ["rows", "columns"])
def test_confusable_concepts_are_not_introduced_together(declared_by: str) -> None:
    other = {"rows": "columns", "columns": "rows"}
    plans = [
        concept(name, confusable_with=(ConceptId(other[name]),) if name == declared_by else ())
        for name in ("rows", "columns")
    ]
    facts = planning_facts(plans)
    fresh = learning("rows", introduced_day=TODAY)
    assert offered(next_activity(beliefs_of(fresh), facts, today=TODAY)) == ["rows"]
    two_days_on = next_activity(beliefs_of(fresh), facts, today=TODAY + timedelta(days=2))
    assert offered(two_days_on) == ["rows"]
    three_days_on = next_activity(beliefs_of(fresh), facts, today=TODAY + timedelta(days=3))
    assert set(offered(three_days_on)) == {"rows", "columns"}
    settled = replace(mastered("rows", last=0), introduced_day=TODAY - timedelta(days=1))
    assert offered(next_activity(beliefs_of(settled), facts, today=TODAY)) == ["columns"]


def test_placed_concepts_are_checked_a_few_a_day_before_the_lessons_that_need_them() -> None:
    plans = [concept("far"), *(concept(f"near{n}") for n in range(4)), concept("next", "near2")]
    facts = planning_facts(plans)
    answered = {"introduced_day": TODAY - timedelta(days=2), "last_day": TODAY - timedelta(days=2)}
    beliefs = [placed("far", **answered), *(placed(f"near{n}") for n in range(4))]
    found = next_activity(beliefs_of(*beliefs), facts, today=TODAY)
    assert (best(found).concept, best(found).reason.code) == ("near2", ReasonCode.CHECK)
    assert [name for name in offered(found) if name != "next"] == ["near2", "far"]
    evening = day_plan(beliefs_of(*beliefs), facts, today=TODAY, minutes=60).activities
    assert [activity.concept for activity in evening] == ["near2", "far", "next"]
    asked = [replace(beliefs[0], last_day=TODAY), *beliefs[1:]]
    left = offered(next_activity(beliefs_of(*asked), facts, today=TODAY))
    assert left == ["near2", "next"], "one of today's two is done"
    asked = [replace(belief, last_day=TODAY) for belief in beliefs[:2]]
    found = next_activity(beliefs_of(*asked, *beliefs[2:]), facts, today=TODAY)
    assert offered(found) == ["next"], "two checks a day are enough"


def test_on_the_first_day_a_newcomer_learns_and_is_not_examined() -> None:
    facts = planning_facts([concept("school"), concept("next", "school")])
    found = next_activity(beliefs_of(placed("school")), facts, today=TODAY)
    assert offered(found) == ["next"]
    without_lesson = planning_facts([concept("school")])
    found = next_activity(beliefs_of(placed("school")), without_lesson, today=TODAY)
    assert best(found).reason.code is ReasonCode.CHECK, (
        "where there is nothing to begin, claims may be checked"
    )


def test_a_placed_concept_is_never_due() -> None:
    found = next_activity(beliefs_of(placed("alpha")), BASE, today=TODAY)
    assert found.due_count == 0


def test_the_first_review_and_misses_say_so() -> None:
    facts = planning_facts([concept("alpha"), concept("beta", "alpha")])
    learned = replace(mastered("beta", last=3, stability=2.3), status=Status.LEARNED)
    assert reason_of(learned, facts) is ReasonCode.FIRST_REVIEW
    missed = mastered("beta", last=1, misses=1, missed_day=TODAY - timedelta(days=1))
    assert reason_of(missed, facts) is ReasonCode.MISSED
    again = replace(missed, misses=2)
    found = best(next_activity(beliefs_of(mastered("alpha", last=0), again), facts, today=TODAY))
    assert (found.reason.code, found.reason.names) == (ReasonCode.MISSED_AGAIN, ("Alpha",))


def reason_of(belief: ConceptBelief, facts: object) -> ReasonCode:
    beliefs = beliefs_of(mastered("alpha", last=0), belief)
    return best(next_activity(beliefs, facts, today=TODAY)).reason.code  # type: ignore[arg-type]


def test_a_higher_target_makes_more_due() -> None:
    beliefs = beliefs_of(mastered("alpha", last=20))
    assert next_activity(beliefs, BASE, today=TODAY).due_count == 0
    assert next_activity(beliefs, BASE, today=TODAY, desired_retention=0.95).due_count == 1


def test_others_are_different_concepts_and_hold_lessons_too() -> None:
    facts, beliefs = synthetic()
    found = next_activity(beliefs, facts, today=TODAY)
    names = offered(found)
    assert 4 <= len(names) <= 6
    assert len(set(names)) == len(names)
    assert {activity.kind for activity in found.others} == {ActivityKind.LESSON, ActivityKind.REVIEW}
    groups = [facts.concepts[name].group for name in map(ConceptId, names)]
    assert len(set(groups)) >= 4


def test_equal_arguments_give_equal_recommendations() -> None:
    facts, beliefs = synthetic()
    backwards = Beliefs(dict(reversed(beliefs.concepts.items())))
    assert next_activity(beliefs, facts, today=TODAY) == next_activity(backwards, facts, today=TODAY)
    assert day_plan(beliefs, facts, today=TODAY, minutes=45) == day_plan(
        backwards, facts, today=TODAY, minutes=45
    )


def test_choosing_among_560_concepts_is_quick() -> None:
    facts, beliefs = synthetic(560)
    times = []
    for _ in range(5):
        start = perf_counter()
        next_activity(beliefs, facts, today=TODAY)
        times.append(perf_counter() - start)
    assert min(times) < 0.5  # 50 ms on an idle machine; tests share theirs


def rotating(lessons: int, reviews: int) -> tuple[object, Beliefs]:
    plans = [
        *(concept(f"n{n}", group=f"new {n}") for n in range(lessons)),
        *(concept(f"k{n}", group=f"known {n}") for n in range(reviews)),
    ]
    return planning_facts(plans), beliefs_of(*(mastered(f"k{n}", last=50) for n in range(reviews)))


@settings(deadline=None, max_examples=60)
@given(st.integers(10, 120), st.integers(0, 30), st.integers(1, 8))
def test_an_evening_ends_near_its_minutes(minutes: int, reviews: int, lessons: int) -> None:
    facts, beliefs = rotating(lessons, reviews)
    plan = day_plan(beliefs, facts, today=TODAY, minutes=minutes)  # type: ignore[arg-type]
    assert plan.minutes == sum(activity.minutes for activity in plan.activities)
    assert plan.minutes <= 1.2 * minutes
    names = [activity.concept for activity in plan.activities]
    assert len(set(names)) == len(names)
    if minutes >= 50 and 20 * lessons + 3 * reviews >= minutes:
        assert plan.minutes >= 0.8 * minutes, "a step of ten minutes is a fifth of it"
    review_minutes = 3 * sum(activity.kind is ActivityKind.REVIEW for activity in plan.activities)
    if 20 * lessons >= minutes >= 50:
        assert review_minutes <= 0.7 * minutes + 1e-9
    assert plan.due_left == reviews - review_minutes // 3


def test_a_short_evening_takes_a_step_of_a_lesson() -> None:
    facts, beliefs = rotating(lessons=1, reviews=0)
    [activity] = day_plan(beliefs, facts, today=TODAY, minutes=10).activities  # type: ignore[arg-type]
    assert (activity.steps, activity.minutes) == (1, 10.0)


def test_an_evening_too_short_for_a_step_still_offers_one() -> None:
    facts, beliefs = rotating(lessons=1, reviews=0)
    plan = day_plan(beliefs, facts, today=TODAY, minutes=5)  # type: ignore[arg-type]
    assert [(activity.steps, activity.minutes) for activity in plan.activities] == [(1, 10.0)]


def test_an_evening_with_nothing_to_do_is_empty() -> None:
    plan = day_plan(Beliefs(), planning_facts([]), today=TODAY, minutes=30)
    assert (plan.activities, plan.minutes, plan.due_left) == ((), 0.0, 0)
    assert day_plan(Beliefs(), BASE, today=TODAY, minutes=0).activities == ()


def test_one_evening_never_begins_two_confusable_concepts() -> None:
    plans = [
        concept("rows", confusable_with=(ConceptId("columns"),)),
        concept("columns"),
        concept("trace"),
    ]
    plan = day_plan(Beliefs(), planning_facts(plans), today=TODAY, minutes=120)
    assert [activity.concept for activity in plan.activities] == ["rows", "trace"]


def test_an_evening_checks_no_more_placed_concepts_than_a_day_may() -> None:
    plans = [concept(f"k{n}", group=f"g{n}") for n in range(6)]
    plan = day_plan(
        beliefs_of(*(placed(f"k{n}") for n in range(6))), planning_facts(plans), today=TODAY, minutes=60
    )
    assert [activity.reason.code for activity in plan.activities] == [ReasonCode.CHECK] * 2


def test_a_plan_never_has_two_reviews_of_a_group_in_a_row_if_it_can_be_helped() -> None:
    plans = [concept(f"{group}{n}") for n in range(5) for group in "abc"]
    beliefs = beliefs_of(*(mastered(plan.concept, last=45) for plan in plans))
    plan = day_plan(beliefs, planning_facts(plans), today=TODAY, minutes=45)
    groups = [activity.concept[0] for activity in plan.activities]
    assert len(groups) == 15
    assert all(one != two for one, two in pairwise(groups))
