"""Say how a response is understood while it is being typed."""

from dataclasses import dataclass

from upslope.checking.verdict import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold the live echo of a response.

    `ok`: it can be read and checked. `complete` is False while something is plainly still missing (nothing
    typed, an open bracket, an empty box), which is no reason to complain yet. `latex` shows how it is
    understood; `span` and `message` say where and what is wrong, `suggestion` is a readable response one
    keystroke away, or "". With `ok`, a message points out what could be meant otherwise (`1/2x`).
    """

    ok: bool
    latex: str = ""
    complete: bool = True
    span: Span | None = None
    message: str = ""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class NamedForm:
    """Pair the name of a part with its form."""

    name: str
    form: "InputForm"


@dataclass(frozen=True, slots=True)
class InputForm:
    """Describe the field in which an answer is given.

    `widget` is one of "math", "text", "matrix", "choice", "several", "facts", "ordering", "parts"; `label`
    names the field ("Your basis"); `accepts` is one sentence about what is right; `example` shows how to
    type, never the answer; `options` are Markdown in display order; `rows` and `columns` size a matrix grid;
    `keys` are the symbols worth a button, as LaTeX.
    """

    widget: str
    label: str
    accepts: str = ""
    example: str = ""
    options: tuple[str, ...] = ()
    rows: int = 0
    columns: int = 0
    parts: tuple[NamedForm, ...] = ()
    keys: tuple[str, ...] = ()
