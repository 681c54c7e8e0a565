"""Figures of the lesson on matrix multiplication."""

from upslope.problems import Figure

_CELL = 34


def _text(x: float, y: float, text: str, colour: str = "ink", size: int = 16) -> str:
    upright = "" if text.isalpha() else ";font-style:normal"
    style = f"fill:var(--{colour});font-size:{size}px{upright}"
    return f'<text class="m" x="{x}" y="{y}" text-anchor="middle" style="{style}">{text}</text>'


def _brackets(x: float, y: float, rows: int, columns: int) -> str:
    width, height = columns * _CELL, rows * _CELL
    left = f"M{x + 6} {y}H{x}V{y + height}H{x + 6}"
    right = f"M{x + width - 6} {y}H{x + width}V{y + height}H{x + width - 6}"
    return f'<path d="{left}{right}" fill="none" stroke="var(--ink-2)" stroke-width="1.4"/>'


def _band(x: float, y: float, rows: int, columns: int, colour: str) -> str:
    size = f'width="{columns * _CELL - 8}" height="{rows * _CELL - 8}"'
    tint = f'fill="var(--{colour})" fill-opacity="0.11" stroke="var(--{colour})"'
    return f'<rect x="{x + 4}" y="{y + 4}" {size} rx="3" {tint}/>'


def _dashes(path: str) -> str:
    return f'<path d="{path}" class="axis" stroke-dasharray="3 4"/>'


def _entries(x: float, y: float, rows: tuple[tuple[int, ...], ...]) -> str:
    return "".join(
        _text(x + (j + 0.5) * _CELL, y + (i + 0.5) * _CELL + 6, str(entry).replace("-", "−"))
        for i, row in enumerate(rows)
        for j, entry in enumerate(row)
    )


def row_meets_column() -> Figure:
    """Set A left of AB and B above it, so that row 2 and column 1 meet in the entry they make."""
    A, B, AB = ((1, 2, 0), (3, -1, 1)), ((2, 1), (0, 3), (4, -2)), ((2, 7), (10, -2))
    top, left, gap = 22, 30, 30
    across, down = left + 3 * _CELL + gap, top + 3 * _CELL + gap
    parts = [
        _band(left, down + _CELL, 1, 3, "d1"),
        _band(across, top, 3, 1, "d2"),
        _band(across, down + _CELL, 1, 1, "ink"),
        _brackets(left, down, 2, 3) + _brackets(across, top, 3, 2) + _brackets(across, down, 2, 2),
        _entries(left, down, A) + _entries(across, top, B) + _entries(across, down, AB),
        _text(left - 16, down + _CELL + 6, "A", "d1", 18),
        _text(across + 2 * _CELL + 16, top + 1.5 * _CELL + 6, "B", "d2", 18),
        _text(across + 2 * _CELL + 20, down + _CELL + 6, "AB", "ink", 18),
        _dashes(f"M{left + 3 * _CELL + 4} {down + 1.5 * _CELL}H{across - 4}"),
        _dashes(f"M{across + _CELL / 2} {top + 3 * _CELL + 4}V{down - 2}"),
    ]
    width, height = across + 2 * _CELL + 44, down + 2 * _CELL + 14
    alt = "B stands above AB and A to its left: row 2 of A and column 1 of B meet in the entry 10 of AB."
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}">'
    met = r"$3 \cdot 2 - 1 \cdot 0 + 1 \cdot 4 = 10$"
    caption = f"Row 2 of $A$ and column 1 of $B$ meet in one entry of $AB$: {met}."
    return Figure(f"{head}{''.join(parts)}</svg>", alt, caption)
