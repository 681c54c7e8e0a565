"""Write exact numbers as digits or words, as the place wants them.

Everything here goes from exact values to text; no float is ever made.
"""

from fractions import Fraction

from upslope.problems.places import Place

GROUP_FROM = 10_000
"""Integers from here on are grouped by thin spaces, outside code."""

NARROW_SPACE = "\u202f"
MINUS = "\u2212"
# fmt: off
_CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)
_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)
# fmt: on
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class ShowError(Exception):
    """Report a value that cannot be written as asked, and the mend."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


def terminates(value: Fraction) -> bool:
    """Return whether the value is a terminating decimal."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def decimal_digits(value: Fraction) -> str:
    """Return the value as a terminating decimal, such as "-0.125". Raises ShowError if it does not end."""
    if not terminates(value):
        raise ShowError(f"{value} is no terminating decimal.", "Round it, as in <<name:3 places>>, after ≈.")
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return rounded_digits(value, places)


def rounded_digits(value: Fraction, places: int) -> str:
    """Return the value with so many decimal places, halves rounded away from zero."""
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))  # int() of a Fraction cuts towards zero
    digits = str(whole).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 and whole else text


def numeral(digits: str, place: Place) -> str:
    """Return ASCII digits (with sign and point) as the place writes them: minus sign and thin spaces."""
    if place is Place.CODE:
        return digits
    negative, digits = digits.startswith("-"), digits.removeprefix("-")
    whole, point, decimals = digits.partition(".")
    if int(whole) >= GROUP_FROM:
        space = r"\," if place in (Place.FORMULA, Place.DISPLAY) else NARROW_SPACE
        head = len(whole) % 3
        groups = ([whole[:head]] if head else []) + [whole[i : i + 3] for i in range(head, len(whole), 3)]
        whole = space.join(groups)
    sign = "-" if place in (Place.FORMULA, Place.DISPLAY) else MINUS
    return (sign if negative else "") + whole + point + decimals


def cardinal(n: int, place: Place) -> str:
    """Return "two" up to twelve, digits beyond."""
    if abs(n) > 12:
        return numeral(str(n), place)
    return ("minus " if n < 0 else "") + _CARDINALS[abs(n)]


def ordinal(n: int) -> str:
    """Return "second" up to twelfth, "21st" beyond. Raises ShowError below zero."""
    if n < 0:
        raise ShowError(f"{n} has no ordinal.", "Count from 0 or 1.")
    if n <= 12:
        return _ORDINALS[n]
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def scientific(value: Fraction, place: Place) -> str:
    """Return the exact value as 1.2 × 10^-3. Raises ShowError if its decimals do not end."""
    if value == 0:
        return "0"
    exponent = 0
    mantissa = abs(value)
    while mantissa >= 10:
        mantissa, exponent = mantissa / 10, exponent + 1
    while mantissa < 1:
        mantissa, exponent = mantissa * 10, exponent - 1
    digits = decimal_digits(mantissa if value > 0 else -mantissa)
    if place is Place.CODE:
        return f"{digits}e{exponent}"
    if place in (Place.FORMULA, Place.DISPLAY):
        return rf"{digits} \times 10^{{{exponent}}}"
    return f"{numeral(digits, place)} × 10{str(exponent).translate(_SUPERSCRIPTS)}"


def percent(value: Fraction, place: Place) -> str:
    """Return the value in percent. Raises ShowError if its decimals do not end."""
    digits = numeral(decimal_digits(value * 100), place)
    if place is Place.CODE:
        return f"{digits}%"
    return rf"{digits}\,\%" if place in (Place.FORMULA, Place.DISPLAY) else f"{digits}{NARROW_SPACE}%"
