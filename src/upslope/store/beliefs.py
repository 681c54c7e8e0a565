"""Write the derived rows of beliefs."""

from upslope.core.ids import LearnerId
from upslope.learner.beliefs import Beliefs, beliefs_to_json
from upslope.store.models import ConceptBeliefRow


def save_changes(learner: LearnerId, *, old: Beliefs, new: Beliefs) -> int:
    """Write the concepts whose belief differs between `old` and `new`; return how many."""
    changed = [
        belief
        for concept, belief in new.concepts.items()
        if belief is not (before := old.concepts.get(concept)) and belief != before
    ]
    rows = [
        ConceptBeliefRow(learner_id=learner, concept=belief.concept, body=beliefs_to_json(belief))
        for belief in changed
    ]
    ConceptBeliefRow.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["learner", "concept"], update_fields=["body"]
    )
    gone = [concept for concept in old.concepts if concept not in new.concepts]
    if gone:
        ConceptBeliefRow.objects.filter(learner=learner, concept__in=gone).delete()
    return len(rows) + len(gone)


def replace_all(learner: LearnerId, beliefs: Beliefs) -> None:
    """Write all rows anew."""
    ConceptBeliefRow.objects.filter(learner=learner).delete()
    save_changes(learner, old=Beliefs(), new=beliefs)
