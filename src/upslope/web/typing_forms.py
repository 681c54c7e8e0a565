"""List how answers are typed; the tests read every line with the checker itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TypedForm:
    """Hold one way to type something: the signs, and what they are read as, in Markdown."""

    typed: str
    means: str


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Hold the forms of one kind of answer; `kind` names the answer specification they suit."""

    title: str
    kind: str
    forms: tuple[TypedForm, ...]
    note: str = ""


GROUPS = (
    FormGroup(
        "Numbers",
        "number",
        (
            TypedForm("-3/4", r"$-\frac34$"),
            TypedForm("0.75", "a decimal, with a point"),
            TypedForm("2^-3", r"$2^{-3}$"),
            TypedForm("sqrt(2)/2", r"$\frac{\sqrt2}{2}$"),
            TypedForm("pi/4", r"$\frac{\pi}{4}$"),
            TypedForm("2 + 1/4", r"two and a quarter; `2 1/4` is asked about, because it could be a product"),
            TypedForm("2.5e-3", r"$0.0025$"),
        ),
        "A comma separates entries: write 1.5, not 1,5, and 1000 without a thousands sign.",
    ),
    FormGroup(
        "Formulas",
        "expression",
        (
            TypedForm("3x^2 - 2x + 1", r"$3x^2-2x+1$"),
            TypedForm("2(x+1)(x-1)", r"$2(x+1)(x-1)$"),
            TypedForm("(x+1)/(x-1)", r"$\frac{x+1}{x-1}$; without brackets only the nearest factors divide"),
            TypedForm("e^(2x)", r"$e^{2x}$; `e^2x` is $e^2\cdot x$"),
            TypedForm("exp(-x^2)", r"$e^{-x^2}$"),
            TypedForm("sin(x)^2", r"$\sin^2 x$"),
            TypedForm("ln(x)", r"$\ln x$"),
            TypedForm("abs(x)", r"$|x|$; `|x|` works too"),
            TypedForm("sqrt(x^2+1)", r"$\sqrt{x^2+1}$"),
        ),
        "Signs between letters may be left out: xy is x times y.",
    ),
    FormGroup(
        "Equations",
        "equation",
        (
            TypedForm("y = 2x - 1", r"$y=2x-1$"),
            TypedForm("x + 2y = 4", r"$x+2y=4$; any multiple of it is the same line"),
        ),
    ),
    FormGroup(
        "Vectors, bases, lists",
        "vector",
        (
            TypedForm("(1, 2, 3)", r"$(1,2,3)$"),
            TypedForm("[1, 2, 3]", "the same"),
        ),
        "Several vectors, as in a basis, are separated by commas: (1, 0, 2), (0, 1, 1).",
    ),
    FormGroup(
        "Matrices",
        "matrix",
        (TypedForm("[[1, 2], [3, 4]]", r"$\begin{bmatrix}1&2\\3&4\end{bmatrix}$, row by row"),),
        "Where the size is fixed there is a grid instead: arrow keys and Tab move between its cells.",
    ),
    FormGroup(
        "Intervals and inequalities",
        "interval",
        (
            TypedForm("(-1, 4]", r"$-1<x\le4$"),
            TypedForm("-1 < x <= 4", "the same"),
            TypedForm("x <= 3", r"$(-\infty,3]$"),
            TypedForm("(-inf, 0) or (2, inf)", "two pieces"),
        ),
    ),
    FormGroup(
        "Sets",
        "set",
        (TypedForm("{1, 2, 5}", "order does not matter"),),
    ),
    FormGroup(
        "Shapes of tensors",
        "shape",
        (TypedForm("(B, T, 64)", "names where the size has a name, numbers where it is known"),),
    ),
)
