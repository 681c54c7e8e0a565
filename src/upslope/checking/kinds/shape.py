"""Check the shape of a tensor: sizes in order, numbers or names."""

import re

from upslope.checking.equality import equal
from upslope.checking.expr import Expr, Sym, as_expr
from upslope.checking.kinds.base import Judgement, Kind, right, undecided, wrong
from upslope.checking.kinds.lists import compare_entries, counted, matches_all
from upslope.checking.kinds.values import entries, parsed
from upslope.checking.parser import parse_expression
from upslope.checking.printing_latex import to_latex
from upslope.checking.reading import InputForm
from upslope.checking.response import Syntax
from upslope.checking.spec import Shape
from upslope.checking.structure import Brackets
from upslope.checking.tokens import Source, Vocabulary

_WRAPPER = re.compile(r"\s*(?:torch\.)?Size\s*\((.*)\)\s*", re.DOTALL)
_BY = re.compile(r"\s*\w+(?:(?:\s+x\s+|\s*×\s*|(?<=[0-9])x(?=[0-9]))\w+)+\s*")
_TIMES = re.compile(r"(?<=\s)x(?=\s)|×|(?<=[0-9])x(?=[0-9])")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class ShapeKind(Kind[Shape, tuple[Expr, ...]]):
    """Treat a shape: (8, 3, 32, 32), [8, 3], 8 × 3, torch.Size([8, 3])."""

    def read(self, spec: Shape, source: Source) -> tuple[Expr, ...]:
        names = names_of(spec)
        source = _plain(source)
        tree = parsed(source, names)
        if isinstance(tree, Brackets) and not tree.items and tree.opening in "([":
            return ()
        return entries(tree, source, names)

    def latex(self, spec: Shape, read: tuple[Expr, ...]) -> str:
        inner = ", ".join(to_latex(size) for size in read)
        return f"({inner},)" if len(read) == 1 else f"({inner})"

    def judge(self, spec: Shape, read: tuple[Expr, ...], *, sample_seed: int) -> Judgement:
        wanted = sizes_of(spec)
        if len(wanted) != len(read):
            found, asked = counted(len(read), "axis", "axes"), counted(len(wanted), "axis", "axes")
            return wrong("rank", f"Your shape has {found}. Asked are {asked}.")
        decisions = compare_entries(wanted, read, sample_seed=sample_seed)
        if all(decision.equal for decision in decisions):
            return right("exact")
        if any(decision.equal is False for decision in decisions):
            return wrong("exact", _difference(wanted, read, [bool(d.equal) for d in decisions], sample_seed))
        return undecided()

    def form(self, spec: Shape) -> InputForm:
        names = sorted(names_of(spec))
        accepts = "The sizes in order, separated by commas."
        if names:
            accepts = f"The sizes in order; use the names {', '.join(names)} of the question."
        example = "(" + ", ".join(["2", "5", "7", "9", "4", "6"][: max(2, len(spec.sizes))]) + ")"
        return InputForm("text", "Your shape", accepts, example)


def names_of(spec: Shape) -> frozenset[str]:
    """Return the names that stand for sizes."""
    return frozenset(name for size in spec.sizes if isinstance(size, str) for name in _NAME.findall(size))


def sizes_of(spec: Shape) -> list[Expr]:
    """Return the sizes as expressions; a name such as "2*d" is read."""
    names = names_of(spec)
    return [_size(size, names) for size in spec.sizes]


def _size(size: int | str, names: frozenset[str]) -> Expr:
    if isinstance(size, int):
        return as_expr(size)
    return Sym(size) if size in names else parse_expression(size, Syntax.TEXT, Vocabulary(names))


def _plain(source: Source) -> Source:
    """Blank out `torch.Size( )` and turn the × between sizes into commas; places stay where they are."""
    text = source.text
    wrapper = _WRAPPER.fullmatch(text)
    if wrapper:
        start, end = wrapper.span(1)
        text = " " * start + text[start:end] + " " * (len(text) - end)
    if _BY.fullmatch(text):
        text = _TIMES.sub(",", text)
    return Source(text, source.syntax)


def _difference(wanted: list[Expr], read: tuple[Expr, ...], equal_at: list[bool], sample_seed: int) -> str:
    if matches_all(wanted, read, sample_seed=sample_seed):
        return "The sizes are right, but not in this order."
    missed = [place for place, found in enumerate(equal_at, 1) if not found]
    if len(missed) == 1 and len(wanted) > 1:
        place = missed[0] - 1
        if equal(as_expr(1), read[place]).equal:
            return f"The size of axis {place} (counted from 0) is not 1; the others are right."
        return f"The size of axis {place} (counted from 0) is not right; the others are."
    return ""
