"""Write the log of a learner who has answered for years, through the real codecs.

Not a benchmark: `python -m benchmarks.long_history FOLDER [ANSWERS]` leaves the data folder for a look.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from upslope.checking import Outcome
from upslope.core.ids import ConceptId, EventId, LearnerId, PointId, QuestionId, TemplateId
from upslope.core.rng import Rng
from upslope.curriculum import Concept, Curriculum
from upslope.learner.events import Attempt, Claim, Envelope, Event, Mode, Override, Retraction, Versions

ANSWERS_A_DAY = 60
LESSON_ANSWERS = 8


@dataclass
class Author:
    """Make up events in order: lessons in teaching order, reviews of what was learned, a few amendments."""

    curriculum: Curriculum
    learner: LearnerId
    first_day: date
    rng: Rng = field(default_factory=lambda: Rng("long history"))
    sequence: int = 0
    answers: int = 0

    def events(self, answers: int) -> Iterator[Event]:
        """Yield a log with so many attempts."""
        concepts = list(self.curriculum.concepts.values())
        known: list[Concept] = []
        waiting = iter(concepts)
        day = self.first_day
        yield self.event(day, Claim(tuple(c.id for c in concepts[:10])))
        while self.answers < answers:
            left = min(ANSWERS_A_DAY, answers - self.answers)
            new = next(waiting, None) if self.rng.chance(3, 4) else None
            if new is not None:
                yield from self.lesson(day, new, min(left, LESSON_ANSWERS))
                left -= min(left, LESSON_ANSWERS)
                known.append(new)
            for _ in range(left):
                yield from self.review(day, self.rng.choice(known or concepts[:10]))
            day += timedelta(days=1)

    def lesson(self, day: date, concept: Concept, count: int) -> Iterator[Event]:
        points = [point.id for point in concept.points] or [PointId("only")]
        for number in range(count):
            point = points[number * len(points) // count]
            yield self.attempt(day, concept.id, point, Mode.LESSON, right=self.rng.chance(7, 8))

    def review(self, day: date, concept: Concept) -> Iterator[Event]:
        event = self.attempt(day, concept.id, None, Mode.REVIEW, right=self.rng.chance(6, 7))
        yield event
        if self.rng.chance(1, 200):
            yield self.event(day, Retraction(event.id))
        elif self.rng.chance(1, 200):
            yield self.event(day, Override(event.id))

    def attempt(
        self, day: date, concept: ConceptId, point: PointId | None, mode: Mode, *, right: bool
    ) -> Event:
        self.answers += 1
        text = f"({self.rng.integer(-9, 9)}, {self.rng.integer(-9, 9)}, 0, 1)"
        return self.event(
            day,
            Attempt(
                concept=concept,
                point=point,
                template=TemplateId(f"{concept}-practice"),
                template_version=1,
                level=1,
                seed=self.rng.below(2**31),
                fields_json='{"fields":{"a":[[1,2,-1,0],[2,4,1,6],[1,2,2,6]],"free":[1,3]},"v":1}',
                mode=mode,
                outcome=Outcome.CORRECT if right else Outcome.WRONG,
                response_text=text,
                score=float(right),
                read_as=r"\begin{bmatrix}-2\\1\\0\\0\end{bmatrix}",
                method="exact",
                message="" if right else "The second vector does not solve $Ax = 0$.",
                hints_used=self.rng.below(2),
                hints_total=3,
                active_ms=self.rng.integer(8_000, 90_000),
                elapsed_ms=120_000,
                question=QuestionId(f"question-{self.answers}"),
            ),
        )

    def event(self, day: date, body: Attempt | Claim | Retraction | Override) -> Event:
        self.sequence += 1
        at = datetime.combine(day, time(18), UTC) + timedelta(seconds=self.sequence % 9_000)
        return Event(
            Envelope(
                id=EventId(f"event-{self.sequence:08}"),
                learner=self.learner,
                sequence=self.sequence,
                at=at,
                zone_offset_minutes=60,
                study_day=day,
                client_token=f"benchmark-{self.sequence}",
                versions=Versions(self.curriculum.version, 1, 1, 1),
            ),
            body,
        )


def write(folder: Path, answers: int) -> None:
    """Fill a new data folder with the history; it ends yesterday. Django must be set up for the folder."""
    from upslope.services import firstrun
    from upslope.services import house as houses
    from upslope.services.rebuild import rebuild
    from upslope.store import log, questions, startup
    from upslope.store.home import Home
    from upslope.store.queries.questions import Question
    from upslope.store.transactions import writing

    now = datetime.now(UTC)
    startup.prepare(Home(folder), at=now)
    house = houses.current()
    days = answers // ANSWERS_A_DAY + 1
    author = Author(house.curriculum, house.learner, now.date() - timedelta(days=days))
    events = list(author.events(answers))
    asked = (
        Question(
            id=event.body.question or QuestionId(event.id),
            learner=house.learner,
            concept=event.body.concept,
            point=event.body.point,
            template=event.body.template,
            template_version=1,
            level=1,
            seed=event.body.seed,
            fields_json=event.body.fields_json,
            statement_key=event.id,
            answer_key=event.id,
            mode=event.body.mode,
            hints_shown=0,
            draft="",
            active_ms=event.body.active_ms,
            opened_at=event.envelope.at,
            answered_event=event.id,
        )
        for event in events
        if isinstance(event.body, Attempt)
    )
    firstrun.begin(house, goal="paper:vaswani-2017-transformer", minutes=45, days=range(7), start="beginning")
    with writing():
        log.append_all(events)
        questions.add_all(asked)
        rebuild(house)
    houses.forget()


def main(arguments: list[str]) -> int:
    """Write the history into a folder."""
    import os

    folder = Path(arguments[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["UPSLOPE_HOME"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upslope.web.settings")
    import django

    django.setup()
    write(folder, int(arguments[1]) if len(arguments) > 1 else 50_000)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
