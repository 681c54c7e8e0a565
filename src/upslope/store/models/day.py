"""Keep one line a study day, for bars and sums: derived from the answers."""

from django.db import models

from upslope.store.models.learner import LearnerProfile


class DayRow(models.Model):
    """Hold the sums of one study day: time in every mode, scored answers in lessons and reviews."""

    learner = models.ForeignKey(LearnerProfile, on_delete=models.CASCADE, db_index=False)
    day = models.DateField()
    active_ms = models.PositiveBigIntegerField()
    review_ms = models.PositiveBigIntegerField()
    answers = models.PositiveIntegerField()
    right = models.PositiveIntegerField()
    undecided = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner", "day"], name="one_line_a_day"),
        ]
