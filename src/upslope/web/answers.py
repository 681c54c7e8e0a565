"""Turn an answer's form into fields of a page, and what was posted back into a response.

A single answer posts under "answer", a part under "part.NAME". Matrix cells add ".ROW.COLUMN", orderings
".RANK" for each item; choices post one or several numbers under the plain name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from upslope.checking import InputForm, NamedText, Response, Syntax
from upslope.services.views.practice import Draft

ANSWER = "answer"
NONE = "none"
DAY_MS = 86_400_000
CHOICES = ("choice", "several", "facts")


@dataclass(frozen=True, slots=True)
class Option:
    """Hold one choice, statement or item: its 1-based number, its markup, and the state of its input."""

    number: int
    html: str
    chosen: bool
    rank: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold one entry of a matrix grid."""

    name: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """Hold one input of the page. `part` is "" for a single answer."""

    name: str
    part: str
    widget: str
    label: str
    accepts: str
    example: str
    value: str
    options: tuple[Option, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the id of the element that takes the focus."""
        return self.name.replace(".", "-").replace(" ", "-")

    @property
    def reads(self) -> bool:
        """Tell whether there is text to read back while it is typed."""
        return self.widget in ("math", "text", "matrix")

    @property
    def none_chosen(self) -> bool:
        """Tell whether "none of these" was ticked."""
        return self.value == NONE


def part_name(part: str) -> str:
    """Return the form name of a part."""
    return f"part.{part}"


def fields_of(form: InputForm, draft: Draft, options: Sequence[str]) -> tuple[Field, ...]:
    """Return the inputs of a question, filled with the draft; one field unless the answer has parts.

    `options` is the markup of a single answer's choices; options of parts are plain Markdown until rendered.
    """
    if form.widget != "parts":
        return (field(form, ANSWER, "", draft.text, options),)
    typed = dict(draft.parts)
    return tuple(
        field(named.form, part_name(named.name), named.name, typed.get(named.name, ""), named.form.options)
        for named in form.parts
    )


def field(form: InputForm, name: str, part: str, value: str, options: Sequence[str]) -> Field:
    """Return one input filled with a value as `value_of` encodes it."""
    return Field(
        name=name,
        part=part,
        widget=form.widget,
        label=form.label,
        accepts=form.accepts,
        example=form.example,
        value=value,
        options=tuple(option_states(form.widget, options, value)),
        rows=cells(form, name, value) if form.widget == "matrix" else (),
        keys=form.keys,
    )


def option_states(widget: str, options: Sequence[str], value: str) -> Iterator[Option]:
    """Yield the options with what was chosen, or in the order they were put."""
    numbers = [int(text) for text in value.split(",") if is_whole(text.strip())]
    if widget == "ordering" and sorted(numbers) == list(range(1, len(options) + 1)):
        for rank, number in enumerate(numbers, start=1):
            yield Option(number, options[number - 1], chosen=False, rank=rank)
        return
    for number, html in enumerate(options, start=1):
        yield Option(number, html, chosen=number in numbers, rank=number)


def cells(form: InputForm, name: str, value: str) -> tuple[tuple[Cell, ...], ...]:
    """Return the grid of a matrix, filled from "[[1,2],[3,4]]"."""
    typed = matrix_entries(value)
    return tuple(
        tuple(
            Cell(
                name=f"{name}.{i}.{j}",
                value=typed[i][j] if i < len(typed) and j < len(typed[i]) else "",
                label=f"Row {i + 1}, column {j + 1}",
            )
            for j in range(form.columns)
        )
        for i in range(form.rows)
    )


def matrix_entries(text: str) -> list[list[str]]:
    """Split "[[1,f(2,3)],[3,4]]" at the commas and brackets that belong to the matrix."""
    rows: list[list[str]] = []
    depth = 0
    for sign in text:
        if sign in "([{":
            depth += 1
            if depth == 2 and sign == "[":
                rows.append([""])
                continue
        elif sign in ")]}":
            depth -= 1
            if depth == 1 and sign == "]":
                continue
        if depth == 2 and sign == ",":
            rows[-1].append("")
        elif depth >= 2 and rows:
            rows[-1][-1] += sign
    return [[entry.strip() for entry in row] for row in rows]


def response_from(form: InputForm, data: QueryDict) -> Response:
    """Return the response that was posted."""
    syntax = Syntax.LATEX if data.get("syntax") == Syntax.LATEX else Syntax.TEXT
    if form.widget != "parts":
        return Response(text=value_of(form, ANSWER, data), syntax=syntax)
    parts = tuple(
        NamedText(named.name, value_of(named.form, part_name(named.name), data)) for named in form.parts
    )
    return Response(syntax=syntax, parts=parts)


def value_of(form: InputForm, name: str, data: QueryDict) -> str:
    """Encode one posted input as the text of a response."""
    if form.widget == "matrix":
        rows = (
            ",".join(data.get(f"{name}.{i}.{j}", "").strip() for j in range(form.columns))
            for i in range(form.rows)
        )
        return "[" + ",".join(f"[{row}]" for row in rows) + "]"
    if form.widget == "ordering":
        return ordering_of(len(form.options), name, data)
    if form.widget in CHOICES:
        chosen = [number for number in data.getlist(name) if number != NONE]
        return ",".join(chosen) if chosen or NONE not in data.getlist(name) else NONE
    return data.get(name, "").strip()


def ordering_of(items: int, name: str, data: QueryDict) -> str:
    """Return the items by their ranks; "" where ranks are missing or given twice, which nobody can read."""
    ranks = {data.get(f"{name}.{number}", ""): number for number in range(1, items + 1)}
    wanted = [str(rank) for rank in range(1, items + 1)]
    return ",".join(str(ranks[rank]) for rank in wanted) if set(ranks) == set(wanted) else ""


def active_ms(data: QueryDict) -> int:
    """Return the active milliseconds that the page measured, 0 where it measured nothing."""
    text = data.get("active_ms", "")
    return min(int(text), DAY_MS) if is_whole(text) else 0


def is_whole(text: str) -> bool:
    """Tell whether a posted text is a number of plain digits that fits a question."""
    return text.isascii() and text.isdigit() and len(text) < 30
