"""Print expressions and matrices as LaTeX that KaTeX sets and our own reader reads back.

A fraction inside a fraction or an exponent is written `9/1000`; matrices stand in square brackets.
"""

from fractions import Fraction

from upslope.checking.expr import (
    Call,
    Const,
    Expr,
    Neg,
    Num,
    Power,
    Product,
    Quotient,
    Sum,
    Sym,
    Value,
    as_expr,
)
from upslope.checking.functions import FUNCTIONS, GREEK
from upslope.checking.matrix import Matrix
from upslope.checking.printing import number_text, rank

_CONSTANTS = {"pi": r"\pi", "e": "e", "i": "i", "infinity": r"\infty"}
_RAISED = frozenset(("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "ln"))
"""Functions whose power is written on the name: sin^2 x."""
_NEG, _PRODUCT, _QUOTIENT, _POWER, _ATOM = range(1, 6)
_GREEK = frozenset(GREEK)


def to_latex(tree: Expr, small: bool = False) -> str:
    """Return LaTeX of a tree; `small` writes fractions of numbers on one line."""
    match tree:
        case Num():
            return number_text(tree)
        case Const(name=name):
            return _CONSTANTS[name]
        case Sym(name=name):
            return name_latex(name)
        case Sum(terms=terms):
            return _sum_latex(terms, small)
        case Neg(of=of):
            return "-" + _wrapped(of, _PRODUCT, small)
        case Product(factors=factors):
            return _product_latex(factors, small)
        case Quotient(over=over, under=under):
            return _quotient_latex(over, under, small)
        case Power(base=base, exponent=exponent):
            return _power_latex(base, exponent, small)
        case Call():
            return _call_latex(tree, small)
        case _:
            raise ValueError(f"{type(tree).__name__} is no node of an expression")


def name_latex(name: str) -> str:
    """Return LaTeX of a name: Greek by its command, longer names upright, what follows `_` below."""
    head, _, below = name.partition("_")
    shown = _upright(head)
    if not below:
        return shown
    return f"{shown}_{{{below if below.isdigit() else _upright(below)}}}"


def _upright(word: str) -> str:
    if word in _GREEK:
        return "\\" + word
    return word if len(word) == 1 else rf"\mathrm{{{word}}}"


def value_latex(value: Value) -> str:
    """Return LaTeX of an author's value."""
    return to_latex(as_expr(value))


def matrix_latex(matrix: Matrix) -> str:
    """Return a bmatrix."""
    return grid_latex(matrix.rows)


def grid_latex(rows: tuple[tuple[Value, ...], ...]) -> str:
    """Return rows of values as a bmatrix."""
    lines = (" & ".join(value_latex(entry) for entry in row) for row in rows)
    return r"\begin{bmatrix}" + r"\\ ".join(lines) + r"\end{bmatrix}"


def column_latex(entries: tuple[Value, ...]) -> str:
    """Return a vector as a column."""
    return grid_latex(tuple((entry,) for entry in entries))


def row_latex(entries: tuple[Value, ...]) -> str:
    """Return values as a tuple in round brackets."""
    return "(" + ", ".join(value_latex(entry) for entry in entries) + ")"


def fraction_latex(value: Fraction | int) -> str:
    """Return LaTeX of an exact number."""
    return value_latex(value)


def bracketed(inner: str) -> str:
    """Return the text in round brackets, stretched if something tall stands inside."""
    tall = any(mark in inner for mark in (r"\frac", r"\left", r"\begin", r"\sqrt[", r"\binom"))
    return rf"\left({inner}\right)" if tall else f"({inner})"


def _wrapped(tree: Expr, least: int, small: bool) -> str:
    latex = to_latex(tree, small)
    held = rank(tree)
    if isinstance(tree, Quotient) and least == _POWER and not _on_one_line(tree, small):
        held = _POWER  # a set fraction is closed on all sides
    return latex if held >= least else bracketed(latex)


def _on_one_line(tree: Quotient, small: bool) -> bool:
    return small and isinstance(tree.over, Num) and isinstance(tree.under, Num)


def _sum_latex(terms: tuple[Expr, ...], small: bool) -> str:
    parts = [_wrapped(terms[0], _NEG, small)]
    for term in terms[1:]:
        if isinstance(term, Neg):
            parts.append(" - " + _wrapped(term.of, _PRODUCT, small))
        elif isinstance(term, Call) and term.name == "plusminus":
            parts.append(r" \pm " + _wrapped(term.arguments[0], _PRODUCT, small))
        else:
            parts.append(" + " + _wrapped(term, _PRODUCT, small))
    return "".join(parts)


def _product_latex(factors: tuple[Expr, ...], small: bool) -> str:
    joined, before = _wrapped(factors[0], _POWER, small), factors[0]
    for factor in factors[1:]:
        latex = _wrapped(factor, _POWER, small)
        joined += _sign_between(before, factor, latex) + latex
        before = factor
    return joined


def _sign_between(before: Expr, factor: Expr, latex: str) -> str:
    """Return what separates two factors: a dot wherever standing side by side could be misread."""
    plain_number = isinstance(before, Num)
    if latex[0].isdigit() or isinstance(factor, Neg) or (plain_number and isinstance(factor, Quotient)):
        return r" \cdot "
    side_by_side = isinstance(before, Num | Sum) or latex.startswith(("(", r"\left"))
    return "" if side_by_side else " "


def _quotient_latex(over: Expr, under: Expr, small: bool) -> str:
    tree = Quotient(over, under)
    if _on_one_line(tree, small):
        return f"{to_latex(over)}/{to_latex(under)}"
    return rf"\frac{{{to_latex(over, True)}}}{{{to_latex(under, True)}}}"


def _power_latex(base: Expr, exponent: Expr, small: bool) -> str:
    raised = "^{" + to_latex(exponent, True) + "}"
    if isinstance(base, Call) and base.name in _RAISED and _is_count(exponent):
        return FUNCTIONS[base.name].latex + raised + bracketed(to_latex(base.arguments[0], small))
    if isinstance(base, Call) and base.name not in ("abs", "sqrt", "floor", "ceil"):
        return bracketed(to_latex(base, small)) + raised
    return _wrapped(base, _ATOM, small) + raised


def _is_count(exponent: Expr) -> bool:
    return isinstance(exponent, Num) and exponent.value.denominator == 1 and exponent.value > 1


def _call_latex(call: Call, small: bool) -> str:
    inner = [to_latex(argument, small) for argument in call.arguments]
    match call.name, inner:
        case "sqrt", [of]:
            return rf"\sqrt{{{of}}}"
        case "root", [of, degree]:
            kept = f"{{{degree}}}" if "[" in degree else degree
            return rf"\sqrt[{kept}]{{{of}}}"
        case "abs", [of]:
            return rf"\left|{of}\right|"
        case ("floor" | "ceil") as name, [of]:
            return rf"\left\l{name} {of}\right\r{name}"
        case "binomial", [n, k]:
            return rf"\binom{{{n}}}{{{k}}}"
        case "log", [of, base]:
            return rf"\log_{{{base}}}{bracketed(of)}"
        case "factorial", _:
            return _wrapped(call.arguments[0], _ATOM, small) + "!"
        case "percent", _:
            return _wrapped(call.arguments[0], _ATOM, small) + r"\,\%"
        case "plusminus", _:
            return r"\pm " + _wrapped(call.arguments[0], _PRODUCT, small)
        case name, _:
            latex = FUNCTIONS[name].latex or rf"\operatorname{{{name}}}"
            return latex + bracketed(", ".join(inner))
