"""Share what both front ends do alike: numbers, runs of letters, the growing list of tokens."""

import re
from fractions import Fraction

from upslope.checking.names import longest_name, whole_word
from upslope.checking.tokens import Source, T, Token, UnreadableError, Vocabulary, exact_number
from upslope.checking.verdict import Span

_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE]-?[0-9]+)?")
_PLAIN_NUMBER = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")
_PLUS_EXPONENT = re.compile(r"[eE]\+[0-9]")
_ENDS = frozenset((T.NUMBER, T.NAME, T.CONSTANT, T.CLOSE, T.UNGROUP))
LETTERS = re.compile(r"[A-Za-zα-ωΑ-Ω]+")


class Scanner:
    """Hold the text, the names known, and the tokens found so far."""

    def __init__(self, source: Source, vocabulary: Vocabulary) -> None:
        self._source = source
        self._text = source.text
        self._vocabulary = vocabulary
        self._tokens: list[Token] = []

    def tokens(self) -> list[Token]:
        """Return all tokens, the last of kind END. Raises UnreadableError at what is not known."""
        place = 0
        while place < len(self._text):
            place = self._step(place)
        self._add(T.END, "", place, place)
        return self._tokens

    def _step(self, place: int) -> int:
        """Read what starts at a place, return where the next thing starts."""
        raise NotImplementedError

    def _with_below(self, name: str, end: int) -> tuple[str, int]:
        """Return a name with its subscript, and where that ends."""
        raise NotImplementedError

    def _number(self, place: int) -> int:
        pattern = _PLAIN_NUMBER if "e" in self._vocabulary.names else _NUMBER
        match = pattern.match(self._text, place)
        if match is None:
            raise UnreadableError("This point belongs to no number.", Span(place, place + 1))
        span = Span(place, match.end())
        self._refuse_misread_number(span)
        self._add_number(match.group(), span)
        return span.end

    def _refuse_misread_number(self, span: Span) -> None:
        rest = self._text[span.end : span.end + 3]
        if rest.startswith("."):
            raise UnreadableError("This number has two points.", Span(span.start, span.end + 1))
        if _PLUS_EXPONENT.match(rest) and "e" not in self._vocabulary.names:
            digits = self._source.at(span)
            raise UnreadableError(
                f"`{digits}{rest}` can be read in two ways. Write `{digits}*10^{rest[2:]}` or "
                f"`{digits}*e + {rest[2:]}`.",
                Span(span.start, span.end + len(rest)),
            )

    def _run(self, place: int, end: int) -> int:
        """Split a run of letters; a declared name may reach beyond it (`mu0`, `x_1`)."""
        word = whole_word(self._text[place:end], self._vocabulary)
        if word is not None and word[0] is not T.NAME:
            self._add(*word, place, end)
            return end
        if self._text[place:end] == "u" and self._joins_intervals():
            self._add(T.WORD, "union", place, end)
            return end
        place = self._joining_word(place, end)
        while place < end:
            kind, name, after = longest_name(self._text, place, self._vocabulary)
            if kind is T.NAME:
                name, after = self._with_below(name, after)
            self._add(kind, name, place, after)
            place = after
        return place

    def _joins_intervals(self) -> bool:
        """Tell whether a bracket closed here belongs to an interval, so that a small u is the union sign."""
        closed = bool(self._tokens) and self._tokens[-1].kind is T.CLOSE
        return closed and self._vocabulary.unions and "u" not in self._vocabulary.names

    def _joining_word(self, place: int, end: int) -> int:
        """Read the `or` of `2orx`: spaces vanish in a formula editor. A declared first letter comes first."""
        names = self._vocabulary
        if not self._tokens or self._tokens[-1].kind not in _ENDS:
            return place
        for word in ("or", "and"):
            if (
                self._text.startswith(word, place, end)
                and not names.any_letter
                and word[0] not in names.names
            ):
                self._add(T.WORD, word, place, place + len(word))
                return place + len(word)
        return place

    def _add_number(self, digits: str, span: Span) -> None:
        value = exact_number(self._source, span, digits)
        self._add(T.NUMBER, digits, span.start, span.end, value)

    def _add(self, kind: T, text: str, start: int, end: int, value: Fraction | None = None) -> None:
        self._tokens.append(Token(kind, text, start, end, value))
