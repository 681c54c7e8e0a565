"""Keep one line an attempt, for lists and counts: derived from the log."""

from django.db import models

from upslope.store.models.learner import LearnerProfile


class AnswerRow(models.Model):
    """Hold how one attempt stands now, retractions and overrides included.

    `predicted_ppm` is the recall predicted before the answer, in millionths, where the answer tested a
    memory (integers, so that sums are exact in any order), and `recalled` whether it passed. `scored` is
    False for what gives no evidence.
    """

    event = models.CharField(primary_key=True, max_length=40)
    learner = models.ForeignKey(LearnerProfile, on_delete=models.CASCADE, db_index=False)
    sequence = models.PositiveBigIntegerField()
    concept = models.CharField(max_length=100)
    point = models.CharField(max_length=100, blank=True)
    study_day = models.DateField()
    at = models.DateTimeField()
    mode = models.CharField(max_length=12)
    outcome = models.CharField(max_length=12)
    scored = models.BooleanField()
    right = models.BooleanField()
    active_ms = models.PositiveBigIntegerField()
    predicted_ppm = models.PositiveIntegerField(null=True)
    recalled = models.BooleanField(null=True)
    retracted = models.BooleanField()
    overridden = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner", "sequence"], name="one_answer_a_sequence"),
        ]
        indexes = [
            models.Index(fields=["learner", "study_day", "sequence"], name="answers_of_day"),
            models.Index(fields=["learner", "concept", "sequence"], name="answers_of_concept"),
            models.Index(
                fields=["learner", "predicted_ppm", "recalled"],
                name="predicted_answers",
                condition=models.Q(predicted_ppm__isnull=False, retracted=False),
            ),
        ]
