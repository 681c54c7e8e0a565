"""Bring together what every use case needs: the curriculum, a clock, and the learner."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from upslope.core.clock import Clock, FileClock, SystemClock, study_day
from upslope.core.errors import NotFoundError
from upslope.core.ids import LearnerId
from upslope.curriculum import Curriculum, default_pack_root, load
from upslope.learner.beliefs import Beliefs
from upslope.services import facts
from upslope.services.goals import DEFAULT_GOAL, Goal, goal_of
from upslope.store import learners
from upslope.store import queries as read
from upslope.store.queries.learners import Profile
from upslope.store.transactions import writing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold one instant as the learner lives it: UTC, the zone's offset, and the study day."""

    at: datetime
    zone_offset_minutes: int
    today: date


class Memo:
    """Remember what is costly to make and stays true for the life of a House. Safe between threads."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._kept: dict[object, Any] = {}

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what `make` made for this key the first time."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = make()
            kept: T = self._kept[key]
            return kept

    def put(self, key: object, value: object) -> None:
        """Remember a value in place of an earlier one."""
        with self._lock:
            self._kept[key] = value

    def get(self, key: object) -> Any:
        """Return what is remembered, or None."""
        with self._lock:
            return self._kept.get(key)


@dataclass(frozen=True, eq=False)
class House:
    """Hold the curriculum, the clock and one learner. Built once per process by `current`."""

    curriculum: Curriculum = field(repr=False)
    clock: Clock
    learner: LearnerId
    memo: Memo = field(default_factory=Memo, repr=False)

    def moment(self) -> Moment:
        """Return the present moment."""
        at, offset = self.clock.now(), self.clock.zone_offset_minutes()
        return Moment(at, offset, study_day(at, offset))

    @property
    def facts(self) -> facts.Facts:
        """Return what the learner model must know of the curriculum."""
        return self.memo.once("facts", lambda: facts.learner_facts(self.curriculum))

    @property
    def basis(self) -> str:
        """Name what stored beliefs rest on: model version and the facts that the fold reads."""
        return self.memo.once("basis", lambda: facts.basis(self.facts))

    def look(self) -> "Situation":
        """Read profile and beliefs once, for one use case.

        Raises NotFoundError if the learner was erased in the meantime.
        """
        found = read.learners.profile(self.learner)
        if found is None:
            raise NotFoundError("This learner does not exist any more.", "Start Upslope again.")
        return Situation(self, found, self._beliefs(found), self.moment())

    def remember(self, revision: int, beliefs: Beliefs) -> None:
        """Keep beliefs that are on the disk under this revision, so that the next reader need not."""
        self.memo.put("beliefs", (revision, beliefs))

    def _beliefs(self, profile: Profile) -> Beliefs:
        kept = self.memo.get("beliefs")
        if kept is not None and kept[0] == profile.revision:
            beliefs: Beliefs = kept[1]
            return beliefs
        beliefs = read.beliefs.beliefs(self.learner, self.facts)
        self.remember(profile.revision, beliefs)
        return beliefs


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """Hold what one use case sees: profile, beliefs and moment, read once and the same to its end."""

    house: House
    profile: Profile
    beliefs: Beliefs
    moment: Moment

    @property
    def curriculum(self) -> Curriculum:
        """Return the curriculum."""
        return self.house.curriculum

    @property
    def today(self) -> date:
        """Return the study day."""
        return self.moment.today

    @property
    def goal(self) -> Goal:
        """Return where the learner wants to get to."""
        return self.house.memo.once(
            ("goal", self.profile.goal), lambda: goal_of(self.curriculum, self.profile.goal)
        )


_lock = RLock()
_built: list[House] = []


def current() -> House:
    """Return this process's House, built on first use.

    Loads the packs that ship, and brings the beliefs up to date if they rest on another model or curriculum.
    """
    with _lock:
        if not _built:
            _built.append(build())
        return _built[0]


def install(house: House) -> None:
    """Use this House from now on (tests, previews of packs)."""
    with _lock:
        _built[:] = [house]


def forget() -> None:
    """Build the House anew on next use: after an import, a restore, or an erased learner."""
    with _lock:
        _built.clear()


def chosen_clock() -> Clock:
    """Return the machine's clock, or the file's that UPSLOPE_TEST_CLOCK_FILE names (browser tests)."""
    file = os.environ.get("UPSLOPE_TEST_CLOCK_FILE", "")
    return FileClock(Path(file)) if file else SystemClock()


def build(
    *,
    pack_roots: Sequence[Path] = (),
    clock: Clock | None = None,
    curriculum: Curriculum | None = None,
) -> House:
    """Build a House over the present database; the learner is created if there is none."""
    loaded = curriculum or load(tuple(pack_roots) or (default_pack_root(),))
    used = clock or chosen_clock()
    with writing():
        learner = read.learners.only_learner() or learners.create(at=used.now(), goal=DEFAULT_GOAL)
    house = House(loaded, used, learner)
    from upslope.services.rebuild import bring_up_to_date

    bring_up_to_date(house)
    return house
