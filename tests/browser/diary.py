"""Live through weeks of study in a data folder, so that every screen has something to show.

python -m tests.browser.diary FOLDER
"""

import os
import sys
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

EVENING = datetime.fromisoformat("2026-05-14T19:30:00+02:00")
DAYS = 15
QUESTIONS_A_DAY = 8
STOPS_SHORT = 3
"""The last evening holds so few questions: something is left to do, and to show."""
DAYS_OFF = (2, 6)


def main(folder: Path) -> None:
    """Answer as a diligent learner does: what is recommended, mostly rightly, with days off."""
    os.environ["UPSLOPE_HOME"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "upslope.web.settings"
    import django

    django.setup()
    from upslope.core.clock import FixedClock
    from upslope.services import firstrun
    from upslope.services import house as houses
    from upslope.store import startup
    from upslope.store.home import open_home

    start = EVENING - timedelta(days=DAYS)
    clock = FixedClock(start, offset_minutes=120)
    startup.prepare(open_home(folder), at=start)
    house = houses.build(clock=clock)
    goal = firstrun.view(house).chosen_goal
    firstrun.begin(house, goal=goal, minutes=30, days=[0, 1, 3, 4, 5], start="linear-algebra")
    learner = Learner(house, clock)
    for day in range(DAYS + 1):
        clock.instant = start + timedelta(days=day)
        if clock.instant.weekday() in DAYS_OFF:
            continue
        learner.study(QUESTIONS_A_DAY if day < DAYS else STOPS_SHORT)


class Learner:
    """Answer questions; every eleventh is not known."""

    def __init__(self, house: object, clock: object) -> None:
        self.house, self.clock = house, clock
        self.number = count(1)

    def study(self, questions: int) -> None:
        """Do what Today recommends, question by question."""
        from upslope.services import today

        done = 0
        for _ in range(3 * questions):
            best = today.today(self.house).best
            if best is None or done >= questions:
                return
            kind, concept, point = today.read_key(self.house, best.key)
            done += self.answer(str(kind), concept, point)

    def answer(self, kind: str, concept: str, point: str | None) -> int:
        """Answer one question; return how many were answered."""
        from upslope.core.errors import UpslopeError
        from upslope.problems.typed import typed
        from upslope.services import asking, practice
        from upslope.services import concept as concepts

        try:
            ask = concepts.review if kind == "review" else concepts.practise
            question = ask(self.house, concept) if kind == "review" else ask(self.house, concept, point)
        except UpslopeError:
            concepts.snooze(self.house, concept, f"diary-entry-{next(self.number):08}")
            return 0
        variant = asking.variant_of(self.house, asking.find(self.house, question))
        number = next(self.number)
        self.clock.advance(seconds=95)
        token = f"diary-entry-{number:08}"
        if number % 11 == 0:
            practice.give_up(self.house, question, client_token=token, active_ms=70_000)
        else:
            response = typed(variant.answer, shown=variant.answer)
            practice.answer(self.house, question, response, client_token=token, active_ms=80_000)
        return 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
