"""Hold open questions of every kind of answer."""

# ruff: noqa: E501 - sample sentences stay whole

from dataclasses import replace

from tests.web.samples.parts import SPECIAL, block, h

from upslope.checking import InputForm
from upslope.checking.reading import NamedForm
from upslope.core.ids import QuestionId
from upslope.services.views import practice
from upslope.services.views.common import Html

MATRIX = r"A=\begin{bmatrix}1&2&-1&0\\2&4&1&6\\1&2&2&6\end{bmatrix}"


BASIS_FORM = InputForm(
    widget="math",
    label="Your basis",
    accepts="Any basis is right. Order and scale do not matter.",
    example="(1, 2, 0, 0), (0, 0, 1, 1)",
)


def question_view(**changes: object) -> practice.QuestionView:
    """Return the open question of the mock pages."""
    view = practice.QuestionView(
        id=QuestionId("q1"),
        concept=SPECIAL.id,
        concept_title=h("Special solutions"),
        mode="lesson",
        mode_text="Lesson",
        point_text="step 2 of 3: more than one free variable",
        rule_text="Two right in a row finish this step",
        statement=block(f"Give a basis of the null space of\n\n$${MATRIX}$$"),
        figure=Html(""),
        form=BASIS_FORM,
        options=(),
        draft=practice.Draft("", (), "text"),
        hints=(),
        hints_left=2,
        ticks=(practice.Tick("ok"), practice.Tick("now"), practice.Tick("todo")),
        number=2,
        client_token="token-1",
        active_ms=0,
        notice=None,
    )
    return replace(view, **changes)


def hinted_view() -> practice.QuestionView:
    """Return the question with text in the field and a hint shown."""
    return question_view(
        draft=practice.Draft("(-2, 1, 0, 0), (-2, 0, -2, 1", (), "text"),
        hints=(
            block("Reduce first. Columns without a pivot give the free variables: here $x_2$ and $x_4$."),
        ),
        hints_left=1,
    )


def choice_view() -> practice.QuestionView:
    """Return a question with one right choice."""
    options = ("$n-r$", "$m-r$", "$r$", "$n$")
    return question_view(
        statement=block(r"An $m\times n$ matrix has rank $r$. What is the dimension of its null space?"),
        form=InputForm(widget="choice", label="Your choice", accepts="One is right.", options=options),
        options=tuple(h(option) for option in options),
    )


def facts_view() -> practice.QuestionView:
    """Return a question that asks which statements hold."""
    options = (
        "The null space of $A$ always contains $0$.",
        "If $Ax=b$ has a solution, the solutions form a subspace.",
        "Row operations do not change the null space.",
    )
    return question_view(
        statement=block("Which of these hold for every matrix $A$?"),
        form=InputForm(
            widget="facts",
            label="Choose all that are true",
            accepts="Any number may be true.",
            options=options,
        ),
        options=tuple(h(option) for option in options),
        draft=practice.Draft("1", (), "text"),
    )


def matrix_view() -> practice.QuestionView:
    """Return a question with a grid."""
    return question_view(
        statement=block(r"Invert $\begin{bmatrix}2&1\\1&1\end{bmatrix}$."),
        form=InputForm(widget="matrix", label="The inverse", accepts="All entries exact.", rows=2, columns=2),
        draft=practice.Draft("[[1,-1],[,]]", (), "text"),
    )


def ordering_view() -> practice.QuestionView:
    """Return a question that asks for an order."""
    options = ("Compute the loss", "Zero the gradients", "Take the optimiser's step", "Run the backward pass")
    return question_view(
        statement=block("Put one step of training in order."),
        form=InputForm(
            widget="ordering", label="Your order", accepts="Any order that works is right.", options=options
        ),
        options=tuple(h(option) for option in options),
    )


def parts_view() -> practice.QuestionView:
    """Return a question with two fields inside the statement and one below it."""
    slot = '<span class="part-slot" data-part="{}"></span>'
    statement = block(
        "A layer maps a batch of shape $(32, 128)$ to $(32, 10)$ by $XW+b$. Its weight has shape X1 and its bias X2."
    )
    statement = Html(statement.replace("X1", slot.format("weight")).replace("X2", slot.format("bias")))
    return question_view(
        statement=statement,
        form=InputForm(
            widget="parts",
            label="",
            parts=(
                NamedForm("weight", InputForm("text", "Shape of the weight", "A tuple of sizes.", "(3, 4)")),
                NamedForm("bias", InputForm("text", "Shape of the bias", "A tuple of sizes.", "(3,)")),
                NamedForm("count", InputForm("math", "Number of parameters", "A whole number.", "12")),
            ),
        ),
        draft=practice.Draft("", (("weight", "(128, 10)"), ("bias", ""), ("count", "")), "text"),
    )
