"""Write a value in a format the hole asks for: places, percent, words, columns, lists."""

from collections.abc import Callable
from fractions import Fraction

from upslope.checking import Expr, Matrix
from upslope.problems.formats import Format
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
from upslope.problems.plain import array, column, kind_of, plain
from upslope.problems.rounding import rounded_value


def formatted(value: object, form: Format, where: Where) -> str:
    """Return the value in a format. Raises ShowError where value, format and place do not fit."""
    return _FORMATTERS[form.name](value, form, where)


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
    raise ShowError(f"{kind_of(value)} is no number.", "Use this format on a number.")


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
        raise ShowError(f"{kind_of(value)} is no vector.", f"Use :{form} on a tuple of numbers.")
    if form.name == "column":
        return column(value, where)
    inner = Where(where.place)
    return r"\begin{bmatrix} " + " & ".join(plain(v, inner) for v in value) + r" \end{bmatrix}"


def _matrix_format(value: object, form: Format, where: Where) -> str:
    _need_math(form, where)
    if not isinstance(value, Matrix):
        raise ShowError(f"{kind_of(value)} is no matrix.", f"Use :{form} on a matrix.")
    if form.name == "det":
        return array(value, where, "vmatrix")
    columns = f"{{{'c' * (value.width - 1)}|c}}"
    return rf"\left[{array(value, where, 'array', columns)}\right]"


def _list(value: object, form: Format, where: Where) -> str:
    if not isinstance(value, tuple | list) or not value:
        raise ShowError(
            f"{kind_of(value)} is no list of names.", f"Use :{form} on a tuple with at least one item."
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
    return plain(item, Where(Place.FORMULA, nested=where.nested) if where.is_math else where)


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
