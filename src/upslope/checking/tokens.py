"""Name the tokens that both front ends produce and the one parser reads."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from upslope.checking.response import Syntax
from upslope.checking.verdict import Span

MOST_CHARACTERS = 2_000
MOST_DIGITS = 400
"""A number that is typed has at most this many digits, its exponent counted as digits."""


class T(StrEnum):
    """Name the kinds of token."""

    NUMBER = "number"
    NAME = "name"
    CONSTANT = "constant"
    FUNCTION = "function"
    OPERATOR = "operator"
    POSTFIX = "postfix"
    RELATION = "relation"
    WORD = "word"
    """or, and, union, intersection, without."""
    OPEN = "open"
    CLOSE = "close"
    BAR = "bar"
    GROUP = "group"
    """An invisible opening bracket: what LaTeX keeps together by braces or by a fraction line."""
    UNGROUP = "ungroup"
    BELOW = "below"
    """A subscript sign that belongs to no name: the base of a logarithm."""
    COMMA = "comma"
    SEMICOLON = "semicolon"
    MATRIX = "matrix"
    ENDMATRIX = "endmatrix"
    CELL = "cell"
    ROW = "row"
    BLANK = "blank"
    """An empty box, still to be filled."""
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """Hold one token: its kind, its meaning in our own words, its place, a number's value."""

    kind: T
    text: str
    start: int
    end: int
    value: Fraction | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Say which names the reader knows.

    `names` are the declared variables; with `any_letter` every other letter is a variable as well.
    `unions` reads `U` as the union sign and `in` as "is an element of".
    """

    names: frozenset[str] = frozenset()
    any_letter: bool = False
    unions: bool = False


class UnreadableError(Exception):
    """Report what cannot be read: what is wrong, where, how to mend it.

    `complete` is False if more typing is plainly expected; `suggestion` is the mended response.
    """

    def __init__(self, message: str, span: Span, *, suggestion: str = "", complete: bool = True) -> None:
        super().__init__(message)
        self.message = message
        self.span = span
        self.suggestion = suggestion
        self.complete = complete


@dataclass(frozen=True, slots=True)
class Source:
    """Hold the typed text and make suggestions by replacing a place in it."""

    text: str
    syntax: Syntax

    def replaced(self, span: Span, replacement: str) -> str:
        """Return the text with the place replaced."""
        return self.text[: span.start] + replacement + self.text[span.end :]

    def at(self, span: Span) -> str:
        """Return what stands at a place."""
        return self.text[span.start : span.end]

    @property
    def end(self) -> Span:
        return Span(len(self.text), len(self.text))


def exact_number(source: Source, span: Span, digits: str) -> Fraction:
    """Return the value of typed digits such as "0.50" or "2.5e-3"; refuse absurd lengths beforehand."""
    mantissa, _, exponent = digits.lower().partition("e")
    size = len(mantissa) + (abs(int(exponent)) if len(exponent) in range(1, 6) else 10 * len(exponent))
    if size > MOST_DIGITS:
        raise UnreadableError("This number has more digits than can be read.", span)
    mantissa = mantissa.removesuffix(".")
    return Fraction(f"{mantissa}e{exponent}" if exponent else mantissa)
