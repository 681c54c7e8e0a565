"""Hold a Thursday in May: Today, its end, and the first evening of all."""

# ruff: noqa: E501 - sample sentences stay whole

from dataclasses import replace

from tests.web.samples.parts import EXCHANGES, PRODUCT, RANK, RIDGE, SPECIAL, TRANSPOSES, h

from upslope.services.views import today
from upslope.services.views.common import ActivityRow, Html


def today_view() -> today.TodayView:
    """Return a Thursday evening with one review done."""
    return today.TodayView(
        date_text="Thursday 14 May",
        minutes_done=9,
        minutes_planned=45,
        best=ActivityRow("lesson:null-space-basis:", SPECIAL.id, SPECIAL.title, "lesson", 30, "Ready."),
        best_objective=h(
            "Find every solution of $Ax=0$ from the reduced form, and write them all with as few vectors as "
            "possible."
        ),
        best_why="You know both prerequisites. It opens three concepts on the way to your goal, and practises "
        "row reduction (recall 88\u202f%), which would otherwise be due on Saturday.",
        empty_text="",
        rest=(
            ActivityRow(
                "review:matrix-multiplication:",
                PRODUCT.id,
                PRODUCT.title,
                "review",
                6,
                "Recall 84\u202f%, below your 90\u202f%.",
            ),
        ),
        rest_minutes=6,
        done=(
            ActivityRow(
                "review:x:",
                EXCHANGES.id,
                EXCHANGES.title,
                "review",
                9,
                "",
                done_text="Done at 20:47: 3 of 3 right",
            ),
        ),
        others=(
            ActivityRow("lesson:matrix-rank:", RANK.id, RANK.title, "lesson", 12, "Two steps of four left."),
            ActivityRow("lesson:transposes:", TRANSPOSES.id, TRANSPOSES.title, "lesson", 25, "Ready."),
        ),
        ridge=RIDGE,
        week=tuple(
            today.DayBar(label, minutes, planned, label == "Th")
            for label, minutes, planned in (
                ("Mo", 45, 45),
                ("Tu", 38, 45),
                ("We", 0, 0),
                ("Th", 9, 45),
                ("Fr", 0, 45),
                ("Sa", 0, 45),
                ("Su", 0, 0),
            )
        ),
        memory_above_target=31,
        memory_total=37,
        recall_target_percent=90,
        plan_kept_days=11,
        day_finished=False,
    )


def empty_today_view() -> today.TodayView:
    """Return a day on which nothing is ready."""
    return replace(
        today_view(), best=None, best_objective=Html(""), best_why="", rest=(), done=(), others=(),
        empty_text="Nothing is due today, and no further lesson is ready. The map shows what comes next.",
    )  # fmt: skip


def done_view() -> today.DoneView:
    """Return the end of that day."""
    return today.DoneView(
        date_text="Thursday 14 May",
        minutes_done=46,
        new_abilities=(h("Find every solution of $Ax=0$ and write them with as few vectors as possible."),),
        changes=(
            ("Special solutions", "learned, not yet confirmed; first review on Saturday"),
            ("Matrix multiplication four ways", "recall back at 99\u202f%; next on 12 June"),
        ),
        ridge=replace(RIDGE, known=25),
        tomorrow_text="Tomorrow 2 reviews will be due, about 9\u202fmin.",
    )


def first_run_view() -> today.FirstRunView:
    """Return the three questions."""
    return today.FirstRunView(
        goals=(
            today.GoalChoice("paper:attention", "Read “Attention Is All You Need”", "163 concepts, from vectors to the Transformer block"),
            today.GoalChoice("course:1806", "Linear algebra, as in MIT 18.06SC", "78 concepts"),
            today.GoalChoice("all", "The whole way: foundations to research", "560 concepts, about 320 h of lessons"),
        ),
        minutes_choices=(20, 30, 45, 60, 90),
        starts=(
            today.GoalChoice("linear-algebra", "I know school mathematics: start with linear algebra", "Algebra and functions count as known on your word, until a question checks them."),
            today.GoalChoice("beginning", "From the beginning", "Fractions first. What you know already goes quickly."),
        ),
        days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        chosen_goal="paper:attention",
        chosen_minutes=45,
        chosen_days=(0, 1, 3, 4, 5),
        chosen_start="linear-algebra",
    )  # fmt: skip
