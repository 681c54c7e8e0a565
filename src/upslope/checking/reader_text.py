"""Turn typed text into tokens."""

import re

from upslope.checking.scanner import LETTERS, Scanner
from upslope.checking.tokens import Source, T, Token, UnreadableError, Vocabulary
from upslope.checking.verdict import Span

_BELOW = re.compile(r"_(?:\{([A-Za-z0-9,]+)\}|([0-9]+|[A-Za-z]+))")
_UNDER_SIGNS = re.compile(r"[₀-₉]+")
_RAISED = re.compile(r"[⁺⁻]?[⁰¹²³⁴-⁹]+|ⁿ|ᵀ")
_RAISED_TO = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵀ", "0123456789+-nT")
_UNDER_TO = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_PARTS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}

ONE_SIGN: dict[str, tuple[T, str]] = {
    "=": (T.RELATION, "="),
    "<": (T.RELATION, "<"),
    ">": (T.RELATION, ">"),
    "≤": (T.RELATION, "<="),
    "≥": (T.RELATION, ">="),
    "≠": (T.RELATION, "!="),
    "∈": (T.RELATION, "in"),
    "+": (T.OPERATOR, "+"),
    "-": (T.OPERATOR, "-"),
    "−": (T.OPERATOR, "-"),
    "–": (T.OPERATOR, "-"),
    "*": (T.OPERATOR, "*"),
    "×": (T.OPERATOR, "*"),
    "·": (T.OPERATOR, "*"),
    "⋅": (T.OPERATOR, "*"),
    "∙": (T.OPERATOR, "*"),
    "/": (T.OPERATOR, "/"),
    "÷": (T.OPERATOR, "/"),
    "∕": (T.OPERATOR, "/"),
    "^": (T.OPERATOR, "^"),
    "±": (T.OPERATOR, "±"),
    "!": (T.POSTFIX, "!"),
    "%": (T.POSTFIX, "%"),
    "'": (T.POSTFIX, "'"),
    "′": (T.POSTFIX, "'"),
    "°": (T.POSTFIX, "°"),
    "(": (T.OPEN, "("),
    "[": (T.OPEN, "["),
    "{": (T.OPEN, "{"),
    "⟨": (T.OPEN, "<"),
    "⌊": (T.OPEN, "floor"),
    "⌈": (T.OPEN, "ceil"),
    ")": (T.CLOSE, ")"),
    "]": (T.CLOSE, "]"),
    "}": (T.CLOSE, "}"),
    "⟩": (T.CLOSE, ">"),
    "⌋": (T.CLOSE, "floor"),
    "⌉": (T.CLOSE, "ceil"),
    "|": (T.BAR, "|"),
    "∣": (T.BAR, "|"),
    ",": (T.COMMA, ","),
    ";": (T.SEMICOLON, ";"),
    "_": (T.BELOW, "_"),
    "∪": (T.WORD, "union"),
    "∩": (T.WORD, "intersection"),
    "\\": (T.WORD, "without"),
    "∨": (T.WORD, "or"),
    "∧": (T.WORD, "and"),
    "∞": (T.CONSTANT, "infinity"),
    "√": (T.FUNCTION, "sqrt"),
    "∅": (T.CONSTANT, "empty"),
    "ℝ": (T.NAME, "R"),
    "□": (T.BLANK, ""),
}
_TWO: dict[str, tuple[T, str]] = {
    "**": (T.OPERATOR, "^"),
    "<=": (T.RELATION, "<="),
    ">=": (T.RELATION, ">="),
    "!=": (T.RELATION, "!="),
    "<>": (T.RELATION, "!="),
    "==": (T.RELATION, "="),
    "+-": (T.OPERATOR, "±"),
}
_PLUS_MINUS = ("+/-", "+/−", "+/–")
_TURNED = {"=<": "<=", "=>": ">="}


class TextReader(Scanner):
    """Go through typed text once, left to right."""

    def _step(self, place: int) -> int:
        sign = self._text[place]
        if sign.isspace():
            return place + 1
        if sign in _PARTS:
            return self._part(place, *_PARTS[sign])
        if sign in "0123456789.":
            return self._number(place)
        letters = LETTERS.match(self._text, place)
        if letters:
            return self._run(place, letters.end())
        raised = _RAISED.match(self._text, place)
        if raised:
            return self._raised(place, raised.group())
        return self._sign(place)

    def _sign(self, place: int) -> int:
        if self._text[place : place + 3] in _PLUS_MINUS:
            self._add(T.OPERATOR, "±", place, place + 3)
            return place + 3
        two = self._text[place : place + 2]
        if two in _TURNED:
            raise UnreadableError(
                f"The sign is written the other way round: `{_TURNED[two]}`.",
                Span(place, place + 2),
                suggestion=self._source.replaced(Span(place, place + 2), _TURNED[two]),
            )
        length, found = (2, _TWO.get(two)) if two in _TWO else (1, ONE_SIGN.get(two[0]))
        if found is None:
            raise UnreadableError(f"The sign `{two[0]}` is not known here.", Span(place, place + 1))
        self._add(*found, place, place + length)
        return place + length

    def _part(self, place: int, over: int, under: int) -> int:
        span = Span(place, place + 1)
        self._add(T.GROUP, "fraction", place, place + 1)
        self._add_number(str(over), span)
        self._add(T.OPERATOR, "/", place, place + 1)
        self._add_number(str(under), span)
        self._add(T.UNGROUP, "", place, place + 1)
        return place + 1

    def _raised(self, place: int, signs: str) -> int:
        end, text = place + len(signs), signs.translate(_RAISED_TO)
        self._add(T.OPERATOR, "^", place, place)
        self._add(T.GROUP, "", place, place)
        if text[0] in "+-":
            self._add(T.OPERATOR, text[0], place, place + 1)
            text = text[1:]
        if text.isdigit():
            self._add_number(text, Span(place, end))
        else:
            self._add(T.NAME, text, place, end)
        self._add(T.UNGROUP, "", end, end)
        return end

    def _with_below(self, name: str, end: int) -> tuple[str, int]:
        below = _BELOW.match(self._text, end)
        if below and "_" not in name:
            return f"{name}_{below.group(1) or below.group(2)}", below.end()
        signs = _UNDER_SIGNS.match(self._text, end)
        if signs:
            return f"{name}_{signs.group().translate(_UNDER_TO)}", signs.end()
        return name, end


def text_tokens(source: Source, vocabulary: Vocabulary) -> list[Token]:
    """Return the tokens of typed text. Raises UnreadableError."""
    return TextReader(source, vocabulary).tokens()
