"""Check what is chosen or put in order; responses are numbers as shown, from 1."""

import re

from upslope.checking.kinds.base import Judgement, Kind, right, wrong
from upslope.checking.kinds.lists import counted
from upslope.checking.reading import InputForm
from upslope.checking.spec import Choice, Facts, Ordering
from upslope.checking.tokens import Source, UnreadableError
from upslope.checking.verdict import Outcome, PartVerdict, Span, Verdict

_BETWEEN_COMMAS = re.compile(r"(?:^|(?<=,))[^,]*")
_NONE = ("none", "-", "0")


class ChoiceKind(Kind[Choice, tuple[int, ...]]):
    """Treat the choice of one option, or of several."""

    def read(self, spec: Choice, source: Source) -> tuple[int, ...]:
        chosen = numbers(source, len(spec.options), none=spec.several)
        if not spec.several and len(chosen) != 1:
            raise UnreadableError("Choose one option.", Span(0, len(source.text)))
        return tuple(sorted(chosen))

    def latex(self, spec: Choice, read: tuple[int, ...]) -> str:
        return shown_numbers(read)

    def judge(self, spec: Choice, read: tuple[int, ...], *, sample_seed: int) -> Judgement:
        wanted, given = {index + 1 for index in spec.correct}, set(read)
        if wanted == given:
            return right("choice")
        if not spec.several:
            return wrong("choice")
        missing, extra = len(wanted - given), len(given - wanted)
        right_marks = len(spec.options) - missing - extra
        if given and wanted & given:
            message = _marks_message(missing, extra)
            return Judgement(Outcome.PARTIAL, message, "choice", score=right_marks / len(spec.options))
        return wrong("choice", _marks_message(missing, extra))

    def form(self, spec: Choice) -> InputForm:
        if spec.several:
            accepts = "Every option that is right, and no other."
            return InputForm("several", "Choose all that are right", accepts, options=spec.options)
        return InputForm("choice", "Choose one", "One option is right.", options=spec.options)


class FactsKind(Kind[Facts, tuple[int, ...]]):
    """Treat statements of which the true ones are to be marked."""

    def read(self, spec: Facts, source: Source) -> tuple[int, ...]:
        return tuple(sorted(numbers(source, len(spec.statements), none=True)))

    def latex(self, spec: Facts, read: tuple[int, ...]) -> str:
        return shown_numbers(read)

    def judge(self, spec: Facts, read: tuple[int, ...], *, sample_seed: int) -> Judgement:
        marks = [(number in read) == truth for number, truth in enumerate(spec.truths, 1)]
        parts = tuple(
            PartVerdict(
                str(number),
                Verdict(
                    Outcome.CORRECT if good else Outcome.WRONG,
                    score=float(good),
                    method="fact",
                    message=spec.reasons[number - 1],
                ),
            )
            for number, good in enumerate(marks, 1)
        )
        score = sum(marks) / len(marks)
        outcome = Outcome.CORRECT if score == 1 else (Outcome.PARTIAL if score else Outcome.WRONG)
        message = "" if score == 1 else _judged(sum(marks), len(marks))
        return Judgement(outcome, message, "facts", score=score, parts=parts)

    def form(self, spec: Facts) -> InputForm:
        accepts = "Mark every true statement; leave the others."
        return InputForm("facts", "Which statements are true?", accepts, options=spec.statements)


class OrderingKind(Kind[Ordering, tuple[int, ...]]):
    """Treat items to be put in order; a partial order has several right answers."""

    def read(self, spec: Ordering, source: Source) -> tuple[int, ...]:
        order = numbers(source, len(spec.items), none=False)
        if len(order) != len(spec.items):
            message = f"Put all {len(spec.items)} items in order."
            raise UnreadableError(message, Span(0, len(source.text)), complete=False)
        return order

    def latex(self, spec: Ordering, read: tuple[int, ...]) -> str:
        return shown_numbers(read)

    def judge(self, spec: Ordering, read: tuple[int, ...], *, sample_seed: int) -> Judgement:
        given = [spec.shown[number - 1] for number in read]
        place = {item: position for position, item in enumerate(given)}
        pairs = spec.pairs
        broken = [(i, j) for i, j in pairs if place[i] > place[j]]
        if not broken:
            return right("ordering")
        kept = 1 - len(broken) / len(pairs)
        if len(broken) == 1 and len(pairs) > 1:
            return wrong("ordering", "One step stands before another that it needs.")
        return wrong(
            "ordering",
            f"{counted(len(broken), 'pair').capitalize()} of steps stand the wrong way round."
            if kept
            else "",
        )

    def form(self, spec: Ordering) -> InputForm:
        options = tuple(spec.items[index] for index in spec.shown)
        accepts = "One right order." if not spec.before else "Any order in which each step has what it needs."
        return InputForm("ordering", "Put in order", accepts, options=options)


def numbers(source: Source, most: int, *, none: bool) -> tuple[int, ...]:
    """Return comma-separated numbers from 1 to `most`, each once. Raises UnreadableError."""
    whole, text = Span(0, len(source.text)), source.text.strip()
    if not text:
        raise UnreadableError("Nothing is chosen yet.", whole, complete=False)
    if none and text.lower() in _NONE:
        return ()
    found: list[int] = []
    for match in _BETWEEN_COMMAS.finditer(source.text):
        span, digits = Span(match.start(), match.end()), match.group().strip()
        if not re.fullmatch(r"[0-9]{1,3}", digits) or not 1 <= int(digits) <= most:
            raise UnreadableError(f"Choose by numbers from 1 to {most}, such as `1, {min(2, most)}`.", span)
        if int(digits) in found:
            raise UnreadableError("This number stands here twice.", span)
        found.append(int(digits))
    return tuple(found)


def shown_numbers(read: tuple[int, ...]) -> str:
    """Return the chosen numbers as LaTeX."""
    return ", ".join(map(str, read)) if read else r"\text{none}"


def _marks_message(missing: int, extra: int) -> str:
    parts = []
    if missing:
        parts.append(f"{counted(missing, 'right option')} {'is' if missing == 1 else 'are'} not marked")
    if extra:
        parts.append(f"{counted(extra, 'marked option')} {'is' if extra == 1 else 'are'} not right")
    return (", and ".join(parts) + ".").capitalize() if parts else ""


def _judged(good: int, count: int) -> str:
    if not good:
        return "No statement is judged right."
    return f"{good} of {count} statements {'is' if good == 1 else 'are'} judged right."
