"""Read what is believed, from the derived rows."""

from dataclasses import replace

from upslope.core.ids import ConceptId, LearnerId
from upslope.learner.beliefs import Beliefs, beliefs_from_json
from upslope.learner.fold import Facts, fold
from upslope.store.log import last_sequence
from upslope.store.models import ConceptBeliefRow
from upslope.store.queries import events


def beliefs(learner: LearnerId, facts: Facts) -> Beliefs:
    """Return everything believed about a learner; equal to a fold of the whole log.

    Adopted parameters and self-rated memories have no rows: they come from the few events that carry them.
    Raises CodecError if the rows were written by another model version: rebuild then.
    """
    rows = ConceptBeliefRow.objects.filter(learner=learner).values_list("concept", "body")
    reaching = fold(events.reaching(learner), facts)
    return replace(
        reaching,
        concepts={ConceptId(concept): beliefs_from_json(body) for concept, body in rows},
        sequence=last_sequence(learner),
    )


def texts(learner: LearnerId) -> dict[str, str]:
    """Return the stored text of each belief, to compare."""
    return dict(ConceptBeliefRow.objects.filter(learner=learner).values_list("concept", "body"))
