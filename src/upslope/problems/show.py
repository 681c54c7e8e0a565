"""Write a value for the hole and the place it stands in."""

from enum import Enum
from fractions import Fraction

from upslope.checking import Expr
from upslope.checking.expr import Neg, Sum
from upslope.problems.formatted import formatted
from upslope.problems.holes import Hole
from upslope.problems.numerals import ShowError
from upslope.problems.places import Where
from upslope.problems.plain import kind_of, plain
from upslope.problems.tex import Tex


def show(value: object, hole: Hole, where: Where) -> str:
    """Return `value` as the hole and its place want it. Raises ShowError where there is no such form."""
    if isinstance(value, Enum):
        value = value.value
    text = formatted(value, hole.format, where) if hole.format is not None else plain(value, where)
    if hole.sign or hole.coefficient or hole.brackets:
        text = _joined(value, text, hole, where)
    return f"{{{text}}}" if where.bare else text


def _joined(value: object, text: str, hole: Hole, where: Where) -> str:
    if not where.is_math:
        raise ShowError(
            f"<<{hole.source}>> stands in {where.place}.", "Signs and coefficients belong in a formula."
        )
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Expr | Tex):
        raise ShowError(f"{kind_of(value)} has no sign.", "Write the hole without + * ( ).")
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
