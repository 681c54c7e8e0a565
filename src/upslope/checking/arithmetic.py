"""Parse sums, products, powers and function calls (V. Pratt, "Top down operator precedence", 1973)."""

from fractions import Fraction

from upslope.checking.cursor import Cursor
from upslope.checking.expr import Call, Const, Expr, Num, Power, Quotient, Sym, add, div, mul, neg
from upslope.checking.seen import shown
from upslope.checking.structure import Brackets, Scaled, Structure, Transposed, Tree
from upslope.checking.tokens import T, Token
from upslope.checking.verdict import Span

_SUM, _PRODUCT, POWER = 10, 20, 40
"""How tightly the operators bind."""
_BINDING = {"+": _SUM, "-": _SUM, "±": _SUM, "*": _PRODUCT, "/": _PRODUCT, "^": POWER}
STARTS = frozenset((T.NUMBER, T.NAME, T.CONSTANT, T.FUNCTION, T.OPEN, T.GROUP, T.MATRIX, T.BLANK))


class Arithmetic(Cursor):
    """Read expressions; what stands in brackets is read by the subclass."""

    def _bracketed(self) -> Tree:
        """Read an opening bracket, what it holds and the closing one."""
        raise NotImplementedError

    def _grid(self) -> Tree:
        """Read a matrix environment."""
        raise NotImplementedError

    def _function(self) -> Tree:
        """Read a function and its arguments."""
        raise NotImplementedError

    def _expression(self, binding: int = 0) -> Tree:
        """Read as much as holds together at least as tightly as `binding`."""
        self._deepen()
        start = self._token.start
        left = self._prefix(binding)
        while True:
            token = self._token
            if token.kind is T.OPERATOR and _BINDING[token.text] > binding:
                left = self._operation(left, token, start)
            elif token.kind is T.POSTFIX and (token.text != "%" or binding < _PRODUCT):
                left = self._postfix(left, token, start)  # 25/2 % is (25/2) %
            elif binding < _PRODUCT and self._starts_factor():
                left = self._side_by_side(left, start)
            else:
                self._depth -= 1
                return left

    def _starts_factor(self) -> bool:
        return self._token.kind in STARTS or (self._is(T.BAR) and not self._closes_bar())

    def _closes_bar(self) -> bool:
        """Tell whether a bar here ends an absolute value that is open."""
        raise NotImplementedError

    def _prefix(self, binding: int) -> Tree:
        self._count()
        token = self._token
        match token.kind:
            case T.NUMBER:
                self._next()
                written = "" if token.text.isdigit() else token.text
                return Num(token.value or Fraction(0), written, span=token.span)
            case T.NAME:
                self._next()
                return Sym(token.text, span=token.span)
            case T.CONSTANT:
                self._next()
                return Const(token.text, span=token.span)
            case T.FUNCTION:
                return self._function()
            case T.GROUP:
                return self._group()
            case T.MATRIX:
                return self._grid()
            case T.OPERATOR if token.text in "+-±":
                return self._signed(binding)
            case T.OPEN | T.BAR:
                return self._bracketed()
            case T.RELATION if token.text == "<":
                return self._bracketed()
            case _:
                raise self._missing()

    def _signed(self, binding: int) -> Tree:
        sign = self._next()
        if sign.text == "+" and self._is(T.OPERATOR, "+"):
            raise self._error("Two plus signs follow each other.", Span(sign.start, self._token.end))
        of = self._expression(max(binding, _PRODUCT - 1) if binding < _PRODUCT else binding)
        span = self._span_from(sign.start)
        if sign.text == "+":
            return of
        if isinstance(of, Structure):
            if sign.text == "-":
                return Scaled(span, neg(Num(Fraction(1))), of)
            raise self._error("This sign cannot stand before a list.", sign.span)
        return neg(of, span) if sign.text == "-" else Call("plusminus", (of,), span=span)

    def _operation(self, left: Tree, token: Token, start: int) -> Tree:
        self._next()
        if token.text == "^":
            return self._power(left, start)
        right = self._expression(_BINDING[token.text])
        span = self._span_from(start)
        if token.text == "*":
            return self._product(left, right, span)
        if token.text == "/":
            return self._quotient(left, self._plain(right, token), span)
        a, b = self._plain(left, token), self._plain(right, token)
        if token.text == "±":
            return add(a, Call("plusminus", (b,), span=b.span), span=span)
        return add(a, neg(b, b.span) if token.text == "-" else b, span=span)

    def _product(self, left: Tree, right: Tree, span: Span) -> Tree:
        left, right = _opened(left), _opened(right)
        if isinstance(left, Expr) and isinstance(right, Expr):
            return mul(left, right, span=span)
        if isinstance(left, Expr) and isinstance(right, Structure):
            return Scaled(span, left, right)
        if isinstance(left, Structure) and isinstance(right, Expr):
            return Scaled(span, right, left)
        raise self._error("Two lists cannot be multiplied here. Give the result.", span)

    def _quotient(self, left: Tree, under: Expr, span: Span) -> Tree:
        left = _opened(left)
        if isinstance(left, Structure):
            return Scaled(span, Quotient(Num(Fraction(1)), under), left)
        return div(left, under, span)

    def _plain(self, tree: Tree, token: Token) -> Expr:
        """Return a tree that stands in a calculation as an expression."""
        tree = _opened(tree)
        if isinstance(tree, Structure):
            raise self._error(f"A list cannot stand beside `{token.text}`. Give the result.", tree.span)
        return tree

    def _power(self, base: Tree, start: int) -> Tree:
        sign = self._before
        exponent = self._plain(self._group() if self._is(T.GROUP) else self._expression(POWER - 1), sign)
        span = self._span_from(start)
        base = _opened(base)
        if isinstance(base, Structure):
            if isinstance(exponent, Sym) and exponent.name == "T":
                return Transposed(span, base)
            raise self._error("A list cannot be raised to a power here. Give the result.", base.span)
        return Power(base, exponent, span=span)

    def _postfix(self, left: Tree, token: Token, start: int) -> Tree:
        self._count()
        self._next()
        if token.text == "'":
            raise self._error("Derivatives are not read. Give the expression itself.", token.span)
        if token.text == "°":
            raise self._error(
                "Angles are in radians here. Multiply degrees by pi/180.",
                token.span,
                suggestion=self._source.replaced(token.span, "*pi/180"),
            )
        name = "factorial" if token.text == "!" else "percent"
        return Call(name, (self._plain(left, token),), span=self._span_from(start))

    def _side_by_side(self, left: Tree, start: int) -> Tree:
        """Read a product without a sign, unless what stands side by side has another meaning."""
        if self._is(T.NUMBER):
            self._refuse_number_after(start)
        if self._is(T.GROUP, "fraction"):
            self._refuse_mixed_fraction(left, start)
        if self._is(T.BLANK):
            raise self._missing()
        if isinstance(_opened(left), Structure):
            raise self._error("A comma is missing after this list.", self._span_from(start))
        right = self._expression(_PRODUCT)
        return self._product(left, right, self._span_from(start))

    def _refuse_number_after(self, start: int) -> None:
        before, token = self._before, self._token
        if before.kind is T.NUMBER:
            self._refuse_two_numbers(before, token)
        if before.kind in (T.NAME, T.CONSTANT):
            name, digits, span = before.text, token.text, Span(before.start, token.end)
            raise self._error(
                f"`{shown(self._source, span)}` is not read. Write `{digits}{name}` for the product or "
                f"`{name}^{digits}` for the power.",
                span,
                suggestion=self._source.replaced(Span(before.end, token.start), "^"),
            )

    def _refuse_two_numbers(self, before: Token, token: Token) -> None:
        span = Span(before.start, token.end)
        after = self._tokens[self._at + 1 : self._at + 3]
        is_mixed = len(after) == 2 and after[0].text == "/" and after[1].kind is T.NUMBER
        if is_mixed and before.text.isdigit() and token.text.isdigit():
            self._ask_mixed(before, Span(token.start, after[1].end))
        if len(token.text) == 3 and before.text.isdigit():
            raise self._error(
                "Write large numbers without gaps.",
                span,
                suggestion=self._source.replaced(Span(before.end, token.start), ""),
            )
        raise self._error("Two numbers stand side by side. Is a sign missing between them?", span)

    def _refuse_mixed_fraction(self, left: Tree, start: int) -> None:
        group = self._tokens[self._at : self._at + 9]
        inner = [token for token in group if token.kind not in (T.GROUP, T.UNGROUP)][:3]
        numbers = [inner[0].kind, inner[2].kind] == [T.NUMBER, T.NUMBER] if len(inner) == 3 else False
        if self._before.kind is T.NUMBER and self._before.text.isdigit() and numbers and inner[1].text == "/":
            end = next(token.end for token in group[group.index(inner[2]) :] if token.kind is T.UNGROUP)
            closing = [token for token in group if token.kind is T.UNGROUP and token.end >= end]
            self._ask_mixed(self._before, Span(self._token.start, closing[-1].end if closing else end))

    def _ask_mixed(self, whole: Token, part: Span) -> None:
        number, below = whole.text, shown(self._source, part)
        raise self._error(
            f"Is `{number} {below}` meant as `{number} + {below}` or as `{number}*{below}`?",
            Span(whole.start, part.end),
            suggestion=self._source.replaced(Span(whole.end, part.start), " + "),
        )

    def _group(self) -> Tree:
        """Read an invisible pair of brackets."""
        self._next()
        inner = self._expression()
        if self._is(T.COMMA):
            raise self._error("A list cannot stand here.", self._token.span)
        if not self._take(T.UNGROUP):
            raise self._missing()
        return inner


def _opened(tree: Tree) -> Tree:
    """Return what stands in square or round brackets around one expression, else the tree itself."""
    if isinstance(tree, Brackets) and tree.opening in "([" and len(tree.items) == 1 and not tree.trailing:
        return tree.items[0]
    return tree
