"""Round the value of an expression correctly, exact or by ball arithmetic, never by float."""

from fractions import Fraction
from math import floor

from upslope.checking import Expr
from upslope.problems.numerals import ShowError


def rounded_value(value: Expr, places: int) -> Fraction:
    """Return the value of an expression, rounded half up to so many decimal places.

    Raises ShowError if the expression has no real value.
    """
    try:
        exact = value.evaluate()
    except ValueError:
        return _rounded_ball(value, places)
    return _half_up(exact, places)


def _half_up(value: Fraction, places: int) -> Fraction:
    scaled = floor(abs(value) * 10**places + Fraction(1, 2))
    return Fraction(scaled if value > 0 else -scaled, 10**places)


def _rounded_ball(value: Expr, places: int) -> Fraction:
    """Refine the ball until both of its ends round to the same decimal."""
    from upslope.checking.balls import (
        PRECISIONS,
        evaluate_ball,
        is_real,
        precision,
    )  # only here is flint needed

    for bits in PRECISIONS:
        with precision(bits):
            try:
                ball = evaluate_ball(value, {})
            except KeyError as error:
                raise ShowError(
                    f"{value.text()} has no value: {error} is a letter.", "Show it as it is."
                ) from None
            if not ball.is_finite() or not is_real(ball):
                continue
            low, high = (_fraction(end.man_exp()) for end in (ball.real.lower(), ball.real.upper()))
        if _half_up(low, places) == _half_up(high, places):
            return _half_up(low, places)
    raise ShowError(f"{value.text()} has no real value that can be rounded.", "Show it as it is.")


def _fraction(parts: tuple[object, object]) -> Fraction:
    mantissa, exponent = (int(str(part)) for part in parts)
    return Fraction(mantissa) * Fraction(2) ** exponent
