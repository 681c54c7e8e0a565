"""Parse whole answers: lists, relations, unions, brackets and matrices around expressions."""

from collections.abc import Callable
from functools import lru_cache

from upslope.checking.calls import Calls
from upslope.checking.expr import Call, Expr
from upslope.checking.reader_latex import latex_tokens
from upslope.checking.reader_text import text_tokens
from upslope.checking.response import Syntax
from upslope.checking.seen import shown
from upslope.checking.structure import Brackets, Grid, Joined, Listing, Relation, Structure, Tree
from upslope.checking.tokens import MOST_CHARACTERS, Source, T, Token, UnreadableError, Vocabulary
from upslope.checking.verdict import Span

_CLOSERS = {"(": ")", "[": "]", "{": "}", "<": ">", "|": "|", "floor": "floor", "ceil": "ceil"}
_SEPARATORS = (T.COMMA, T.SEMICOLON)


@lru_cache(maxsize=2_048)
def parse(text: str, syntax: Syntax, vocabulary: Vocabulary) -> Tree:
    """Return what was typed as a tree. Raises UnreadableError with place and mend."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(
            f"This is longer than {MOST_CHARACTERS} characters.", Span(MOST_CHARACTERS, len(text))
        )
    source = Source(text, syntax)
    tokens = (latex_tokens if syntax is Syntax.LATEX else text_tokens)(source, vocabulary)
    return Parser(source, tokens).whole()


class Parser(Calls):
    """Read one answer from its first token to its last."""

    def __init__(self, source: Source, tokens: list[Token]) -> None:
        super().__init__(source, tokens)
        self._open: list[str] = []
        """The brackets open here, innermost last; "bar" for an absolute value between plain bars."""

    def whole(self) -> Tree:
        """Return the tree of the whole text."""
        if self._is(T.END):
            raise self._error("Nothing is typed yet.", self._token.span, complete=False)
        items, _ = self._items()
        if not self._is(T.END):
            raise self._leftover()
        return items[0] if len(items) == 1 else Listing(Span(0, len(self._source.text)), items)

    def _leftover(self) -> UnreadableError:
        """Say that the token here cannot follow what was read."""
        token = self._token
        sign = shown(self._source, token.span)
        if token.kind in (T.CLOSE, T.UNGROUP, T.ENDMATRIX):
            mended = self._source.replaced(token.span, "")
            return self._error(f"There is no opening bracket for `{sign}`.", token.span, suggestion=mended)
        if token.kind in (T.ROW, T.CELL):
            return self._error(f"`{sign}` belongs inside a matrix.", token.span)
        return self._error(f"`{sign}` cannot stand here.", token.span)

    def _items(self) -> tuple[tuple[Tree, ...], bool]:
        """Read items between commas or semicolons; tell whether a comma ends the list."""
        items = [self._alternatives()]
        while self._token.kind in _SEPARATORS:
            comma = self._next()
            if self._token.kind in (T.CLOSE, T.END, T.UNGROUP) and comma.kind is T.COMMA:
                if self._is(T.END):
                    raise self._error("Something is missing after the comma.", comma.span, complete=False)
                return tuple(items), True
            if self._token.kind in _SEPARATORS:
                raise self._error(
                    "Something is missing between the two commas.", Span(comma.start, self._token.end)
                )
            items.append(self._alternatives())
        return tuple(items), False

    def _alternatives(self) -> Tree:
        return self._joined("or", self._conditions)

    def _conditions(self) -> Tree:
        return self._joined("and", self._union)

    def _joined(self, word: str, read: Callable[[], Tree]) -> Tree:
        start = self._token.start
        items = [read()]
        while self._take(T.WORD, word):
            items.append(read())
        return items[0] if len(items) == 1 else Joined(self._span_from(start), word, tuple(items))

    def _union(self) -> Tree:
        start = self._token.start
        left = self._relation()
        while self._is(T.WORD) and self._token.text in ("union", "intersection", "without"):
            word = self._next().text
            right = self._relation()
            left = Joined(self._span_from(start), word, (left, right))
        return left

    def _relation(self) -> Tree:
        start = self._token.start
        operands, signs = [self._expression()], []
        while self._is(T.RELATION) and not (
            self._open and self._open[-1] == "<" and self._is(T.RELATION, ">")
        ):
            signs.append(self._next().text)
            operands.append(self._expression())
        if not signs:
            return operands[0]
        return Relation(self._span_from(start), tuple(operands), tuple(signs))

    def _closes_bar(self) -> bool:
        return bool(self._open) and self._open[-1] == "bar"

    def _bracketed(self) -> Tree:
        self._deepen()
        token = self._next()
        tree = self._bars(token) if token.kind is T.BAR else self._between(token)
        self._depth -= 1
        return tree

    def _bars(self, token: Token) -> Tree:
        inside = self._closes_bar()
        self._open.append("bar")
        of = self._plain(self._expression(), token)
        self._open.pop()
        if not self._take(T.BAR):
            raise self._unclosed(token, "|")
        if inside and self._starts_factor():
            raise self._error(
                "These bars can be paired in more than one way. Write `abs(…)`.",
                self._span_from(token.start),
            )
        return Call("abs", (of,), span=self._span_from(token.start))

    def _between(self, token: Token) -> Tree:
        """Read what stands between an opening bracket, already taken, and its closing one."""
        closer = _CLOSERS[token.text]
        if self._take_closer(token, closer):
            return Brackets(self._span_from(token.start), token.text, closer, ())
        self._open.append(token.text)
        items, trailing, rows = self._rows()
        self._open.pop()
        closing = self._closing(token, closer)
        span = self._span_from(token.start)
        if token.text in ("|", "floor", "ceil"):
            if len(items) != 1 or trailing:
                raise self._error("A list cannot stand between these signs.", span)
            name = "abs" if token.text == "|" else token.text
            return Call(name, (self._plain(items[0], token),), span=span)
        if rows and token.text == "[":
            return Grid(span, rows)
        single = len(items) == 1 and not trailing
        if single and closing != closer:
            sign = shown(self._source, token.span)
            raise self._error(f"`{sign}` is closed by another kind of bracket.", self._before.span)
        if single and token.text == "(":
            return items[0]
        return Brackets(span, token.text, closing, items, trailing)

    def _rows(self) -> tuple[tuple[Tree, ...], bool, tuple[tuple[Tree, ...], ...]]:
        """Read items, and as rows too if semicolons part them: [1, 2; 3, 4]."""
        first = self._at
        items, trailing = self._items()
        parts = [t for t in self._tokens[first : self._at] if t.kind is T.SEMICOLON]
        if not parts:
            return items, trailing, ()
        rows: list[list[Tree]] = [[]]
        places = [token.start for token in parts]
        for item in items:
            start = item.span.start if item.span else 0
            while len(rows) <= sum(place < start for place in places):
                rows.append([])
            rows[-1].append(item)
        return items, trailing, tuple(tuple(row) for row in rows)

    def _take_closer(self, token: Token, closer: str) -> bool:
        if token.text in ("|", "floor", "ceil"):
            return False
        return self._take(T.CLOSE, closer)

    def _closing(self, token: Token, closer: str) -> str:
        """Take the closing bracket; half-open intervals may mix round and square ones."""
        if self._is(T.CLOSE, closer) or (token.text == "<" and self._is(T.RELATION, ">")):
            self._next()
            return closer
        if token.text in "([" and (self._is(T.CLOSE, ")") or self._is(T.CLOSE, "]")):
            return self._next().text
        raise self._unclosed(token, closer)

    def _unclosed(self, token: Token, closer: str) -> UnreadableError:
        """Say that an opening bracket has no partner at the token here."""
        here, sign = self._token, shown(self._source, token.span)
        if here.kind is T.END:
            mended = self._source.text + closer if self._source.syntax is Syntax.TEXT else ""
            message = f"The bracket `{sign}` is not closed."
            return self._error(message, token.span, suggestion=mended, complete=False)
        if here.kind is T.CLOSE:
            closed = f"`{sign}` is closed by `{shown(self._source, here.span)}`."
            return self._error(closed, here.span)
        if here.kind in (T.UNGROUP, T.ENDMATRIX):
            return self._error(f"The bracket `{sign}` is not closed.", token.span)
        return self._error(f"`{shown(self._source, here.span)}` cannot stand here.", here.span)

    def _grid(self) -> Tree:
        """Read the rows of a matrix environment; the brackets around it say nothing more."""
        self._deepen()
        token = self._next()
        if token.text == "vmatrix":
            raise self._error("A determinant is not read. Give its value.", token.span)
        rows: list[tuple[Tree, ...]] = []
        while not self._take(T.ENDMATRIX):
            if self._is(T.END):
                raise self._error("This matrix is not closed.", token.span, complete=False)
            rows.append(self._grid_row())
            if not self._is(T.ENDMATRIX) and not self._take(T.ROW):
                raise self._leftover()
        self._depth -= 1
        return Grid(self._span_from(token.start), tuple(rows))

    def _grid_row(self) -> tuple[Tree, ...]:
        cells: list[Tree] = []
        while True:
            if self._token.kind in (T.CELL, T.ROW, T.ENDMATRIX, T.BLANK):
                raise self._error("A cell of the matrix is empty.", self._token.span, complete=False)
            cells.append(self._expression())
            if not self._take(T.CELL):
                return tuple(cells)


def parse_expression(text: str, syntax: Syntax, vocabulary: Vocabulary) -> Expr:
    """Return what was typed as one expression. Raises UnreadableError if it is a list or a relation."""
    tree = parse(text, syntax, vocabulary)
    if isinstance(tree, Brackets) and tree.opening == "[" and len(tree.items) == 1:
        tree = tree.items[0]
    if isinstance(tree, Structure):
        raise UnreadableError("One expression is asked here.", tree.span)
    return tree
