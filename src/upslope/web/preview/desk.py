"""Read the template under work afresh for each page, and draw what the author wants to see."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from upslope.checking import Response, Slip, Verdict, check, input_for
from upslope.core.errors import UpslopeError
from upslope.curriculum import markup
from upslope.problems import Drawn, LoadedTemplate, load, read_front_matter
from upslope.problems.template import derived_names, field_names
from upslope.problems.typed import one_line, typed
from upslope.services.presenting import statement_and_figure
from upslope.services.verdicts import solution_view
from upslope.services.views.common import Html
from upslope.services.views.practice import Draft, StepView
from upslope.web import answers

GALLERY = 12
HISTOGRAM_SEEDS = 100


@dataclass(frozen=True, slots=True)
class SlipPreview:
    """Hold one declared mistake: what it would type, and what it is told."""

    name: str
    typed: str
    headline: Html
    text: Html
    step: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold one variant with all its texts, ready to be shown."""

    title: str
    level: int
    level_name: str
    levels: tuple[tuple[int, str], ...]
    seed: int
    statement: Html
    figure: Html
    fields: tuple[answers.Field, ...]
    accepts: str
    hints: tuple[Html, ...]
    solution: tuple[StepView, ...]
    after: Html
    answer: str
    slips: tuple[SlipPreview, ...]
    values: tuple[tuple[str, str], ...]
    redraws: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """Hold the verdict on what the author typed."""

    verdict: Verdict
    read_as: Html
    headline: Html
    text: Html


@dataclass(frozen=True, slots=True)
class Desk:
    """Hold the place of the template that is being written, and its pack's shared code."""

    file: Path
    shared: Path | None

    def state(self) -> str:
        """Return a text that changes whenever a file of the concept changes."""
        files = sorted(self.file.parent.glob("*.*"))
        if self.shared is not None:
            files.append(self.shared)
        return " ".join(f"{path.name}:{path.stat().st_mtime_ns}" for path in files if path.exists())

    def template(self) -> LoadedTemplate:
        """Read the template as it stands on the disk. Raises ContentError."""
        return load(read_front_matter(self.file), self.shared)

    def sheet(self, level: int, seed: int) -> Sheet:
        """Draw one variant with all its texts. Raises ContentError."""
        template = self.template()
        drawn = template.draw_counted(level, seed)
        variant = drawn.variant
        statement, figure = statement_and_figure(variant)
        form = input_for(variant.answer)
        options = [markup.render_inline(option) for option in form.options]
        return Sheet(
            title=template.file.title,
            level=level,
            level_name=template.file.levels[level - 1] if template.file.levels else "",
            levels=tuple(enumerate(template.file.levels, 1)) or ((1, "one level"),),
            seed=seed,
            statement=statement,
            figure=figure,
            fields=answers.fields_of(form, Draft("", (), "text"), options),
            accepts=form.accepts,
            hints=tuple(Html(markup.render(hint)) for hint in variant.hints),
            solution=solution_view(variant, None),
            after=Html(markup.render(variant.after)),
            answer=one_line(typed(variant.answer)),
            slips=tuple(slip_preview(drawn, slip) for slip in variant.slips),
            values=values_of(template, drawn),
            redraws=drawn.redraws,
        )

    def gallery(self, level: int, first: int) -> tuple[tuple[int, Html], ...]:
        """Return twelve statements in a row."""
        template = self.template()
        seeds = range(first, first + GALLERY)
        return tuple((seed, statement_and_figure(template.draw(level, seed))[0]) for seed in seeds)

    def histogram(self, level: int) -> tuple[tuple[str, int], ...]:
        """Count why a hundred seeds were drawn again."""
        template = self.template()
        reasons = Counter(
            reason for seed in range(HISTOGRAM_SEEDS) for reason in template.draw_counted(level, seed).redraws
        )
        return tuple(reasons.most_common())

    def checked(self, level: int, seed: int, response: Response) -> Checked:
        """Check what the author typed, as for a learner."""
        variant = self.template().draw(level, seed)
        verdict = check(variant.answer, response, slips=variant.slips)
        told = variant.feedback(verdict.slip, verdict) if verdict.slip else None
        return Checked(
            verdict=verdict,
            read_as=Html(markup.render_inline(f"${verdict.read_as}$") if verdict.read_as else ""),
            headline=Html(markup.render_inline(told.headline) if told else ""),
            text=Html(markup.render(told.text if told else verdict.message)),
        )


def slip_preview(drawn: Drawn, slip: Slip) -> SlipPreview:
    """Type a declared mistake and render what it is told."""
    variant = drawn.variant
    response = typed(slip.answer, shown=variant.answer)
    verdict = check(variant.answer, response, slips=variant.slips)
    told = variant.feedback(slip.name, verdict)
    return SlipPreview(
        name=slip.name,
        typed=one_line(response),
        headline=Html(markup.render_inline(told.headline)),
        text=Html(markup.render(told.text)),
        step=None if told.step_index is None else told.step_index + 1,
    )


def values_of(template: LoadedTemplate, drawn: Drawn) -> tuple[tuple[str, str], ...]:
    """Return fields and derived values by name; one that fails says so."""
    if template.make is None or drawn.instance is None:
        return ()
    names = (*field_names(template.make), *derived_names(template.make))
    found = []
    for name in names:
        try:
            found.append((name, str(getattr(drawn.instance, name))))
        except (UpslopeError, ArithmeticError, ValueError, AttributeError, TypeError) as error:
            found.append((name, f"fails: {error}"))
    return tuple(found)
