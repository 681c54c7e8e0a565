"""Check vectors and tuples."""

from upslope.checking.expr import Expr, as_expr
from upslope.checking.kinds.base import Judgement, Kind
from upslope.checking.kinds.lists import judge_entries
from upslope.checking.kinds.values import (
    entries,
    names_in,
    parsed,
    refuse_decimal_commas,
    refuse_named_entries,
)
from upslope.checking.named import (
    refuse_blanks_for_commas,
    refuse_lone_entry,
    refuse_names_in_brackets,
    without_name,
)
from upslope.checking.printing_latex import column_latex, row_latex
from upslope.checking.reading import InputForm
from upslope.checking.spec import TupleAnswer, Vector
from upslope.checking.structure import Brackets, Grid, Scaled, Transposed, Tree
from upslope.checking.tokens import Source, UnreadableError

_SAMPLE = ("1/2", "-3", "0", "4", "-1", "2", "5", "1")


class VectorKind(Kind[Vector, tuple[Expr, ...]]):
    """Treat a vector: a row, a column, a list, possibly with a factor in front."""

    def read(self, spec: Vector, source: Source) -> tuple[Expr, ...]:
        names = names_in(spec.entries)
        refuse_decimal_commas(source)
        refuse_blanks_for_commas(source)
        source = without_name(source)
        tree = parsed(source, names)
        refuse_named_entries(tree, source)
        found = entries(tree, source, names)
        refuse_lone_entry(len(found), len(spec.entries), source)
        return found

    def latex(self, spec: Vector, read: tuple[Expr, ...]) -> str:
        return column_latex(read)

    def judge(self, spec: Vector, read: tuple[Expr, ...], *, sample_seed: int) -> Judgement:
        wanted = [as_expr(entry) for entry in spec.entries]
        return judge_entries(wanted, read, what="vector", sample_seed=sample_seed)

    def form(self, spec: Vector) -> InputForm:
        accepts = "A row or a column; entries may be fractions."
        return InputForm(
            "math", "Your vector", accepts, sample_list(len(spec.entries)), rows=len(spec.entries), columns=1
        )


class TupleKind(Kind[TupleAnswer, tuple[Expr, ...]]):
    """Treat values in order, such as a point."""

    def read(self, spec: TupleAnswer, source: Source) -> tuple[Expr, ...]:
        names = names_in(spec.entries)
        refuse_decimal_commas(source)
        refuse_blanks_for_commas(source)
        refuse_names_in_brackets(source)
        source = without_name(source)
        tree = parsed(source, names)
        refuse_named_entries(tree, source)
        _refuse_column(tree)
        found = entries(tree, source, names)
        refuse_lone_entry(len(found), len(spec.entries), source)
        return found

    def latex(self, spec: TupleAnswer, read: tuple[Expr, ...]) -> str:
        return row_latex(read)

    def judge(self, spec: TupleAnswer, read: tuple[Expr, ...], *, sample_seed: int) -> Judgement:
        wanted = [as_expr(entry) for entry in spec.entries]
        return judge_entries(wanted, read, what="list", sample_seed=sample_seed)

    def form(self, spec: TupleAnswer) -> InputForm:
        accepts = "The values in order; each may be a fraction."
        return InputForm("math", "Your values, in order", accepts, sample_list(len(spec.entries)))


def sample_list(count: int, start: int = 0) -> str:
    """Return an example of a list with so many entries."""
    return "(" + ", ".join(_SAMPLE[(start + i) % len(_SAMPLE)] for i in range(count)) + ")"


def _refuse_column(tree: Tree) -> None:
    if isinstance(tree, Scaled | Transposed):
        raise UnreadableError("Asked are values in order. Write them out: (1, 2).", tree.span)
    if isinstance(tree, Grid) and len(tree.rows) > 1:
        raise UnreadableError("This is a matrix. Asked are values in order: (1, 2).", tree.span)
    if isinstance(tree, Brackets) and tree.items and all(isinstance(item, Brackets) for item in tree.items):
        raise UnreadableError("These are lists inside a list. Asked is one list: (1, 2).", tree.span)
