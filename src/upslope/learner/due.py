"""Say when a concept falls due, how well it is recalled, and what is due now."""

from dataclasses import dataclass
from datetime import date, timedelta

from upslope.core.ids import ConceptId, PointId
from upslope.learner.beliefs import STANDARD, Beliefs, ConceptBelief, Parameters, Status
from upslope.learner.memory import DEFAULT_RETENTION, next_interval_days, retrievability


@dataclass(frozen=True, slots=True)
class Due:
    """State that a concept is due: its recall now, and the day it fell due."""

    concept: ConceptId
    recall: float
    due_day: date


def due_day_at(
    belief: ConceptBelief,
    desired_retention: float = DEFAULT_RETENTION,
    parameters: Parameters = STANDARD,
) -> date | None:
    """Return the study day on which a concept falls due for a desired retention; None without a memory.

    What was learned is due on the next study day, whatever its stability: a right answer then confirms it.
    So it is after a miss: only an answer on another day shows whether the worked solution was more than
    read. A right answer on a later day frees the memory's interval.
    """
    memory = belief.memory
    if memory is None:
        return None
    if belief.status is Status.LEARNED or belief.missed_day == memory.last_day:
        return _later(memory.last_day, 1)
    return _later(memory.last_day, next_interval_days(memory, desired_retention, parameters.fsrs))


def recall_of(belief: ConceptBelief, day: date, parameters: Parameters = STANDARD) -> float | None:
    """Return the probability that a concept is recalled on a study day; None without a memory."""
    if belief.memory is None:
        return None
    return retrievability(belief.memory, day, parameters.fsrs)


def due_concepts(
    beliefs: Beliefs, today: date, desired_retention: float = DEFAULT_RETENTION
) -> tuple[Due, ...]:
    """Return what is due today, weakest recall first, then by id; snoozed and hidden concepts included."""
    trusted = not clock_is_behind(beliefs, today)
    found = [
        Due(belief.concept, retrievability(belief.memory, today, beliefs.parameters.fsrs), day)
        for belief in beliefs.concepts.values()
        if belief.memory is not None
        and (day := due_day_at(belief, desired_retention, beliefs.parameters)) is not None
        and (day <= today or (trusted and _from_the_future(belief.memory.last_day, today)))
    ]
    return tuple(sorted(found, key=lambda due: (due.recall, due.due_day, due.concept)))


def clock_is_behind(beliefs: Beliefs, today: date) -> bool:
    """Let the memories vote on the clock: True if more than half of them are dated after tomorrow.

    Then today is wrong and nothing dated after it is due. If fewer are, today is right and those few were
    made under a clock that ran ahead; they are due now, and one review puts each right.
    """
    days = [belief.memory.last_day for belief in beliefs.concepts.values() if belief.memory is not None]
    return 2 * sum(_from_the_future(day, today) for day in days) > len(days)


def is_halted(beliefs: Beliefs, concept: ConceptId, point: PointId, today: date) -> bool:
    """Say whether a knowledge point rests: halted today, and no other concept practised since."""
    found = beliefs.of(concept).point(point)
    if found is None or not found.halted or found.halted_day != today:
        return False
    return all(
        belief.last_sequence < found.halted_sequence
        for belief in beliefs.concepts.values()
        if belief.concept != concept
    )


def _from_the_future(day: date, today: date) -> bool:
    """Say whether a day lies more than one day ahead; a flight westwards gives one."""
    return (day - today).days > 1


def _later(day: date, days: int) -> date:
    """Add days to a day, stopping at the last date there is."""
    return day + timedelta(days=min(days, (date.max - day).days))
