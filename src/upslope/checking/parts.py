"""Check answers in parts: each part by itself, the score their share, slips over all parts."""

from collections.abc import Callable, Sequence

from upslope.checking.reading import InputForm, NamedForm, Reading
from upslope.checking.response import Response, Syntax
from upslope.checking.spec import Answer, Parts, Slip
from upslope.checking.verdict import Outcome, PartVerdict, Verdict

CheckOne = Callable[[Answer, Response, Sequence[Slip], int], Verdict]


def check_parts(
    spec: Parts, response: Response, slips: Sequence[Slip], *, check: CheckOne, sample_seed: int
) -> Verdict:
    """Return the verdict on all parts.

    One part that cannot be read makes the whole unreadable, one that cannot be decided undecided: nothing is
    scored by halves. A slip is named if it explains every part that is wrong.
    """
    verdicts = tuple(
        PartVerdict(part.name, check(part.answer, _response(response, part.name), (), sample_seed))
        for part in spec.named
    )
    read_as = r",\quad ".join(part.verdict.read_as for part in verdicts if part.verdict.read_as)
    for outcome in (Outcome.UNREADABLE, Outcome.UNDECIDED):
        first = next((part.verdict for part in verdicts if part.verdict.outcome is outcome), None)
        if first is not None:
            return Verdict(
                outcome,
                parts=verdicts,
                read_as=read_as,
                span=first.span,
                message=first.message,
                suggestion=first.suggestion,
            )
    score = sum(part.verdict.score for part in verdicts) / len(verdicts)
    outcome = Outcome.PARTIAL if 0 < score < 1 else (Outcome.CORRECT if score else Outcome.WRONG)
    slip = "" if outcome is Outcome.CORRECT else _slip(spec, verdicts, response, slips, check, sample_seed)
    return Verdict(
        outcome,
        form_ok=all(part.verdict.form_ok for part in verdicts),
        score=score,
        parts=verdicts,
        read_as=read_as,
        slip=slip,
        method="parts",
        message=next((part.verdict.message for part in verdicts if part.verdict.score < 1), ""),
    )


def _slip(
    spec: Parts,
    verdicts: tuple[PartVerdict, ...],
    response: Response,
    slips: Sequence[Slip],
    check: CheckOne,
    sample_seed: int,
) -> str:
    """Return the first slip that gives all parts, else the first that gives all it changes.

    It changes every part that is wrong; one of which something is right it may leave as it is.
    """
    right = {part.name for part in verdicts if part.verdict.outcome is Outcome.CORRECT}
    wrong = {part.name for part in verdicts if part.verdict.outcome is Outcome.WRONG}

    def gives(slip: Slip, names: Sequence[str]) -> bool:
        answers = (
            {part.name: part.answer for part in slip.answer.named} if isinstance(slip.answer, Parts) else {}
        )
        return bool(names) and all(
            name in answers
            and check(answers[name], _response(response, name), (), sample_seed).outcome is Outcome.CORRECT
            for name in names
        )

    every = [part.name for part in spec.named]
    for slip in slips:
        if gives(slip, every):
            return slip.name
    for slip in slips:
        changed = _changed(spec, slip)
        if wrong <= set(changed) and right.isdisjoint(changed) and gives(slip, changed):
            return slip.name
    return ""


def _changed(spec: Parts, slip: Slip) -> list[str]:
    """Return the names of the parts in which a slip differs from the answer."""
    if not isinstance(slip.answer, Parts):
        return []
    wanted = {part.name: part.answer for part in spec.named}
    return [part.name for part in slip.answer.named if wanted.get(part.name) not in (None, part.answer)]


def read_back_parts(
    spec: Parts, response: Response, *, read_back: Callable[[Answer, Response], Reading]
) -> Reading:
    """Return the reading of all parts: the first that cannot be read, else all side by side."""
    readings = [read_back(part.answer, _response(response, part.name)) for part in spec.named]
    failed = next((reading for reading in readings if not reading.ok), None)
    latex = r",\quad ".join(reading.latex for reading in readings if reading.ok)
    if failed is None:
        return Reading(ok=True, latex=latex)
    return Reading(
        ok=False,
        latex=latex,
        complete=failed.complete,
        span=failed.span,
        message=failed.message,
        suggestion=failed.suggestion,
    )


def parts_form(spec: Parts, *, input_for: Callable[[Answer], InputForm]) -> InputForm:
    """Describe one field for each part."""
    forms = tuple(NamedForm(part.name, input_for(part.answer)) for part in spec.named)
    return InputForm("parts", "Your answers", "Each part counts by itself.", parts=forms)


def _response(response: Response, name: str) -> Response:
    """Return what was typed for a part; a part left out is empty."""
    text = next((part.text for part in response.parts if part.name == name), "")
    return Response(text, response.syntax if response.syntax is Syntax.LATEX else Syntax.TEXT)
