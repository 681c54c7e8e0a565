"""Compute everything derived anew from the log, and say where the stored rows differed."""

from dataclasses import dataclass

from upslope.core.ids import ConceptId
from upslope.learner.fold import fold
from upslope.services.house import House
from upslope.store import answers, beliefs, learners
from upslope.store import queries as read
from upslope.store.transactions import writing


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Report a rebuild: events read, and what had differed from them (empty: nothing)."""

    events: int
    concepts_differed: tuple[ConceptId, ...]
    answers_differed: int
    days_differed: int

    @property
    def is_equal(self) -> bool:
        """Say whether the stored rows were what the log gives."""
        return not (self.concepts_differed or self.answers_differed or self.days_differed)


def rebuild(house: House) -> Rebuilt:
    """Write all derived rows of the learner anew from the whole log, in one transaction."""
    with writing():
        before = _derived(house)
        events = tuple(read.events.everything(house.learner))
        beliefs.replace_all(house.learner, fold(events, house.facts))
        answers.clear(house.learner)
        days = answers.save(house.learner, answers.standings(events, house.facts))
        answers.sum_up_days(house.learner, days)
        learners.set_columns(house.learner, {"derived_under": house.basis})
        after = _derived(house)
    return Rebuilt(
        events=len(events),
        concepts_differed=tuple(
            sorted(
                ConceptId(concept)
                for concept in before.beliefs.keys() | after.beliefs.keys()
                if before.beliefs.get(concept) != after.beliefs.get(concept)
            )
        ),
        answers_differed=len(before.answers ^ after.answers),
        days_differed=len(before.days ^ after.days),
    )


def bring_up_to_date(house: House) -> bool:
    """Rebuild if the stored rows rest on another model or curriculum; say whether that was so."""
    profile = read.learners.profile(house.learner)
    if profile is None or profile.derived_under == house.basis:
        return False
    rebuild(house)
    return True


@dataclass(frozen=True, slots=True)
class _Derived:
    beliefs: dict[str, str]
    answers: frozenset[object]
    days: frozenset[object]


def _derived(house: House) -> _Derived:
    return _Derived(
        beliefs=read.beliefs.texts(house.learner),
        answers=read.answers.fingerprints(house.learner),
        days=frozenset(read.answers.all_days(house.learner)),
    )
