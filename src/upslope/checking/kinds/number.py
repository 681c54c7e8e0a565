"""Check one number: exact, to decimal places, as a percentage, worked out to one fraction or decimal."""

from fractions import Fraction
from math import gcd

from flint import arb, fmpq

from upslope.checking.balls import PRECISIONS, evaluate_ball, precision
from upslope.checking.equality import WithoutValueError, equal_constants
from upslope.checking.exact import NotRationalError, NoValueError, evaluate
from upslope.checking.expr import Call, Expr, Neg, Num, Quotient, Sym, as_expr
from upslope.checking.kinds.base import Judgement, Kind, other_form, right, undecided, wrong
from upslope.checking.kinds.values import (
    expression,
    names_in,
    parsed,
    refuse_decimal_comma,
    typed_number,
    written_decimal,
)
from upslope.checking.printing_latex import to_latex
from upslope.checking.reading import InputForm
from upslope.checking.remarks import remark
from upslope.checking.spec import Number
from upslope.checking.structure import Relation, Tree
from upslope.checking.tokens import Source


class NumberKind(Kind[Number, Expr]):
    """Treat a number; `x = 11` is read as 11 if the specification names `x`."""

    def read(self, spec: Number, source: Source) -> Expr:
        refuse_decimal_comma(source)
        names = names_in([spec.value])
        tree = parsed(source, names | {spec.variable} if spec.variable else names)
        return expression(_without_name(tree, spec.variable), source, names, what="one number")

    def latex(self, spec: Number, read: Expr) -> str:
        return to_latex(read)

    def remark(self, read: Expr, source: Source) -> str:
        return remark(read, source)

    def judge(self, spec: Number, read: Expr, *, sample_seed: int) -> Judgement:
        reference = as_expr(spec.value)
        decision = equal_constants(reference, read, sample_seed=sample_seed)
        if decision.equal:
            return self._form(spec, read, decision.method)
        if spec.places is not None and written_decimal(read):
            return _rounded(spec.places, reference, read)
        if decision.equal is None:
            return undecided(decision.method)
        return wrong(decision.method, _remark(spec, reference, read))

    def form(self, spec: Number) -> InputForm:
        return InputForm(
            "math", "Your answer", _accepts(spec), _example(spec), keys=(r"\frac{□}{□}", r"\sqrt{□}")
        )

    def _form(self, spec: Number, read: Expr, method: str) -> Judgement:
        if spec.fraction and not is_worked_out(read):
            message = (
                "The value is right. Work it out to one number: a fraction in lowest terms, or a decimal."
            )
            return other_form(method, message)
        return right(method)


def is_worked_out(tree: Expr) -> bool:
    """Tell whether a tree is one number: an integer, a decimal, or a fraction in lowest terms.

    Signs may stand in front, above and below the bar.
    """
    if isinstance(tree, Neg):
        tree = tree.of
    if isinstance(tree, Quotient):
        over, under = _size(tree.over), _size(tree.under)
        return over is not None and under is not None and under > 1 and gcd(over, under) == 1
    return isinstance(tree, Num)


def _size(tree: Expr) -> int | None:
    """Return the size of a typed integer, signed or not; None for anything else."""
    if isinstance(tree, Neg):
        tree = tree.of
    return int(tree.value) if isinstance(tree, Num) and not tree.written else None


def _without_name(tree: Tree, variable: str) -> Tree:
    """Return the right side of `x = 11`, or the left one of `11 = x`, if x is the variable asked."""
    if variable and isinstance(tree, Relation) and tree.signs == ("=",):
        left, right_side = tree.operands
        if isinstance(left, Sym) and left.name == variable:
            return right_side
        if isinstance(right_side, Sym) and right_side.name == variable:
            return left
    return tree


def _rounded(places: int, reference: Expr, read: Expr) -> Judgement:
    """Compare after rounding both to the places; at a tie either neighbour is right."""
    wanted, given = rounded(reference, places), rounded(read, places)
    if wanted is None or given is None:
        return undecided()
    if set(wanted) & set(given):
        return right(f"equal at {places} decimal places")
    digits = _typed_places(read)
    if digits is not None and digits < places:
        shorter = rounded(reference, digits)
        exact_value = _value(read)
        if shorter and exact_value is not None and exact_value * 10**digits in shorter:
            return wrong("rounded", f"This is right to {_places(digits)}. Asked are {_places(places)}.")
    if abs(given[0] - wanted[0]) <= 5:
        return wrong("rounded", "Close, but the last places differ. Round only at the end.")
    if _is_hundredfold(reference, read, places):
        return wrong("rounded", "This is 100 times the answer. If you mean percent, type `%` after it.")
    opposite = rounded(-reference, places)
    same = opposite is not None and set(opposite) & set(given)
    return wrong("rounded", "The sign is the other one." if same else "")


def rounded(tree: Expr, places: int) -> tuple[int, ...] | None:
    """Return the value times 10^places, rounded half away from zero; both neighbours at an exact tie.

    None if the value is not real or cannot be told. Raises WithoutValueError for 1/0.
    """
    value = _value(tree)
    if value is None:
        return _rounded_ball(tree, places)
    scaled = value * 10**places
    low = (scaled + Fraction(1, 2)).__floor__()
    return (low, low - 1) if (scaled + Fraction(1, 2)).denominator == 1 else (low,)


def _rounded_ball(tree: Expr, places: int) -> tuple[int, ...] | None:
    for bits in PRECISIONS:
        with precision(bits):
            value = evaluate_ball(tree, {})
            if not value.is_finite() or not value.imag.contains(0):
                continue
            nearest = (value.real * arb(10) ** places + arb(fmpq(1, 2))).floor().unique_fmpz()
            if nearest is not None:
                return (int(nearest),)
    return None


def _value(tree: Expr) -> Fraction | None:
    try:
        return evaluate(tree)
    except NoValueError as error:
        raise WithoutValueError(str(error)) from error
    except NotRationalError:
        return None


def _typed_places(read: Expr) -> int | None:
    """Return how many decimal places were typed, if one decimal number was."""
    number = typed_number(read)
    extra = 0
    if number is None and isinstance(read, Call) and read.name == "percent":
        number, extra = typed_number(read.arguments[0]), 2
    if number is None or "e" in number.written.lower():
        return None
    return extra + len(number.written.partition(".")[2])


def _places(count: int) -> str:
    return "one decimal place" if count == 1 else f"{count} decimal places"


def _is_hundredfold(reference: Expr, read: Expr, places: int) -> bool:
    wanted, given = rounded(reference * 100, max(places - 2, 0)), rounded(read, max(places - 2, 0))
    return bool(wanted and given and set(wanted) & set(given))


def _remark(spec: Number, reference: Expr, read: Expr) -> str:
    """Return a sentence for a mistake that is common with numbers, or nothing."""
    if is_rounding(reference, read):
        return "This is rounded. Asked is the exact value."
    if equal_constants(-reference, read).equal:
        return "The sign is the other one."
    if _value(reference) != 0 and equal_constants(1 / reference, read).equal:
        return "This is the reciprocal of the answer."
    if equal_constants(reference * 100, read).equal:
        return "This is 100 times the answer. If you mean percent, type `%` after it."
    return ""


def is_rounding(reference: Expr, read: Expr) -> bool:
    """Tell whether a typed decimal is the value rounded to as many places."""
    typed = typed_number(read)
    places = len(typed.written.partition(".")[2]) if typed is not None else 0
    if not places or reference.symbols:
        return False
    wanted, given = rounded(reference, places), rounded(read, places)
    return bool(wanted and given and set(wanted) & set(given))


def _accepts(spec: Number) -> str:
    if spec.fraction:
        return "One number, worked out: a fraction in lowest terms such as `-3/4`, or an exact decimal."
    if spec.places is not None:
        percent = " A percentage with `%` is read too." if spec.percent else ""
        where = "a whole number" if spec.places == 0 else f"a decimal with {_places(spec.places)}"
        return f"An exact value, or {where}.{percent}"
    if spec.percent:
        return "An exact value: a fraction, a decimal, or a percentage with `%`."
    return "An exact value: `1/2` and `0.5` are both right, a rounded decimal is not."


def _example(spec: Number) -> str:
    if spec.fraction:
        return "-3/4"
    if spec.places:
        return "0." + "125000000000"[: spec.places]
    return "12.5 %" if spec.percent else "3/8"
