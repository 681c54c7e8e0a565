"""Refuse code in lessons that fails, prints something else than shown, or asks too much of a reader."""

from collections.abc import Iterator

from upslope.core.errors import Refusal
from upslope.curriculum.check.material import Material, Rule
from upslope.curriculum.check.snippets import (
    MOST_LINES,
    SECONDS,
    Outcome,
    Snippet,
    SnippetKind,
    run,
    same_output,
    snippets_of,
)
from upslope.curriculum.lesson import LessonText


def snippet(material: Material) -> Iterator[Refusal]:
    """Refuse snippets that fail or whose output differs, and `check` blocks that do not hold."""
    able = [(lesson, s) for _, lesson in material.taught() for s in snippets_of(lesson) if s.can_run]
    outcomes = run([one for _, one in able])
    for (lesson, one), outcome in zip(able, outcomes, strict=True):
        yield from _judge(lesson, one, outcome)


def _judge(lesson: LessonText, one: Snippet, outcome: Outcome) -> Iterator[Refusal]:
    rule = "check-block" if one.kind is SnippetKind.CHECK else "snippet"
    if outcome.error:
        line = one.line + max(outcome.error_line - 1, 0)
        mend = "Mend the code, or the numbers in the text above it."
        yield Refusal(lesson.path, line, rule, f"The code fails: {outcome.error}.", mend)
        return
    if outcome.seconds > SECONDS:
        message = f"The code takes {outcome.seconds:.1f} s; at most {SECONDS:g} s are allowed."
        yield Refusal(lesson.path, one.line, rule, message, "Make the numbers smaller.")
    if one.kind is SnippetKind.RUN and not same_output(one.output or "", outcome.printed):
        shown = outcome.printed.strip() or "nothing"
        message = f"The code prints {shown!r}, which is not the output shown."
        yield Refusal(lesson.path, one.line, rule, message, "Copy what it prints into ```output below it.")


def snippet_length(material: Material) -> Iterator[Refusal]:
    """Refuse runnable code of more than 12 lines."""
    for _, lesson in material.taught():
        for one in snippets_of(lesson):
            lines = sum(bool(line.strip()) for line in one.code.splitlines())
            if one.kind is SnippetKind.RUN and lines > MOST_LINES:
                message = f"The code has {lines} lines; at most {MOST_LINES} are read."
                yield Refusal(lesson.path, one.line, "snippet-length", message, "Show the step that matters.")


def snippet_left_out(material: Material) -> Iterator[Refusal]:
    """Note code that was not run, because what it needs is not installed."""
    for _, lesson in material.taught():
        for one in snippets_of(lesson):
            if not one.can_run:
                message = f"The code was not run: {one.needs} is not installed."
                yield Refusal(lesson.path, one.line, "snippet-left-out", message, f"Install {one.needs}.")


REFUSING: tuple[Rule, ...] = (snippet, snippet_length)
NOTING: tuple[Rule, ...] = (snippet_left_out,)
