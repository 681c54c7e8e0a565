"""Keep the log: facts, appended and never changed."""

from django.db import models

from upslope.store.models.learner import LearnerProfile


class EventRow(models.Model):
    """Hold one event. Triggers refuse every UPDATE and DELETE; see `store.erase` for the one way out.

    `body` and `versions` are versioned JSON; `concept` repeats the concept the event is about, for indexes;
    `question` the variant answered, and `target` the event that a retraction or override is about.
    """

    id = models.CharField(primary_key=True, max_length=40)
    learner = models.ForeignKey(LearnerProfile, on_delete=models.PROTECT, db_index=False)
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    zone_offset_minutes = models.SmallIntegerField()
    study_day = models.DateField()
    client_token = models.CharField(max_length=80)
    kind = models.CharField(max_length=30)
    concept = models.CharField(max_length=100, blank=True)
    question = models.CharField(max_length=40, blank=True)
    target = models.CharField(max_length=40, blank=True)
    body = models.TextField()
    versions = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner", "sequence"], name="one_event_a_sequence"),
            models.UniqueConstraint(fields=["learner", "client_token"], name="one_event_a_token"),
        ]
        indexes = [
            models.Index(fields=["learner", "concept", "sequence"], name="events_of_concept"),
            models.Index(
                fields=["learner", "question", "sequence"],
                name="events_of_question",
                condition=~models.Q(question=""),
            ),
            models.Index(
                fields=["learner", "target", "sequence"],
                name="events_about_event",
                condition=~models.Q(target=""),
            ),
        ]
