"""Write a formula as one line of readable Unicode, for places that hold no markup: drawings, window titles.

KaTeX has already read the formula, macros and all: its MathML is walked here, so that there is one reader of
LaTeX. The line is for reading, not for computing: `\\frac{1}{n + 1}` becomes "1/(n + 1)".
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from upslope.curriculum import katex

_MATH = re.compile(r"<math\b.*?</math>", re.DOTALL)
_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"

_DOUBLE_STRUCK = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ"}
_SIGNS = {
    "∣": "|",
    "∥": "‖",
    "^": "\u0302",
    "~": "\u0303",
    "ˉ": "\u0304",
    "‾": "\u0304",
    "⃗": "\u20d7",
    "∗": "*",
}
_UPPER = str.maketrans("0123456789+−-=nitTkmx", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼ⁿⁱᵗᵀᵏᵐˣ")
_LOWER = str.maketrans("0123456789+−-=aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_AS_THEY_ARE = ("′", "″", "*", "†", "⋆")
"""Signs that already stand high."""
_SPACED = frozenset("=≠<>≤≥≈∼≡∝→←↔↦⇒⟹⟺∈∉⊂⊆⊥⟂∪∩∖+−±∓×⋅∘⊗⊙⊕∥≪≫≻⪰⪯≺∧∨")
_SIGNED = frozenset("+−±∓")
_NAME, _EDGE = "\ue000", "\ue001"
"""Private marks: behind a function's name, and around names and fractions, which stand apart from letters."""
_APART = re.compile(rf"{_NAME}{_EDGE}*(?=[\w√∑∫∂∇])|(?<=[\w)\]|]){_EDGE}+(?=[\w(√])")
_MARKS = re.compile(f"[{_NAME}{_EDGE}]")
_INVISIBLE = re.compile(" ?[\u2061-\u2064]")
_SIMPLE = re.compile(r"√?\w[₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₘₙₜ′²³]*|[\d.]+|[A-Z]+|\W?")
"""What stays together behind a stroke, a root or a sign without brackets."""


@lru_cache(maxsize=katex.CACHED)
def line(tex: str) -> str:
    """Return a formula as one line; what KaTeX cannot set comes back as it was written."""
    found = _MATH.search(katex.render(tex))
    if found is None:
        return tex
    (content, *_) = ElementTree.fromstring(found[0]).iter(f"{_NAMESPACE}semantics")
    return re.sub(r"\s+", " ", _settled(_write(content[0])))


def _settled(text: str) -> str:
    """Put spaces where marks ask for them."""
    return _MARKS.sub("", _APART.sub(" ", text)).strip()


def _write(element: Element) -> str:
    writer = _WRITERS.get(_name(element))
    return writer(element) if writer is not None else _row(element)


def _name(element: Element) -> str:
    return element.tag.removeprefix(_NAMESPACE)


def _row(element: Element) -> str:
    """Write one thing after the other, binary signs spaced; a sign at the beginning stands close."""
    parts: list[str] = []
    for child in _unfolded(element):
        text = _write(child)
        if _name(child) != "mo" or text not in _SPACED:
            parts.append(text)
            continue
        before = _MARKS.sub("", "".join(parts))
        is_first = not before.strip() or before.rstrip()[-1] in "([{,=<>≤≥/"
        parts.append(text if text in _SIGNED and is_first else f" {text} ")
    return "".join(parts)


def _unfolded(element: Element) -> Iterator[Element]:
    """Yield the children of a row, rows within it opened, so that signs see their neighbours."""
    for child in element:
        if _name(child) in ("mrow", "mstyle", "mpadded", "semantics"):
            yield from _unfolded(child)
        else:
            yield child


def _leaf(element: Element) -> str:
    text = _INVISIBLE.sub("", (element.text or "").replace("\u00a0", " "))
    if element.get("mathvariant") == "double-struck":
        text = "".join(_DOUBLE_STRUCK.get(letter, letter) for letter in text)
    if _name(element) != "mn" and len(text) > 1:
        return f"{_EDGE}{text}{_NAME}"
    return _SIGNS.get(text, text)


def _operator(element: Element) -> str:
    if len(element):  # \\bmod: a word between two things
        return f" {_row(element)} "
    text = _INVISIBLE.sub("", element.text or "").strip()
    if element.get("separator") == "true" or text in (",", ";"):
        return f"{text} "
    return _SIGNS.get(text, text)


def _space(element: Element) -> str:
    """Write a space only where one was asked for: thin ones are typography."""
    width = element.get("width", "0em").removesuffix("em")
    return " " if float(width or 0) >= 0.27 else ""


def _raised(text: str) -> str:
    if text in _AS_THEY_ARE:
        return text
    small = text.replace(" ", "").translate(_UPPER)
    return small if _all_small(small, text, _UPPER) else f"^{_joined(text)}"


def _lowered(text: str) -> str:
    small = text.replace(" ", "").translate(_LOWER)
    return small if _all_small(small, text, _LOWER) else f"_{_joined(text)}"


def _all_small(small: str, text: str, table: Mapping[int, int]) -> bool:
    """Tell whether every character has a small form."""
    return bool(small) and all(ord(letter) in table for letter in text if letter != " ")


def _joined(text: str) -> str:
    """Put brackets around what would fall apart behind a sign."""
    bare = _MARKS.sub("", text)
    if _SIMPLE.fullmatch(bare) or _is_bracketed(bare) or _NAME in text[-1:]:
        return bare
    return f"({bare})"


def _is_bracketed(text: str) -> bool:
    """Tell whether one pair of brackets holds the whole text."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return place == len(text) - 1
    return False


def _scripts(element: Element) -> str:
    parts = [child for child in element if not _INVISIBLE.fullmatch(child.text or "")]
    base, *scripts = map(_write, parts)
    name = base.endswith(_NAME)
    kinds = _SCRIPTS[_name(element)]
    written = "".join(write(script) for write, script in zip(kinds, scripts, strict=True))
    return base.removesuffix(_NAME) + written + (_NAME if name else "")


def _over(element: Element) -> str:
    """Write an accent behind its letter, anything else as an exponent."""
    base, top = (_write(child) for child in element)
    accent = _SIGNS.get(top, top)
    return base + (accent if len(accent) == 1 and "\u0300" <= accent <= "\u20ff" else _raised(top))


def _fraction(element: Element) -> str:
    above, below = (_settled(_write(child)) for child in element)
    if element.get("linethickness") == "0px":
        return f"{above} choose {below}"
    return f"{_EDGE}{_factor(above)}/{_joined(below)}{_EDGE}"


def _factor(text: str) -> str:
    """Put brackets around a sum above a stroke; a product needs none."""
    return f"({text})" if re.search(r"\S [+−±] ", text) and not _is_bracketed(text) else text


def _root(element: Element) -> str:
    return f"√{_joined(_row(element).strip())}"


def _nth_root(element: Element) -> str:
    under, degree = (_write(child) for child in element)
    return f"{_raised(degree)}√{_joined(under)}"


def _table(element: Element) -> str:
    """Write rows one after the other, as a matrix is read aloud: a b; c d."""
    return "; ".join(" ".join(_row(cell).strip() for cell in row) for row in element)


_SCRIPTS: Mapping[str, tuple[Callable[[str], str], ...]] = {
    "msup": (_raised,),
    "msub": (_lowered,),
    "munder": (_lowered,),
    "msubsup": (_lowered, _raised),
    "munderover": (_lowered, _raised),
}

_WRITERS: Mapping[str, Callable[[Element], str]] = {
    "mi": _leaf,
    "mn": _leaf,
    "mtext": _leaf,
    "mo": _operator,
    "mspace": _space,
    "mfrac": _fraction,
    "msqrt": _root,
    "mroot": _nth_root,
    "mover": _over,
    "mtable": _table,
    **dict.fromkeys(_SCRIPTS, _scripts),
}
