"""Helpers shared by the templates of linear algebra."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import lcm

from upslope.problems import Expr, Matrix, Tex

Number = int | Fraction
Choose = Callable[[int, Sequence[Fraction]], int]
"""From a column's number and its entries on and below the pivot position: which of them becomes the pivot."""


@dataclass(frozen=True)
class Line:
    """One equation of a system."""

    left: Expr
    right: Fraction


@dataclass(frozen=True)
class Climb:
    """One row of back substitution; `known`: terms were brought over, `divide`: the pivot is not 1."""

    row: int
    name: str
    left: Expr
    right: Expr
    known: bool
    rest: Fraction
    divide: bool
    value: Number


@dataclass(frozen=True)
class Eliminated:
    """One column of elimination: candidates for its pivot, the one taken, the matrix once it is cleared."""

    column: int
    candidates: tuple[Fraction, ...]
    pivot: Fraction
    moved: bool
    multipliers: tuple[Fraction, ...]
    cleared: Matrix


def linear(coefficients: Sequence[Number], names: Sequence[str] = "xyz") -> Expr:
    """Return a sum such as 2x - z; zeros leave no trace."""
    terms = (a * Expr.symbol(name) for a, name in zip(coefficients, names, strict=False))
    return sum(terms, Expr.number(0))


def number_sum(numbers: Sequence[Number]) -> Expr:
    """Return numbers as a sum still to be added up, such as 6 - 4 + 1; zeros leave no trace."""
    return sum((Expr.number(a) for a in numbers), Expr.number(0))


def products(left: Sequence[int | Fraction], right: Sequence[int | Fraction]) -> Tex:
    """Return a dot product still to be worked out, such as 2 · 3 - 1 · (-4); zeros leave no trace."""
    terms = ""
    for a, b in zip(left, right, strict=True):
        if a and b:
            sign = ("- " if a < 0 else "+ ") if terms else ("-" if a < 0 else "")
            terms += rf"{' ' if terms else ''}{sign}{abs(a)} \cdot {b if b > 0 else f'({b})'}"
    return Tex(terms or "0")


def weight_signs(weights: Sequence[Number]) -> tuple[Tex, ...]:
    """Return each weight as it stands before its vector in a combination: 2, then + 3, - and so on."""
    sizes = ["" if abs(w) == 1 else str(abs(w)) for w in weights]
    signs = ["-" if w < 0 else "+" if i else "" for i, w in enumerate(weights)]
    return tuple(Tex(f" {sign} {size} ") for sign, size in zip(signs, sizes, strict=True))


def equations(system: Matrix, names: Sequence[str] = "xyz") -> tuple[Line, ...]:
    """Return the equations of an augmented matrix."""
    return tuple(Line(linear(row[:-1], names), row[-1]) for row in system.rows)


def by_columns(matrix: Matrix, names: Sequence[str] = "xyz") -> Tex:
    """Return x a_1 + y a_2 + … with the columns written out."""
    columns = (Matrix([column]).T.latex() for column in matrix.T.rows)
    return Tex(" + ".join(f"{name} {column}" for name, column in zip(names, columns, strict=False)))


def with_letters(system: Matrix, letters: Sequence[str], *, bar: bool = False) -> Tex:
    """Return a matrix with letters as last entries of its last row; `bar` sets off a right side."""
    rows = [[str(a) for a in row] for row in system.rows]
    rows[-1][-len(letters) :] = letters
    body = r" \\ ".join(" & ".join(row) for row in rows)
    if not bar:
        return Tex(rf"\begin{{bmatrix}} {body} \end{{bmatrix}}")
    columns = "c" * (system.width - 1) + "|c"
    return Tex(rf"\left[\begin{{array}}{{{columns}}} {body} \end{{array}}\right]")


def lower(l21: int, l31: int = 0, l32: int = 0, *, size: int = 3) -> Matrix:
    """Return the matrix that undoes elimination with these multipliers: ones on the diagonal."""
    rows = [[1, 0, 0], [l21, 1, 0], [l31, l32, 1]]
    return Matrix([row[:size] for row in rows[:size]])


def climb(triangular: Matrix, solution: Sequence[Number]) -> tuple[Climb, ...]:
    """Return the steps of back substitution in [U c] with a known solution, from the last row up."""
    return tuple(_climbed(triangular, solution, i) for i in reversed(range(triangular.height)))


def _climbed(triangular: Matrix, solution: Sequence[Number], i: int) -> Climb:
    *row, right_side = triangular.row(i)
    known = [a * x for a, x in zip(row[i + 1 :], solution[i + 1 :], strict=True) if a * x]
    right = Expr.number(right_side)
    for term in known:
        right = right - Expr.number(term)
    name, value = "xyz"[i], solution[i]
    return Climb(
        i + 1, name, row[i] * Expr.symbol(name), right, bool(known), row[i] * value, row[i] != 1, value
    )


def stages(matrix: Matrix, choose: Choose) -> tuple[Eliminated, ...]:
    """Eliminate column by column; stops before a column whose pivot would be zero."""
    rows, seen = list(matrix.rows), list[Eliminated]()
    for j in range(matrix.height):
        candidates = tuple(row[j] for row in rows[j:])
        i = j + choose(j, candidates)
        pivot, moved = rows[i][j], i != j
        if pivot == 0:
            break
        rows[j], rows[i] = rows[i], rows[j]
        multipliers = tuple(row[j] / pivot for row in rows[j + 1 :])
        for k, factor in enumerate(multipliers, j + 1):
            rows[k] = tuple(b - factor * a for a, b in zip(rows[j], rows[k], strict=True))
        seen.append(Eliminated(j + 1, candidates, pivot, moved, multipliers, Matrix(rows)))
    return tuple(seen)


def largest(j: int, candidates: Sequence[Fraction]) -> int:
    """Choose as partial pivoting does: the entry of largest absolute value."""
    sizes = [abs(a) for a in candidates]
    return sizes.index(max(sizes))


def cramer(system: Matrix) -> tuple[Fraction, ...]:
    """Solve a regular square system by determinants: another route than elimination, for `verify`."""
    n = system.height
    whole = Matrix([row[:n] for row in system.rows]).det()
    swapped = ([[row[n] if k == j else row[k] for k in range(n)] for row in system.rows] for j in range(n))
    return tuple(Matrix(rows).det() / whole for rows in swapped)


@dataclass(frozen=True)
class Stage:
    """One pivot column made ready: its number, the row operations in order, and the matrix they leave."""

    column: int
    operations: tuple[Tex, ...]
    matrix: Matrix


def reduction(start: Matrix) -> tuple[Stage, ...]:
    """Reduce to reduced row echelon form, pivot by pivot; a pivot of 1 or -1 is exchanged up if there is one.

    Pivots that are ready already leave no stage.
    """
    rows, stages, top = [list(row) for row in start.rows], [], 0
    for j in range(start.width):
        below = [i for i in range(top, len(rows)) if rows[i][j]]
        if not below:
            continue
        done, best = [], min(below, key=lambda i: (abs(rows[i][j]) != 1, i))
        if best != top:
            rows[top], rows[best] = rows[best], rows[top]
            done.append(rf"r_{{{top + 1}}} \leftrightarrow r_{{{best + 1}}}")
        factor = 1 / rows[top][j]
        if factor != 1:
            rows[top] = [factor * a for a in rows[top]]
            done.append(rf"r_{{{top + 1}}} \to {_multiple(factor)}r_{{{top + 1}}}")
        for i in range(len(rows)):
            if i != top and (factor := rows[i][j]):
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[top], strict=True)]
                sign = "-" if factor > 0 else "+"
                step = f"{sign} {_multiple(abs(factor))}r_{{{top + 1}}}"
                done.append(rf"r_{{{i + 1}}} \to r_{{{i + 1}}} {step}")
        top += 1
        if done:
            stages.append(Stage(j + 1, tuple(Tex(text) for text in done), Matrix(rows)))
    return tuple(stages)


def unit_echelon(start: Matrix) -> Matrix:
    """Return where `reduction` stops if it clears below the pivots only: pivots 1, entries above kept."""
    rows, top = [list(row) for row in start.rows], 0
    for j in range(start.width):
        below = [i for i in range(top, len(rows)) if rows[i][j]]
        if below:
            best = min(below, key=lambda i: (abs(rows[i][j]) != 1, i))
            rows[top], rows[best] = rows[best], rows[top]
            rows[top] = [a / rows[top][j] for a in rows[top]]
            for i in range(top + 1, len(rows)):
                rows[i] = [a - rows[i][j] * b for a, b in zip(rows[i], rows[top], strict=True)]
            top += 1
    return Matrix(rows)


def _multiple(factor: Fraction) -> str:
    """Return a factor as it stands before a row: nothing for 1, a minus for -1."""
    if abs(factor) == 1:
        return "" if factor > 0 else "-"
    if factor.denominator == 1:
        return str(factor)
    sign = "-" if factor < 0 else ""
    return rf"{sign}\frac{{{abs(factor.numerator)}}}{{{factor.denominator}}}"


def whole_numbers(stages: Sequence[Stage]) -> bool:
    """Return whether a reduction meets whole numbers of at most two digits only."""
    return all(stage.matrix.is_integer and _small(stage.matrix) for stage in stages)


def _small(matrix: Matrix) -> bool:
    return all(abs(a) < 100 for row in matrix.rows for a in row)


@dataclass(frozen=True)
class Special:
    """The special solution of one free column; `number` and `column` count from 1."""

    number: int
    column: int
    vector: tuple[Fraction, ...]

    @property
    def variable(self) -> str:
        """Return the free variable that is 1."""
        return f"x_{{{self.column}}}"

    @property
    def later(self) -> bool:
        """Return whether another one stands before it in a list."""
        return self.number > 1


def special_solutions(matrix: Matrix) -> tuple[Special, ...]:
    """Return the special solutions of Ax = 0 in the order of the free columns."""
    free = [j for j in range(matrix.width) if j not in matrix.pivots]
    pairs = zip(free, matrix.null_space(), strict=True)
    return tuple(Special(number, j + 1, vector) for number, (j, vector) in enumerate(pairs, 1))


def whole_vector(vector: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Return the vector multiplied by the common denominator of its components."""
    return tuple(lcm(*(x.denominator for x in vector)) * x for x in vector)


def with_plus_f(vector: Sequence[Fraction], pivots: Sequence[int]) -> tuple[Fraction, ...]:
    """Return a special solution as it comes out when the sign of the free column is forgotten."""
    return tuple(-x if j in pivots else x for j, x in enumerate(vector))


Point = tuple[int, ...]
SET_FORMS = (("=",), ("= d",), (">=", "square"), ("product",))
"""Relations of a `LinearSet`: subspaces, zero missing, a multiple leaves, only a sum leaves."""


@dataclass(frozen=True)
class LinearSet:
    """The set of all vectors that satisfy a relation between linear expressions f and g and a number d."""

    relation: str
    f: Point
    g: Point
    d: int

    @property
    def condition(self) -> Tex:
        """Return the condition as it is read; a second equation g = 0 stands beside f = 0 if there is one."""
        f, g = (linear(c).latex() for c in (self.f, self.g))
        if self.relation == "product":
            return Tex(f"({f})({g}) = {self.d}")
        if self.relation == "square":
            return Tex(f"{f} = ({g})^2{f' {self.d:+d}' if self.d else ''}")
        sign = r"\ge" if self.relation == ">=" else "="
        both = rf" \quad\text{{and}}\quad {g} {sign} 0" if self.g else ""
        return Tex(f"{f} {sign} {self.d}{both}")

    def __contains__(self, at: object) -> bool:
        assert isinstance(at, tuple)
        f, g = (sum(c * t for c, t in zip(cs, at, strict=False)) for cs in (self.f, self.g))
        if self.relation == "product":
            return f * g == self.d
        if self.relation == "square":
            return f == g * g + self.d
        return f >= self.d and g >= 0 if self.relation == ">=" else f == self.d and g == 0

    @property
    def case(self) -> int:
        """Return which test fails: 0 none, 1 zero, 2 multiples, 3 sums."""
        return next(i for i, forms in enumerate(SET_FORMS) if self.relation in forms)

    @property
    def members(self) -> tuple[Point, ...]:
        """Return the nonzero elements with components up to 4, the smallest ones first."""
        found = [at for at in product(range(-4, 5), repeat=len(self.f)) if any(at) and at in self]
        return tuple(sorted(found, key=lambda at: (sum(map(abs, at)), [-t for t in at])))

    @property
    def broken(self) -> tuple[Point, ...]:
        """Return u and -u, or u, v and u + v, of which only the last lies outside; () if none is found."""
        members = self.members
        if self.case == 2:
            return next(((u, times(-1, u)) for u in members if times(-1, u) not in self), ())
        pairs = ((u, v) for u in members[:12] for v in members[:12])
        return next(((u, v, plus(u, v)) for u, v in pairs if plus(u, v) not in self), ())


def times(t: int, u: Point) -> Point:
    """Return t u."""
    return tuple(t * x for x in u)


def plus(u: Point, v: Point) -> Point:
    """Return u + v."""
    return tuple(x + y for x, y in zip(u, v, strict=True))
