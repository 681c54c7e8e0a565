"""Keep every variant put before the learner, so that a reload or a replay shows the same one."""

from django.db import models

from upslope.store.models.learner import LearnerProfile


class QuestionRow(models.Model):
    """Hold one question: what was drawn, what is typed so far, and the event that settled it (or "")."""

    id = models.CharField(primary_key=True, max_length=40)
    learner = models.ForeignKey(LearnerProfile, on_delete=models.CASCADE, db_index=False)
    concept = models.CharField(max_length=100)
    point = models.CharField(max_length=100, blank=True)
    template = models.CharField(max_length=200)
    template_version = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField()
    seed = models.BigIntegerField()
    fields_json = models.TextField()
    statement_key = models.CharField(max_length=80)
    answer_key = models.CharField(max_length=80)
    mode = models.CharField(max_length=12)
    hints_shown = models.PositiveSmallIntegerField(default=0)
    draft = models.TextField(blank=True)
    active_ms = models.PositiveBigIntegerField(default=0)
    opened_at = models.DateTimeField()
    answered_event = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["learner", "template", "opened_at"], name="questions_of_template"),
            models.Index(fields=["learner", "concept", "opened_at"], name="questions_of_concept"),
            models.Index(
                fields=["learner", "concept", "opened_at"],
                name="open_questions",
                condition=models.Q(answered_event=""),
            ),
        ]
