"""The rules of rows, halts, status and memory, one by one."""

from datetime import timedelta

import pytest
from tests.learner.diary import MONDAY, Diary, facts_of

from upslope.checking.verdict import Outcome
from upslope.core.ids import ConceptId, PointId
from upslope.learner.beliefs import ConceptFacts, PointFacts, Status
from upslope.learner.due import due_day_at, is_halted, recall_of
from upslope.learner.events import Claim, ClaimBasis, Mode
from upslope.learner.fold import fold
from upslope.learner.memory import Grade, review

RANK = ConceptId("rank")
P1, P2 = PointId("p1"), PointId("p2")


def test_two_in_a_row_pass_a_point_and_three_the_last() -> None:
    diary = Diary()
    diary.right("p1")
    assert not diary.of().points[0].passed
    diary.right("p1")
    assert diary.of().points[0].passed
    diary.right("p2", "p2")
    assert not diary.of().points[1].passed
    assert diary.of().status is Status.LEARNING
    diary.right("p2")
    assert diary.of().status is Status.LEARNED


def test_a_wrong_answer_breaks_the_row() -> None:
    diary = Diary()
    diary.right("p1")
    diary.wrong("p1")
    diary.right("p1")
    point = diary.of().points[0]
    assert (point.row, point.tries, point.passed) == (1, 3, False)


def test_a_helped_answer_neither_counts_nor_breaks() -> None:
    diary = Diary()
    diary.right("p1")
    diary.answer("rank", "p1", hints_used=2)
    point = diary.of().points[0]
    assert (point.row, point.tries) == (1, 2)
    diary.right("p1")
    assert diary.of().points[0].passed


@pytest.mark.parametrize("mode", [Mode.PREVIEW, Mode.REPEAT])
@pytest.mark.parametrize("outcome", [Outcome.CORRECT, Outcome.WRONG])
def test_previews_and_repeats_leave_no_trace(mode: Mode, outcome: Outcome) -> None:
    diary = Diary()
    diary.right("p1")
    before = diary.of()
    diary.answer("rank", "p1", mode=mode, outcome=outcome)
    diary.answer("basis", "p1", mode=mode, outcome=outcome)
    assert diary.of() == before
    assert ConceptId("basis") not in diary.beliefs().concepts


@pytest.mark.parametrize("outcome", [Outcome.UNREADABLE, Outcome.UNDECIDED])
def test_what_is_not_scored_leaves_no_trace(outcome: Outcome) -> None:
    diary = Diary()
    diary.right("p1")
    before = diary.of()
    diary.answer("rank", "p1", outcome=outcome)
    assert diary.of() == before


def test_the_first_scored_answer_begins_the_learning() -> None:
    diary = Diary()
    diary.wrong("p1")
    belief = diary.of()
    assert belief.status is Status.LEARNING
    assert (belief.attempts, belief.right) == (1, 0)
    assert belief.introduced_day == belief.last_day == MONDAY
    assert [point.point for point in belief.points] == ["p1", "p2"]


def test_five_tries_without_a_row_halt_the_point() -> None:
    diary = Diary()
    for _ in range(2):
        diary.right("p1")
        diary.wrong("p1")
    assert not diary.of().points[0].halted
    diary.right("p1")
    point = diary.of().points[0]
    assert (point.halted, point.halts, point.halted_day) == (True, 1, MONDAY)
    assert point.halted_sequence == 5


def test_a_point_that_needs_three_in_a_row_has_seven_tries() -> None:
    diary = Diary()
    diary.right("p1", "p1")
    diary.wrong(*["p2"] * 6)
    assert not diary.of().points[1].halted
    diary.wrong("p2")
    assert diary.of().points[1].halted


def test_a_try_after_a_halt_begins_a_new_set_and_a_second_halt_is_counted() -> None:
    diary = Diary()
    diary.wrong(*["p1"] * 5)
    diary.today = 1
    diary.right("p1")
    point = diary.of().points[0]
    assert (point.row, point.tries, point.halted, point.halts) == (1, 1, False, 1)
    diary.wrong(*["p1"] * 4)
    assert diary.of().points[0].halts == 2
    diary.today = 2
    diary.right("p1", "p1")
    assert diary.of().points[0].passed, "two halts never lower the bar, and never close the door"


def test_a_halted_point_rests_until_something_else_is_done_or_another_day() -> None:
    diary = Diary()
    diary.right("p1", concept="basis")
    diary.wrong(*["p1"] * 5)
    assert is_halted(diary.beliefs(), RANK, P1, MONDAY)
    assert not is_halted(diary.beliefs(), RANK, P2, MONDAY)
    assert not is_halted(diary.beliefs(), RANK, P1, MONDAY + timedelta(days=1))
    diary.right("p1", concept="basis")
    assert not is_halted(diary.beliefs(), RANK, P1, MONDAY)


def test_a_passed_point_stays_passed() -> None:
    diary = Diary()
    diary.right("p1", "p1")
    diary.wrong(*["p1"] * 6)
    point = diary.of().points[0]
    assert (point.passed, point.halted) == (True, False)


def test_memory_begins_when_the_concept_is_learned() -> None:
    diary = Diary()
    diary.right("p1", "p1", "p2", "p2")
    assert diary.of().memory is None
    assert diary.of().due_day is None
    diary.right("p2")
    belief = diary.of()
    assert belief.memory == review(None, Grade.GOOD, day=MONDAY)
    assert belief.learned_day == MONDAY
    assert belief.due_day == MONDAY + timedelta(days=1), "the review that confirms waits on the next day"


def test_a_halt_on_the_way_makes_the_first_review_come_sooner() -> None:
    diary = Diary()
    diary.wrong(*["p1"] * 5)
    diary.learn()
    assert diary.of().memory == review(None, Grade.HARD, day=MONDAY)
    assert diary.of().due_day == MONDAY + timedelta(days=1)


def test_a_right_review_on_a_later_day_confirms() -> None:
    diary = Diary()
    diary.learn()
    diary.review()
    assert diary.of().status is Status.LEARNED, "the same day proves nothing"
    diary.today = 1
    diary.review()
    assert diary.of().status is Status.MASTERED
    assert diary.of().mastered_day == diary.day


def test_a_helped_review_keeps_the_memory_but_does_not_confirm() -> None:
    diary = Diary()
    diary.learn()
    diary.today = 2
    diary.review(hints_used=3)
    belief = diary.of()
    assert belief.status is Status.LEARNED
    assert belief.memory == review(
        review(None, Grade.GOOD, day=MONDAY), Grade.HARD, day=MONDAY + timedelta(days=2)
    )


def test_a_missed_review_keeps_mastery_and_comes_back_next_day() -> None:
    diary = Diary()
    diary.learn()
    diary.today = 2
    diary.review()
    diary.today = 30
    before = diary.of()
    diary.review(outcome=Outcome.WRONG)
    after = diary.of()
    assert after.status is Status.MASTERED
    assert before.memory is not None
    assert after.memory is not None
    assert after.memory.stability_days < before.memory.stability_days
    assert after.memory.lapses == 1
    assert after.due_day == diary.day + timedelta(days=1)
    assert (after.misses, after.missed_day) == (1, diary.day)


def test_a_right_answer_on_the_day_of_a_miss_does_not_put_the_review_off() -> None:
    diary = Diary()
    diary.learn()
    diary.today = 2
    diary.review(outcome=Outcome.WRONG)
    diary.review()
    belief = diary.of()
    assert belief.due_day == diary.day + timedelta(days=1)
    assert (belief.status, belief.misses) == (Status.LEARNED, 1)
    diary.today = 3
    diary.review()
    belief = diary.of()
    assert (belief.status, belief.misses, belief.missed_day) == (Status.MASTERED, 0, None)
    assert belief.due_day == due_day_at(belief, 0.9)


def test_misses_are_counted_by_the_day() -> None:
    diary = Diary()
    diary.learn()
    for day, misses in [(2, 1), (2, 1), (3, 2), (5, 3)]:
        diary.today = day
        diary.review(outcome=Outcome.WRONG)
        assert diary.of().misses == misses


def test_a_review_before_anything_is_learned_is_practice_of_its_point() -> None:
    diary = Diary()
    diary.answer("rank", "p1", mode=Mode.REVIEW)
    assert diary.of().points[0].row == 1
    assert diary.of().status is Status.LEARNING


def test_practice_after_the_lesson_moves_no_memory() -> None:
    diary = Diary()
    diary.learn()
    before = diary.of()
    diary.today = 4
    diary.wrong("p1")
    after = diary.of()
    assert (after.memory, after.status, after.points) == (before.memory, before.status, before.points)
    assert after.attempts == before.attempts + 1


def test_a_claim_places_and_the_first_right_review_confirms() -> None:
    diary = Diary()
    diary.claim("rank")
    belief = diary.of()
    assert (belief.status, belief.claimed, belief.memory) == (Status.PLACED, True, None)
    diary.review()
    belief = diary.of()
    assert belief.status is Status.MASTERED
    assert belief.memory == review(None, Grade.EASY, day=MONDAY)


def test_a_wrong_review_takes_the_placing_back() -> None:
    diary = Diary()
    diary.claim("rank")
    diary.review(outcome=Outcome.WRONG)
    belief = diary.of()
    assert (belief.status, belief.claimed, belief.memory) == (Status.LEARNING, False, None)


def test_a_helped_review_of_a_placed_concept_settles_nothing() -> None:
    diary = Diary()
    diary.claim("rank")
    diary.review(hints_used=2)
    belief = diary.of()
    assert (belief.status, belief.memory, belief.attempts) == (Status.PLACED, None, 1)


def test_a_placed_concept_can_be_learned_after_all() -> None:
    diary = Diary()
    diary.claim("rank")
    diary.learn()
    belief = diary.of()
    assert (belief.status, belief.claimed) == (Status.LEARNED, False)


def test_a_claim_can_be_withdrawn() -> None:
    diary = Diary()
    diary.claim("rank", "basis")
    diary.right("p1", concept="basis")
    diary.claim("rank", "basis", withdrawn=True)
    assert diary.of("rank").status is Status.UNSEEN
    assert diary.of("basis").status is Status.LEARNING


def test_a_word_never_touches_what_was_checked() -> None:
    diary = Diary()
    diary.learn()
    diary.claim("rank")
    assert diary.of().status is Status.LEARNED
    diary.claim("rank", withdrawn=True)
    assert diary.of().status is Status.LEARNED
    assert diary.of().memory is not None


def test_placement_is_no_claim() -> None:
    diary = Diary()
    diary.write(Claim((RANK,), ClaimBasis.PLACEMENT))
    assert (diary.of().status, diary.of().claimed) == (Status.PLACED, False)


def test_snoozes_hide_and_end() -> None:
    diary = Diary()
    diary.learn()
    due = diary.of().due_day
    diary.snooze("rank", MONDAY + timedelta(days=3))
    assert (diary.of().snoozed_until, diary.of().hidden) == (MONDAY + timedelta(days=3), False)
    diary.snooze("rank", None)
    assert diary.of().hidden
    diary.snooze("rank", MONDAY - timedelta(days=1))
    assert not diary.of().hidden
    assert diary.of().due_day == due, "the schedule itself does not move"


def test_a_clock_set_back_never_confirms_and_never_goes_negative() -> None:
    diary = Diary(today=400)
    diary.learn()
    diary.today = 0
    diary.review()
    belief = diary.of()
    assert belief.status is Status.LEARNED
    assert belief.memory is not None
    assert belief.memory.last_day == MONDAY
    assert recall_of(belief, MONDAY) == 1.0
    diary.today = 2
    diary.review()
    assert diary.of().status is Status.MASTERED


def test_points_follow_the_facts() -> None:
    """A lesson that gained a point needs that point too; a row survives, what is gone is dropped."""
    diary = Diary()
    diary.right("p1", "p1", "p2", "p2")
    longer = {
        RANK: ConceptFacts(RANK, (PointFacts(P2, 2), PointFacts(PointId("p3"), 2))),
    }
    belief = fold(diary.events, longer).of(RANK)
    assert [(point.point, point.passed) for point in belief.points] == [("p2", True), ("p3", False)]
    assert belief.status is Status.LEARNING


def test_a_concept_without_points_is_never_learned_by_practice() -> None:
    diary = Diary()
    diary.right("p1", "p1", "p1")
    belief = fold(diary.events, facts_of("rank", points=0)).of(RANK)
    assert (belief.status, belief.points) == (Status.LEARNING, ())
