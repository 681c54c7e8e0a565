"""Rules over checking: what must be accepted, what must not, and what is no answer at all."""

from collections.abc import Callable, Iterator, Sequence
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
    Outcome,
    Parts,
    Response,
    SetAnswer,
    Shape,
    Syntax,
    TupleAnswer,
    Value,
    Vector,
    check,
)
from upslope.checking.expr import as_expr
from upslope.core.errors import ContentError, Refusal
from upslope.problems.contract.examined import Examined, Sample, where
from upslope.problems.contract.limits import CHECKED_SEEDS, MOST_REPORTED
from upslope.problems.numerals import decimal_digits, terminates
from upslope.problems.template import Template
from upslope.problems.typed import typed, typed_text, value_text
from upslope.problems.variant import Variant

JUNK = "?§ ("


def checked_samples(examined: Examined) -> Iterator[Sample]:
    """Yield the samples on which every answer is tried."""
    yield from (sample for sample in examined.samples if sample.seed < CHECKED_SEEDS)


def right_is_accepted(examined: Examined) -> Iterator[Refusal]:
    """Refuse where the reference, an equivalent form of it or an `also_right` is not correct."""

    def tries(variant: Variant, instance: Template | None) -> Iterator[tuple[Response, str]]:
        yield typed(variant.answer), "The reference answer"
        for text in _each_way(variant.answer, equivalents):
            yield text, "An equivalent form"
        if tex := _tex(variant.answer):
            yield Response(tex, Syntax.LATEX), "The reference answer in LaTeX"
        for written in instance.also_right() if instance else ():
            yield Response(written), "What also_right gives"

    yield from _verdicts(examined, "right", tries, lambda outcome: outcome is Outcome.CORRECT)


def wrong_is_refused(examined: Examined) -> Iterator[Refusal]:
    """Refuse where a near miss or an `also_wrong` is accepted or cannot be decided."""

    def tries(variant: Variant, instance: Template | None) -> Iterator[tuple[Response, str]]:
        for text in _each_way(variant.answer, near_misses):
            yield text, "A near miss"
        for written in instance.also_wrong() if instance else ():
            yield Response(written), "What also_wrong gives"

    good = (Outcome.WRONG, Outcome.PARTIAL)
    yield from _verdicts(examined, "wrong", tries, lambda outcome: outcome in good)


def junk_is_unreadable(examined: Examined) -> Iterator[Refusal]:
    """Refuse where what is no answer is scored."""

    def tries(variant: Variant, instance: Template | None) -> Iterator[tuple[Response, str]]:
        answer = variant.answer
        if isinstance(answer, Parts):
            yield Response(parts=tuple(NamedText(part.name, JUNK) for part in answer.named)), "Junk"
        else:
            yield Response(JUNK), "Junk"

    yield from _verdicts(examined, "junk", tries, lambda outcome: outcome is Outcome.UNREADABLE)


def slips_are_caught(examined: Examined) -> Iterator[Refusal]:
    """Refuse where a declared slip is accepted, not recognised, or has no feedback of its own."""
    found = 0
    for sample in checked_samples(examined):
        variant = sample.drawn.variant
        earlier: set[str] = set()
        for slip in variant.slips:
            if not has_text(examined, slip.name):
                continue  # slips_match says so
            verdict = check(variant.answer, typed(slip.answer, shown=variant.answer), slips=variant.slips)
            earlier.add(slip.name)
            message = ""
            if verdict.outcome not in (Outcome.WRONG, Outcome.PARTIAL):
                message = f"slip {slip.name} is {verdict.outcome}: {verdict.message}"
            elif verdict.slip not in earlier:
                message = f"slip {slip.name} is not recognised"
            else:
                try:
                    told = variant.feedback(slip.name, verdict)
                except ContentError as error:
                    yield error.refusal
                    return
                message = "" if told.text.strip() else f"slip {slip.name} says nothing"
            if message and found < MOST_REPORTED:
                found += 1
                mend = "Does the slip follow the mistaken rule, and the checker read it?"
                yield Refusal(examined.code_path, 1, "slip", f"{where(sample)}: {message}.", mend)


def has_text(examined: Examined, slip: str) -> bool:
    """Return whether a slip has feedback: its own section, or the reason of a wrong option."""
    told = examined.loaded.text.slips
    return slip in told or (examined.loaded.file.only_one and slip.startswith("option-"))


def _verdicts(
    examined: Examined,
    rule: str,
    tries: Callable[[Variant, Template | None], Iterator[tuple[Response, str]]],
    good: Callable[[Outcome], bool],
) -> Iterator[Refusal]:
    found = 0
    for sample in checked_samples(examined):
        variant = sample.drawn.variant
        for response, what in tries(variant, sample.drawn.instance):
            verdict = check(variant.answer, response)
            if not good(verdict.outcome) and found < MOST_REPORTED:
                found += 1
                shown = response.text or ", ".join(f"{p.name}: {p.text}" for p in response.parts)
                message = f"{where(sample)}: {what}, {shown!r}, is {verdict.outcome}. {verdict.message}"
                yield Refusal(
                    examined.code_path, 1, rule, message.strip(), f"The answer is {variant.answer!r}."
                )


def _each_way(answer: Answer, ways: Callable[[Answer], Iterator[str]]) -> Iterator[Response]:
    """Yield responses with one way of writing an answer, for parts one part at a time."""
    if not isinstance(answer, Parts):
        yield from (Response(text) for text in ways(answer))
        return
    right = typed(answer).parts
    for index, part in enumerate(answer.named):
        for text in ways(part.answer):
            changed = NamedText(part.name, text)
            yield Response(parts=(*right[:index], changed, *right[index + 1 :]))


def _tex(answer: Answer) -> str:
    """Return the reference answer in LaTeX, "" for kinds that are not typed in a formula editor."""
    match answer:
        case Number(value=value) | Expression(value=value):
            return as_expr(value).latex()
        case MatrixAnswer(value=matrix):
            return matrix.latex()
        case _:
            return ""


def equivalents(answer: Answer) -> Iterator[str]:
    """Yield other right ways to type an answer."""
    match answer:
        case Number(value=value, fraction=False, places=places):
            yield f"({value_text(value)}) + 0"
            if isinstance(value, Fraction | int) and terminates(Fraction(value)) and places is None:
                yield decimal_digits(Fraction(value))
        case Expression(value=value, form=""):
            yield f"({value.text()}) + 1 - 1"
            yield f"2*({value.text()})/2"
        case Equation(left=left, right=right):
            yield f"{right.text()} = {left.text()}"
            yield f"3*({left.text()}) = 3*({right.text()})"
        case SetAnswer(elements=elements) if len(elements) > 1:
            yield typed_text(SetAnswer(tuple(reversed(elements))))
        case Basis(vectors=vectors) if vectors and _rational(vectors):
            yield typed_text(Basis(tuple(_scaled(v, -2) for v in reversed(vectors))))
            if len(vectors) > 1:
                yield typed_text(Basis((_added(vectors[0], vectors[1]), *vectors[1:])))
        case _:
            return


def near_misses(answer: Answer) -> Iterator[str]:
    """Yield wrong answers close to the right one: off by one, another sign, transposed, one missing."""
    match answer:
        case Number(value=value) | Expression(value=value):
            yield f"({value_text(value)}) + 1"
            yield from _negated(value)
        case Vector(entries=entries) | TupleAnswer(entries=entries):
            kind = type(answer)
            yield typed_text(kind((_plus_one(entries[0]), *entries[1:])))
            if len(entries) > 1 and entries[0] != entries[-1]:
                yield typed_text(kind((entries[-1], *entries[1:-1], entries[0])))
        case SetAnswer(elements=elements):
            missing = elements[1:] if len(elements) > 1 else (_plus_one(elements[0]),) if elements else (1,)
            yield typed_text(SetAnswer(missing))
        case MatrixAnswer(value=matrix):
            if matrix != matrix.T and matrix.is_square:
                yield typed_text(MatrixAnswer(matrix.T))
            if any(entry for row in matrix.rows for entry in row):
                yield typed_text(MatrixAnswer(matrix * -1))
        case Basis(vectors=vectors) if vectors and _rational(vectors):
            yield typed_text(Basis((*vectors[1:], tuple(0 for _ in vectors[0]))))
        case Interval(pieces=pieces) if pieces:
            yield from _shifted_interval(answer)
        case Equation(left=left, right=right):
            yield f"{left.text()} = {right.text()} + 1"
        case Shape(sizes=sizes) if sizes:
            yield typed_text(Shape(*sizes, 1))
            if sizes[0] != sizes[-1]:
                yield typed_text(Shape(sizes[-1], *sizes[1:-1], sizes[0]))
        case Choice(options=options, correct=correct, several=False):
            yield str((correct[0] + 1) % len(options) + 1)
        case Facts(truths=truths):
            flipped = (not truths[0], *truths[1:])
            yield ",".join(str(i) for i, truth in enumerate(flipped, 1) if truth) or "none"
        case Ordering(shown=shown):
            yield ",".join(str(k) for k in range(1, len(shown) + 1))
        case _:
            return


def _negated(value: Value) -> Iterator[str]:
    if isinstance(value, Expr):
        zero = value.text() == "0"
        yield from () if zero else (f"-({value.text()})",)
    elif value != 0:
        yield f"-({value})" if value > 0 else str(-value)


def _plus_one(value: Value) -> Value:
    return value + 1


def _shifted_interval(answer: Interval) -> Iterator[str]:
    first = answer.pieces[0]
    pieces = answer.pieces[1:]
    if first.low is not None:
        moved = type(first)(first.low - 1, first.high, first.low_closed, first.high_closed)
        yield typed_text(Interval((moved, *pieces), answer.variable))
    elif first.high is not None:
        moved = type(first)(None, first.high, False, not first.high_closed)
        yield typed_text(Interval((moved, *pieces), answer.variable))


def _rational(vectors: Sequence[Sequence[Value]]) -> bool:
    return not any(isinstance(entry, Expr) for vector in vectors for entry in vector)


def _scaled(vector: Sequence[Value], factor: int) -> tuple[Value, ...]:
    return tuple(entry * factor for entry in vector)


def _added(left: Sequence[Value], right: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(a + b for a, b in zip(left, right, strict=True))
