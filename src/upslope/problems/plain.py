"""Write a value without a format, one function per type.

TeX inside formulas, words or digits in prose, Python literals in code. What has no sensible form in a
place (a truth value in prose, a matrix outside a formula) is a ShowError, never a guess.
"""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from upslope.checking import Expr, Matrix
from upslope.problems.figure import Figure
from upslope.problems.numerals import ShowError, numeral
from upslope.problems.places import Place, Where
from upslope.problems.pythonic import python_form
from upslope.problems.tex import Tex

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$&^:=\"'])")
_TEX_TEXT = re.compile(r"([#$%&_{}])")
FIGURE_MARK = "\u27e6figure\u27e7"


def plain(value: object, where: Where) -> str:
    """Return a value as its place wants it. Raises ShowError where it has no form there."""
    for kinds, writer in _WRITERS:
        if isinstance(value, kinds):
            return writer(value, where)
    raise ShowError(f"{kind_of(value)} cannot be shown.", "Add a derived property of a type that can.")


def kind_of(value: object) -> str:
    """Return what to call a value in a complaint."""
    if isinstance(value, bool):
        return "A truth value"
    if isinstance(value, float):
        return f"The float {value!r}"
    return f"A value of type {type(value).__name__}" if not callable(value) else "A method"


def _truth(value: bool, where: Where) -> str:
    if where.place is Place.CODE:
        return str(value)
    raise ShowError("A truth value has no words of its own.", "Write <<if name>> … <<else>> … <<end>>.")


def _integer(value: int, where: Where) -> str:
    return numeral(str(value), where.place)


def _fraction(value: Fraction, where: Where) -> str:
    if value.denominator == 1:
        return _integer(value.numerator, where)
    over, under = (numeral(str(n), where.place) for n in (abs(value.numerator), value.denominator))
    sign = numeral("-1", where.place)[:-1] if value < 0 else ""
    if where.is_math and not where.nested:
        return rf"{sign}\frac{{{over}}}{{{under}}}"
    return f"{sign}{over}/{under}"


def _text(value: str, where: Where) -> str:
    if "\u27e6" in value or "\u27e7" in value:
        raise ShowError("A text holds the engine's own marks ⟦ ⟧.", "Take them out.")
    if where.place is Place.CODE:
        return _code(value)
    if where.is_math:
        if "$" in value:
            raise ShowError(f"{value!r} would end the formula.", "Take out the dollar sign.")
        return value
    if where.place is Place.TEXT:
        return _TEX_TEXT.sub(r"\\\1", value)
    return f"${value}$" if isinstance(value, Tex) else escape_markdown(value)


def escape_markdown(text: str) -> str:
    """Return plain text as Markdown that reads as this text and nothing else."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _code(text: str) -> str:
    if "`" in text or "~~~" in text:
        raise ShowError(f"{text!r} would end the code.", "Take out the backticks.")
    return text


def _expr(value: Expr, where: Where) -> str:
    if where.place is Place.CODE:
        return python_form(value)
    tex = value.latex()
    return tex if where.is_math else f"${tex}$"


def _matrix(value: Matrix, where: Where) -> str:
    return array(value, where, "bmatrix")


def array(value: Matrix, where: Where, environment: str, columns: str = "") -> str:
    """Return a matrix in an environment of LaTeX, nested lists in code."""
    if where.place is Place.CODE:
        return "[" + ", ".join(_tuple_code(row, "[]") for row in value.rows) + "]"
    if not where.is_math:
        raise ShowError("A matrix stands outside a formula.", "Put it between dollar signs.")
    inner = Where(where.place)
    rows = r" \\ ".join(" & ".join(plain(entry, inner) for entry in row) for row in value.rows)
    return rf"\begin{{{environment}}}{columns} {rows} \end{{{environment}}}"


def _sequence(value: Sequence[object], where: Where) -> str:
    if not value:
        raise ShowError("An empty tuple cannot be shown.", "Ask <<if name>> first.")
    if where.place is Place.CODE:
        return _tuple_code(value, "()")
    if all(isinstance(item, tuple) for item in value):
        return ", ".join(_sequence(item, where) for item in value if isinstance(item, tuple))
    if where.place is Place.DISPLAY and not where.nested and not any(isinstance(v, str) for v in value):
        return column(value, where)
    return "(" + ", ".join(plain(item, where) for item in value) + ")"


def _tuple_code(value: Sequence[object], brackets: str) -> str:
    where = Where(Place.CODE)
    trailing = "," if len(value) == 1 and brackets == "()" else ""
    return brackets[0] + ", ".join(plain(item, where) for item in value) + trailing + brackets[1]


def column(value: Sequence[object], where: Where) -> str:
    """Return a vector as a column in brackets."""
    inner = Where(where.place)
    rows = r" \\ ".join(plain(item, inner) for item in value)
    return rf"\begin{{bmatrix}} {rows} \end{{bmatrix}}"


def _figure(value: Figure, where: Where) -> str:
    if where.place is not Place.PROSE or not where.line_start:
        raise ShowError("A figure stands inside a line.", "Give <<figure>> a line of its own.")
    return FIGURE_MARK


_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[..., str]], ...] = (
    (bool, _truth),
    (int, _integer),
    (Fraction, _fraction),
    (str, _text),
    (Matrix, _matrix),
    (Expr, _expr),
    ((tuple, list), _sequence),
    (Figure, _figure),
)
