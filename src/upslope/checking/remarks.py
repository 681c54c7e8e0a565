"""Point out typed text that is read in one way where a person may mean another: 1/2x, sin x y."""

from collections.abc import Iterator
from itertools import pairwise

from upslope.checking.expr import Call, Expr, Product, Quotient
from upslope.checking.response import Syntax
from upslope.checking.tokens import Source
from upslope.checking.verdict import Span
from upslope.checking.walk import nodes


def remark(tree: Expr, source: Source) -> str:
    """Return a sentence about the first place that could be meant otherwise, or ""."""
    if source.syntax is Syntax.TEXT:
        for found in _remarks(tree, source):
            return found
    return ""


def _remarks(tree: Expr, source: Source) -> Iterator[str]:
    for node in nodes(tree):
        match node:
            case Product(factors=factors):
                for left, right in pairwise(factors):
                    if isinstance(left, Quotient):
                        yield from _quotient(left, right, source)
            case Call(arguments=(Product() as argument,)):
                yield from _bare_product(node, argument, source)
            case _:
                pass


def _quotient(left: Quotient, right: Expr, source: Source) -> Iterator[str]:
    """1/2x: the quotient ends in a letter or digit and the factor follows without a sign."""
    a, b, below = left.span, right.span, left.under.span
    if a is None or b is None or below is None or b.start < a.end:
        return
    between = source.text[a.end : b.start]
    if not between.strip() and source.text[a.end - 1].isalnum() and below.end == a.end:
        shown, factor = source.at(a), source.at(b)
        over = source.text[a.start : below.start].rstrip().removesuffix("/").rstrip()
        yield (
            f"`{source.text[a.start : b.end]}` is read as `({shown})*{factor}`. "
            f"If the whole belongs below, write `{over}/({source.at(below)}{between}{factor})`."
        )


def _bare_product(call: Call, argument: Product, source: Source) -> Iterator[str]:
    """sin x y: two letters or more without brackets all belong to the function."""
    if call.span is None or argument.span is None or source.text[argument.span.start - 1] in "([|":
        return
    letters = [factor for factor in argument.factors if factor.symbols]
    if len(letters) > 1:
        whole = Span(call.span.start, argument.span.end)
        name = source.text[call.span.start : argument.span.start].strip()
        yield f"`{source.at(whole)}` is read as `{name}({source.at(argument.span)})`."
