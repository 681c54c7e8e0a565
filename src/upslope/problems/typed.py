"""Write an answer specification as the response of a learner who typed exactly that."""

from fractions import Fraction

from upslope.checking import (
    Answer,
    Basis,
    Choice,
    Equation,
    Expr,
    Expression,
    Facts,
    Interval,
    MatrixAnswer,
    NamedText,
    Number,
    Ordering,
    Parts,
    Piece,
    Response,
    SetAnswer,
    Shape,
    TupleAnswer,
    Value,
    Vector,
)


def typed(answer: Answer, *, shown: Answer | None = None) -> Response:
    """Return the response that types `answer` in full.

    Options and items are numbered as the question `shown` (default: `answer` itself) displays them.
    Raises ValueError for an answer that names options the question does not show.
    """
    if isinstance(answer, Parts):
        asked = {part.name: part.answer for part in shown.named} if isinstance(shown, Parts) else {}
        return Response(
            parts=tuple(NamedText(p.name, typed_text(p.answer, asked.get(p.name))) for p in answer.named)
        )
    return Response(typed_text(answer, shown))


def typed_text(answer: Answer, shown: Answer | None = None) -> str:
    """Return the text for one field; see `typed`."""
    match answer:
        case Number(value=value) | Expression(value=value):
            return value_text(value)
        case Equation(left=left, right=right):
            return f"{left.text()} = {right.text()}"
        case Interval(pieces=pieces):
            return " U ".join(_piece(piece) for piece in pieces) or "{}"
        case Vector(entries=entries) | TupleAnswer(entries=entries):
            return _tuple(entries)
        case MatrixAnswer(value=matrix):
            return "[" + ", ".join("[" + _list(row) + "]" for row in matrix.rows) + "]"
        case SetAnswer(elements=elements):
            return "{" + _list(elements) + "}"
        case Basis(vectors=vectors):
            return ", ".join(_tuple(vector) for vector in vectors) or "{}"
        case Shape(sizes=sizes):
            return "(" + ", ".join(str(size) for size in sizes) + ("," if len(sizes) == 1 else "") + ")"
        case Choice() | Facts() | Ordering():
            return _numbers(answer, shown or answer)
        case _:
            raise ValueError(f"an answer of kind {answer.kind!r} cannot be typed")


def one_line(response: Response) -> str:
    """Return a response on one line; parts as "name: text"."""
    if response.parts:
        return "; ".join(f"{part.name}: {part.text}" for part in response.parts)
    return response.text


def value_text(value: Value) -> str:
    """Return the typed form of a value."""
    return value.text() if isinstance(value, Expr) else str(value)


def _numbers(answer: Choice | Facts | Ordering, shown: Answer) -> str:
    if isinstance(answer, Choice):
        options = shown.options if isinstance(shown, Choice) else answer.options
        return ",".join(str(options.index(answer.options[i]) + 1) for i in answer.correct) or "none"
    if isinstance(answer, Facts):
        return ",".join(str(i) for i, truth in enumerate(answer.truths, 1) if truth) or "none"
    asked = shown if isinstance(shown, Ordering) else answer
    displayed = [asked.items[i] for i in asked.shown]
    return ",".join(str(displayed.index(item) + 1) for item in answer.items)


def _piece(piece: Piece) -> str:
    low = "-inf" if piece.low is None else value_text(piece.low)
    high = "inf" if piece.high is None else value_text(piece.high)
    if piece.low is not None and piece.low == piece.high:
        return "{" + low + "}"
    return f"{'[' if piece.low_closed else '('}{low}, {high}{']' if piece.high_closed else ')'}"


def _tuple(entries: tuple[int | Fraction | Expr, ...]) -> str:
    return f"({_list(entries)})"


def _list(entries: tuple[int | Fraction | Expr, ...]) -> str:
    return ", ".join(value_text(entry) for entry in entries)
