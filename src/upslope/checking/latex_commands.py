"""List the LaTeX commands that are read, with the tokens they mean."""

from upslope.checking.tokens import T

COMMANDS: dict[str, tuple[T, str]] = {
    "cdot": (T.OPERATOR, "*"),
    "times": (T.OPERATOR, "*"),
    "ast": (T.OPERATOR, "*"),
    "div": (T.OPERATOR, "/"),
    "pm": (T.OPERATOR, "±"),
    "le": (T.RELATION, "<="),
    "leq": (T.RELATION, "<="),
    "leqslant": (T.RELATION, "<="),
    "ge": (T.RELATION, ">="),
    "geq": (T.RELATION, ">="),
    "geqslant": (T.RELATION, ">="),
    "lt": (T.RELATION, "<"),
    "gt": (T.RELATION, ">"),
    "ne": (T.RELATION, "!="),
    "neq": (T.RELATION, "!="),
    "in": (T.RELATION, "in"),
    "cup": (T.WORD, "union"),
    "cap": (T.WORD, "intersection"),
    "setminus": (T.WORD, "without"),
    "backslash": (T.WORD, "without"),
    "lor": (T.WORD, "or"),
    "vee": (T.WORD, "or"),
    "land": (T.WORD, "and"),
    "wedge": (T.WORD, "and"),
    "infty": (T.CONSTANT, "infinity"),
    "pi": (T.CONSTANT, "pi"),
    "exponentialE": (T.CONSTANT, "e"),
    "imaginaryI": (T.CONSTANT, "i"),
    "emptyset": (T.CONSTANT, "empty"),
    "varnothing": (T.CONSTANT, "empty"),
    "differentialD": (T.NAME, "d"),
    "R": (T.NAME, "R"),
    "Reals": (T.NAME, "R"),
    "lbrace": (T.OPEN, "{"),
    "{": (T.OPEN, "{"),
    "lbrack": (T.OPEN, "["),
    "lparen": (T.OPEN, "("),
    "langle": (T.OPEN, "<"),
    "lfloor": (T.OPEN, "floor"),
    "lceil": (T.OPEN, "ceil"),
    "lvert": (T.OPEN, "|"),
    "rbrace": (T.CLOSE, "}"),
    "}": (T.CLOSE, "}"),
    "rbrack": (T.CLOSE, "]"),
    "rparen": (T.CLOSE, ")"),
    "rangle": (T.CLOSE, ">"),
    "rfloor": (T.CLOSE, "floor"),
    "rceil": (T.CLOSE, "ceil"),
    "rvert": (T.CLOSE, "|"),
    "vert": (T.BAR, "|"),
    "mid": (T.BAR, "|"),
    "%": (T.POSTFIX, "%"),
    "prime": (T.POSTFIX, "'"),
    "degree": (T.POSTFIX, "°"),
    "circ": (T.POSTFIX, "°"),
    "colon": (T.OPERATOR, "/"),
}

SPACES = frozenset(
    [
        ",",
        ";",
        ":",
        "!",
        ">",
        "quad",
        "qquad",
        "displaystyle",
        "textstyle",
        "scriptstyle",
        "limits",
        "nolimits",
        "mathstrut",
        "strut",
        "enspace",
        "space",
        "thinspace",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "bigr",
        "Bigl",
        "Bigr",
        "biggl",
        "biggr",
    ]
) | {" "}
"""Commands that only move or size what follows; a delimiter after `\\bigl` is read as it stands."""

FRACTIONS = frozenset(("frac", "dfrac", "tfrac", "cfrac"))
BINOMIALS = frozenset(("binom", "dbinom", "tbinom"))
NAMED = frozenset(("operatorname", "operatorname*", "mathrm", "text", "textrm", "mathit", "textit", "mathbf"))
"""Commands whose braces hold a name or word."""
DRESSED = frozenset(("boldsymbol", "bm", "vec", "mathbb", "mathcal", "mathsf", "mathop"))
"""Commands that dress what stands in their braces; the dress has no meaning here."""
MATRICES = frozenset(("matrix", "pmatrix", "bmatrix", "Bmatrix", "array", "smallmatrix", "vmatrix"))
LEFT = frozenset(("left", "mleft"))
RIGHT = frozenset(("right", "mright"))
DELIMITERS: dict[str, tuple[str, str]] = {
    "(": ("(", ")"),
    ")": ("(", ")"),
    "[": ("[", "]"),
    "]": ("[", "]"),
    "|": ("|", "|"),
    "<": ("<", ">"),
    ">": ("<", ">"),
}
"""A plain sign after \\left or \\right: its name when it opens and when it closes."""
