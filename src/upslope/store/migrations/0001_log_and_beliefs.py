"""Create the log, the questions, and what is derived from them; seal the log."""

import django.db.models.deletion
from django.db import migrations, models

from upslope.store import triggers
from upslope.store.database import APPLICATION_ID


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="LearnerProfile",
            fields=[
                ("id", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField()),
                ("secret", models.CharField(max_length=64)),
                ("revision", models.PositiveBigIntegerField(default=0)),
                ("derived_under", models.CharField(blank=True, max_length=80)),
                ("begun_at", models.DateTimeField(null=True)),
                ("goal", models.CharField(max_length=120)),
                ("minutes_a_day", models.PositiveSmallIntegerField(default=45)),
                ("study_days", models.PositiveSmallIntegerField(default=127)),
                ("recall_target_percent", models.PositiveSmallIntegerField(default=90)),
                ("theme", models.CharField(default="system", max_length=10)),
                ("text_size", models.CharField(default="normal", max_length=10)),
                ("single_keys", models.BooleanField(default=True)),
                ("motion", models.CharField(default="system", max_length=10)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes_a_day__gte", 5), ("minutes_a_day__lte", 600)),
                        name="minutes_a_day_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recall_target_percent__gte", 70), ("recall_target_percent__lte", 97)
                        ),
                        name="recall_target_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("study_days__lte", 127)), name="study_days_range"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventRow",
            fields=[
                ("id", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("sequence", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                ("zone_offset_minutes", models.SmallIntegerField()),
                ("study_day", models.DateField()),
                ("client_token", models.CharField(max_length=80)),
                ("kind", models.CharField(max_length=30)),
                ("concept", models.CharField(blank=True, max_length=100)),
                ("question", models.CharField(blank=True, max_length=40)),
                ("target", models.CharField(blank=True, max_length=40)),
                ("body", models.TextField()),
                ("versions", models.TextField()),
                (
                    "learner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, to="store.learnerprofile"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["learner", "concept", "sequence"], name="events_of_concept"),
                    models.Index(
                        condition=models.Q(("question", ""), _negated=True),
                        fields=["learner", "question", "sequence"],
                        name="events_of_question",
                    ),
                    models.Index(
                        condition=models.Q(("target", ""), _negated=True),
                        fields=["learner", "target", "sequence"],
                        name="events_about_event",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("learner", "sequence"), name="one_event_a_sequence"),
                    models.UniqueConstraint(fields=("learner", "client_token"), name="one_event_a_token"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DayRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("active_ms", models.PositiveBigIntegerField()),
                ("review_ms", models.PositiveBigIntegerField()),
                ("answers", models.PositiveIntegerField()),
                ("right", models.PositiveIntegerField()),
                ("undecided", models.PositiveIntegerField()),
                (
                    "learner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="store.learnerprofile"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("learner", "day"), name="one_line_a_day")],
            },
        ),
        migrations.CreateModel(
            name="ConceptBeliefRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("concept", models.CharField(max_length=100)),
                ("body", models.TextField()),
                (
                    "learner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="store.learnerprofile"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("learner", "concept"), name="one_belief_a_concept")
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerRow",
            fields=[
                ("event", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("sequence", models.PositiveBigIntegerField()),
                ("concept", models.CharField(max_length=100)),
                ("point", models.CharField(blank=True, max_length=100)),
                ("study_day", models.DateField()),
                ("at", models.DateTimeField()),
                ("mode", models.CharField(max_length=12)),
                ("outcome", models.CharField(max_length=12)),
                ("scored", models.BooleanField()),
                ("right", models.BooleanField()),
                ("active_ms", models.PositiveBigIntegerField()),
                ("predicted_ppm", models.PositiveIntegerField(null=True)),
                ("recalled", models.BooleanField(null=True)),
                ("retracted", models.BooleanField()),
                ("overridden", models.BooleanField()),
                (
                    "learner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="store.learnerprofile"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["learner", "study_day", "sequence"], name="answers_of_day"),
                    models.Index(fields=["learner", "concept", "sequence"], name="answers_of_concept"),
                    models.Index(
                        condition=models.Q(("predicted_ppm__isnull", False), ("retracted", False)),
                        fields=["learner", "predicted_ppm", "recalled"],
                        name="predicted_answers",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("learner", "sequence"), name="one_answer_a_sequence")
                ],
            },
        ),
        migrations.CreateModel(
            name="QuestionRow",
            fields=[
                ("id", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("concept", models.CharField(max_length=100)),
                ("point", models.CharField(blank=True, max_length=100)),
                ("template", models.CharField(max_length=200)),
                ("template_version", models.PositiveIntegerField()),
                ("level", models.PositiveSmallIntegerField()),
                ("seed", models.BigIntegerField()),
                ("fields_json", models.TextField()),
                ("statement_key", models.CharField(max_length=80)),
                ("answer_key", models.CharField(max_length=80)),
                ("mode", models.CharField(max_length=12)),
                ("hints_shown", models.PositiveSmallIntegerField(default=0)),
                ("draft", models.TextField(blank=True)),
                ("active_ms", models.PositiveBigIntegerField(default=0)),
                ("opened_at", models.DateTimeField()),
                ("answered_event", models.CharField(blank=True, max_length=40)),
                (
                    "learner",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="store.learnerprofile"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["learner", "template", "opened_at"], name="questions_of_template"),
                    models.Index(fields=["learner", "concept", "opened_at"], name="questions_of_concept"),
                    models.Index(
                        condition=models.Q(("answered_event", "")),
                        fields=["learner", "concept", "opened_at"],
                        name="open_questions",
                    ),
                ],
            },
        ),
        migrations.RunSQL(triggers.CREATE_NO_UPDATE, triggers.DROP_NO_UPDATE),
        migrations.RunSQL(triggers.CREATE_NO_DELETE, triggers.DROP_NO_DELETE),
        migrations.RunSQL(f"PRAGMA application_id = {APPLICATION_ID}", migrations.RunSQL.noop),
    ]
