"""Check matrices."""

from upslope.checking.equality import WithoutValueError, equal_constants
from upslope.checking.exact import NoValueError
from upslope.checking.expr import Expr, as_expr
from upslope.checking.kinds.base import Judgement, Kind, right, undecided, wrong
from upslope.checking.kinds.values import entries, expression, parsed, refuse_grouped_digits
from upslope.checking.matrix import Matrix
from upslope.checking.named import without_name
from upslope.checking.printing_latex import grid_latex
from upslope.checking.reading import InputForm
from upslope.checking.spec import MatrixAnswer
from upslope.checking.structure import Brackets, Grid, Listing, Scaled, Transposed, Tree
from upslope.checking.tokens import Source, UnreadableError
from upslope.checking.verdict import Span

Rows = tuple[tuple[Expr, ...], ...]
_NO_NAMES: frozenset[str] = frozenset()


class MatrixKind(Kind[MatrixAnswer, Rows]):
    """Treat a matrix: nested brackets, rows with semicolons, or a LaTeX matrix."""

    def read(self, spec: MatrixAnswer, source: Source) -> Rows:
        _refuse_empty_cells(source)
        source = without_name(source)
        rows = matrix_rows(parsed(source), source)
        if len({len(row) for row in rows}) > 1:
            raise UnreadableError("The rows have different lengths.", Span(0, len(source.text)))
        return rows

    def latex(self, spec: MatrixAnswer, read: Rows) -> str:
        return grid_latex(read)

    def judge(self, spec: MatrixAnswer, read: Rows, *, sample_seed: int) -> Judgement:
        wanted = spec.value
        height, width = len(read), len(read[0])
        if (height, width) != (wanted.height, wanted.width):
            found, asked = f"{height} × {width}", f"{wanted.height} × {wanted.width}"
            return wrong("shape", f"Your matrix is {found}. Asked is one of {asked}.")
        decisions = [
            (equal_constants(as_expr(entry), given, sample_seed=sample_seed), i, j)
            for i, row in enumerate(wanted.rows)
            for j, (entry, given) in enumerate(zip(row, read[i], strict=True))
        ]
        missed = [(i + 1, j + 1) for decision, i, j in decisions if decision.equal is False]
        if missed:
            return wrong("exact", _difference(wanted, read, missed))
        if any(decision.equal is None for decision, _, _ in decisions):
            return undecided()
        return right("exact")

    def form(self, spec: MatrixAnswer) -> InputForm:
        row = "[1, 2, 3, 4, 5, 6, 7, 8]"[: 3 * min(spec.value.width, 8) - 1] + "]"
        example = "[" + ", ".join([row] * spec.value.height) + "]"
        accepts = "Each entry exact; fractions as 1/2."
        return InputForm(
            "matrix", "Your matrix", accepts, example, rows=spec.value.height, columns=spec.value.width
        )


def matrix_rows(tree: Tree, source: Source) -> Rows:
    """Return the rows of a tree that shows a matrix. Raises UnreadableError."""
    match tree:
        case Scaled(by=by, of=of):
            factor = expression(by, source, _NO_NAMES)
            return tuple(tuple(factor * entry for entry in row) for row in matrix_rows(of, source))
        case Transposed(of=of):
            return tuple(zip(*matrix_rows(of, source), strict=True))
        case Grid(rows=rows):
            return tuple(tuple(expression(cell, source, _NO_NAMES) for cell in row) for row in rows)
        case Brackets(opening="[" | "(" | "{", items=items) if items and _are_lists(items):
            return tuple(entries(item, source, _NO_NAMES) for item in items)
        case Listing(items=items) if _are_lists(items):
            return tuple(entries(item, source, _NO_NAMES) for item in items)
        case Brackets(opening="[" | "(", items=items) if items:
            refuse_grouped_digits(items, source)
            return (tuple(expression(item, source, _NO_NAMES) for item in items),)
        case _:
            whole = Span(0, len(source.text))
            raise UnreadableError("Asked is a matrix, row by row: [[1, 2], [3, 4]].", whole)


def _are_lists(items: tuple[Tree, ...]) -> bool:
    return all(isinstance(item, Brackets) for item in items)


def _refuse_empty_cells(source: Source) -> None:
    """Refuse a grid with an empty cell, which the page sends as [[1,],[3,4]]."""
    compact = source.text.replace(" ", "")
    for hole in ("[,", ",,", ",]", "[]"):
        if hole in compact and compact.startswith("[["):
            raise UnreadableError("A cell of the matrix is empty.", Span(0, len(source.text)), complete=False)


def _difference(wanted: Matrix, read: Rows, missed: list[tuple[int, int]]) -> str:
    try:
        given = Matrix([[entry.evaluate() for entry in row] for row in read])
    except NoValueError as error:
        raise WithoutValueError(str(error)) from error
    except ValueError:
        return ""
    if wanted.is_square and given == wanted.T:
        return "This is the transpose of the answer."
    if given == -wanted:
        return "All signs are the other ones."
    if len(missed) == 1:
        i, j = missed[0]
        return f"The entry in row {i}, column {j} is not right; the others are."
    rows = sorted({i for i, _ in missed})
    if len(rows) == 1 and wanted.height > 1:
        return f"Row {rows[0]} is not right; the others are."
    return ""
