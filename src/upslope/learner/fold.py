"""Compute beliefs from events: all at once (`fold`) or one by one (`apply`), to the same bit.

Every belief about a concept depends only on the events that name the concept, on retractions and overrides
of those, and on adopted parameters. So an event is applied by stepping the beliefs it names, and an event
that changes the past (a retraction, an override) by folding the named concepts again from their own events.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from upslope.checking.verdict import Outcome
from upslope.core.errors import UpslopeError
from upslope.core.ids import ConceptId, EventId
from upslope.learner.beliefs import Beliefs, ConceptBelief, ConceptFacts, Parameters
from upslope.learner.events import (
    Attempt,
    Claim,
    Event,
    Override,
    ParametersAdopted,
    Rating,
    Retraction,
    Snooze,
)
from upslope.learner.memory import Memory, are_valid, review
from upslope.learner.steps import after_attempt, after_claim, after_snooze

FSRS = "fsrs"
"""The name under which a set of FSRS-6 parameters is adopted."""

Facts = Mapping[ConceptId, ConceptFacts]


class Log(Protocol):
    """Give back what was written, for the events that change the past."""

    def find(self, event: EventId) -> Event | None:
        """Return one event of the learner's log, or None."""
        ...

    def concerning(self, concepts: frozenset[ConceptId] | None) -> Iterable[Event]:
        """Return at least all events that name one of the concepts, in any order.

        Always included: every retraction, override and adoption of parameters. None asks for the whole log.
        """
        ...


@dataclass(frozen=True, slots=True)
class WholeLog:
    """Serve a log held in memory."""

    events: tuple[Event, ...]

    def find(self, event: EventId) -> Event | None:
        """Return one event, or None."""
        return next((found for found in self.events if found.id == event), None)

    def concerning(self, concepts: frozenset[ConceptId] | None) -> Iterable[Event]:
        """Return the whole log, which is always enough."""
        return self.events


def fold(events: Iterable[Event], facts: Facts) -> Beliefs:
    """Compute the beliefs from a whole log, whatever order its events come in."""
    log = effective(events)
    state = _State(Beliefs(), facts, only=None)
    for event, own_mark in log.events:
        state.step(event, own_mark)
    return state.beliefs(log.sequence)


def apply(beliefs: Beliefs, event: Event, facts: Facts, log: Log | None = None) -> Beliefs:
    """Return the beliefs after one more event, equal to a fold of the whole log.

    `log` is asked only when the event changes the past, and must already hold the event. `beliefs` may hold
    just the concepts the event bears on. Raises UpslopeError if the log is needed and missing, or if the
    event is older than the beliefs.
    """
    if isinstance(event.body, Retraction | Override):
        if log is None:
            raise UpslopeError("An event that changes the past needs the log.")
        return _amended(beliefs, event, facts, log)
    if event.sequence <= beliefs.sequence:
        raise UpslopeError(
            f"Event {event.sequence} does not follow {beliefs.sequence}.", "Rebuild the beliefs from the log."
        )
    state = _State(beliefs, facts, only=None)
    state.step(event, own_mark=False)
    return state.beliefs(event.sequence)


@dataclass(frozen=True, slots=True)
class Before:
    """Pair an attempt that counts with what was believed of its concept just before it."""

    event: Event
    belief: ConceptBelief
    parameters: Parameters


def walk(events: Iterable[Event], facts: Facts) -> Iterator[Before]:
    """Yield, in order, every attempt that counts with the belief it met; for looking back on forecasts."""
    state = _State(Beliefs(), facts, only=None)
    for event, own_mark in effective(events).events:
        if isinstance(event.body, Attempt):
            yield Before(event, state.of(event.body.concept), state.parameters)
        state.step(event, own_mark)


@dataclass(frozen=True, slots=True)
class EffectiveLog:
    """Hold the events that count, in order, each with whether it stands by the learner's own mark."""

    events: tuple[tuple[Event, bool], ...]
    sequence: int


def effective(events: Iterable[Event]) -> EffectiveLog:
    """Drop what was retracted, put overrides in place, and order by sequence.

    Judged from the end backwards: a retraction counts unless a later one that counts takes it back; of
    several overrides of one attempt the last that counts stands.
    """
    ordered = sorted(events, key=lambda event: event.sequence)
    retracted: set[EventId] = set()
    marks: dict[EventId, Override] = {}
    kept: list[tuple[Event, bool]] = []
    for event in reversed(ordered):
        body = event.body
        if event.id in retracted:
            continue
        if isinstance(body, Retraction):
            retracted.add(body.target)
        elif isinstance(body, Override):
            marks.setdefault(body.target, body)
        elif isinstance(body, Attempt) and event.id in marks:
            kept.append((replace(event, body=overridden(body, marks[event.id])), True))
        else:
            kept.append((event, False))
    kept.reverse()
    return EffectiveLog(tuple(kept), ordered[-1].sequence if ordered else 0)


def overridden(attempt: Attempt, override: Override) -> Attempt:
    """Return the attempt as the learner marks it: the whole answer gets the outcome, hints stay."""
    return replace(
        attempt,
        outcome=override.outcome,
        score=1.0 if override.outcome is Outcome.CORRECT else 0.0,
        form_ok=True,
        gave_up=False,
    )


class _State:
    """Step beliefs through effective events; `only` restricts the steps to some concepts."""

    def __init__(self, start: Beliefs, facts: Facts, only: frozenset[ConceptId] | None) -> None:
        self._concepts = dict(start.concepts)
        self._rated = dict(start.rated)
        self.parameters = start.parameters
        self._facts = facts
        self._only = only

    def beliefs(self, sequence: int) -> Beliefs:
        return Beliefs(
            concepts=self._concepts, parameters=self.parameters, rated=self._rated, sequence=sequence
        )

    def step(self, event: Event, own_mark: bool) -> None:
        body = event.body
        if isinstance(body, Attempt):
            if self._concerns(body.concept):
                facts = self._facts.get(body.concept) or ConceptFacts(body.concept)
                old = self.of(body.concept)
                new = after_attempt(
                    old, event, body, facts=facts, own_mark=own_mark, parameters=self.parameters
                )
                if new is not old:
                    self._concepts[body.concept] = new
        elif isinstance(body, Claim):
            for concept in body.concepts:
                if self._concerns(concept):
                    self._concepts[concept] = after_claim(self.of(concept), body)
        elif isinstance(body, Snooze):
            if self._concerns(body.concept):
                self._concepts[body.concept] = after_snooze(self.of(body.concept), body)
        elif isinstance(body, Rating):
            self._rate(event, body)
        elif isinstance(body, ParametersAdopted) and body.name == FSRS and are_valid(body.values):
            self.parameters = Parameters(body.values)

    def _concerns(self, concept: ConceptId) -> bool:
        return self._only is None or concept in self._only

    def of(self, concept: ConceptId) -> ConceptBelief:
        return self._concepts.get(concept) or ConceptBelief(concept)

    def _rate(self, event: Event, body: Rating) -> None:
        old: Memory | None = self._rated.get(body.memory)
        self._rated[body.memory] = review(old, body.grade, day=event.day, parameters=self.parameters.fsrs)


def _amended(beliefs: Beliefs, event: Event, facts: Facts, log: Log) -> Beliefs:
    """Fold again what the target of a retraction or override had touched."""
    sequence = max(beliefs.sequence, event.sequence)
    concepts = _touched(event, log)
    if concepts is None:
        return replace(fold(log.concerning(None), facts), sequence=sequence)
    if not concepts:
        return replace(beliefs, sequence=sequence)
    untouched = {name: belief for name, belief in beliefs.concepts.items() if name not in concepts}
    state = _State(Beliefs(), facts, only=concepts)
    for past, own_mark in effective(log.concerning(concepts)).events:
        state.step(past, own_mark)
    refolded = state.beliefs(sequence)
    return Beliefs(
        concepts={**untouched, **refolded.concepts},
        parameters=beliefs.parameters,
        rated=beliefs.rated,
        sequence=sequence,
    )


def _touched(event: Event, log: Log) -> frozenset[ConceptId] | None:
    """Return the concepts an amendment bears on in the end; None if it bears on everything.

    An amendment of an amendment is followed to the event that both are about.
    """
    seen: set[EventId] = set()
    current: Event | None = event
    while current is not None and isinstance(current.body, Retraction | Override):
        if current.id in seen:
            return frozenset()
        seen.add(current.id)
        current = log.find(current.body.target)
    return named_concepts(current) if current is not None else frozenset()


def named_concepts(event: Event) -> frozenset[ConceptId] | None:
    """Return the concepts whose beliefs an event bears on directly; None if on all of them."""
    match event.body:
        case Attempt(concept=concept) | Snooze(concept=concept):
            return frozenset({concept})
        case Claim(concepts=concepts):
            return frozenset(concepts)
        case ParametersAdopted() | Rating():
            return None
        case _:
            return frozenset()
