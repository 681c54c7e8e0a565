"""Hold the Today, Done and first-run screens."""

from dataclasses import dataclass

from upslope.services.views.common import ActivityRow, Html, Ridge


@dataclass(frozen=True, slots=True)
class DayBar:
    """Hold one day of the week chart; `planned` is 0 on days off."""

    label: str
    minutes: int
    planned: int
    today: bool


@dataclass(frozen=True, slots=True)
class TodayView:
    """Hold the next activity with its reason, the rest of the day, and the climb."""

    date_text: str
    minutes_done: int
    minutes_planned: int
    best: ActivityRow | None
    best_objective: Html
    best_why: str
    empty_text: str
    rest: tuple[ActivityRow, ...]
    rest_minutes: int
    done: tuple[ActivityRow, ...]
    others: tuple[ActivityRow, ...]
    ridge: Ridge
    week: tuple[DayBar, ...]
    memory_above_target: int
    memory_total: int
    recall_target_percent: int
    plan_kept_days: int
    day_finished: bool


@dataclass(frozen=True, slots=True)
class DoneView:
    """Hold the end of a day: what can be done now that could not this morning, and what changed."""

    date_text: str
    minutes_done: int
    new_abilities: tuple[Html, ...]
    changes: tuple[tuple[str, str], ...]
    ridge: Ridge
    tomorrow_text: str


@dataclass(frozen=True, slots=True)
class GoalChoice:
    """Hold one goal that can be chosen."""

    key: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class FirstRunView:
    """Hold the three questions of the first run: goal, minutes a day and days, where to start."""

    goals: tuple[GoalChoice, ...]
    minutes_choices: tuple[int, ...]
    starts: tuple[GoalChoice, ...]
    days: tuple[str, ...]
    chosen_goal: str
    chosen_minutes: int
    chosen_days: tuple[int, ...]
    chosen_start: str
