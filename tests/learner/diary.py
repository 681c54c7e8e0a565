"""Write logs for tests: one line per thing that happened."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from upslope.checking.verdict import Outcome
from upslope.core.ids import ConceptId, EventId, LearnerId, PointId, QuestionId, TemplateId
from upslope.learner.beliefs import Beliefs, ConceptBelief, ConceptFacts, PointFacts
from upslope.learner.events import Attempt, Body, Claim, Envelope, Event, Mode, Override, Retraction, Snooze
from upslope.learner.fold import WholeLog, apply, fold

MONDAY = date(2026, 5, 11)


def facts_of(*concepts: str, points: int = 2, needed: int = 2) -> dict[ConceptId, ConceptFacts]:
    """State facts of concepts whose points are called p1, p2, …; the last needs one more in a row."""
    return {
        ConceptId(concept): ConceptFacts(
            ConceptId(concept),
            tuple(
                PointFacts(PointId(f"p{n}"), needed + (n == points and points > 1))
                for n in range(1, points + 1)
            ),
        )
        for concept in concepts
    }


@dataclass
class Diary:
    """Collect events with rising sequences; `today` counts study days from a Monday."""

    today: int = 0
    events: list[Event] = field(default_factory=list)

    @property
    def day(self) -> date:
        return MONDAY + timedelta(days=self.today)

    def write(self, body: Body) -> Event:
        """Add an event of today, an evening at 20:00 UTC."""
        number = len(self.events) + 1
        event = Event(
            Envelope(
                id=EventId(f"e{number}"),
                learner=LearnerId("ada"),
                sequence=number,
                at=datetime.combine(self.day, time(20), UTC),
                zone_offset_minutes=0,
                study_day=self.day,
                client_token=f"token-{number}",
            ),
            body,
        )
        self.events.append(event)
        return event

    def answer(self, concept: str = "rank", point: str | None = "p1", /, **changes: object) -> Event:
        """Answer a question; right, without hints and in the lesson unless said otherwise."""
        return self.write(attempt(concept, point, **changes))

    def right(self, *points: str, concept: str = "rank") -> None:
        for point in points:
            self.answer(concept, point)

    def wrong(self, *points: str, concept: str = "rank") -> None:
        for point in points:
            self.answer(concept, point, outcome=Outcome.WRONG)

    def review(self, concept: str = "rank", outcome: Outcome = Outcome.CORRECT, **changes: object) -> Event:
        return self.answer(concept, None, mode=Mode.REVIEW, outcome=outcome, **changes)

    def learn(self, concept: str = "rank") -> None:
        """Pass both points of a concept of `facts_of`."""
        self.right("p1", "p1", "p2", "p2", "p2", concept=concept)

    def claim(self, *concepts: str, withdrawn: bool = False) -> Event:
        return self.write(Claim(tuple(ConceptId(c) for c in concepts), withdrawn=withdrawn))

    def snooze(self, concept: str, until: date | None) -> Event:
        return self.write(Snooze(ConceptId(concept), until))

    def retract(self, event: Event) -> Event:
        return self.write(Retraction(event.id))

    def override(self, event: Event, outcome: Outcome = Outcome.CORRECT) -> Event:
        return self.write(Override(event.id, outcome))

    def beliefs(self, facts: dict[ConceptId, ConceptFacts] | None = None) -> Beliefs:
        return fold(self.events, facts or FACTS)

    def of(self, concept: str = "rank") -> ConceptBelief:
        return self.beliefs().of(ConceptId(concept))


FACTS = facts_of("rank", "basis", "trace")


def attempt(concept: str = "rank", point: str | None = "p1", **changes: object) -> Attempt:
    """Return a right attempt without hints in a lesson, with changes."""
    values: dict[str, object] = {
        "concept": ConceptId(concept),
        "point": None if point is None else PointId(point),
        "template": TemplateId(f"{concept}-template"),
        "template_version": 1,
        "level": 1,
        "seed": 7,
        "fields_json": "{}",
        "mode": Mode.LESSON,
        "outcome": Outcome.CORRECT,
        "score": 1.0,
        "active_ms": 60_000,
        "elapsed_ms": 70_000,
        "question": QuestionId("q"),
    }
    return Attempt(**{**values, **changes})  # type: ignore[arg-type]


def apply_all(events: list[Event], facts: dict[ConceptId, ConceptFacts]) -> Beliefs:
    """Apply events one by one, each with the log as it stood then."""
    beliefs = Beliefs()
    for count, event in enumerate(events, start=1):
        beliefs = apply(beliefs, event, facts, WholeLog(tuple(events[:count])))
    return beliefs
