"""One tree of errors: each says what is wrong and how to mend it."""

from dataclasses import dataclass
from pathlib import Path


class UpslopeError(Exception):
    """Report a failure a person can act on; `message` says what happened, `hint` what to do now."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class NotFoundError(UpslopeError):
    """Report that something asked for by id does not exist."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """State one reason why content is refused: where, by which rule, and the mend."""

    path: Path
    line: int
    rule: str
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: [{self.rule}] {self.message} {self.mend}".rstrip()


class ContentError(UpslopeError):
    """Report content (a lesson, template or pack) that cannot be used, with file and line."""

    def __init__(self, path: Path, line: int, rule: str, message: str, mend: str = "") -> None:
        super().__init__(f"{path}:{line}: {message}", mend)
        self.refusal = Refusal(path, line, rule, message, mend)
