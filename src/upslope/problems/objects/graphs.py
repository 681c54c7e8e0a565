"""Draw small computational graphs of whole numbers, with the gradient at every node."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from upslope.core.rng import Rng
from upslope.problems.objects.integers import attempt, nonzero


@dataclass(frozen=True, slots=True)
class Node:
    """Hold one node of a computational graph: name, operation, operands by name, value, gradient of the
    output."""

    name: str
    operation: str
    operands: tuple[str, ...]
    value: int
    gradient: int


@dataclass(frozen=True, slots=True)
class TinyGraph:
    """Hold the nodes in an order in which they can be computed; the last one is the output."""

    nodes: tuple[Node, ...]

    @property
    def inputs(self) -> tuple[Node, ...]:
        """Return the nodes that are given."""
        return tuple(node for node in self.nodes if node.operation == "input")

    @property
    def output(self) -> Node:
        """Return the last node."""
        return self.nodes[-1]

    def node(self, name: str) -> Node:
        """Return a node by name. Raises KeyError if there is none."""
        for node in self.nodes:
            if node.name == name:
                return node
        raise KeyError(name)


_VALUE: dict[str, Callable[[Sequence[int]], int]] = {
    "+": sum,
    "*": lambda v: v[0] * v[1],
    "max": max,
    "relu": lambda v: max(v[0], 0),
}
_LOCAL: dict[str, Callable[[Sequence[int]], tuple[int, ...]]] = {
    "+": lambda v: (1, 1),
    "*": lambda v: (v[1], v[0]),
    "max": lambda v: (int(v[0] > v[1]), int(v[1] > v[0])),
    "relu": lambda v: (int(v[0] > 0),),
}


def tiny_graph(
    rng: Rng, *, inputs: int = 3, operations: Sequence[str] = ("+", "*", "+", "*"), shared: bool = True
) -> TinyGraph:
    """Return a computational graph of whole numbers with the gradient at every node.

    `operations` ("+", "*", "max", "relu") are applied in the order given to nodes drawn from those before.
    Guarantees: every node is used, so that the last depends on all inputs; input values not 0, of size at
    most 5; no operand of relu is 0 and the operands of max differ; values and gradients of size at most
    99; no input has gradient 0; with `shared` some node is used at least twice. Raises KeyError for
    another operation.
    """
    letters = "xyzuv"[:inputs]

    def make() -> TinyGraph | None:
        values: dict[str, int] = {letter: nonzero(rng, 5) for letter in letters}
        steps: list[tuple[str, str, tuple[str, ...]]] = [(letter, "input", ()) for letter in letters]
        uses: dict[str, int] = dict.fromkeys(letters, 0)
        for index, operation in enumerate(operations):
            operands = _operands(rng, uses, 1 if operation == "relu" else 2)
            arguments = [values[name] for name in operands]
            if (operation == "relu" and arguments[0] == 0) or (
                operation == "max" and len(set(arguments)) == 1
            ):
                return None
            name = "abcdefgh"[index]
            values[name], uses[name] = _VALUE[operation](arguments), 0
            for operand in operands:
                uses[operand] += 1
            steps.append((name, operation, operands))
        *inner, _ = uses.values()
        if 0 in inner or (shared and max(inner) < 2) or max(map(abs, values.values())) > 99:
            return None
        return _with_gradients(steps, values)

    return attempt(make, "computational graph")


def _on_kink(operation: str, arguments: Sequence[int]) -> bool:
    return (operation == "relu" and arguments[0] == 0) or (operation == "max" and len(set(arguments)) == 1)


def _operands(rng: Rng, uses: dict[str, int], count: int) -> tuple[str, ...]:
    """Choose operands, one that nothing uses yet among them if there is one."""
    names = list(uses)
    fresh = [name for name in names if uses[name] == 0]
    first = rng.choice(fresh or names)
    if count == 1:
        return (first,)
    return tuple(rng.shuffled([first, rng.choice([name for name in names if name != first])]))


def _with_gradients(
    steps: list[tuple[str, str, tuple[str, ...]]], values: dict[str, int]
) -> TinyGraph | None:
    gradient = dict.fromkeys(values, 0)
    gradient[steps[-1][0]] = 1
    for name, operation, operands in reversed(steps):
        if operation != "input":
            local = _LOCAL[operation]([values[operand] for operand in operands])
            for operand, slope in zip(operands, local, strict=True):
                gradient[operand] += gradient[name] * slope
    inputs = [gradient[name] for name, operation, _ in steps if operation == "input"]
    if 0 in inputs or max(map(abs, gradient.values())) > 99:
        return None
    return TinyGraph(tuple(Node(n, op, operands, values[n], gradient[n]) for n, op, operands in steps))
