"""Name in messages what stands at a place as the learner sees it: `·`, where the LaTeX says \\cdot."""

import re

from upslope.checking.names import GREEK_SIGNS
from upslope.checking.response import Syntax
from upslope.checking.tokens import Source
from upslope.checking.verdict import Span

_COMMAND = re.compile(r"\\([A-Za-z]+ ?|.)", re.DOTALL)
_FRACTION = re.compile(r"\\[dtc]?frac\s*(?:\{\s*(\w+)\s*\}|(\d))\s*(?:\{\s*(\w+)\s*\}|(\d))")
# fmt: off
_SIGNS = {
    "cdot": "·", "times": "×", "ast": "*", "div": "÷", "pm": "±", "frac": "/", "dfrac": "/", "tfrac": "/",
    "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "lt": "<", "gt": ">",
    "ne": "≠", "neq": "≠", "in": "∈", "cup": "∪", "cap": "∩", "setminus": "\\", "backslash": "\\",
    "lor": "∨", "vee": "∨", "land": "∧", "wedge": "∧", "infty": "∞", "pi": "π", "exponentialE": "e",
    "imaginaryI": "i", "emptyset": "∅", "varnothing": "∅", "differentialD": "d", "R": "ℝ", "Reals": "ℝ",
    "lbrace": "{", "{": "{", "rbrace": "}", "}": "}", "lbrack": "[", "rbrack": "]", "lparen": "(",
    "rparen": ")", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "lvert": "|", "rvert": "|", "vert": "|", "mid": "|", "%": "%", "prime": "′", "degree": "°", "circ": "°",
    "sqrt": "√", "left": "", "right": "", "mleft": "", "mright": "", ",": " ", ";": " ", ":": " ", " ": " ",
    "quad": " ", "varepsilon": "ε", "vartheta": "ϑ", "varphi": "φ",
}
# fmt: on
_SEEN = {name: sign for sign, name in GREEK_SIGNS.items()} | _SIGNS


def shown(source: Source, span: Span) -> str:
    """Return what stands at a place, LaTeX commands as the signs they draw."""
    text = source.at(span)
    if source.syntax is not Syntax.LATEX:
        return text
    text = _FRACTION.sub(lambda m: f"{m[1] or m[2]}/{m[3] or m[4]}", text)
    return _COMMAND.sub(lambda m: _SEEN.get(m[1].rstrip() or " ", m[0]), text)
