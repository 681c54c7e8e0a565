"""Hold the Settings and data screen."""

from dataclasses import dataclass

from upslope.services.views.today import GoalChoice


@dataclass(frozen=True, slots=True)
class BackupRow:
    """Hold one backup: name, when, size, and whether it opens and passes its check."""

    name: str
    when_text: str
    size_text: str
    good: bool


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Hold what can be chosen, and where the data is."""

    folder: str
    size_text: str
    answers: int
    backups: tuple[BackupRow, ...]
    goal: str
    goals: tuple[GoalChoice, ...]
    minutes_a_day: int
    study_days: tuple[int, ...]
    recall_target_percent: int
    theme: str
    text_size: str
    single_keys: bool
    motion: str
    version: str
    checker_version: int
