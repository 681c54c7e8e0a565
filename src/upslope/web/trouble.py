"""Hold what is wrong with the data while the server runs, and show it as a page with a way out."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from upslope.core.errors import UpslopeError


@dataclass(frozen=True, slots=True)
class Trouble:
    """State what happened, what to do now, and which backup could be put back (or "")."""

    message: str
    hint: str
    backup: str = ""
    backup_text: str = ""


_state: list[Trouble] = []


def current() -> Trouble | None:
    """Return the present trouble, if any."""
    return _state[-1] if _state else None


def report(trouble: Trouble) -> None:
    """Show this trouble on every page until it is cleared."""
    _state[:] = [trouble]


def clear() -> None:
    """Let the pages work again."""
    _state.clear()


def page(request: HttpRequest, trouble: Trouble | None = None) -> HttpResponse:
    """Show the trouble page (503)."""
    return render(request, "trouble.html", {"trouble": trouble or current()}, status=503)


def from_error(error: UpslopeError) -> Trouble:
    """Turn an error into a trouble without a backup to offer."""
    return Trouble(error.message, error.hint)
