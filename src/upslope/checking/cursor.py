"""Walk along tokens, and keep count of nodes and depth."""

from upslope.checking.seen import shown
from upslope.checking.tokens import Source, T, Token, UnreadableError
from upslope.checking.verdict import Span

MOST_NODES = 500
MOST_DEPTH = 64


class Cursor:
    """Stand at one token of a list that ends with END."""

    def __init__(self, source: Source, tokens: list[Token]) -> None:
        self._source = source
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._nodes = 0

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    @property
    def _before(self) -> Token:
        return self._tokens[self._at - 1]

    def _next(self) -> Token:
        """Return the token here and step on; the end is never passed."""
        token = self._tokens[self._at]
        if token.kind is not T.END:
            self._at += 1
        return token

    def _is(self, kind: T, text: str | None = None) -> bool:
        token = self._tokens[self._at]
        return token.kind is kind and (text is None or token.text == text)

    def _take(self, kind: T, text: str | None = None) -> bool:
        """Step on if the token here is such a one."""
        if self._is(kind, text):
            self._at += 1
            return True
        return False

    def _span_from(self, start: int) -> Span:
        """Return the place from a character to the last token read."""
        return Span(start, max(start, self._before.end))

    def _count(self) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise self._error("This is too long to be read.", Span(0, len(self._source.text)))

    def _deepen(self) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise self._error("This is nested too deeply to be read.", self._token.span)

    def _error(
        self, message: str, span: Span, *, suggestion: str = "", complete: bool = True
    ) -> UnreadableError:
        return UnreadableError(message, span, suggestion=suggestion, complete=complete)

    def _missing(self) -> UnreadableError:
        """Say that an operand is missing at the token here."""
        token = self._token
        if token.kind is T.END:
            return self._error("Something is missing at the end.", token.span, complete=False)
        if token.kind is T.BLANK:
            return self._error("An empty box is left. Fill it in or remove it.", token.span, complete=False)
        sign = shown(self._source, token.span)
        message = f"Something is missing before `{sign}`." if sign else "Something is missing here."
        return self._error(message, token.span)
