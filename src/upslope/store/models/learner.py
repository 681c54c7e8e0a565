"""Keep the learner: settings as typed columns, and the secret that seeds grow from."""

from django.db import models

ALL_DAYS = 0b1111111


class LearnerProfile(models.Model):
    """Hold one learner.

    `revision` grows with every write, so that a reader knows when to look again; `derived_under` names the
    model and the facts that the derived rows rest on.
    """

    id = models.CharField(primary_key=True, max_length=40)
    created_at = models.DateTimeField()
    secret = models.CharField(max_length=64)
    revision = models.PositiveBigIntegerField(default=0)
    derived_under = models.CharField(max_length=80, blank=True)
    begun_at = models.DateTimeField(null=True)
    goal = models.CharField(max_length=120)
    minutes_a_day = models.PositiveSmallIntegerField(default=45)
    study_days = models.PositiveSmallIntegerField(default=ALL_DAYS)
    """Bit 0 is Monday, bit 6 Sunday."""
    recall_target_percent = models.PositiveSmallIntegerField(default=90)
    theme = models.CharField(max_length=10, default="system")
    text_size = models.CharField(max_length=10, default="normal")
    single_keys = models.BooleanField(default=True)
    motion = models.CharField(max_length=10, default="system")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minutes_a_day__gte=5, minutes_a_day__lte=600), name="minutes_a_day_range"
            ),
            models.CheckConstraint(
                condition=models.Q(recall_target_percent__gte=70, recall_target_percent__lte=97),
                name="recall_target_range",
            ),
            models.CheckConstraint(condition=models.Q(study_days__lte=ALL_DAYS), name="study_days_range"),
        ]
