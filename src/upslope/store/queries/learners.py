"""Read the learner's profile."""

from dataclasses import dataclass
from datetime import datetime

from upslope.core.ids import LearnerId
from upslope.store.models import LearnerProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Hold the settings of one learner; `study_days` counts from Monday = 0."""

    id: LearnerId
    created_at: datetime
    secret: str
    revision: int
    derived_under: str
    begun_at: datetime | None
    goal: str
    minutes_a_day: int
    study_days: tuple[int, ...]
    recall_target_percent: int
    theme: str
    text_size: str
    single_keys: bool
    motion: str

    @property
    def recall_target(self) -> float:
        """Return the recall at which a review falls due, in (0, 1)."""
        return self.recall_target_percent / 100


def only_learner() -> LearnerId | None:
    """Return the first learner of this database, the only one on a learner's own computer."""
    found = LearnerProfile.objects.order_by("created_at", "id").values_list("id", flat=True).first()
    return LearnerId(found) if found else None


def profile(learner: LearnerId) -> Profile | None:
    """Return a learner's profile, or None if it was erased."""
    row = LearnerProfile.objects.filter(id=learner).first()
    return _profile(row) if row else None


def _profile(row: LearnerProfile) -> Profile:
    return Profile(
        id=LearnerId(row.id),
        created_at=row.created_at,
        secret=row.secret,
        revision=row.revision,
        derived_under=row.derived_under,
        begun_at=row.begun_at,
        goal=row.goal,
        minutes_a_day=row.minutes_a_day,
        study_days=tuple(day for day in range(7) if row.study_days >> day & 1),
        recall_target_percent=row.recall_target_percent,
        theme=row.theme,
        text_size=row.text_size,
        single_keys=row.single_keys,
        motion=row.motion,
    )
