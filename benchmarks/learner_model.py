"""Time the fold, one event, an undo and the choice of what comes next; FSRS beside its reference package."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from statistics import median, quantiles
from time import perf_counter
from typing import TypeVar

import fsrs

from upslope.checking.verdict import Outcome
from upslope.core.ids import ConceptId, EventId, LearnerId, PointId, TemplateId
from upslope.core.rng import Rng
from upslope.learner.beliefs import ConceptFacts, PointFacts
from upslope.learner.events import Attempt, Body, Envelope, Event, Mode, Retraction
from upslope.learner.fold import WholeLog, apply, fold
from upslope.learner.memory import Grade, Memory, review
from upslope.planner import (
    ConceptPlanning,
    PlanningFacts,
    PointPlanning,
    day_plan,
    next_activity,
    planning_facts,
)

T = TypeVar("T")

ATTEMPTS = 50_000
CONCEPTS = 560
POINTS = 4
FIRST_DAY = date(2026, 1, 5)
NAMES = [ConceptId(f"c{n:03d}") for n in range(CONCEPTS)]


def main(arguments: list[str]) -> int:
    """Print every figure; arguments are not used."""
    facts = {
        name: ConceptFacts(
            name, tuple(PointFacts(PointId(f"p{n}"), 2 + (n == POINTS)) for n in range(1, POINTS + 1))
        )
        for name in NAMES
    }
    log = attempts(ATTEMPTS)
    beliefs, seconds = timed(lambda: fold(log, facts))
    print(f"fold of {ATTEMPTS:,} attempts over {CONCEPTS} concepts  {seconds:.2f} s")
    print_one_by_one(log, facts)
    undo = event(ATTEMPTS + 1, log[-1].day, Retraction(log[100].id))
    _, seconds = timed(lambda: apply(beliefs, undo, facts, WholeLog((*log, undo))))
    print(f"undo in that log  {seconds * 1e3:.0f} ms")
    print_choice(log, facts)
    print_reviews()
    return 0


def attempts(count: int) -> list[Event]:
    """Return a log that walks through all concepts, sixty answers a day, four of five right."""
    rng = Rng("learner benchmark")
    log = []
    for n in range(count):
        body = Attempt(
            concept=NAMES[(n // 90 + rng.below(20)) % CONCEPTS],
            point=PointId(f"p{rng.integer(1, POINTS)}"),
            template=TemplateId("template"),
            template_version=1,
            level=1,
            seed=n,
            fields_json="{}",
            mode=Mode.REVIEW if rng.chance(1, 2) else Mode.LESSON,
            outcome=Outcome.CORRECT if rng.chance(4, 5) else Outcome.WRONG,
            active_ms=60_000,
        )
        log.append(event(n + 1, FIRST_DAY + timedelta(days=n // 60), body))
    return log


def event(sequence: int, day: date, body: Body) -> Event:
    """Return an event of an evening."""
    at = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    return Event(
        Envelope(EventId(f"e{sequence}"), LearnerId("l"), sequence, at, 0, day, f"t{sequence}"), body
    )


def print_one_by_one(log: list[Event], facts: dict[ConceptId, ConceptFacts]) -> None:
    """Time `apply` on the last events of the log, with all other beliefs present."""
    beliefs, times = fold(log[:-5_000], facts), []
    for latest in log[-5_000:]:
        start = perf_counter()
        beliefs = apply(beliefs, latest, facts)
        times.append(perf_counter() - start)
    print(
        f"one event applied  median {median(times) * 1e6:.0f} µs, "
        f"p99 {quantiles(times, n=100)[98] * 1e6:.0f} µs"
    )


def print_choice(log: list[Event], facts: dict[ConceptId, ConceptFacts]) -> None:
    """Time the choice on a random graph, for a learner two thirds of the way."""
    half = fold(log[: ATTEMPTS * 2 // 3], facts)
    day = log[ATTEMPTS * 2 // 3].day
    plans = graph()
    for name, choose in (
        ("next_activity", lambda: next_activity(half, plans, today=day)),
        ("day_plan of an hour", lambda: day_plan(half, plans, today=day, minutes=60)),
    ):
        times = [timed(choose)[1] for _ in range(20)]
        print(
            f"{name} over {CONCEPTS} concepts, {len(half.concepts)} begun  "
            f"median {median(times) * 1e3:.1f} ms, worst {max(times) * 1e3:.1f} ms"
        )


def graph() -> PlanningFacts:
    """Return a random graph, two prerequisites a concept."""
    rng = Rng("learner benchmark graph")
    return planning_facts(
        (
            ConceptPlanning(
                concept=name,
                title=name,
                prerequisites=tuple(sorted({NAMES[rng.below(n)] for _ in range(min(n, 2))})),
                has_lesson=True,
                has_practice=True,
                points=tuple(PointPlanning(PointId(f"p{p}")) for p in range(1, POINTS + 1)),
                group=f"area {n // 40}",
            )
            for n, name in enumerate(NAMES)
        ),
        goal=[NAMES[-1]],
    )


def print_reviews() -> None:
    """Time a thousand reviews of one memory, ours and the reference's."""
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    at = datetime(2026, 1, 5, tzinfo=UTC)

    def ours() -> Memory | None:
        memory = None
        for n in range(1_000):
            memory = review(memory, Grade.GOOD, day=FIRST_DAY + timedelta(days=3 * n))
        return memory

    def theirs() -> fsrs.Card:
        card = fsrs.Card()
        for n in range(1_000):
            card, _ = scheduler.review_card(card, fsrs.Rating.Good, at + timedelta(days=3 * n))
        return card

    memory, mine = min((timed(ours) for _ in range(5)), key=lambda run: run[1])
    card, reference = min((timed(theirs) for _ in range(5)), key=lambda run: run[1])
    print(f"a review  ours {mine * 1e3:.1f} µs, fsrs package {reference * 1e3:.1f} µs")
    assert memory is not None
    assert abs(memory.stability_days - min(card.stability or 0.0, 36_500.0)) < 1e-3


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what the work gives and the seconds it took."""
    start = perf_counter()
    result = work()
    return result, perf_counter() - start
