"""Split runs of letters into names: declared variables first, then functions, Greek letters, constants, and
what remains into single letters."""

from functools import lru_cache

from upslope.checking.functions import GREEK, SPELLINGS
from upslope.checking.tokens import T, Vocabulary

_WORDS = {"or": "or", "and": "and", "union": "union"}
_INFINITY = ("inf", "infinity", "infty", "oo", "Inf", "Infinity")
_LOGARITHMS = ("log", "lg", "log2", "log10")
CONSTANTS = ("pi", "e", "i")

GREEK_SIGNS = dict(
    zip(
        "αβγδεζηθικλμνξρστυφχψωΓΔΘΛΞΣΥΦΨΩ",
        [
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "rho",
            "sigma",
            "tau",
            "upsilon",
            "phi",
            "chi",
            "psi",
            "omega",
            "Gamma",
            "Delta",
            "Theta",
            "Lambda",
            "Xi",
            "Sigma",
            "Upsilon",
            "Phi",
            "Psi",
            "Omega",
        ],
        strict=True,
    )
)


def whole_word(run: str, vocabulary: Vocabulary) -> tuple[T, str] | None:
    """Return the meaning of a run that is one word, such as `or` and `inf`; None if it is to be split."""
    if run in vocabulary.names:
        return T.NAME, run
    if run in _WORDS:
        return T.WORD, _WORDS[run]
    if run in _INFINITY:
        return T.CONSTANT, "infinity"
    if vocabulary.unions and run == "U":
        return T.WORD, "union"
    if vocabulary.unions and run == "in":
        return T.RELATION, "in"
    return None


def longest_name(text: str, start: int, vocabulary: Vocabulary) -> tuple[T, str, int]:
    """Return kind, meaning and end of the longest name that starts at a letter; a declared one wins a tie.

    So `max(m)` is a call although `m` is declared, and `pi` is a letter where the problem declares it.
    """
    kind, meaning, length = T.NAME, GREEK_SIGNS.get(text[start], text[start]), 0
    for word, known_kind, known_meaning in _KNOWN.get(text[start], ()):
        if text.startswith(word, start):
            kind, meaning, length = known_kind, known_meaning, len(word)
            break
    for name in _declared(vocabulary.names):
        if len(name) >= max(length, 1) and text.startswith(name, start):
            return T.NAME, name, start + len(name)
    return kind, meaning, start + max(length, 1)


@lru_cache(maxsize=512)
def _declared(names: frozenset[str]) -> tuple[str, ...]:
    """Return the declared names, longest first; a subscript is read apart from its letter."""
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _known() -> dict[str, tuple[tuple[str, T, str], ...]]:
    """Return functions, Greek names and constants by their first letter, longest first."""
    words = [(spelling, T.FUNCTION, name) for spelling, name in SPELLINGS.items() if spelling != "log"]
    words += [(spelling, T.FUNCTION, spelling) for spelling in _LOGARITHMS]
    words.append(("cbrt", T.FUNCTION, "cbrt"))
    words += [(name, T.NAME, name) for name in GREEK]
    words += [(name, T.CONSTANT, name) for name in CONSTANTS]
    words.append(("π", T.CONSTANT, "pi"))
    words.sort(key=lambda word: (-len(word[0]), word[0]))
    letters = {word[0][0] for word in words}
    return {letter: tuple(word for word in words if word[0][0] == letter) for letter in letters}


_KNOWN = _known()
