"""Keep what we believe about each concept: derived from the log, rebuilt at will."""

from django.db import models

from upslope.store.models.learner import LearnerProfile


class ConceptBeliefRow(models.Model):
    """Hold one ConceptBelief as the learner model writes it, exact to the last bit."""

    learner = models.ForeignKey(LearnerProfile, on_delete=models.CASCADE, db_index=False)
    concept = models.CharField(max_length=100)
    body = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner", "concept"], name="one_belief_a_concept"),
        ]
