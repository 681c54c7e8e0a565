"""Check a response against a specification; read it back while it is typed; describe its field."""

from collections.abc import Sequence
from dataclasses import replace

from upslope.checking.equality import WithoutValueError
from upslope.checking.kinds.base import Judgement
from upslope.checking.kinds.registry import kind_of
from upslope.checking.parts import check_parts, parts_form, read_back_parts
from upslope.checking.reading import InputForm, Reading
from upslope.checking.response import Response
from upslope.checking.spec import Answer, Parts, Slip
from upslope.checking.tokens import MOST_CHARACTERS, Source, UnreadableError
from upslope.checking.verdict import Outcome, Span, Verdict

_NO_VALUE = "This has no value: it divides by zero, or takes a logarithm of zero."
_MOST_MENDS = 5


def check(spec: Answer, response: Response, *, slips: Sequence[Slip] = (), sample_seed: int = 0) -> Verdict:
    """Return the verdict on a response; the first declared slip that gives a wrong response is named.

    `sample_seed` moves the sample points; no verdict depends on it (tests vary it).
    """
    if isinstance(spec, Parts):
        return check_parts(spec, response, slips, check=_check_one, sample_seed=sample_seed)
    return _check_one(spec, response, slips, sample_seed)


def read_back(spec: Answer, response: Response) -> Reading:
    """Return how a response is understood, for the echo below the field."""
    if isinstance(spec, Parts):
        return read_back_parts(spec, response, read_back=read_back)
    kind = kind_of(spec)
    try:
        source = _source(response)
        read = kind.read(spec, source)
        latex = kind.latex(spec, read)
    except UnreadableError as error:
        return Reading(
            ok=False,
            complete=error.complete,
            span=error.span,
            message=error.message,
            suggestion=_readable(spec, response, error.suggestion),
        )
    return Reading(ok=True, latex=latex, message=kind.remark(read, source))


def input_for(spec: Answer) -> InputForm:
    """Return what the page shows to ask for this answer."""
    if isinstance(spec, Parts):
        return parts_form(spec, input_for=input_for)
    form = kind_of(spec).form(spec)
    if form.example and _check_one(spec, Response(form.example), (), 0).outcome is Outcome.CORRECT:
        return replace(form, example="")  # an example never shows the answer
    return form


def _check_one(spec: Answer, response: Response, slips: Sequence[Slip], sample_seed: int) -> Verdict:
    """Check an answer without parts."""
    kind = kind_of(spec)
    try:
        source = _source(response)
        read = kind.read(spec, source)
        latex = kind.latex(spec, read)
    except UnreadableError as error:
        return _unreadable(error, _readable(spec, response, error.suggestion))
    try:
        judgement = kind.judge(spec, read, sample_seed=sample_seed)
    except WithoutValueError:
        return Verdict(Outcome.UNREADABLE, read_as=latex, span=Span(0, len(response.text)), message=_NO_VALUE)
    slip = ""
    if judgement.outcome is Outcome.WRONG and not judgement.message:
        judgement = replace(judgement, message=kind.remark(read, source))
    if judgement.outcome in (Outcome.WRONG, Outcome.PARTIAL) and judgement.form_ok:
        slip = _first_slip(response, slips, sample_seed)
    return _verdict(judgement, latex, slip)


def _first_slip(response: Response, slips: Sequence[Slip], sample_seed: int) -> str:
    """Return the name of the first slip whose answer is what was typed."""
    for slip in slips:
        if _check_one(slip.answer, response, (), sample_seed).outcome is Outcome.CORRECT:
            return slip.name
    return ""


def _verdict(judgement: Judgement, latex: str, slip: str) -> Verdict:
    return Verdict(
        judgement.outcome,
        form_ok=judgement.form_ok,
        score=judgement.score,
        parts=judgement.parts,
        read_as=latex,
        slip=slip,
        witness=judgement.witness,
        method=judgement.method,
        message=judgement.message,
    )


def _unreadable(error: UnreadableError, suggestion: str) -> Verdict:
    return Verdict(Outcome.UNREADABLE, span=error.span, message=error.message, suggestion=suggestion)


def _source(response: Response) -> Source:
    if len(response.text) > MOST_CHARACTERS:
        span = Span(MOST_CHARACTERS, len(response.text))
        raise UnreadableError(f"This is longer than {MOST_CHARACTERS} characters.", span)
    return Source(response.text, response.syntax)


def _readable(spec: Answer, response: Response, suggestion: str) -> str:
    """Return the suggestion if it can itself be read; one mend may lead to the next."""
    kind, tried = kind_of(spec), {response.text}
    while suggestion and suggestion not in tried and len(tried) < _MOST_MENDS:
        tried.add(suggestion)
        try:
            kind.read(spec, Source(suggestion, response.syntax))
        except UnreadableError as error:
            suggestion = error.suggestion
        else:
            return suggestion
    return ""
