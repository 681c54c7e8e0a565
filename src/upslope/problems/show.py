"""Write a value for the place it stands in, one function per type.

TeX inside formulas, words or digits in prose, Python literals in code. What has no sensible form in a place
(a truth value in prose, a matrix outside a formula) is a ShowError, never a guess.
"""

import re
from collections.abc import Callable, Sequence
from enum import Enum
from fractions import Fraction

from upslope.checking import Expr, Matrix
from upslope.checking.expr import Neg, Sum
from upslope.problems.figure import Figure
from upslope.problems.formats import Format
from upslope.problems.holes import Hole
from upslope.problems.numerals import (
    ShowError,
    cardinal,
    decimal_digits,
    numeral,
    ordinal,
    percent,
    rounded_digits,
    scientific,
)
from upslope.problems.places import Place, Where
from upslope.problems.rounding import rounded_value
from upslope.problems.tex import Tex

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$&^:\"'])")
_TEX_TEXT = re.compile(r"([#$%&_{}])")
FIGURE_MARK = "\u27e6figure\u27e7"


def show(value: object, hole: Hole, where: Where) -> str:
    """Return `value` as the hole and its place want it. Raises ShowError where there is no such form."""
    if isinstance(value, Enum):
        value = value.value
    if hole.format is not None:
        text = _FORMATTERS[hole.format.name](value, hole.format, where)
    else:
        text = _plain(value, where)
    if hole.sign or hole.coefficient or hole.brackets:
        text = _joined(value, text, hole, where)
    return f"{{{text}}}" if where.bare else text


def _joined(value: object, text: str, hole: Hole, where: Where) -> str:
    if not where.is_math:
        raise ShowError(
            f"<<{hole.source}>> stands in {where.place}.", "Signs and coefficients belong in a formula."
        )
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Expr | Tex):
        raise ShowError(f"{_kind(value)} has no sign.", "Write the hole without + * ( ).")
    if hole.brackets:
        return bracketed(text) if _is_sum(value, text) or text.startswith("-") else text
    if hole.coefficient:
        text = {"1": "", "-1": "-"}.get(text, text)
        if _is_sum(value, text):
            text = bracketed(text)
    if hole.sign:
        text = f"- {text[1:]}" if text.startswith("-") else f"+ {text}"
    return text


def _is_sum(value: object, tex: str) -> bool:
    """Return whether a value is a sum of several terms, which a factor or a sign must not tear apart."""
    if isinstance(value, Expr):
        return isinstance(value.of if isinstance(value, Neg) else value, Sum)
    depth = 0
    for index, sign in enumerate(tex if isinstance(value, Tex) else ""):
        depth += {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}.get(sign, 0)
        if depth == 0 and sign in "+-" and index:
            return True
    return False


def bracketed(tex: str) -> str:
    """Return TeX in brackets that are as tall as it is."""
    tall = r"\frac" in tex or r"\begin" in tex
    return rf"\left({tex}\right)" if tall else f"({tex})"


def _plain(value: object, where: Where) -> str:
    for kinds, writer in _WRITERS:
        if isinstance(value, kinds):
            return writer(value, where)
    raise ShowError(f"{_kind(value)} cannot be shown.", "Add a derived property of a type that can.")


def _kind(value: object) -> str:
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
    return _MARKDOWN.sub(r"\\\1", text.replace("\n", " "))


def _code(text: str) -> str:
    if "`" in text or "~~~" in text:
        raise ShowError(f"{text!r} would end the code.", "Take out the backticks.")
    return text


def _expr(value: Expr, where: Where) -> str:
    if where.place is Place.CODE:
        return value.text().replace("^", "**")
    tex = value.latex()
    return tex if where.is_math else f"${tex}$"


def _matrix(value: Matrix, where: Where) -> str:
    return _array(value, where, "bmatrix")


def _array(value: Matrix, where: Where, environment: str, columns: str = "") -> str:
    if where.place is Place.CODE:
        return "[" + ", ".join(_tuple_code(row, "[]") for row in value.rows) + "]"
    if not where.is_math:
        raise ShowError("A matrix stands outside a formula.", "Put it between dollar signs.")
    inner = Where(where.place)
    rows = r" \\ ".join(" & ".join(_plain(entry, inner) for entry in row) for row in value.rows)
    return rf"\begin{{{environment}}}{columns} {rows} \end{{{environment}}}"


def _sequence(value: Sequence[object], where: Where) -> str:
    if not value:
        raise ShowError("An empty tuple cannot be shown.", "Ask <<if name>> first.")
    if where.place is Place.CODE:
        return _tuple_code(value, "()")
    if all(isinstance(item, tuple) for item in value):
        return ", ".join(_sequence(item, where) for item in value if isinstance(item, tuple))
    if where.place is Place.DISPLAY and not where.nested and not any(isinstance(v, str) for v in value):
        return _column(value, where)
    return "(" + ", ".join(_plain(item, where) for item in value) + ")"


def _tuple_code(value: Sequence[object], brackets: str) -> str:
    where = Where(Place.CODE)
    trailing = "," if len(value) == 1 and brackets == "()" else ""
    return brackets[0] + ", ".join(_plain(item, where) for item in value) + trailing + brackets[1]


def _column(value: Sequence[object], where: Where) -> str:
    inner = Where(where.place)
    rows = r" \\ ".join(_plain(item, inner) for item in value)
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


def exact(value: object) -> Fraction:
    """Return a value as the rational number it is. Raises ShowError if it is none."""
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, Expr):
        try:
            return value.evaluate()
        except ValueError:
            mend = "Show it as it is, or round it: <<name:3 places>>."
            raise ShowError(f"{value.text()} is no rational number.", mend) from None
    raise ShowError(f"{_kind(value)} is no number.", "Use this format on a number.")


def whole(value: object) -> int:
    """Return a value as an integer. Raises ShowError if it is none."""
    number = exact(value)
    if number.denominator != 1:
        raise ShowError(f"{number} is no whole number.", "Use this format on an integer.")
    return number.numerator


def _places(value: object, form: Format, where: Where) -> str:
    number = rounded_value(value, form.count) if isinstance(value, Expr) else exact(value)
    return numeral(rounded_digits(number, form.count), where.place)


def _decimal(value: object, form: Format, where: Where) -> str:
    return numeral(decimal_digits(exact(value)), where.place)


def _in_words(value: object, form: Format, where: Where) -> str:
    _need_prose(form, where)
    text = cardinal(whole(value), where.place)
    return text[0].upper() + text[1:] if form.name == "Words" else text


def _ordinal(value: object, form: Format, where: Where) -> str:
    _need_prose(form, where)
    return ordinal(whole(value))


def _plural(value: object, form: Format, where: Where) -> str:
    _need_prose(form, where)
    number = whole(value)
    return f"{numeral(str(number), where.place)} {form.forms[0] if abs(number) == 1 else form.forms[1]}"


def _need_prose(form: Format, where: Where) -> None:
    if where.place not in (Place.PROSE, Place.TEXT):
        raise ShowError(f":{form} stands in {where.place}.", "Words belong in prose, or in \\text{…}.")


def _need_math(form: Format, where: Where) -> None:
    if not where.is_math:
        raise ShowError(f":{form} stands in {where.place}.", "Put it between dollar signs.")


def _vector(value: object, form: Format, where: Where) -> str:
    _need_math(form, where)
    if not isinstance(value, tuple | list) or not value or any(isinstance(v, tuple | list) for v in value):
        raise ShowError(f"{_kind(value)} is no vector.", f"Use :{form} on a tuple of numbers.")
    if form.name == "column":
        return _column(value, where)
    inner = Where(where.place)
    return r"\begin{bmatrix} " + " & ".join(_plain(v, inner) for v in value) + r" \end{bmatrix}"


def _matrix_format(value: object, form: Format, where: Where) -> str:
    _need_math(form, where)
    if not isinstance(value, Matrix):
        raise ShowError(f"{_kind(value)} is no matrix.", f"Use :{form} on a matrix.")
    if form.name == "det":
        return _array(value, where, "vmatrix")
    columns = f"{{{'c' * (value.width - 1)}|c}}"
    return rf"\left[{_array(value, where, 'array', columns)}\right]"


def _list(value: object, form: Format, where: Where) -> str:
    if not isinstance(value, tuple | list) or not value:
        raise ShowError(
            f"{_kind(value)} is no list of names.", f"Use :{form} on a tuple with at least one item."
        )
    items = [_item(item, where) for item in value]
    if form.name in ("list", "set"):
        text = ", ".join(items)
        return _braced(text, where) if form.name == "set" else text
    joint = rf" \text{{ {form.name} }} " if where.is_math else f" {form.name} "
    return ", ".join(items[:-1]) + joint + items[-1] if len(items) > 1 else items[0]


def _braced(text: str, where: Where) -> str:
    if where.place is Place.CODE:
        return f"{{{text}}}"
    return rf"\{{{text}\}}"  # a backslash makes plain braces of them in Markdown too


def _item(item: object, where: Where) -> str:
    if isinstance(item, str) and where.place is Place.PROSE:
        return f"${item}$"
    return _plain(item, Where(Place.FORMULA, nested=where.nested) if where.is_math else where)


_FORMATTERS: dict[str, Callable[[object, Format, Where], str]] = {
    "percent": lambda value, _, where: percent(exact(value), where.place),
    "scientific": lambda value, _, where: scientific(exact(value), where.place),
    "decimal": _decimal,
    "places": _places,
    "words": _in_words,
    "Words": _in_words,
    "ordinal": _ordinal,
    "plural": _plural,
    "column": _vector,
    "row": _vector,
    "det": _matrix_format,
    "augmented": _matrix_format,
    "and": _list,
    "or": _list,
    "list": _list,
    "set": _list,
}
