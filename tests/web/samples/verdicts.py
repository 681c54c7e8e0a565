"""Hold answered questions, one for each outcome."""

from dataclasses import replace

from tests.web.samples.parts import INDEPENDENCE, SOLUTIONS, block, h
from tests.web.samples.questions import parts_view, question_view

from upslope.curriculum import katex
from upslope.services.views import practice
from upslope.services.views.common import Html


def verdict(outcome: str, headline: str, *body: str, **changes: object) -> practice.VerdictView:
    """Return a verdict panel."""
    view = practice.VerdictView(
        outcome=outcome,
        headline=h(headline),
        body=tuple(block(sentence) for sentence in body),
        witness=Html(""),
        read_as=Html(""),
        caret=None,
        suggestion="",
        counts_text="",
        parts=(),
    )
    return replace(view, **changes)


SOLUTION = (
    practice.StepView(
        h("Reduce."), block(r"$$R=\begin{bmatrix}1&2&0&2\\0&0&1&2\\0&0&0&0\end{bmatrix}$$"), here=False
    ),
    practice.StepView(
        h("Find the free variables."),
        block("Pivots in columns 1 and 3, so $x_2,\\,x_4$ are free."),
        here=False,
    ),
    practice.StepView(
        h("Move the free part to the other side."), block("$x_1=-2x_2-2x_4$ and $x_3=-2x_4$."), here=True
    ),
    practice.StepView(h("One at a time."), block("$s_1=(-2,1,0,0)$, $s_2=(-2,0,-2,1)$."), here=False),
)


def read_as(first: str, second: str) -> Html:
    """Return two vectors as the reading shows them."""
    return Html(
        katex.render(
            rf"\left[\begin{{smallmatrix}}{first}\end{{smallmatrix}}\right],\;"
            rf"\left[\begin{{smallmatrix}}{second}\end{{smallmatrix}}\right]"
        )
    )


def answered_view(**changes: object) -> practice.AnsweredView:
    """Return the wrong answer of the mock pages."""
    view = practice.AnsweredView(
        question=question_view(ticks=(practice.Tick("ok"), practice.Tick("no"), practice.Tick("todo"))),
        response_text="(2, 1, 0, 0), (2, 0, 2, 1)",
        verdict=verdict(
            "wrong",
            "Not yet: the sign did not change sides",
            "Your free parts are right. But $x_1+2x_2+2x_4=0$ gives $x_1=-2x_2-2x_4$. You wrote $+2$ both "
            "times, and the check shows it:",
            witness=h(r"$A\,(2,1,0,0)^{\mathsf T}=(4,8,4)^{\mathsf T}\neq 0$"),
            read_as=read_as(r"2\\1\\0\\0", r"2\\0\\2\\1"),
        ),
        settled=True,
        solution=SOLUTION,
        after=Html(""),
        progress_text="The row begins with your next right answer.",
        opened=(),
        next_label="Try another",
        next_action="/questions/q1/next",
        event="e1",
        can_undo=True,
        can_override=True,
    )
    return replace(view, **changes)


def right_view() -> practice.AnsweredView:
    """Return a right answer in another form than ours."""
    return answered_view(
        response_text="(-4, 1, -2, 1), (0, 1, 2, -1)",
        verdict=verdict(
            "correct",
            "Right, in another basis than ours",
            "Both vectors solve $Ax=0$, and they are independent.",
            read_as=read_as(r"-4\\1\\-2\\1", r"0\\1\\2\\-1"),
        ),
        progress_text="Two in a row: this step is done.",
        opened=(INDEPENDENCE, SOLUTIONS),
        next_label="Next step",
        can_override=False,
    )


def unreadable_view() -> practice.AnsweredView:
    """Return a response that could not be read."""
    return answered_view(
        question=question_view(draft=practice.Draft("(-2, 1, 0, 0), (-2, 0, -2; 1)", (), "text")),
        verdict=verdict(
            "unreadable",
            "We cannot read this yet. It does not count.",
            "At character 26 there is a `;`. Inside a vector we expect a comma or the closing bracket.",
            caret=("(-2, 1, 0, 0), (-2, 0, -2", ";", " 1)"),
            suggestion="(-2, 1, 0, 0), (-2, 0, -2, 1)",
        ),
        settled=False,
        solution=(),
        event="",
        can_undo=False,
        can_override=False,
    )


def undecided_view() -> practice.AnsweredView:
    """Return a response that could not be decided."""
    return answered_view(
        question=question_view(
            statement=block("Find one antiderivative of\n\n$$f(x)=\\frac{1}{2+\\cos x}.$$"),
            draft=practice.Draft("x/sqrt(3)", (), "text"),
        ),
        verdict=verdict(
            "undecided",
            "We could not decide. Nothing is scored.",
            "The derivative of your answer agrees with $f$ at 60 of 60 test points. Our rules did not find a "
            "proof, so we do not call it right, and we do not call it wrong.",
            counts_text="No try is used up.",
        ),
        settled=False,
        solution=(),
        can_undo=False,
    )


def partial_view() -> practice.AnsweredView:
    """Return an answer in parts of which one is right."""
    return answered_view(
        question=parts_view(),
        response_text="weight: (128, 10); bias: (32,)",
        verdict=verdict(
            "partial",
            "Partly right: 1 of 2",
            parts=(
                (h("Shape of the weight"), "correct", h("right")),
                (h("Shape of the bias"), "wrong", h("not yet")),
            ),
        ),
    )


def gave_up_view() -> practice.AnsweredView:
    """Return a question whose learner did not know."""
    return answered_view(
        response_text="", verdict=verdict("gave-up", "Here is how it goes"), can_override=False
    )
