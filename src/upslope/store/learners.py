"""Write the learner's profile."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from secrets import token_hex

from django.db.models import F

from upslope.core.ids import LearnerId
from upslope.store.log import new_id
from upslope.store.models import LearnerProfile

SETTINGS = (
    "goal",
    "minutes_a_day",
    "study_days",
    "recall_target_percent",
    "theme",
    "text_size",
    "single_keys",
    "motion",
)
"""Columns a learner may set."""


CHOICES = {
    "theme": ("system", "light", "dark"),
    "text_size": ("small", "normal", "large"),
    "motion": ("system", "off"),
}
"""What a column of words may hold."""


def create(*, at: datetime, goal: str) -> LearnerId:
    """Create a learner with a fresh secret and default settings."""
    row = LearnerProfile.objects.create(id=new_id(), created_at=at, secret=token_hex(32), goal=goal)
    return LearnerId(row.id)


def set_columns(learner: LearnerId, values: Mapping[str, object]) -> None:
    """Set columns of the profile; names are those of the model. `touch` is included."""
    LearnerProfile.objects.filter(id=learner).update(revision=F("revision") + 1, **values)


def touch(learner: LearnerId) -> int:
    """Say that something about the learner changed, so that readers look again; return the revision."""
    LearnerProfile.objects.filter(id=learner).update(revision=F("revision") + 1)
    return LearnerProfile.objects.values_list("revision", flat=True).get(id=learner)


def days_mask(days: Iterable[int]) -> int:
    """Return study days (Monday = 0) as the bits of one number. Raises ValueError beyond Sunday."""
    mask = 0
    for day in days:
        if not 0 <= day <= 6:
            raise ValueError(f"{day} is no day of the week")
        mask |= 1 << day
    return mask
