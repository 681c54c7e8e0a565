"""Word the verdict panel: what happened in at most eight words, then one to three sentences."""

from dataclasses import dataclass

from upslope.checking import NamedText, Outcome, Span, Verdict, input_for
from upslope.curriculum import katex, markup
from upslope.learner.events import Attempt, Mode
from upslope.problems import Variant
from upslope.services.presenting import part_labels
from upslope.services.views.common import Html
from upslope.services.views.practice import StepView, VerdictView
from upslope.services.words import spelled

HEADLINES = {
    Outcome.CORRECT: "Right",
    Outcome.PARTIAL: "Partly right",
    Outcome.WRONG: "Not yet",
    Outcome.UNREADABLE: "We cannot read this yet. It does not count.",
    Outcome.UNDECIDED: "We could not decide. Nothing is scored.",
}
GAVE_UP = "Here is how it goes"
OTHER_FORM = "Right value, not yet in the form asked for"
PART_WORDS = {
    Outcome.CORRECT: "right",
    Outcome.PARTIAL: "partly right",
    Outcome.WRONG: "not yet",
    Outcome.UNREADABLE: "not read",
    Outcome.UNDECIDED: "undecided",
}


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what a slip's feedback says: headline, text, and the step it broke (from 0), if any."""

    headline: str
    text: str
    step: int | None


def verdict_view(
    variant: Variant,
    verdict: Verdict,
    *,
    response_text: str,
    parts: tuple[NamedText, ...] = (),
    gave_up: bool = False,
    counts_text: str = "",
) -> VerdictView:
    """Return the panel of a verdict on a response to a variant."""
    told = told_by_slip(variant, verdict)
    return VerdictView(
        outcome="gave-up" if gave_up else str(verdict.outcome),
        headline=Html(markup.render_inline(_headline(verdict, told, gave_up=gave_up))),
        body=() if gave_up else _body(verdict, told),
        witness=_formula(verdict.witness),
        read_as=_formula(verdict.read_as),
        caret=_caret(verdict, response_text, parts),
        suggestion=verdict.suggestion,
        counts_text=counts_text,
        parts=() if gave_up else _parts(variant, verdict),
    )


def told_by_slip(variant: Variant, verdict: Verdict) -> Told | None:
    """Return the feedback of the slip a verdict names."""
    if not verdict.slip:
        return None
    try:
        text = variant.feedback(verdict.slip, verdict)
    except KeyError:
        return None
    return Told(text.headline, text.text, text.step_index)


def solution_view(variant: Variant, verdict: Verdict | None) -> tuple[StepView, ...]:
    """Return the worked solution; the step where a slip went wrong is marked."""
    told = told_by_slip(variant, verdict) if verdict is not None else None
    broken = told.step if told else None
    return tuple(
        StepView(Html(markup.render_inline(step.title)), Html(markup.render(step.text)), here=index == broken)
        for index, step in enumerate(variant.solution)
    )


def counts_text(attempt: Attempt, *, hints_free: int) -> str:
    """Say what an answer counts for, where that is not plain."""
    if attempt.mode in (Mode.PREVIEW, Mode.REPEAT):
        return "Nothing counts here."
    if attempt.outcome in (Outcome.UNREADABLE, Outcome.UNDECIDED):
        return "No try is used up."
    if attempt.outcome is Outcome.CORRECT and attempt.hints_used > hints_free:
        return f"With {spelled(attempt.hints_used)} hints it does not count towards the row, nor against it."
    if attempt.outcome is Outcome.CORRECT and not attempt.form_ok:
        return "It does not count towards the row, nor against it."
    return ""


def _headline(verdict: Verdict, told: Told | None, *, gave_up: bool) -> str:
    if gave_up:
        return GAVE_UP
    if verdict.outcome is Outcome.CORRECT and not verdict.form_ok:
        return OTHER_FORM
    if told and told.headline and verdict.outcome in (Outcome.WRONG, Outcome.PARTIAL):
        lead = HEADLINES[verdict.outcome]
        return f"{lead}: {told.headline[:1].lower()}{told.headline[1:]}"
    if verdict.outcome is Outcome.PARTIAL and verdict.parts:
        right = sum(part.verdict.outcome is Outcome.CORRECT for part in verdict.parts)
        return f"Partly right: {right} of {len(verdict.parts)}"
    return HEADLINES[verdict.outcome]


def _body(verdict: Verdict, told: Told | None) -> tuple[Html, ...]:
    texts = [told.text] if told and told.text else []
    if verdict.message and not told:
        texts.append(verdict.message)
    return tuple(Html(markup.render(text)) for text in texts)


def _parts(variant: Variant, verdict: Verdict) -> tuple[tuple[Html, str, Html], ...]:
    labels = part_labels(input_for(variant.answer))
    return tuple(
        (
            Html(markup.render_inline(labels.get(part.name, part.name))),
            str(part.verdict.outcome),
            Html(markup.render_inline(part.verdict.message or PART_WORDS[part.verdict.outcome])),
        )
        for part in verdict.parts
    )


def _formula(latex: str) -> Html:
    return Html(katex.render(latex, display=False)) if latex else Html("")


def _caret(verdict: Verdict, response_text: str, parts: tuple[NamedText, ...]) -> tuple[str, str, str] | None:
    """Split what was typed at the first offending place; in an answer in parts, the first such part."""
    if verdict.outcome is not Outcome.UNREADABLE:
        return None
    if verdict.span is not None and not verdict.parts:
        return split_at(response_text, verdict.span)
    typed = {part.name: part.text for part in parts}
    for part in verdict.parts:
        if part.verdict.outcome is Outcome.UNREADABLE and part.verdict.span is not None:
            return split_at(typed.get(part.name, ""), part.verdict.span)
    return None


def split_at(text: str, span: Span) -> tuple[str, str, str]:
    """Split a text into what stands before, inside and after a span."""
    return text[: span.start], text[span.start : span.end], text[span.end :]
