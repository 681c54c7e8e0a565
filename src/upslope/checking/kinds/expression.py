"""Check an expression in letters, on its domain and in its form."""

import re
from fractions import Fraction

from flint import arb

from upslope.checking.balls import evaluate_ball, precision
from upslope.checking.equality import WithoutValueError, equal
from upslope.checking.expr import Expr, Sym, Value, as_expr
from upslope.checking.forms import has_form, request
from upslope.checking.functions import GREEK
from upslope.checking.kinds.base import Judgement, Kind, other_form, right, undecided, wrong
from upslope.checking.kinds.values import expression, parsed, refuse_decimal_comma
from upslope.checking.points import Bounds
from upslope.checking.printing_latex import to_latex
from upslope.checking.reading import InputForm
from upslope.checking.remarks import remark
from upslope.checking.residues import VanishingError, compare
from upslope.checking.spec import Expression
from upslope.checking.structure import Relation, Tree
from upslope.checking.tokens import Source, UnreadableError

_FACTORS = (Fraction(2), Fraction(1, 2), Fraction(3), Fraction(1, 3), Fraction(4), Fraction(1, 4))
_NAMED = re.compile(
    rf"\s*\\?(?P<name>{'|'.join(GREEK)}|[^\W\d_])(?:_\{{?\w+\}}?)?\s*"
    r"(?P<of>(?:\\left)?\(\s*[\w\s,]+(?:\\right)?\))?\s*"
)
"""A letter, or a function of letters such as `f(x)`, that may stand before an equals sign."""


class ExpressionKind(Kind[Expression, Expr]):
    """Treat an expression; letters that the problem does not use are not read."""

    def read(self, spec: Expression, source: Source) -> Expr:
        names = names_of(spec)
        if not names:
            refuse_decimal_comma(source)
        tree = parsed(source, names)
        _refuse_equation(tree, source, names)
        return expression(tree, source, names, what="one expression")

    def latex(self, spec: Expression, read: Expr) -> str:
        return to_latex(read)

    def remark(self, read: Expr, source: Source) -> str:
        return remark(read, source)

    def judge(self, spec: Expression, read: Expr, *, sample_seed: int) -> Judgement:
        bounds = bounds_of(spec)
        decision = equal(spec.value, read, bounds, sample_seed=sample_seed)
        if decision.equal is None:
            return undecided(decision.method)
        if not decision.equal:
            return wrong(decision.method, _remark(spec.value, read, bounds))
        if not has_form(spec.form, read):
            return other_form(decision.method, f"The value is right. Asked is {request(spec.form)}")
        return right(decision.method)

    def form(self, spec: Expression) -> InputForm:
        names = sorted(names_of(spec))
        example = f"3{names[0]}^2/2 - sqrt({names[0]})" if names else "7/2 - sqrt(6)"
        accepts = _capital(request(spec.form)) if spec.form else "Any equal expression is right."
        keys = (r"\frac{□}{□}", r"□^{□}", r"\sqrt{□}", *(to_latex(Sym(name)) for name in names))
        return InputForm("math", "Your expression", accepts, example, keys=keys)


def names_of(spec: Expression) -> frozenset[str]:
    """Return the letters a response may use."""
    return frozenset(spec.variables) | spec.value.symbols


def bounds_of(spec: Expression) -> tuple[Bounds, ...]:
    """Return the declared domain."""
    bounds = {name: Bounds(name, low=Fraction(0)) for name in spec.positive}
    for declared in spec.domain:
        low = None if declared.low is None else _fraction(declared.low, above=True)
        high = None if declared.high is None else _fraction(declared.high, above=False)
        bounds[declared.variable] = Bounds(declared.variable, low, high, declared.integer)
    return tuple(bounds.values())


def _fraction(end: Value, *, above: bool) -> Fraction:
    """Return an end of a range; an irrational one is rounded into the range."""
    try:
        return as_expr(end).evaluate()
    except ValueError:
        pass
    with precision(128):
        value = evaluate_ball(as_expr(end), {}).real
        scaled = value * arb(2) ** 40
        whole = (scaled.ceil() if above else scaled.floor()).unique_fmpz()
    if whole is None:
        raise ValueError(f"{end} is no end of a range")
    return Fraction(int(whole), 1 << 40)


def _refuse_equation(tree: Tree, source: Source, names: frozenset[str]) -> None:
    """Refuse `y = …` and `f(x) = …` with the right side as the mend; `2y = …` has none."""
    if isinstance(tree, Relation) and tree.signs == ("=",):
        left, _, right_side = source.text.partition("=")
        named = _NAMED.fullmatch(left)
        is_name = named is not None and not (named["of"] and named["name"] in names)
        mended = right_side.strip() if is_name else ""
        raise UnreadableError(
            "This is an equation. Asked is the expression alone.", tree.span, suggestion=mended
        )


def _remark(reference: Expr, read: Expr, bounds: tuple[Bounds, ...]) -> str:
    """Return a sentence for a mistake that is common with expressions, or nothing."""
    try:
        if equal(-reference, read, bounds).equal:
            return "The sign is the other one."
        if not reference.symbols:
            return ""
        for factor in _FACTORS:
            if compare(reference * as_expr(factor), read):
                return f"This is ${to_latex(as_expr(factor))}$ times the answer."
        if compare(1 / reference, read):
            return "This is the reciprocal of the answer."
        if _differ_by_constant(reference, read):
            return "This differs from the answer by a constant."
    except (VanishingError, WithoutValueError):
        pass
    return ""


def _differ_by_constant(reference: Expr, read: Expr) -> bool:
    """Tell whether the difference has a derivative that vanishes identically."""
    try:
        return any(
            bool(compare(reference.derivative(name), read.derivative(name))) for name in reference.symbols
        ) and all(
            compare(reference.derivative(n), read.derivative(n)) for n in reference.symbols | read.symbols
        )
    except ValueError:
        return False


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
