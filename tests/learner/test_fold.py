"""Beliefs are the fold of the log: incremental equals rebuilt, to the last bit, whatever is taken back."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.learner.diary import FACTS, MONDAY, Diary, apply_all
from tests.learner.strategies import CONCEPTS, FITTED, logs

from upslope.checking.verdict import Outcome
from upslope.core.errors import UpslopeError
from upslope.core.ids import ConceptId, EventId
from upslope.core.rng import Rng
from upslope.learner.beliefs import Beliefs, Status, beliefs_from_json, beliefs_to_json
from upslope.learner.codec import CodecError
from upslope.learner.events import (
    Attempt,
    Claim,
    Event,
    Mode,
    Override,
    ParametersAdopted,
    Rating,
    Retraction,
    Snooze,
    Unknown,
)
from upslope.learner.fold import WholeLog, apply, effective, fold, named_concepts, walk
from upslope.learner.memory import DEFAULT_PARAMETERS, Grade, MemoryKey, MemoryKind


@dataclass
class ThriftyLog:
    """Give back exactly what the protocol demands and no event more, last first."""

    events: list[Event]
    asked: list[frozenset[ConceptId] | None] = field(default_factory=list)

    def find(self, event: EventId) -> Event | None:
        return next((found for found in self.events if found.id == event), None)

    def concerning(self, concepts: frozenset[ConceptId] | None) -> list[Event]:
        self.asked.append(concepts)
        return [event for event in reversed(self.events) if concepts is None or _needed(event, concepts)]


def long_log(rng: Rng, length: int) -> list[Event]:
    """Draw a log in which most answers are right, so that concepts are learned, reviewed and lost."""
    diary = Diary()
    while len(diary.events) < length:
        diary.today += rng.choice([0] * 20 + [1, 1, 1, 2, 6, 30, -1, 700, -700])
        concept = rng.choice(CONCEPTS)
        match rng.below(20):
            case 0:
                diary.retract(rng.choice(diary.events or [diary.answer(concept)]))
            case 1:
                diary.override(rng.choice(diary.events or [diary.answer(concept)]), rng.choice([*Outcome]))
            case 2:
                diary.claim(concept, withdrawn=rng.chance(1, 2))
            case 3:
                diary.write(ParametersAdopted("fsrs", rng.choice([FITTED, DEFAULT_PARAMETERS])))
            case _:
                diary.answer(
                    concept,
                    rng.choice(["p1", "p2"]),
                    mode=rng.choice([Mode.LESSON, Mode.LESSON, Mode.REVIEW, Mode.PREVIEW]),
                    outcome=Outcome.CORRECT if rng.chance(3, 4) else rng.choice([*Outcome]),
                    hints_used=rng.choice([0, 0, 0, 2]),
                )
    return diary.events


def _needed(event: Event, concepts: frozenset[ConceptId]) -> bool:
    match event.body:
        case Retraction() | Override() | ParametersAdopted():
            return True
        case Attempt(concept=concept) | Snooze(concept=concept):
            return concept in concepts
        case Claim(concepts=claimed):
            return not concepts.isdisjoint(claimed)
        case _:
            return False


def bits(beliefs: Beliefs) -> dict[str, str]:
    """Write beliefs with every float in hexadecimal, so that equal means equal to the bit."""

    def memory(found: object) -> str:
        return repr(found) if found is None else f"{found.stability_days.hex()} {found.difficulty.hex()}"  # type: ignore[attr-defined]

    state = {name: f"{belief!r} {memory(belief.memory)}" for name, belief in beliefs.concepts.items()}
    state |= {repr(key): f"{found!r} {memory(found)}" for key, found in beliefs.rated.items()}
    state["parameters"] = " ".join(value.hex() for value in beliefs.parameters.fsrs)
    state["sequence"] = str(beliefs.sequence)
    return state


@settings(deadline=None, max_examples=250)
@given(logs())
def test_incremental_equals_rebuilt_to_the_bit(log: list[Event]) -> None:
    beliefs = Beliefs()
    for count, event in enumerate(log, start=1):
        beliefs = apply(beliefs, event, FACTS, ThriftyLog(log[:count]))
        assert bits(beliefs) == bits(fold(log[:count], FACTS))


@settings(deadline=None, max_examples=30)
@given(logs(), st.randoms(use_true_random=False))
def test_the_order_in_which_a_log_is_read_does_not_matter(log: list[Event], shuffler: object) -> None:
    shuffled = list(log)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert bits(fold(shuffled, FACTS)) == bits(fold(log, FACTS))


@settings(deadline=None, max_examples=80)
@given(logs(), st.data())
def test_a_retracted_event_never_happened(log: list[Event], data: st.DataObject) -> None:
    """Retracting an event gives the beliefs of a log without it and without what was said about it."""
    plain = [event for event in log if not isinstance(event.body, Retraction | Override)]
    if not plain:
        return
    gone = data.draw(st.sampled_from(plain))
    diary = Diary(events=list(plain))
    diary.events.append(_after(log, Retraction(gone.id)))
    without = [event for event in plain if event is not gone]
    after = fold(diary.events, FACTS)
    never = fold(without, FACTS)
    assert (after.concepts, after.rated, after.parameters) == (never.concepts, never.rated, never.parameters)


@settings(deadline=None, max_examples=40)
@given(logs())
def test_beliefs_travel_through_json_unchanged(log: list[Event]) -> None:
    for belief in fold(log, FACTS).concepts.values():
        back = beliefs_from_json(beliefs_to_json(belief))
        assert back == belief
        if belief.memory is not None and back.memory is not None:
            assert back.memory.stability_days.hex() == belief.memory.stability_days.hex()


@settings(deadline=None, max_examples=40)
@given(logs())
def test_one_concept_can_be_kept_alone(log: list[Event]) -> None:
    """A store may load only the concepts an event names; the result is the same for them."""
    rows: dict[ConceptId, str] = {}
    kept = Beliefs()
    for count, event in enumerate(log, start=1):
        named = named_concepts(event)
        if named is None or isinstance(event.body, Retraction | Override):
            kept = fold(log[:count], FACTS)
            rows = {name: beliefs_to_json(belief) for name, belief in kept.concepts.items()}
            continue
        loaded = {name: beliefs_from_json(rows[name]) for name in named if name in rows}
        part = Beliefs(loaded, kept.parameters, {}, sequence=count - 1)
        after = apply(part, event, FACTS)
        rows |= {name: beliefs_to_json(belief) for name, belief in after.concepts.items()}
    whole = fold(log, FACTS).concepts
    assert {name: beliefs_from_json(text) for name, text in rows.items()} == whole


@pytest.mark.parametrize("key", range(12))
def test_long_logs_rebuild_to_the_bit(key: int) -> None:
    """Months of work with undo, own marks, claims and clocks that jump; compared after every amendment."""
    log = long_log(Rng("long log", key), length=150)
    beliefs = Beliefs()
    for count, event in enumerate(log, start=1):
        beliefs = apply(beliefs, event, FACTS, ThriftyLog(log[:count]))
        if isinstance(event.body, Retraction | Override):
            assert bits(beliefs) == bits(fold(log[:count], FACTS))
    assert bits(beliefs) == bits(fold(log, FACTS))


def test_logs_of_the_property_tests_reach_every_status() -> None:
    """Guard the tests above: their logs must not all stay at the beginning."""
    seen: set[Status] = set()

    @settings(deadline=None, max_examples=300, database=None, derandomize=True)
    @given(logs())
    def look(log: list[Event]) -> None:
        seen.update(belief.status for belief in fold(log, FACTS).concepts.values())

    look()
    assert seen == set(Status)


def test_retracting_the_answer_that_learned_a_concept() -> None:
    diary = Diary()
    diary.learn()
    last = diary.events[-1]
    assert diary.of().status is Status.LEARNED
    undo = diary.retract(last)
    assert diary.of().status is Status.LEARNING
    assert diary.of().memory is None
    diary.retract(undo)
    assert diary.of().status is Status.LEARNED, "a retraction taken back restores"
    assert bits(apply_all(diary.events, FACTS)) == bits(diary.beliefs())


def test_an_override_counts_where_the_answer_stood_and_is_marked() -> None:
    diary = Diary()
    diary.right("p1")
    wrong = diary.answer("rank", "p1", outcome=Outcome.WRONG, score=0.0)
    diary.right("p1")
    assert diary.of().points[0].row == 1
    mark = diary.override(wrong)
    belief = diary.of()
    assert belief.points[0].passed
    assert (belief.attempts, belief.right, belief.overrides) == (3, 3, 1)
    diary.retract(mark)
    assert (diary.of().overrides, diary.of().points[0].passed) == (0, False)


def test_an_override_keeps_the_hints_and_lifts_a_given_up_answer() -> None:
    diary = Diary()
    hinted = diary.answer("rank", "p1", outcome=Outcome.WRONG, hints_used=3)
    diary.override(hinted)
    assert diary.of().points[0].row == 0, "right after three hints still is no part of a row"
    given_up = diary.answer("rank", "p1", outcome=Outcome.WRONG, gave_up=True)
    diary.override(given_up)
    assert diary.of().points[0].row == 1


def test_the_last_of_several_overrides_stands() -> None:
    diary = Diary()
    undecided = diary.answer("rank", "p1", outcome=Outcome.UNDECIDED)
    assert ConceptId("rank") not in diary.beliefs().concepts
    diary.override(undecided, Outcome.CORRECT)
    diary.override(undecided, Outcome.WRONG)
    assert (diary.of().attempts, diary.of().right) == (1, 0)


def test_an_override_of_a_retracted_answer_does_nothing() -> None:
    diary = Diary()
    wrong = diary.answer("rank", "p1", outcome=Outcome.WRONG)
    diary.retract(wrong)
    diary.override(wrong)
    assert ConceptId("rank") not in diary.beliefs().concepts


def test_retracting_a_claim_of_many() -> None:
    diary = Diary()
    claim = diary.claim(*CONCEPTS)
    diary.learn("basis")
    diary.retract(claim)
    beliefs = diary.beliefs()
    assert set(beliefs.concepts) == {"basis"}
    assert beliefs.of(ConceptId("basis")).status is Status.LEARNED
    assert bits(apply_all(diary.events, FACTS)) == bits(beliefs)


def test_only_what_is_touched_is_read_again() -> None:
    diary = Diary()
    diary.learn("basis")
    diary.learn("rank")
    before = diary.beliefs()
    undo = diary.retract(diary.events[-1])
    log = ThriftyLog(diary.events)
    after = apply(before, undo, FACTS, log)
    assert log.asked == [frozenset({"rank"})]
    assert after.concepts[ConceptId("basis")] is before.concepts[ConceptId("basis")]


def test_adopted_parameters_hold_from_then_on_and_can_be_taken_back() -> None:
    def memory_after(adopt: bool, retract: bool) -> object:
        diary = Diary()
        diary.learn()
        if adopt:
            fitted = diary.write(ParametersAdopted("fsrs", FITTED))
        if retract:
            diary.retract(fitted)
        diary.today = 5
        diary.review()
        assert bits(apply_all(diary.events, FACTS)) == bits(diary.beliefs())
        return diary.of().memory

    plain = memory_after(adopt=False, retract=False)
    assert memory_after(adopt=True, retract=False) != plain
    assert memory_after(adopt=True, retract=True) == plain


def test_parameters_out_of_bounds_or_of_another_name_are_passed_over() -> None:
    diary = Diary()
    diary.write(ParametersAdopted("fsrs", FITTED[:5]))
    diary.write(ParametersAdopted("edge-weights", FITTED))
    assert diary.beliefs().parameters.fsrs == DEFAULT_PARAMETERS


def test_ratings_stay_apart_from_checked_evidence() -> None:
    diary = Diary()
    key = MemoryKey(MemoryKind.CONCEPT, "rank")
    diary.write(Rating(key, Grade.EASY))
    assert diary.beliefs().memory_of(key) is None
    note = MemoryKey(MemoryKind.PROMPT, "note-1")
    rating = diary.write(Rating(note, Grade.GOOD))
    assert diary.beliefs().memory_of(note) is not None
    diary.retract(rating)
    assert diary.beliefs().memory_of(note) is None


def test_unknown_kinds_are_passed_over() -> None:
    diary = Diary()
    diary.learn()
    before = diary.beliefs()
    diary.write(Unknown("dream", "{}"))
    after = diary.beliefs()
    assert after.concepts == before.concepts
    assert after.sequence == before.sequence + 1


def test_changing_the_past_needs_the_log() -> None:
    diary = Diary()
    wrong = diary.answer()
    before = diary.beliefs()
    undo = diary.retract(wrong)
    with pytest.raises(UpslopeError, match="needs the log"):
        apply(before, undo, FACTS)


def test_an_event_that_is_already_counted_is_refused() -> None:
    diary = Diary()
    event = diary.answer()
    with pytest.raises(UpslopeError, match="Event 1 does not follow 1"):
        apply(diary.beliefs(), event, FACTS)


def test_retractions_in_a_circle_end() -> None:
    diary = Diary()
    first = diary.write(Retraction(EventId("e2")))
    second = diary.retract(first)
    assert second.id == "e2"
    assert bits(apply_all(diary.events, FACTS)) == bits(diary.beliefs())


def test_beliefs_of_another_version_are_refused() -> None:
    with pytest.raises(CodecError, match="another version"):
        beliefs_from_json('{"v":0,"concept":"rank"}')


def test_walking_shows_each_counted_answer_with_the_belief_before_it() -> None:
    diary = Diary()
    diary.right("p1", "p1")
    gone = diary.answer()
    diary.retract(gone)
    steps = list(walk(diary.events, FACTS))
    assert [step.event.sequence for step in steps] == [1, 2]
    assert [step.belief.attempts for step in steps] == [0, 1]


def test_whole_log_finds_events() -> None:
    diary = Diary()
    event = diary.answer()
    log = WholeLog(tuple(diary.events))
    assert log.find(event.id) is event
    assert log.find(EventId("none")) is None


def test_the_effective_log_of_nothing_is_nothing() -> None:
    assert effective([]).events == ()
    assert fold([], FACTS) == Beliefs()


def _after(log: list[Event], body: Retraction) -> Event:
    diary = Diary(today=(log[-1].day - MONDAY) // timedelta(days=1))
    diary.events = list(log)
    return diary.write(body)
