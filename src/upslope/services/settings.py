"""Show and change what can be chosen."""

from upslope import __version__
from upslope.checking import CHECKER_VERSION
from upslope.core.errors import UpslopeError
from upslope.services import goals
from upslope.services.data import backup_rows, data_size, home
from upslope.services.firstrun import checked_days, checked_minutes, goal_choices
from upslope.services.house import House
from upslope.services.views.settings import SettingsView
from upslope.services.views.today import GoalChoice
from upslope.services.words import size
from upslope.store import learners
from upslope.store import queries as read
from upslope.store.transactions import writing

SWITCH = {"on": True, "off": False}
RECALL_TARGETS = range(70, 98)


def view(house: House) -> SettingsView:
    """Return the Settings screen."""
    situation = house.look()
    profile = situation.profile
    folder = home()
    return SettingsView(
        folder=str(folder.root),
        size_text=size(data_size(folder)),
        answers=read.answers.totals(house.learner).answers,
        backups=backup_rows(situation, folder),
        goal=situation.goal.key,
        goals=_goals(house, situation.goal),
        minutes_a_day=profile.minutes_a_day,
        study_days=profile.study_days,
        recall_target_percent=profile.recall_target_percent,
        theme=profile.theme,
        text_size=profile.text_size,
        single_keys=profile.single_keys,
        motion=profile.motion,
        version=__version__,
        checker_version=CHECKER_VERSION,
    )


def change(house: House, name: str, value: str) -> None:
    """Keep one setting. Study days come as "0,2,4" (Monday is 0), switches as "on" and "off".

    Raises NotFoundError for an unknown goal, UpslopeError for what cannot be chosen.
    """
    column = _column(house, name, value)
    with writing():
        learners.set_columns(house.learner, {name: column})


def _column(house: House, name: str, value: str) -> object:
    """Return what is stored for a setting; each has its own rule."""
    if value in learners.CHOICES.get(name, ()):
        return value
    if name == "single_keys" and value in SWITCH:
        return SWITCH[value]
    if name == "goal":
        return goals.make_goal(house.curriculum, value).key
    if name == "minutes_a_day":
        return checked_minutes(_whole(value))
    if name == "study_days":
        return checked_days([_whole(day) for day in value.split(",") if day])
    if name == "recall_target_percent" and _whole(value) in RECALL_TARGETS:
        return _whole(value)
    raise UpslopeError("This cannot be chosen.", "Choose one of the values on the page.")


def _whole(value: str) -> int:
    if not value.isascii() or not value.isdigit():
        raise UpslopeError("A whole number belongs here.", "Choose one of the values on the page.")
    return int(value)


def _goals(house: House, chosen: goals.Goal) -> tuple[GoalChoice, ...]:
    """Return the goals on offer, and the learner's own if it is another one."""
    offered = house.memo.once("goal-choices", lambda: goal_choices(house.curriculum))
    if any(choice.key == chosen.key for choice in offered):
        return offered
    return (GoalChoice(chosen.key, chosen.title, chosen.description), *offered)
