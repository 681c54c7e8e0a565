"""Draw inequalities in one variable whose solution sets are known by construction."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from upslope.checking import Expr, Piece
from upslope.core.rng import Rng
from upslope.problems.objects.algebra import polynomial, polynomial_expr, whole_roots
from upslope.problems.objects.integers import attempt, nonzero

Kind = Literal["linear", "absolute", "quadratic", "double"]
_TEX = {"<": "<", ">": ">", "<=": r"\le", ">=": r"\ge"}
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Inequality:
    """Hold left (sign) right with its solutions; `tex` is the whole inequality.

    For "double", which reads low (sign) left (sign) right, `low` is the left bound, else None.
    """

    left: Expr
    sign: str
    right: int
    pieces: tuple[Piece, ...]
    kind: Kind
    low: int | None = None

    @property
    def tex(self) -> str:
        """Return the inequality in LaTeX."""
        sign = _TEX[self.sign]
        left = rf"\left|{self.left.latex()}\right|" if self.kind == "absolute" else self.left.latex()
        start = "" if self.low is None else f"{self.low} {sign} "
        return f"{start}{left} {sign} {self.right}"


def interval_problem(rng: Rng, kind: Kind = "linear", *, largest: int = 6) -> Inequality:
    """Return an inequality.

    Guarantees: whole coefficients of size at most 2 · `largest` and not 0; ends of the solution set of
    size at most `largest`; "linear": a x + b (sign) c with whole end, a negative in about half the cases;
    "absolute": |a x + b| (sign) c with two ends; "quadratic": (sign) 0 with two whole roots, leading
    coefficient ±1; "double": low < a x + b < right with a > 0. The set is never empty and never everything.
    """
    makers = {"linear": _linear, "absolute": _absolute, "quadratic": _quadratic, "double": _double}
    sign = rng.choice(("<", "<=") if kind == "double" else tuple(_TEX))
    return attempt(lambda: makers[kind](rng, sign, largest), f"{kind} inequality")


def _closed(sign: str) -> bool:
    return sign in ("<=", ">=")


def _half_line(end: int | Fraction, sign: str) -> Piece:
    if sign.startswith("<"):
        return Piece(None, end, high_closed=_closed(sign))
    return Piece(end, None, low_closed=_closed(sign))


def _linear(rng: Rng, sign: str, largest: int) -> Inequality | None:
    a, b, end = rng.integer(2, 6) * rng.choice((1, -1)), nonzero(rng, largest), rng.integer(-largest, largest)
    right = a * end + b
    if abs(right) > 6 * largest or right == 0:
        return None
    turned = sign if a > 0 else _TURNED[sign]
    return Inequality(polynomial_expr((a, b)), sign, right, (_half_line(end, turned),), "linear")


def _between(low: int | Fraction, high: int | Fraction, sign: str) -> tuple[Piece, ...]:
    """Return what lies between the ends for < and ≤, what lies outside for > and ≥."""
    closed = _closed(sign)
    if sign.startswith("<"):
        return (Piece(low, high, closed, closed),)
    return (Piece(None, low, high_closed=closed), Piece(high, None, low_closed=closed))


def _absolute(rng: Rng, sign: str, largest: int) -> Inequality | None:
    a, b, c = rng.integer(1, 3), nonzero(rng, largest), rng.integer(1, 2 * largest)
    low, high = Fraction(-c - b, a), Fraction(c - b, a)
    if max(abs(low), abs(high)) > largest or low.denominator != 1 or high.denominator != 1:
        return None
    return Inequality(polynomial_expr((a, b)), sign, c, _between(int(low), int(high), sign), "absolute")


def _quadratic(rng: Rng, sign: str, largest: int) -> Inequality | None:
    low, high = whole_roots(rng, 2, largest=largest)
    lead = rng.choice((1, 1, -1))
    left = polynomial((low, high), leading=lead)
    inside = sign if lead > 0 else _TURNED[sign]
    return Inequality(left.expr(), sign, 0, _between(low, high, inside), "quadratic")


def _double(rng: Rng, sign: str, largest: int) -> Inequality | None:
    a, b = rng.integer(2, 4), nonzero(rng, largest)
    low, high = sorted(rng.sample(range(-largest, largest + 1), 2))
    bottom, top = a * low + b, a * high + b
    pieces = (Piece(low, high, _closed(sign), _closed(sign)),)
    return (
        Inequality(polynomial_expr((a, b)), sign, top, pieces, "double", bottom) if bottom and top else None
    )
