"""Hold progress after five months and before any answer, and the settings."""

# ruff: noqa: E501 - sample sentences stay whole

from dataclasses import replace

from tests.web.samples.days import first_run_view
from tests.web.samples.parts import PRODUCT, h

from upslope.services.views import progress, settings


def progress_view(**changes: object) -> progress.ProgressView:
    """Return five months of study."""
    bins = (
        (0.525, 0.58, 0.32, 0.80, 9), (0.625, 0.66, 0.45, 0.82, 18), (0.725, 0.70, 0.55, 0.82, 42),
        (0.825, 0.81, 0.73, 0.87, 120), (0.875, 0.855, 0.80, 0.90, 210), (0.925, 0.914, 0.88, 0.94, 380),
        (0.975, 0.965, 0.94, 0.98, 325),
    )  # fmt: skip
    recalls = (71, 81, 86, 86.5, 87, 89, *([91] * 5), *([93] * 5), *([95] * 5), *([97] * 7), *([99] * 9))
    view = progress.ProgressView(
        mastered=37,
        total=560,
        above_target=31,
        memories=37,
        fading=(PRODUCT,),
        fading_minutes=18,
        answers=1184,
        right_percent=83,
        undecided=2,
        recall_target_percent=90,
        recalls=tuple((h(f"Concept {i + 1}"), float(value)) for i, value in enumerate(recalls)),
        calibration=tuple(progress.CalibrationBin(*each) for each in bins),
        calibration_text="Observed recall, % (dots, 95\u202f% intervals) against what we predicted before each answer; "
        "dashed: perfect agreement. Average error 2.4 points. Below 70\u202f% there are few answers, so the "
        "intervals are wide.",
        areas=(
            progress.AreaRow("Foundations", "/map/units/?area=foundations", 55, 17, 2, 30, 1, 95.0),
            progress.AreaRow("Linear algebra", "/map/units/?area=linear-algebra", 78, 16, 4, 0, 2, 91.0),
            progress.AreaRow("Generative models", "/map/units/?area=generative", 26, 0, 0, 0, 0, None),
        ),
        days=tuple((f"{i + 1} May", (i * 17) % 50) for i in range(14)),
        due_forecast=tuple(
            (label, n)
            for label, n in zip(
                ("Fr", "Sa", "Su", "Mo", "Tu", "We", "Th"), (3, 2, 0, 4, 1, 6, 2), strict=True
            )
        ),
    )
    return replace(view, **changes)


def empty_progress_view() -> progress.ProgressView:
    """Return the first evening, before any answer."""
    return progress_view(
        mastered=0, above_target=0, memories=0, fading=(), fading_minutes=0, answers=0, right_percent=None,
        undecided=0, recalls=(), calibration=(), calibration_text="", days=(), due_forecast=(),
    )  # fmt: skip


def settings_view() -> settings.SettingsView:
    """Return the settings of a learner."""
    return settings.SettingsView(
        folder="/home/mara/.local/share/upslope",
        size_text="38\u202fMB",
        answers=1184,
        backups=(
            settings.BackupRow("upslope-2026-05-14.sqlite3", "today 19:58", "4\u202fMB", good=True),
            settings.BackupRow("upslope-2026-05-13.sqlite3", "yesterday 20:10", "4\u202fMB", good=False),
        ),
        goal="paper:attention",
        goals=first_run_view().goals,
        minutes_a_day=45,
        study_days=(0, 1, 3, 4, 5),
        recall_target_percent=90,
        theme="system",
        text_size="normal",
        single_keys=True,
        motion="system",
        version="0.1.0",
        checker_version=1,
    )
