"""Serve the learner model what it asks of the log when an event changes the past."""

from collections.abc import Iterable
from dataclasses import dataclass

from upslope.core.ids import ConceptId, EventId, LearnerId
from upslope.learner.events import Event
from upslope.store.queries import events


@dataclass(frozen=True, slots=True)
class StoredLog:
    """Read a learner's events from the database (see `learner.fold.Log`)."""

    learner: LearnerId

    def find(self, event: EventId) -> Event | None:
        """Return one event, or None."""
        return events.by_id(self.learner, event)

    def concerning(self, concepts: frozenset[ConceptId] | None) -> Iterable[Event]:
        """Return what bears on the concepts, retractions and overrides of it included; None: everything.

        A retraction or override is stored under the concept of its target, so one index finds both.
        """
        if concepts is None:
            return events.everything(self.learner)
        found = {
            event.id: event for concept in concepts for event in events.of_concept(self.learner, concept)
        }
        return found.values()
