"""Figures of the lesson on the reduced row echelon form."""

from upslope.problems import Figure

_CELL = 38


def _text(x: float, y: float, text: str, colour: str = "ink", size: int = 16) -> str:
    style = f"fill:var(--{colour});font-size:{size}px;font-style:normal"
    return f'<text class="m" x="{x}" y="{y}" text-anchor="middle" style="{style}">{text}</text>'


def _path(data: str, colour: str, width: float) -> str:
    return f'<path d="{data}" fill="none" stroke="var(--{colour})" stroke-width="{width}"/>'


def staircase() -> Figure:
    """Draw a reduced form with its staircase, pivots and free columns."""
    rows, pivots = ((1, 2, 0, 0, 5), (0, 0, 1, 0, -3), (0, 0, 0, 1, 4), (0, 0, 0, 0, 0)), (0, 2, 3)
    left, top = 24, 40
    parts = []
    for j in range(5):
        x, colour = left + j * _CELL, "d1" if j in pivots else "d2"
        size = f'width="{_CELL - 6}" height="{4 * _CELL - 6}"'
        fill = f'fill="var(--{colour})" fill-opacity="0.11"'
        parts.append(f'<rect x="{x + 3}" y="{top + 3}" {size} rx="3" {fill}/>')
        name = "pivot" if j in pivots else "free"
        parts.append(_text(x + _CELL / 2, top - 12, name, colour, 13))
    for i, row in enumerate(rows):
        for j, entry in enumerate(row):
            x, y = left + (j + 0.5) * _CELL, top + (i + 0.5) * _CELL
            pivot = i < 3 and pivots[i] == j
            if pivot:
                parts.append(
                    f'<circle cx="{x}" cy="{y}" r="13" fill="none" stroke="var(--d1)" stroke-width="2.25"/>'
                )
            parts.append(_text(x, y + 6, str(entry).replace("-", "−"), "ink" if entry or pivot else "ink-3"))
    stairs = f"M{left} {top + _CELL}H{left + 2 * _CELL}V{top + 2 * _CELL}H{left + 3 * _CELL}"
    parts.append(_path(f"{stairs}V{top + 3 * _CELL}H{left + 5 * _CELL}", "ink", 1.4))
    right, low = left + 5 * _CELL, top + 4 * _CELL
    brackets = f"M{left} {top}h-8V{low}h8M{right} {top}h8V{low}h-8"
    parts.append(_path(brackets, "ink-2", 1.4))
    width, height = right + 24, low + 14
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}">'
    alt = "A reduced form with pivots in columns 1, 3 and 4; below a staircase all entries are zero."
    caption = (
        "Ringed: the pivots, each $1$ and alone in its column. Below the staircase stand only zeros. "
        "Columns $2$ and $5$ have no pivot; they may hold anything above the stairs."
    )
    return Figure(f"{head}{''.join(parts)}</svg>", alt, caption)
