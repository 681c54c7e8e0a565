"""Decide whether two expressions vanish at the same points: whether two equations are one.

Polynomials are compared by their irreducible factors over the rationals. Otherwise a constant ratio proves
equality, and points found on one curve at which the other certainly does not vanish refute it.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction

from flint import acb, arb

from upslope.checking.balls import ball, evaluate_ball, precision
from upslope.checking.equality import Decision, equal
from upslope.checking.expr import Call, Const, Expr, Power
from upslope.checking.rational_functions import NotPolynomialError, Ring
from upslope.checking.residues import PRIMES, Point, VanishingError
from upslope.core.rng import Rng

_BITS = 256
_TRIES = 24
_LEAST_POINTS = 3


def same_zeros(wanted: Expr, given: Expr, *, sample_seed: int = 0) -> Decision:
    """Decide whether wanted = 0 and given = 0 have the same solutions."""
    if _proportional(wanted, given, sample_seed):
        return Decision(True, "constant multiple, modulo two primes")
    ring = Ring(wanted, given)
    try:
        same = _factors(ring, wanted) == _factors(ring, given)
    except NotPolynomialError:
        same = None
    if same or (same is False and ring.is_rational):
        return Decision(bool(same), "irreducible factors")
    if (
        equal(wanted, given, sample_seed=sample_seed).equal
        or equal(wanted, -given, sample_seed=sample_seed).equal
    ):
        return Decision(True, "equal up to sign")
    return _compare_on_curves(wanted, given, sample_seed)


def _proportional(wanted: Expr, given: Expr, seed: int) -> bool:
    """Tell whether the ratio of two expressions is the same at two points, modulo each prime."""
    try:
        for prime in PRIMES:
            first, second = Point(prime, seed), Point(prime, seed + 1)
            a, b = first.residue(wanted), second.residue(wanted)
            c, d = first.residue(given), second.residue(given)
            if 0 in (a, b, c, d) or (a * d - b * c) % prime.modulus:
                return False
    except VanishingError:
        return False
    return True


def _factors(ring: Ring, tree: Expr) -> frozenset[str]:
    """Return the irreducible factors of the numerator that can vanish, each scaled to one form."""
    value = ring.fraction(tree)
    over = value.over / value.over.gcd(value.under) if value.over else value.over
    if not over:
        return frozenset("0")
    _, parts = over.factor()
    never = {str(ring.context.gens()[i]) for atom, i in ring.atoms.items() if _never_zero(atom)}
    return frozenset(str(part / part.leading_coefficient()) for part, _ in parts if str(part) not in never)


def _never_zero(atom: Expr) -> bool:
    """Tell whether an atom is a power of e or another constant that does not vanish."""
    match atom:
        case Const():
            return True
        case Power(base=Const(name="e")) | Call(name="exp" | "cosh"):
            return True
    return False


def _compare_on_curves(wanted: Expr, given: Expr, seed: int) -> Decision:
    """Compare at points of both curves."""
    agreed = 0
    for curve, other in ((wanted, given), (given, wanted)):
        met = 0
        for values in _points_on(curve, seed):
            with precision(_BITS):
                value = evaluate_ball(other, values)
            if not value.is_finite():
                continue
            if not value.contains(0):
                return Decision(False, "a point of one curve only")
            if value.rad() < 1e-20:
                met += 1
            if met >= _LEAST_POINTS:
                break
        if met < _LEAST_POINTS:
            return Decision(None, "undecided")
        agreed += met
    return Decision(True, f"not refuted at {agreed} points of the curves")


def _points_on(curve: Expr, seed: int) -> Iterator[dict[str, acb]]:
    """Yield points with curve = 0: all letters but one are drawn, the last is found by bisection."""
    names = sorted(curve.symbols)
    rng = Rng("curves", seed)
    for attempt in range(_TRIES):
        moving = names[attempt % len(names)]
        fixed = {name: Fraction(rng.integer(-3 * 256, 3 * 256), 256) for name in names if name != moving}
        root = _root(curve, moving, fixed)
        if root is not None:
            with precision(_BITS):
                values = {name: ball(value) for name, value in fixed.items()}
            yield values | {moving: root}


def _root(curve: Expr, moving: str, fixed: dict[str, Fraction]) -> acb | None:
    """Return a ball around a certified change of sign on [-6, 6], or None."""
    with precision(_BITS):
        values = {name: ball(value) for name, value in fixed.items()}

        def sign(at: Fraction) -> int:
            value = evaluate_ball(curve, values | {moving: ball(at)})
            if not value.is_finite() or not value.imag.contains(0):
                return 0
            return (1 if value.real > 0 else 0) - (1 if value.real < 0 else 0)

        before, low = 0, Fraction(-6)
        for step in range(49):
            at = Fraction(-6) + Fraction(step, 4) + Fraction(1, 1024)
            here = sign(at)
            if here * before < 0:
                found = _bisected(sign, low, at, before)
                return found if evaluate_ball(curve, values | {moving: found}).contains(0) else None
            before, low = here, at
    return None


def _bisected(sign: Callable[[Fraction], int], low: Fraction, high: Fraction, below: int) -> acb:
    for _ in range(120):
        middle = (low + high) / 2
        here = sign(middle)
        if here == 0:
            break
        low, high = (middle, high) if here == below else (low, middle)
    return acb(ball(low).real.union(ball(high).real) if low != high else arb(ball(low).real))
