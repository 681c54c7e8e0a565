"""Parse functions: with brackets, without them, with a power or a base on the name."""

from fractions import Fraction

from upslope.checking.arithmetic import POWER, STARTS, Arithmetic
from upslope.checking.expr import Call, Expr, Num, Power, mul, neg
from upslope.checking.functions import FUNCTIONS
from upslope.checking.structure import Brackets, Tree
from upslope.checking.tokens import T, Token

_SIMPLE = frozenset((T.NUMBER, T.NAME, T.CONSTANT, T.GROUP))
"""What continues the argument of a function that is written without brackets: sin 2x."""
_INVERSE = {name: "arc" + name for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")}
_TIGHT = frozenset(("sqrt", "cbrt", "root", "abs", "sign", "floor", "ceil"))
"""Functions that take one operand only when written without brackets: √2x is (√2)x."""
_FIXED_BASE = {"log2": 2, "log10": 10, "lg": 10}
_MINUS_ONE = neg(Num(Fraction(1)))


class Calls(Arithmetic):
    """Read function calls."""

    def _function(self) -> Tree:
        token = self._next()
        name, base = token.text, self._base(token)
        power = self._power_on_name()
        arguments = self._arguments(token, name)
        if power == _MINUS_ONE and name in _INVERSE:
            return Call(_INVERSE[name], arguments, span=self._span_from(token.start))
        call = self._call(token, name, base, arguments)
        return call if power is None else Power(call, power, span=self._span_from(token.start))

    def _base(self, token: Token) -> Expr | None:
        if token.text in _FIXED_BASE:
            return Num(Fraction(_FIXED_BASE[token.text]), span=token.span)
        if not self._is(T.BELOW):
            return None
        if token.text != "log":
            raise self._error("Only `log` takes a base.", self._token.span)
        below = self._next()
        return self._plain(self._operand(), below)

    def _operand(self) -> Tree:
        """Read one operand without any operator: a number, a name, a bracket."""
        if self._token.kind not in (T.NUMBER, T.NAME, T.CONSTANT, T.GROUP, T.OPEN):
            raise self._missing()
        return self._prefix(POWER)

    def _power_on_name(self) -> Expr | None:
        """Read the power of sin^2 x."""
        if not self._is(T.OPERATOR, "^"):
            return None
        sign = self._next()
        minus = self._take(T.OPERATOR, "-")
        power = self._plain(self._operand(), sign)
        return neg(power) if minus else power

    def _arguments(self, token: Token, name: str) -> tuple[Expr, ...]:
        if self._is(T.OPEN, "(") or self._is(T.OPEN, "["):
            inside = self._bracketed()
            items = inside.items if isinstance(inside, Brackets) else (inside,)
            return tuple(self._plain(item, token) for item in items)
        if self._is(T.OPEN, "{"):
            raise self._error("Write the argument of a function in round brackets.", self._token.span)
        if not (self._token.kind in STARTS or self._is(T.BAR) or self._is(T.OPERATOR, "-")):
            raise self._error(
                f"`{token.text}` needs something in brackets after it.",
                token.span,
                complete=self._token.kind is not T.END,
            )
        return (self._bare_argument(token, name),)

    def _bare_argument(self, token: Token, name: str) -> Expr:
        """Read the argument of sin 2x: factors side by side, up to the next sign or function."""
        start, minus = self._token.start, self._take(T.OPERATOR, "-")
        if name in _TIGHT:
            return self._plain(self._prefix(POWER), token)
        argument = self._plain(self._expression(POWER - 1), token)
        while self._token.kind in _SIMPLE:
            if self._is(T.NUMBER):
                self._refuse_number_after(start)
            factor = self._plain(self._expression(POWER - 1), token)
            argument = mul(argument, factor, span=self._span_from(start))
        return neg(argument, self._span_from(start)) if minus else argument

    def _call(self, token: Token, name: str, base: Expr | None, arguments: tuple[Expr, ...]) -> Expr:
        span = self._span_from(token.start)
        if name == "cbrt":
            name, arguments = "root", (*arguments, Num(Fraction(3), span=token.span))
        if name in ("log", *_FIXED_BASE):
            if base is not None and len(arguments) == 1:
                return Call("log", (arguments[0], base), span=span)
            if name == "log" and len(arguments) == 1:
                return Call("ln", arguments, span=span)
            name = "log"
        function = FUNCTIONS[name]
        if not function.least <= len(arguments) <= function.most:
            single = function.most == 1 or token.text == "cbrt"
            wanted = "one argument" if single else f"{function.least} arguments"
            raise self._error(f"`{token.text}` takes {wanted}.", span)
        return Call(name, arguments, span=span)
