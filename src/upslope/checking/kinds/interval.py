"""Check intervals, unions and inequalities in one variable."""

import re
from collections.abc import Sequence

from upslope.checking.expr import Const, Expr, Neg, Sym, as_expr
from upslope.checking.intervals import (
    REALS,
    Part,
    UndecidedError,
    complement,
    intersection,
    normal,
    order,
    same,
)
from upslope.checking.kinds.base import Judgement, Kind, right, undecided, wrong
from upslope.checking.kinds.number import is_rounding
from upslope.checking.kinds.values import expression, names_in, parsed, words_of
from upslope.checking.printing_latex import to_latex
from upslope.checking.reading import InputForm
from upslope.checking.spec import Interval, Piece
from upslope.checking.structure import Brackets, Joined, Listing, Relation, Tree
from upslope.checking.tokens import Source, UnreadableError
from upslope.checking.verdict import Span

MOST_PIECES = 40
_EMPTY_WORDS = ("none", "nosolution", "nosolutions", "empty", "emptyset", "never")
_ALL_WORDS = ("allrealnumbers", "allreals", "allnumbers", "reals", "r", "always")
_PIECE = re.compile(
    r"(?P<opening>[][])(?P<low>{end})[;,](?P<high>{end})(?P<closing>[][])".replace(
        "{end}", r"\s*[^][;,\s][^][;,]*"
    )
)
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


class IntervalKind(Kind[Interval, tuple[Part, ...]]):
    """Treat a set of real numbers given by intervals or inequalities."""

    def read(self, spec: Interval, source: Source) -> tuple[Part, ...]:
        words = words_of(source)
        if words in _EMPTY_WORDS:
            return ()
        if words in _ALL_WORDS:
            return (REALS,)
        _refuse_turned_brackets(source)
        names = _names(spec)
        tree = parsed(source, names | {spec.variable}, unions=True)
        try:
            parts = _Reader(source, spec.variable, names).parts(tree)
            if len(parts) > MOST_PIECES:
                message = f"These are more than {MOST_PIECES} pieces."
                raise UnreadableError(message, Span(0, len(source.text)))
            return normal(parts)
        except UndecidedError as error:
            whole = Span(0, len(source.text))
            raise UnreadableError("The order of two ends could not be told.", whole) from error

    def latex(self, spec: Interval, read: tuple[Part, ...]) -> str:
        return parts_latex(read)

    def judge(self, spec: Interval, read: tuple[Part, ...], *, sample_seed: int) -> Judgement:
        wanted = normal([_part(piece) for piece in spec.pieces])
        try:
            if same(wanted, read):
                return right("ends compared")
            return wrong("ends compared", _difference(wanted, read))
        except UndecidedError:
            return undecided()

    def form(self, spec: Interval) -> InputForm:
        x = spec.variable
        accepts = f"Intervals joined by U, or inequalities in {x} joined by and, or."
        example = f"(-2, 0] U [5, inf), or {x} < 1 or {x} >= 4"
        return InputForm(
            "math", "Your set of numbers", accepts, example, keys=(r"\le", r"\ge", r"\cup", r"\infty")
        )


def _refuse_turned_brackets(source: Source) -> None:
    """Refuse `]-19; 3[`, as open ends are written in some countries, with the mend `(-19, 3)`."""
    pieces = list(_PIECE.finditer(source.text))
    if not any(piece["opening"] == "]" or piece["closing"] == "[" for piece in pieces):
        return
    mended = _PIECE.sub(_in_round_brackets, source.text)
    first = next(piece for piece in pieces if piece["opening"] == "]" or piece["closing"] == "[")
    message = "An end that does not belong to the interval takes a round bracket."
    raise UnreadableError(message, Span(*first.span()), suggestion=mended)


def _in_round_brackets(piece: re.Match[str]) -> str:
    opening = "(" if piece["opening"] == "]" else "["
    closing = ")" if piece["closing"] == "[" else "]"
    return f"{opening}{piece['low'].strip()}, {piece['high'].strip()}{closing}"


def _names(spec: Interval) -> frozenset[str]:
    ends = [end for piece in spec.pieces for end in (piece.low, piece.high) if end is not None]
    return names_in(ends)


def _part(piece: Piece) -> Part:
    low = None if piece.low is None else as_expr(piece.low)
    high = None if piece.high is None else as_expr(piece.high)
    return Part(low, high, piece.low_closed, piece.high_closed)


class _Reader:
    """Turn a tree into parts of the number line."""

    def __init__(self, source: Source, variable: str, names: frozenset[str]) -> None:
        self._source = source
        self._variable = variable
        self._names = names

    def parts(self, tree: Tree) -> tuple[Part, ...]:
        """Return the parts of a tree, not yet in normal form. Raises UnreadableError."""
        match tree:
            case Const(name="empty"):
                return ()
            case Sym(name="R") if self._variable != "R":
                return (REALS,)
            case Brackets(opening="{", items=items):
                return tuple(self._point(item) for item in items)
            case Brackets():
                return (self._interval(tree),)
            case Joined():
                return self._joined(tree)
            case Listing(items=items) if all(isinstance(item, Brackets) for item in items):
                return tuple(part for item in items for part in self.parts(item))
            case Listing():
                raise UnreadableError("Write `or` or `and` between inequalities.", tree.span)
            case Relation():
                return self._relation(tree)
            case _:
                raise UnreadableError(
                    f"Asked is an interval such as (1, 2], or an inequality in {self._variable}.",
                    tree.span or Span(0, len(self._source.text)),
                )

    def _point(self, tree: Tree) -> Part:
        value = self._end(tree)
        if value is None:
            raise UnreadableError("Infinity is no number.", Span(0, len(self._source.text)))
        return Part(value, value, True, True)

    def _interval(self, tree: Brackets) -> Part:
        if len(tree.items) != 2 or tree.opening not in "([":
            raise UnreadableError("An interval has two ends, such as (1, 2].", tree.span)
        low, high = self._end(tree.items[0], below=True), self._end(tree.items[1])
        low_closed, high_closed = tree.opening == "[", tree.closing == "]"
        self._refuse_closed_infinity(tree, low is None and low_closed, high is None and high_closed)
        if low is not None and high is not None and order(low, high) > 0:
            raise UnreadableError("The left end is larger than the right end.", tree.span)
        return Part(low, high, low_closed, high_closed)

    def _refuse_closed_infinity(self, tree: Brackets, low: bool, high: bool) -> None:
        if not low and not high:
            return
        mended = self._source.text
        if low:
            mended = mended[: tree.span.start] + "(" + mended[tree.span.start + 1 :]
        if high:
            mended = mended[: tree.span.end - 1] + ")" + mended[tree.span.end :]
        raise UnreadableError("Infinity takes a round bracket.", tree.span, suggestion=mended)

    def _end(self, tree: Tree, *, below: bool = False) -> Expr | None:
        """Return an end, None for infinity on its own side."""
        match tree:
            case Const(name="infinity") if not below:
                return None
            case Neg(of=Const(name="infinity")) if below:
                return None
            case Const(name="infinity") | Neg(of=Const(name="infinity")):
                raise UnreadableError("Infinity stands on the wrong side.", tree.span or Span(0, 0))
        return expression(tree, self._source, self._names, what="a number as an end")

    def _joined(self, tree: Joined) -> tuple[Part, ...]:
        if isinstance(tree.items[0], Relation) and tree.items[0].signs == ("in",):
            return self._element_of(tree)
        parts = [self.parts(item) for item in tree.items]
        if tree.word in ("or", "union"):
            return tuple(part for some in parts for part in some)
        if tree.word == "without":
            return intersection(parts[0], complement(parts[1]))
        common = parts[0]
        for other in parts[1:]:
            common = intersection(common, other)
        return common

    def _element_of(self, tree: Joined) -> tuple[Part, ...]:
        """Read x in A ∪ B as x in (A ∪ B)."""
        first = tree.items[0]
        assert isinstance(first, Relation)
        self._need_variable(first.operands[0], first)
        return self.parts(Joined(tree.span, tree.word, (first.operands[1], *tree.items[1:])))

    def _need_variable(self, tree: Tree, whole: Relation) -> None:
        if not (isinstance(tree, Sym) and tree.name == self._variable):
            raise UnreadableError(f"Solve for {self._variable}: it stands alone on one side.", whole.span)

    def _relation(self, tree: Relation) -> tuple[Part, ...]:
        if tree.signs == ("in",):
            self._need_variable(tree.operands[0], tree)
            return self.parts(tree.operands[1])
        common: tuple[Part, ...] = (REALS,)
        for i, sign in enumerate(tree.signs):
            common = intersection(
                common, self._inequality(tree, tree.operands[i], sign, tree.operands[i + 1])
            )
        return common

    def _inequality(self, whole: Relation, left: Tree, sign: str, right_side: Tree) -> tuple[Part, ...]:
        """Return the numbers for which `left sign right` holds; one side is the variable."""
        if isinstance(right_side, Sym) and right_side.name == self._variable:
            left, sign, right_side = right_side, _TURNED.get(sign, sign), left
        self._need_variable(left, whole)
        match right_side:
            case Const(name="infinity") if sign == "<":
                return (REALS,)
            case Neg(of=Const(name="infinity")) if sign == ">":
                return (REALS,)
        value = expression(right_side, self._source, self._names, what="a number on the other side")
        return _half_line(sign, value, whole)


def _half_line(sign: str, value: Expr, whole: Relation) -> tuple[Part, ...]:
    match sign:
        case "<" | "<=":
            return (Part(None, value, False, sign == "<="),)
        case ">" | ">=":
            return (Part(value, None, sign == ">=", False),)
        case "=":
            return (Part(value, value, True, True),)
        case "!=":
            return (Part(None, value), Part(value, None))
    raise UnreadableError("This sign is not read here.", whole.span)


def parts_latex(parts: Sequence[Part]) -> str:
    """Return a union as LaTeX."""
    if not parts:
        return r"\varnothing"
    return r" \cup ".join(_part_latex(part) for part in parts)


def _part_latex(part: Part) -> str:
    low = r"-\infty" if part.low is None else to_latex(part.low)
    high = r"\infty" if part.high is None else to_latex(part.high)
    if part.low is not None and part.low == part.high:
        return rf"\{{{low}\}}"
    return f"{'[' if part.low_closed else '('}{low}, {high}{']' if part.high_closed else ')'}"


def _difference(wanted: tuple[Part, ...], read: tuple[Part, ...]) -> str:
    if same(wanted, read, ends_only=True):
        return "The ends are right, but not which of them belong to the set: check `<` against `<=`."
    if same(complement(wanted), read, ends_only=True):
        return "This is what is left out: the direction is the other one."
    if _are_rounded(wanted, read):
        return "Ends are rounded. Asked are the exact ones, fractions or roots where need be."
    if not read:
        return "There are such numbers: the set is not empty."
    if intersection(wanted, read) == read and len(read) < len(wanted):
        return "What you give belongs to the set, but a piece is missing."
    return ""


def _are_rounded(wanted: tuple[Part, ...], read: tuple[Part, ...]) -> bool:
    """Tell whether the ends are those of the answer, some of them rounded."""
    if len(wanted) != len(read):
        return False
    pairs = [pair for a, b in zip(wanted, read, strict=True) for pair in ((a.low, b.low), (a.high, b.high))]
    ends = [(a, b) for a, b in pairs if a is not None and b is not None]
    others = [pair for pair in pairs if None in pair]
    return all(a is b for a, b in others) and all(is_rounding(a, b) or order(a, b) == 0 for a, b in ends)
