"""Ask three questions at the start: where to, how much a day, from where."""

from collections.abc import Sequence
from secrets import token_urlsafe

from upslope.core.errors import UpslopeError
from upslope.core.ids import ConceptId, UnitId
from upslope.curriculum import Curriculum
from upslope.learner.events import Claim
from upslope.services import goals
from upslope.services.house import House
from upslope.services.record import record_inside
from upslope.services.views.today import FirstRunView, GoalChoice
from upslope.services.words import WEEKDAYS
from upslope.store import learners
from upslope.store.transactions import writing

MINUTES_CHOICES = (20, 30, 45, 60, 90)
ALL_WEEK = tuple(range(7))
PYTHON_UNIT = UnitId("python-and-numbers")
"""School does not teach these: they are claimed by a choice of their own."""

FROM_BEGINNING = "beginning"
FROM_LINEAR_ALGEBRA = "linear-algebra"
FROM_LINEAR_ALGEBRA_WITH_PYTHON = "linear-algebra-and-python"

STARTS = (
    GoalChoice(
        FROM_LINEAR_ALGEBRA,
        "I know school mathematics: start with linear algebra",
        "Algebra, functions and sums count as known on your word until a question checks them.",
    ),
    GoalChoice(
        FROM_LINEAR_ALGEBRA_WITH_PYTHON,
        "The same, and I know Python and NumPy",
        "Python, arrays and floating-point numbers count as known on your word, too.",
    ),
    GoalChoice(
        FROM_BEGINNING,
        "From the beginning",
        "Fractions first. What you know already goes quickly.",
    ),
)


def needed(house: House) -> bool:
    """Say whether the three questions have not been answered yet."""
    return house.look().profile.begun_at is None


def view(house: House) -> FirstRunView:
    """Return the first-run screen with its defaults chosen."""
    profile = house.look().profile
    return FirstRunView(
        goals=goal_choices(house.curriculum),
        minutes_choices=MINUTES_CHOICES,
        starts=STARTS,
        days=WEEKDAYS,
        chosen_goal=profile.goal,
        chosen_minutes=profile.minutes_a_day,
        chosen_days=profile.study_days,
        chosen_start=FROM_LINEAR_ALGEBRA,
    )


def begin(house: House, *, goal: str, minutes: int, days: Sequence[int], start: str) -> None:
    """Keep the answers, and claim what the start implies. A second call changes settings, claims nothing.

    Raises NotFoundError for an unknown goal, UpslopeError for other values that cannot be.
    """
    chosen = goals.make_goal(house.curriculum, goal)
    claimed = claimed_by(house.curriculum, start)
    columns = {
        "goal": chosen.key,
        "minutes_a_day": checked_minutes(minutes),
        "study_days": checked_days(days),
    }
    with writing():
        first = house.look().profile.begun_at is None
        if first:
            learners.set_columns(house.learner, {**columns, "begun_at": house.clock.now()})
            if claimed:
                record_inside(house, Claim(claimed), token_urlsafe(18))
        else:
            learners.set_columns(house.learner, columns)


def claimed_by(curriculum: Curriculum, start: str) -> tuple[ConceptId, ...]:
    """Return what a start takes as known. Raises UpslopeError for an unknown start."""
    if start not in (choice.key for choice in STARTS):
        raise UpslopeError("There is no such start.", "Choose one of those on the page.")
    if start == FROM_BEGINNING:
        return ()
    with_python = start == FROM_LINEAR_ALGEBRA_WITH_PYTHON
    return tuple(
        concept.id
        for concept in curriculum.concepts.values()
        if curriculum.pack(concept.pack).foundation and (with_python or concept.unit != PYTHON_UNIT)
    )


def goal_choices(curriculum: Curriculum) -> tuple[GoalChoice, ...]:
    """Return the goals on offer."""
    offered = (goals.make_goal(curriculum, key) for key in goals.offered(curriculum))
    return tuple(GoalChoice(goal.key, goal.title, goal.description) for goal in offered)


def checked_minutes(value: int) -> int:
    """Return minutes a day. Raises UpslopeError outside 5 … 600."""
    if not 5 <= value <= 600:
        raise UpslopeError("Minutes a day lie between 5 and 600.", "Choose a number in between.")
    return value


def checked_days(days: Sequence[int]) -> int:
    """Return study days as a mask. Raises UpslopeError for none at all, or what is no day."""
    if not days or any(day not in ALL_WEEK for day in days):
        raise UpslopeError("A plan needs at least one day of the week.", "Choose one or more days.")
    return learners.days_mask(days)
