"""Hold what stands around expressions in an answer: brackets, grids, relations, unions.

Only the reader makes these; the kinds of answer say what each means: (1, 2) is a point or an open interval.
"""

from dataclasses import dataclass
from typing import TypeAlias, Union

from upslope.checking.expr import Expr
from upslope.checking.verdict import Span

Tree: TypeAlias = Union[Expr, "Structure"]


@dataclass(frozen=True, slots=True)
class Structure:
    """Stand for anything read that is not one expression."""

    span: Span


@dataclass(frozen=True, slots=True)
class Brackets(Structure):
    """Hold a list in brackets; `opening` is one of ( [ { <, `closing` one of ) ] } >."""

    opening: str
    closing: str
    items: tuple[Tree, ...]
    trailing: bool = False
    """A comma stands after the last item: (3,)."""


@dataclass(frozen=True, slots=True)
class Listing(Structure):
    """Hold a list without brackets."""

    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Grid(Structure):
    """Hold rows and columns: a matrix environment, or brackets with semicolons."""

    rows: tuple[tuple[Tree, ...], ...]


@dataclass(frozen=True, slots=True)
class Relation(Structure):
    """Hold a chain such as a < x <= b; one sign less than operands. Signs: = != < <= > >= in."""

    operands: tuple[Tree, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined(Structure):
    """Join trees by one word: or, and, union, intersection, without."""

    word: str
    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Scaled(Structure):
    """Multiply a list or grid by a number: 1/5 (3, 4)."""

    by: Expr
    of: Structure


@dataclass(frozen=True, slots=True)
class Transposed(Structure):
    """Stand a list or grid upright: (1, 2)^T."""

    of: Structure
