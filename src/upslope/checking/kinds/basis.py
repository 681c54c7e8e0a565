"""Check a basis: any basis of the space is right, and what is wrong is shown with the learner's vectors."""

import re
from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from upslope.checking.equality import WithoutValueError
from upslope.checking.exact import NoValueError
from upslope.checking.expr import Expr, Sym, as_expr
from upslope.checking.kinds.base import Judgement, Kind, right, undecided, wrong
from upslope.checking.kinds.lists import counted
from upslope.checking.kinds.values import entries, names_in, parsed
from upslope.checking.kinds.vector import sample_list
from upslope.checking.matrix import Matrix, Row
from upslope.checking.printing_latex import column_latex, fraction_latex, row_latex
from upslope.checking.ranks import ball_rank
from upslope.checking.reading import InputForm
from upslope.checking.spec import Basis
from upslope.checking.structure import Brackets, Grid, Joined, Listing, Relation, Tree
from upslope.checking.tokens import Source, UnreadableError
from upslope.checking.verdict import Outcome, Span

Vectors = tuple[tuple[Expr, ...], ...]
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SPAN = re.compile(r"\s*\\?(?:operatorname\{)?(?:\\mathrm\{)?[Ss]pan\}*", re.DOTALL)


class BasisKind(Kind[Basis, Vectors]):
    """Treat vectors in a row, in braces, as a list of lists, or as columns."""

    def read(self, spec: Basis, source: Source) -> Vectors:
        _refuse_span(source)
        names = names_in(entry for vector in spec.vectors for entry in vector)
        vectors = tuple(entries(tree, source, names) for tree in _vectors(parsed(source, names)))
        if len({len(vector) for vector in vectors}) > 1:
            raise UnreadableError(
                "The vectors have different numbers of components.", Span(0, len(source.text))
            )
        return vectors

    def latex(self, spec: Basis, read: Vectors) -> str:
        return r",\; ".join(column_latex(vector) for vector in read) if read else r"\varnothing"

    def judge(self, spec: Basis, read: Vectors, *, sample_seed: int) -> Judgement:
        length = len(spec.vectors[0]) if spec.vectors else 0
        if read and spec.vectors and len(read[0]) != length:
            found = counted(len(read[0]), "component")
            asked = counted(length, "component")
            return wrong("length", f"Your vectors have {found}. The space lies among vectors with {asked}.")
        wanted = [tuple(as_expr(entry) for entry in vector) for vector in spec.vectors]
        exact_wanted, exact_given = _exact(wanted), _exact(read)
        if exact_wanted is None or exact_given is None:
            return _judge_by_balls(wanted, read)
        return _judge_exactly(exact_wanted, exact_given)

    def form(self, spec: Basis) -> InputForm:
        length = len(spec.vectors[0]) if spec.vectors else 2
        example = f"{sample_list(length)}, {sample_list(length, 3)}"
        return InputForm("math", "Your basis", "Any basis is right. Order and scale do not matter.", example)


def _refuse_span(source: Source) -> None:
    found = _SPAN.match(source.text)
    if found:
        span = Span(found.start(), found.end())
        mended = source.replaced(span, "")
        raise UnreadableError(
            "A span is the whole space. Give the vectors of a basis alone.", span, suggestion=mended
        )


def _vectors(tree: Tree) -> tuple[Tree, ...]:
    """Return the trees of the single vectors."""
    match tree:
        case Listing(items=items) | Joined(word="and", items=items):
            if all(isinstance(item, Expr) for item in items):
                return (tree,)
            return tuple(inner for item in items for inner in _vectors(item))
        case Relation(operands=(Sym(), value), signs=("=",)):
            return _vectors(value)
        case Brackets(opening="{", items=items):
            return tuple(inner for item in items for inner in _vectors(item))
        case Brackets(items=items) if items and not any(isinstance(item, Expr) for item in items):
            if all(_is_single(item) for item in items):
                return (tree,)  # [[1], [2]]: one column
            return tuple(inner for item in items for inner in _vectors(item))
        case Grid(rows=rows) if len(rows) > 1 and len(rows[0]) > 1:
            raise UnreadableError(
                "Is this one vector in each row or in each column? Write the vectors one by one.", tree.span
            )
        case _:
            return (tree,)


def _is_single(tree: Tree) -> bool:
    return isinstance(tree, Brackets) and len(tree.items) == 1


def _exact(vectors: Sequence[tuple[Expr, ...]]) -> tuple[Row, ...] | None:
    """Return the vectors over the rationals, or None if an entry is not rational."""
    try:
        return tuple(tuple(entry.evaluate() for entry in vector) for vector in vectors)
    except NoValueError as error:
        raise WithoutValueError(str(error)) from error
    except ValueError:
        return None


def _judge_exactly(wanted: tuple[Row, ...], given: tuple[Row, ...]) -> Judgement:
    dimension = Matrix(wanted).rank if wanted else 0
    if not given or not wanted:
        return _judge_empty(dimension, len(given))
    zero = next((i for i, vector in enumerate(given) if not any(vector)), None)
    if zero is not None:
        return wrong("rank", f"{_the(zero, len(given))} is zero. The zero vector belongs to no basis.")
    for i, vector in enumerate(given):
        outside = _outside(wanted, vector)
        if outside:
            return wrong("span", f"{_the(i, len(given))} is not in the space.", outside)
    relation = _relation(given)
    if relation is not None:
        return wrong("rank", *_dependence(given, relation, dimension))
    if len(given) < dimension:
        return _too_few(len(given), dimension)
    other = not _same_up_to_scale(wanted, given)
    return right("rank and span", "Your basis is another one than ours, and as good." if other else "")


def _judge_empty(dimension: int, count: int) -> Judgement:
    if dimension == count == 0:
        return right("rank and span")
    if dimension == 0:
        return wrong("rank", "The space holds the zero vector only. Its basis is empty.")
    return wrong("rank", f"The space has dimension {dimension}. Its basis is not empty.")


def _too_few(count: int, dimension: int) -> Judgement:
    vector = "Your vector lies" if count == 1 else f"Your {counted(count, 'vector')} lie"
    independent = "" if count == 1 else " and are independent"
    message = (
        f"{vector} in the space{independent}, but the space has dimension {dimension}: "
        f"{counted(dimension - count, 'vector')} {'is' if dimension - count == 1 else 'are'} missing."
    )
    return Judgement(Outcome.PARTIAL, message, "rank and span", score=count / dimension)


def _outside(wanted: tuple[Row, ...], vector: Row) -> str:
    """Return an equation that holds on the space but not for the vector, as LaTeX; "" if it lies inside."""
    for functional in Matrix(wanted).null_space():
        scale = lcm(*(entry.denominator for entry in functional))
        lead = next(entry for entry in functional if entry)
        coefficients = [int(entry * scale * (1 if lead > 0 else -1)) for entry in functional]
        value = sum((a * x for a, x in zip(coefficients, vector, strict=True)), Fraction(0))
        if value:
            holds = rf"{_linear_form(coefficients)} = 0 \text{{ on the space, but }}"
            return rf"{holds} {row_latex(vector)} \text{{ gives }} {fraction_latex(value)}"
    return ""


def _linear_form(coefficients: Sequence[int]) -> str:
    total: Expr = as_expr(0)
    for i, coefficient in enumerate(coefficients, 1):
        if coefficient:
            term = abs(coefficient) * Sym(f"x_{i}")
            total = total + term if coefficient > 0 else total - term
    return total.latex()


def _relation(given: tuple[Row, ...]) -> tuple[int, tuple[Fraction, ...]] | None:
    """Return the first vector that depends on earlier ones, with its coefficients."""
    columns = Matrix(given).T
    pivots, reduced = columns.pivots, columns.rref
    for j in range(len(given)):
        if j not in pivots:
            coefficients = [Fraction(0)] * j
            for i, pivot in enumerate(pivots):
                if pivot < j:
                    coefficients[pivot] = reduced[i, j]
            return j, tuple(coefficients)
    return None


def _dependence(
    given: tuple[Row, ...], relation: tuple[int, tuple[Fraction, ...]], dimension: int
) -> tuple[str, str]:
    """Return the sentence and the witness for dependent vectors."""
    j, coefficients = relation
    used = [(i, c) for i, c in enumerate(coefficients) if c]
    witness = row_latex(given[j]) + " = " + _combination(given, used)
    too_many = len(given) > dimension
    head = (
        f"{counted(len(given), 'vector').capitalize()} are too many: the space has dimension {dimension}"
        if (too_many)
        else "Your vectors are dependent"
    )
    if len(used) == 1:
        i, factor = used[0]
        again = f"${fraction_latex(factor)}$ times the {_ordinal(i)}"
        same = f"equals the {_ordinal(i)}" if factor == 1 else f"is {again}"
        return f"{head}; the {_ordinal(j)} {same}.", witness
    return f"{head}; the {_ordinal(j)} is a combination of the others.", witness


def _combination(given: tuple[Row, ...], used: Sequence[tuple[int, Fraction]]) -> str:
    text = ""
    for i, coefficient in used:
        size = "" if abs(coefficient) == 1 else fraction_latex(abs(coefficient)) + r"\,"
        sign = "-" if coefficient < 0 else ("+" if text else "")
        text += f" {sign} " if text else sign
        text += size + row_latex(given[i])
    return text


def _same_up_to_scale(wanted: tuple[Row, ...], given: tuple[Row, ...]) -> bool:
    def direction(vector: Row) -> Row:
        lead = next(entry for entry in vector if entry)
        return tuple(entry / lead for entry in vector)

    return {direction(vector) for vector in wanted} == {direction(vector) for vector in given}


def _ordinal(index: int) -> str:
    return _ORDINALS[index] if index < len(_ORDINALS) else f"{index + 1}th"


def _the(index: int, count: int) -> str:
    return "Your vector" if count == 1 else f"The {_ordinal(index)} vector"


def _judge_by_balls(wanted: Sequence[tuple[Expr, ...]], given: Sequence[tuple[Expr, ...]]) -> Judgement:
    """Judge vectors with irrational entries by ranks in ball arithmetic."""
    dimension, own = ball_rank(wanted), ball_rank(given)
    together = ball_rank([*wanted, *given])
    if dimension is None or own is None or together is None:
        return undecided()
    if together > dimension:
        return wrong("balls", "Not all of your vectors lie in the space.")
    if own < len(given):
        return wrong("balls", "Your vectors are dependent.")
    if own < dimension:
        return _too_few(own, dimension)
    return right("ranks in ball arithmetic")
