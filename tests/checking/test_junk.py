"""Whatever is typed, the checker answers at once, never raises, and never scores what it cannot read."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checking.heavy import HEAVY
from tests.checking.rows import TABLES

from upslope.checking import NamedText, Number, Outcome, Parts, Response, Shape, Syntax, check, read_back

SPECS = [table.spec for table in TABLES]
MOST_SECONDS = 2.0
"""Against hanging only, because tests share their machine; `benchmarks.checking` holds 250 ms."""

_PIECES = st.sampled_from(
    [*"0123456789xyzabeinU()[]{}|+-*/^!%,;=<>._'\\ &~", "sin", "ln", "sqrt", "inf", "or", "and", "10^"]
)
# fmt: off
_LATEX_PIECES = st.sampled_from(
    ["\\frac", "{", "}", "^", "_", "\\left(", "\\right)", "\\left|", "\\right|", "\\sqrt", "[", "]", "x", "1",
     "\\begin{pmatrix}", "\\end{pmatrix}", "&", "\\\\", "\\cdot", "\\placeholder{}",
     "\\operatorname{relu}", "\\mathrm{", "\\log_", "\\", "\\pm", "\\left.", "\\lbrack", "2.5e-3",
     "\\text{or}", "\\le", "\\infty", "|"]
)
# fmt: on

JUNK = (
    ")(",
    "((((((((((",
    "]]]",
    "....",
    "+++",
    "*/",
    "^^",
    "!!",
    "x)(",
    "<<<",
    "|||",
    "__import__('os')",
    "lambda: 0",
    "<script>alert(1)</script>",
    "'; drop table attempts; --",
    "🙂",
    "\x00",
    "\\",
    "${jndi}",
    "{",
    "1,,2",
    ",",
    "=",
    "==",
    "()()",
    "\u202e1",
    "NaN",
    "undefined",
)


def timed(spec, response: Response):  # type: ignore[no-untyped-def]
    start = time.process_time()
    verdict = check(spec, response)
    return verdict, time.process_time() - start


@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(SPECS))
@settings(max_examples=500, deadline=None)
def test_random_text_is_answered(text: str, spec) -> None:  # type: ignore[no-untyped-def]
    verdict, seconds = timed(spec, Response(text))
    assert seconds < MOST_SECONDS
    assert verdict.outcome is not Outcome.UNREADABLE or verdict.score == 0
    assert verdict.span is None or 0 <= verdict.span.start <= verdict.span.end <= max(len(text), 1)


@given(st.lists(_LATEX_PIECES, max_size=30).map("".join), st.sampled_from(SPECS))
@settings(max_examples=500, deadline=None)
def test_random_latex_is_answered(text: str, spec) -> None:  # type: ignore[no-untyped-def]
    verdict, seconds = timed(spec, Response(text, Syntax.LATEX))
    assert seconds < MOST_SECONDS
    assert verdict.span is None or 0 <= verdict.span.start <= verdict.span.end <= max(len(text), 1)


@given(st.text(max_size=60), st.sampled_from(SPECS), st.sampled_from(list(Syntax)))
@settings(max_examples=300, deadline=None)
def test_any_characters_are_answered(text: str, spec, syntax: Syntax) -> None:  # type: ignore[no-untyped-def]
    check(spec, Response(text, syntax))
    read_back(spec, Response(text, syntax))


@pytest.mark.parametrize("text", JUNK)
@pytest.mark.parametrize("syntax", list(Syntax))
def test_junk_is_never_scored(text: str, syntax: Syntax) -> None:
    for spec in SPECS:
        verdict = check(spec, Response(text, syntax))
        assert verdict.outcome is Outcome.UNREADABLE, (spec, verdict)
        assert verdict.message
        assert verdict.span is not None


@pytest.mark.parametrize("text", HEAVY, ids=lambda text: text[:24])
def test_heavy_input_is_answered_in_time_and_not_accepted(text: str) -> None:
    for spec in SPECS:
        verdict, seconds = timed(spec, Response(text))
        assert seconds < MOST_SECONDS, (spec, seconds)
        assert verdict.outcome is not Outcome.CORRECT, (spec, verdict)


def test_parts_that_are_missing_or_unknown_are_unreadable() -> None:
    spec = Parts(shape=Shape(8, 4), parameters=Number(112))
    for parts in ((), (NamedText("shape", "(8,4)"),), (NamedText("other", "3"),)):
        verdict = check(spec, Response(parts=parts))
        assert verdict.outcome is Outcome.UNREADABLE
        assert verdict.score == 0
