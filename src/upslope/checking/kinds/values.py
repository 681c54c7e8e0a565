"""Read values and lists of values out of parsed trees, and refuse names that the problem does not know."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from upslope.checking.expr import Call, Const, Expr, Neg, Num, Sym, Value, as_expr
from upslope.checking.parser import parse
from upslope.checking.response import Syntax
from upslope.checking.seen import shown
from upslope.checking.structure import (
    Brackets,
    Grid,
    Joined,
    Listing,
    Relation,
    Scaled,
    Structure,
    Transposed,
    Tree,
)
from upslope.checking.tokens import Source, UnreadableError, Vocabulary
from upslope.checking.verdict import Span
from upslope.checking.walk import nodes

_GROUPED = re.compile(r"\s*[-+−]?[1-9][0-9]{0,2}(?:(?:,|\{,\})[0-9]{3})+(?:\.[0-9]+)?\s*")
_COMMA_DECIMAL = re.compile(r"\s*[-+−]?[0-9]+(?:,|\{,\})[0-9]+\s*")
_COMMA_DECIMALS = re.compile(
    r"\s*(?:\\left)?\(?NUMBER(?:;NUMBER)+(?:\\right)?\)?\s*".replace(
        "NUMBER", r"\s*[-+−]?[0-9]+(?:(?:,|\{,\})[0-9]+)?\s*"
    )
)
_TEXT_COMMANDS = re.compile(r"\\(?:text|mathrm|operatorname|,|;|:| )")
_NOT_LETTERS = re.compile(r"[\s{}]")
_COMMA = re.compile(r",|\{,\}")


def words_of(source: Source) -> str:
    """Return the letters of a response without spaces and LaTeX's text commands: "nosolution"."""
    return _NOT_LETTERS.sub("", _TEXT_COMMANDS.sub("", source.text)).lower()


def names_in(values: Iterable[Value]) -> frozenset[str]:
    """Return the symbols of an author's values."""
    found: frozenset[str] = frozenset()
    for value in values:
        if isinstance(value, Expr):
            found |= value.symbols
    return found


def parsed(source: Source, names: frozenset[str] = frozenset(), *, unions: bool = False) -> Tree:
    """Return the tree of a response that may use these names."""
    return parse(source.text, source.syntax, Vocabulary(names, unions=unions))


def expression(tree: Tree, source: Source, names: frozenset[str], *, what: str = "one value") -> Expr:
    """Return a tree as one expression in known names. Raises UnreadableError for anything else."""
    if isinstance(tree, Brackets) and tree.opening in "([" and len(tree.items) == 1 and not tree.trailing:
        tree = tree.items[0]
    if isinstance(tree, Structure):
        raise _not_one(tree, source, what)
    for node in nodes(tree):
        _refuse(node, source, names)
    return tree


def refuse_decimal_comma(source: Source) -> None:
    """Refuse `1,5` and `1,000` where one number is asked, with the mend."""
    text, whole = source.text, Span(0, len(source.text))
    if _GROUPED.fullmatch(text):
        mended = _COMMA.sub("", text).strip()
        raise UnreadableError(f"Write large numbers without commas: `{mended}`.", whole, suggestion=mended)
    if _COMMA_DECIMAL.fullmatch(text):
        mended = _COMMA.sub(".", text).strip()
        raise UnreadableError(f"Write the decimal with a point: `{mended}`.", whole, suggestion=mended)


def refuse_decimal_commas(source: Source) -> None:
    """Refuse `4,5; 3,5`, a list of decimals written with commas, with the mend."""
    text = source.text
    if _COMMA_DECIMALS.fullmatch(text) and _COMMA.search(text):
        mended = _COMMA.sub(".", text).replace(";", ",").strip()
        raise UnreadableError("Write decimals with a point.", Span(0, len(text)), suggestion=mended)


def refuse_named_entries(tree: Tree, source: Source) -> None:
    """Refuse `x = 4, y = 0` where values in order are asked, with the mend `(4, 0)`."""
    match tree:
        case Brackets(items=items) | Listing(items=items) | Joined(word="and", items=items):
            values = [_named_side(item, source) for item in items if isinstance(item, Relation)]
        case _:
            return
    if len(items) > 1 and len(values) == len(items):
        raise UnreadableError(
            "Write the values alone, in the order asked.",
            tree.span,
            suggestion=f"({', '.join(values)})" if all(values) else "",
        )


def refuse_grouped_digits(items: Sequence[Tree], source: Source) -> None:
    """Refuse a list entry such as 000, which is the tail of a number written as 1,000."""
    for item in items:
        if isinstance(item, Num) and item.span:
            digits = source.at(item.span)
            if len(digits) > 1 and digits.startswith("0") and digits.isdigit():
                raise UnreadableError("Write large numbers without commas.", item.span)


def entries(tree: Tree, source: Source, names: frozenset[str]) -> tuple[Expr, ...]:
    """Return the entries of a vector or point, however it is written."""
    match tree:
        case Scaled(by=by, of=of):
            factor = expression(by, source, names)
            return tuple(factor * entry for entry in entries(of, source, names))
        case Transposed(of=of):
            return entries(of, source, names)
        case Grid(rows=rows):
            return _line(rows, tree, source, names)
        case Brackets(opening="{"):
            raise UnreadableError(
                "Braces hold a set, in which order does not matter. Write `(…)`.",
                tree.span,
                suggestion=_with_round_brackets(tree, source),
            )
        case Brackets(items=items) if items and all(isinstance(item, Brackets) for item in items):
            return _line(tuple(entries(item, source, names) for item in items), tree, source, names)
        case Brackets(opening=opening, closing=closing) if (opening, closing) in (("(", "]"), ("[", ")")):
            raise UnreadableError("This opens and closes with different brackets.", tree.span)
        case Brackets(items=items) | Listing(items=items):
            refuse_grouped_digits(items, source)
            return tuple(expression(item, source, names, what="an entry") for item in items)
        case _:
            return (expression(tree, source, names, what="a list such as (1, 2)"),)


def _line(
    rows: tuple[tuple[Tree, ...], ...], tree: Structure, source: Source, names: frozenset[str]
) -> tuple[Expr, ...]:
    """Return the entries of one row or one column."""
    if len(rows) == 1:
        line: tuple[Tree, ...] = rows[0]
    elif all(len(row) == 1 for row in rows):
        line = tuple(row[0] for row in rows)
    else:
        raise UnreadableError("This is a matrix. Asked is one vector.", tree.span)
    return tuple(expression(item, source, names, what="an entry") for item in line)


def _with_round_brackets(tree: Brackets, source: Source) -> str:
    if source.syntax is Syntax.LATEX:
        return ""
    inner = source.text[tree.span.start + 1 : tree.span.end - 1]
    return source.replaced(tree.span, f"({inner})")


def _not_one(tree: Structure, source: Source, what: str) -> UnreadableError:
    if isinstance(tree, Relation):
        sign = "an equation" if set(tree.signs) == {"="} else "an inequality"
        whole = source.at(tree.span).strip() == source.text.strip()
        mended = _named_side(tree, source) if whole else ""
        return UnreadableError(f"This is {sign}. Asked is {what}.", tree.span, suggestion=mended)
    if isinstance(tree, Grid):
        return UnreadableError(f"This is a matrix. Asked is {what}.", tree.span)
    if isinstance(tree, Joined):
        return UnreadableError(f"These are several answers joined. Asked is {what}.", tree.span)
    return UnreadableError(f"This is a list. Asked is {what}.", tree.span)


def _named_side(tree: Relation, source: Source) -> str:
    """Return what is typed beside a letter alone on the other side of `=`; `5x = 2` has nothing there.

    The text is cut at the sign, since the place of a tree need not hold the brackets around it.
    """
    left, equals, right_side = source.at(tree.span).partition("=")
    if tree.signs != ("=",) or not equals or "=" in right_side:
        return ""
    named, other = (isinstance(side, Sym) for side in tree.operands)
    if named == other:
        return ""
    return right_side.strip() if named else left.strip()


def _refuse(node: Expr, source: Source, names: frozenset[str]) -> None:
    span = node.span or Span(0, len(source.text))
    match node:
        case Sym(name=name) if name not in names:
            raise _unknown_name(name, span, source, names)
        case Const(name="infinity"):
            raise UnreadableError("Infinity is no number.", span)
        case Const(name="empty"):
            raise UnreadableError("The empty set is no number.", span)
        case Call(name="plusminus"):
            raise _two_values(source, span)
        case _:
            pass


def _two_values(source: Source, span: Span) -> UnreadableError:
    """Refuse ± where one value is asked; who typed `+-` may have meant plus minus."""
    place = source.text.find("+-") if source.syntax is Syntax.TEXT else -1
    if place >= 0:
        return UnreadableError(
            "`+-` is read as ±, two values. For plus minus, part the signs.",
            Span(place, place + 2),
            suggestion=source.text.replace("+-", "+ -"),
        )
    return UnreadableError("`±` stands for two values. Give one.", span)


def _unknown_name(name: str, span: Span, source: Source, names: frozenset[str]) -> UnreadableError:
    word = _word_around(span, source)
    other = name.swapcase()
    if other in names:
        mended = source.replaced(span, other)
        return UnreadableError(f"`{name}` is not known here. Is `{other}` meant?", span, suggestion=mended)
    written = shown(source, word)
    if not names:
        return UnreadableError(f"`{written}` is not known here. Asked is a number.", word)
    known = ", ".join(f"`{letter}`" for letter in sorted(names))
    return UnreadableError(f"`{written}` is not known here. This problem uses {known}.", word)


def _word_around(span: Span, source: Source) -> Span:
    """Return the run of letters around an unknown name, so that a word is named as a word."""
    if source.syntax is Syntax.LATEX:
        return span
    start, end = span.start, span.end
    while start > 0 and source.text[start - 1].isalpha():
        start -= 1
    while end < len(source.text) and source.text[end].isalpha():
        end += 1
    return Span(start, end)


def written_decimal(tree: Expr) -> bool:
    """Tell whether a decimal number or a percentage stands in the tree."""
    return any(
        (isinstance(node, Num) and node.written) or (isinstance(node, Call) and node.name == "percent")
        for node in nodes(tree)
    )


def typed_number(tree: Expr) -> Num | None:
    """Return the number if the tree is one number with or without a minus sign."""
    if isinstance(tree, Neg):
        tree = tree.of
    return tree if isinstance(tree, Num) else None


def exact(value: Value) -> Fraction | None:
    """Return an author's value as a fraction, or None if it is not rational."""
    try:
        return as_expr(value).evaluate()
    except ValueError:
        return None
