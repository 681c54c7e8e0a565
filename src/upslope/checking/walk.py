"""Go through expression trees: collect names, replace symbols, rebuild."""

from collections.abc import Iterator, Mapping

from upslope.checking.expr import (
    Call,
    Expr,
    Neg,
    Power,
    Product,
    Quotient,
    Sum,
    Sym,
    add,
    div,
    mul,
)


def nodes(tree: Expr) -> Iterator[Expr]:
    """Yield the tree and everything in it, parents first."""
    stack = [tree]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def symbols(tree: Expr) -> frozenset[str]:
    """Return the names of all symbols in the tree."""
    return frozenset(node.name for node in nodes(tree) if isinstance(node, Sym))


def rebuild(tree: Expr, children: tuple[Expr, ...]) -> Expr:
    """Return the same kind of node over other operands."""
    match tree:
        case Sum():
            return add(*children)
        case Product():
            return mul(*children)
        case Quotient():
            return div(children[0], children[1])
        case Power():
            return Power(children[0], children[1])
        case Neg():
            return Neg(children[0])
        case Call(name=name):
            return Call(name, children)
        case _:
            return tree


def substitute(tree: Expr, values: Mapping[str, Expr]) -> Expr:
    """Return the tree with each symbol of `values` replaced, all at once."""
    if isinstance(tree, Sym):
        return values.get(tree.name, tree)
    if not tree.children:
        return tree
    return rebuild(tree, tuple(substitute(child, values) for child in tree.children))
