"""Estimate how many characters wide a formula is set."""

import re

_WORD = re.compile(
    r"\\(?:left|right|big|Big|,|;|!|:|quad|qquad|displaystyle|mathbf|mathrm|mathcal|boldsymbol)(?![a-zA-Z])"
)
_TEXT = re.compile(r"\\(?:text|operatorname|textbf|textrm)\{([^{}]*)\}")
_FRACTION = re.compile(r"\\[dtc]?frac\{([^{}]*)\}\{([^{}]*)\}")
_SCRIPT = re.compile(r"[_^](?:\{([^{}]*)\}|(\\?\w))")
_MATRIX = re.compile(
    r"\\begin\{([a-z]*matrix|array|cases|aligned)\}(?:\{[^{}]*\})?((?:(?!\\begin).)*?)\\end\{\1\}", re.DOTALL
)
_COMMAND = re.compile(r"\\[a-zA-Z]+|\\.")


def visible_width(tex: str) -> int:
    """Return about how many characters wide the widest line is: fractions as their longer half, scripts
    at 0.7."""
    tex = _WORD.sub("", _TEXT.sub(lambda m: "x" * len(m[1]), tex))
    for _ in range(12):  # from the inside out
        shorter = _SCRIPT.sub(lambda m: "x" * round(0.7 * _plain(m[1] or m[2])), tex)
        shorter = _FRACTION.sub(lambda m: "x" * max(_plain(m[1]), _plain(m[2])), shorter)
        shorter = _MATRIX.sub(lambda m: "x" * _columns(m[2]), shorter)
        if shorter == tex:
            break
        tex = shorter
    return max(_plain(line) for line in re.split(r"\\\\", tex))


def _plain(tex: str) -> int:
    return len(re.sub(r"[{}\s&]", "", _COMMAND.sub("x", tex)))


def _columns(body: str) -> int:
    rows = [[_plain(cell) for cell in re.split(r"&", row)] for row in re.split(r"\\\\", body) if row.strip()]
    widest = max(len(row) for row in rows) if rows else 0
    return sum(max((row[j] for row in rows if j < len(row)), default=0) + 1 for j in range(widest)) + 2
