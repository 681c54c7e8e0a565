"""When a concept falls due, and what a wrong clock may do to the list."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.learner.diary import MONDAY, Diary

from upslope.core.ids import ConceptId
from upslope.learner.beliefs import Beliefs, ConceptBelief, Status
from upslope.learner.due import clock_is_behind, due_concepts, due_day_at, recall_of
from upslope.learner.memory import Memory

TODAY = date(2026, 5, 14)


def known(name: str, *, stability: float = 10.0, last: int = 0, **changes: object) -> ConceptBelief:
    """Return a mastered concept reviewed `last` days before today."""
    memory = Memory(stability, 5.0, TODAY - timedelta(days=last))
    return ConceptBelief(ConceptId(name), Status.MASTERED, memory=memory, **changes)  # type: ignore[arg-type]


def beliefs_of(*concepts: ConceptBelief) -> Beliefs:
    return Beliefs({belief.concept: belief for belief in concepts})


def names(beliefs: Beliefs, today: date = TODAY, target: float = 0.9) -> list[str]:
    return [due.concept for due in due_concepts(beliefs, today, target)]


def test_the_weakest_recall_comes_first() -> None:
    beliefs = beliefs_of(known("b", last=20), known("a", last=40), known("c", last=3), known("d", last=10))
    assert names(beliefs) == ["a", "b", "d"]
    recalls = [due.recall for due in due_concepts(beliefs, TODAY)]
    assert recalls == sorted(recalls)


def test_ties_are_broken_by_name() -> None:
    assert names(beliefs_of(known("z", last=11), known("m", last=11))) == ["m", "z"]


def test_a_higher_target_brings_reviews_forward() -> None:
    belief = known("a", last=4)
    strict, usual, lax = (due_day_at(belief, target) for target in (0.95, 0.9, 0.8))
    assert strict is not None
    assert usual == TODAY + timedelta(days=6)
    assert lax is not None
    assert strict < usual < lax
    assert names(beliefs_of(belief), target=0.95) == ["a"]


def test_without_a_memory_nothing_is_due() -> None:
    placed = ConceptBelief(ConceptId("a"), Status.PLACED)
    assert due_day_at(placed) is None
    assert recall_of(placed, TODAY) is None
    assert names(beliefs_of(placed)) == []


def test_a_clock_ten_years_back_makes_nothing_due_and_recovers() -> None:
    beliefs = beliefs_of(*(known(f"k{n}", last=n) for n in range(30)))
    before = names(beliefs)
    back = TODAY - timedelta(days=3650)
    assert clock_is_behind(beliefs, back)
    assert names(beliefs, back) == []
    assert names(beliefs) == before


def test_answers_under_a_clock_that_ran_ahead_are_asked_again_and_mended() -> None:
    diary = Diary()
    for concept in ("rank", "basis", "trace"):
        diary.learn(concept)
    diary.today = 1
    for concept in ("rank", "basis", "trace"):
        diary.review(concept)
    diary.today = 3650
    diary.review("rank")
    diary.today = 2
    assert names(diary.beliefs(), diary.day) == ["rank"], "one, not all"
    diary.review("rank")
    belief = diary.of("rank")
    assert belief.memory is not None
    assert belief.memory.last_day == diary.day
    assert names(diary.beliefs(), diary.day) == []


def test_a_flight_westwards_is_no_wrong_clock() -> None:
    """Landing a study day earlier than one took off leaves memories dated tomorrow."""
    beliefs = beliefs_of(known("a", last=-1), known("b", last=0), known("c", last=1))
    assert not clock_is_behind(beliefs, TODAY)
    assert names(beliefs) == []


@given(st.integers(-4000, 4000))
def test_whatever_the_clock_says_recall_is_a_probability(shift: int) -> None:
    beliefs = beliefs_of(known("a", last=5), known("b", last=50, stability=0.01))
    for due in due_concepts(beliefs, TODAY + timedelta(days=shift)):
        assert 0.0 < due.recall <= 1.0


def test_the_last_day_of_the_calendar_is_not_passed() -> None:
    belief = ConceptBelief(ConceptId("a"), Status.MASTERED, memory=Memory(36_500.0, 1.0, date(9998, 1, 1)))
    assert due_day_at(belief) == date.max


def test_a_new_learner_has_nothing_due() -> None:
    assert names(Beliefs(), MONDAY) == []
    assert not clock_is_behind(Beliefs(), MONDAY)
