"""Rules over rendered texts: ugly formulas, given-away answers, lengths, KaTeX."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from upslope.checking import Answer, Expr, Expression, MatrixAnswer, Number, Parts, Value, Vector
from upslope.core.errors import Refusal
from upslope.problems.contract.answers import checked_samples
from upslope.problems.contract.examined import Examined, Sample, where
from upslope.problems.contract.limits import (
    ANSWER_IN_TEXT,
    MOST_DIGITS,
    MOST_REPORTED,
    MOST_WORDS,
    SHORT_ANSWER_IN_TEXT,
    WIDEST_FORMULA,
    exceeds,
)
from upslope.problems.contract.width import visible_width
from upslope.problems.formats import Format
from upslope.problems.holes import Hole
from upslope.problems.passage import PART_MARK
from upslope.problems.places import Place, Where
from upslope.problems.show import show

_CODE = re.compile(r"(`{3,}|~{3,}).*?\1|`[^`]*`", re.DOTALL)
_FORMULA = re.compile(r"(?<!\\)\$\$(.+?)\$\$|(?<![\\$])\$([^$]+?)(?<!\\)\$", re.DOTALL)
_TEXT_COMMAND = re.compile(r"\\(?:text|operatorname|mathrm|textrm|textbf)\{[^{}]*\}")
_FRACTION = re.compile(r"\\[dtc]?frac\{(-?\d+)\}\{(\d+)\}")
_GROUPING = re.compile(r"\\,|[\u202f\u2009]")

_UGLY: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "+ -",
        re.compile(r"[+-]\s*-|\\(?:cdot|times)\s*-"),
        "Write <<+b>> for signed terms, <<(b)>> for brackets.",
    ),
    (
        "1x",
        re.compile(r"(?<![\d.\w}^_])(?<!_\{)(?<!\^\{)1\s?(?=[a-z](?![a-z]))"),
        "Write the coefficient as <<c*>>.",
    ),
    ("x^1", re.compile(r"(?<!10)\^(?:\{1\}|1(?!\d))"), "Build the power as an Expr, which leaves the 1 out."),
    ("+ 0", re.compile(r"[+-]\s*0(?![.\d])"), "Build the sum as an Expr, or exclude 0 from the draw."),
    (".0", re.compile(r"\d\.0(?!\d)"), "Show it as an integer, or with <<name:decimal>>."),
    ("digits", re.compile(rf"\d{{{MOST_DIGITS + 1},}}"), f"Keep numbers below {MOST_DIGITS + 1} digits."),
)
_NOT_A_VALUE = re.compile(r"\b(?:None|nan|inf|NaN)\b|<[a-z_]+\.[A-Za-z_.]+ object|Fraction\(|Matrix\(")


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one rendered text of a variant with the section it comes from."""

    section: str
    text: str


def parts_of(sample: Sample) -> Iterator[Part]:
    """Yield every rendered text of a variant."""
    variant = sample.drawn.variant
    yield Part("Statement", variant.statement)
    yield from (Part("Hint", hint) for hint in variant.hints)
    for step in variant.solution:
        yield from (Part("Solution", step.title), Part("Solution", step.text))
    yield Part("After", variant.after)
    answer = variant.answer
    yield from (
        Part("Facts", text)
        for name in ("options", "statements", "reasons")
        for text in getattr(answer, name, ())
    )


def formulas(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the formulas of a Markdown text, with whether they are displayed."""
    for found in _FORMULA.finditer(_CODE.sub(" ", text)):
        yield found[1] or found[2], found[1] is not None


def formulas_are_clean(examined: Examined) -> Iterator[Refusal]:
    """Refuse double signs, coefficients 1, unreduced and nested fractions, and what is no value."""
    reported: dict[str, int] = {}
    for sample in examined.samples:
        for part in parts_of(sample):
            for name, shown, mend in _blemishes(part):
                if examined.allows(name) or reported.get(name, 0) >= 1:
                    continue
                reported[name] = 1
                message = f"{where(sample)}: {name!r} in “{shown.strip()}”."
                yield Refusal(examined.text_path, examined.line(part.section), "ugly", message, mend)


def _blemishes(part: Part) -> Iterator[tuple[str, str, str]]:
    if found := _NOT_A_VALUE.search(_CODE.sub(" ", part.text)):
        yield "no value", found[0], "A value has no form for readers: derive one."
    for formula, _ in formulas(part.text):
        tex = _GROUPING.sub("", _TEXT_COMMAND.sub(" ", formula))
        for name, pattern, mend in _UGLY:
            if pattern.search(tex):
                yield name, formula, mend
        for found in _FRACTION.finditer(tex):
            over, under = int(found[1]), int(found[2])
            not_reduced = (
                gcd(over, under) > 1 and part.section != "Solution"
            )  # a solution reduces step by step
            if not_reduced or under == 1:
                yield "unreduced", found[0], "Show a Fraction: it reduces."
        if _nested_fraction(tex):
            yield "nested fraction", formula, "Show decimals, or divide in two steps."


def _nested_fraction(tex: str) -> bool:
    """Return whether a fraction stands inside a fraction."""
    depth: list[bool] = []
    at, after_fraction = 0, 0
    for at, sign in enumerate(tex):
        if re.match(r"\\[dtc]?frac\b", tex[at : at + 6]):
            if any(depth):
                return True
            after_fraction = 2
        elif sign == "{":
            depth.append(after_fraction > 0)
            after_fraction = after_fraction - 1 if after_fraction else 0
        elif sign == "}" and depth and depth.pop() and tex[at + 1 : at + 2] == "{":
            after_fraction = 1
    return False


def formulas_render(examined: Examined) -> Iterator[Refusal]:
    """Refuse what KaTeX refuses, and displayed formulas too wide for a phone."""
    seen: set[tuple[str, bool]] = set()
    found = 0
    for sample in examined.samples:
        for part in parts_of(sample):
            for formula, display in formulas(part.text):
                if (formula, display) in seen or found >= MOST_REPORTED:
                    continue
                seen.add((formula, display))
                message, mend = _trouble(examined, formula, display)
                if message:
                    found += 1
                    line = examined.line(part.section)
                    yield Refusal(examined.text_path, line, "formula", f"{where(sample)}: {message}", mend)


def _trouble(examined: Examined, formula: str, display: bool) -> tuple[str, str]:
    width = visible_width(formula)
    if display and width > WIDEST_FORMULA and not examined.allows("wide"):
        return f"this formula is about {width} characters wide: {formula.strip()}", "Break it into two."
    if examined.render is None:
        return "", ""
    try:
        examined.render(formula, display)
    except Exception as error:  # whatever the renderer refuses with, the author must see it
        return f"KaTeX refuses {formula.strip()}: {error}", "Mend the LaTeX."
    return "", ""


def texts_are_short(examined: Examined) -> Iterator[Refusal]:
    """Refuse statements of more than 120 words."""
    for sample in checked_samples(examined):
        words = len(re.sub(r"\$[^$]*\$", "x", _CODE.sub("x", sample.drawn.variant.statement)).split())
        if words > MOST_WORDS:
            message = f"{where(sample)}: the statement has {words} words."
            yield Refusal(
                examined.text_path, examined.line("Statement"), "long", message, f"Keep to {MOST_WORDS}."
            )
            return


def parts_have_places(examined: Examined) -> Iterator[Refusal]:
    """Refuse inputs for parts the answer does not have."""
    for sample in checked_samples(examined):
        answer = sample.drawn.variant.answer
        names = {part.name for part in answer.named} if isinstance(answer, Parts) else set()
        placed = re.findall(PART_MARK.format(name=r"(\w+)"), sample.drawn.variant.statement)
        for name in placed:
            if name not in names or placed.count(name) > 1:
                message = f"<<?{name}>> is no part of the answer, or stands twice."
                mend = f"The parts are {', '.join(sorted(names)) or 'none: the answer has no parts'}."
                yield Refusal(examined.text_path, examined.line("Statement"), "part", message, mend)
                return


def answer_is_not_told(examined: Examined) -> Iterator[Refusal]:
    """Refuse statements and hints that print the answer."""
    if examined.allows("told-answer"):
        return
    for section in ("Statement", "Hint"):
        told = short = asked = 0
        for sample in examined.samples:
            written = _written(sample.drawn.variant.answer)
            if not written:
                continue
            asked += 1
            text = " ".join(part.text for part in parts_of(sample) if part.section == section)
            if any(_stands_in(form, text) for form in written):
                told += 1
                short += max(map(len, written)) <= 2
        share = SHORT_ANSWER_IN_TEXT if short == told else ANSWER_IN_TEXT
        if asked and exceeds(told, asked, share):
            message = f"The answer stands in the {section.lower()} of {told} of {asked} variants."
            mend = "Ask so that the answer is not in the text."
            yield Refusal(examined.text_path, examined.line(section), "told-answer", message, mend)


def _written(answer: Answer) -> tuple[str, ...]:
    """Return how an open answer would stand in a text, empty for kinds whose answer must stand there."""
    values: tuple[object, ...]
    match answer:
        case Number(value=value, places=places):
            values = (_rounded(value, places),)
        case Expression(value=value):
            values = (value,)
        case MatrixAnswer(value=value):
            values = (value,)
        case Vector(entries=entries):
            values = (entries,)
        case _:
            return ()
    hole = Hole("answer", ("answer",))
    return tuple(
        show(value, hole, Where(place)) for value in values for place in (Place.FORMULA, Place.DISPLAY)
    )


def _rounded(value: Value, places: int | None) -> object:
    if places is None or isinstance(value, Expr):
        return value
    hole = Hole("answer", ("answer",), format=Format("places", places))
    return Fraction(show(value, hole, Where(Place.CODE)))


def _stands_in(form: str, text: str) -> bool:
    return re.search(rf"(?<![\w.\\/^]){re.escape(form)}(?![\w./^]|\s*[*\\]cdot)", text) is not None
