"""Name the functions an expression may call, with how they are typed, and build calls for authors."""

from dataclasses import dataclass

from upslope.checking.expr import PI as _PI
from upslope.checking.expr import Call, Const, E, Expr, Value, as_expr


@dataclass(frozen=True, slots=True)
class Function:
    """Describe a function: its permanent name, how many arguments, its LaTeX, other spellings."""

    name: str
    least: int = 1
    most: int = 1
    latex: str = ""
    spellings: tuple[str, ...] = ()


_ALL = (
    Function("sin", latex=r"\sin"),
    Function("cos", latex=r"\cos"),
    Function("tan", latex=r"\tan", spellings=("tg",)),
    Function("sec", latex=r"\sec"),
    Function("csc", latex=r"\csc", spellings=("cosec",)),
    Function("cot", latex=r"\cot"),
    Function("arcsin", latex=r"\arcsin", spellings=("asin",)),
    Function("arccos", latex=r"\arccos", spellings=("acos",)),
    Function("arctan", latex=r"\arctan", spellings=("atan",)),
    Function("sinh", latex=r"\sinh"),
    Function("cosh", latex=r"\cosh"),
    Function("tanh", latex=r"\tanh"),
    Function("sech", latex=r"\operatorname{sech}"),
    Function("csch", latex=r"\operatorname{csch}"),
    Function("coth", latex=r"\coth"),
    Function("arcsinh", latex=r"\operatorname{arcsinh}", spellings=("asinh", "arsinh")),
    Function("arccosh", latex=r"\operatorname{arccosh}", spellings=("acosh", "arcosh")),
    Function("arctanh", latex=r"\operatorname{arctanh}", spellings=("atanh", "artanh")),
    Function("exp", latex=r"\exp"),
    Function("ln", latex=r"\ln"),
    Function("log", 2, 2, latex=r"\log"),
    Function("sqrt", latex=r"\sqrt"),
    Function("root", 2, 2, latex=r"\sqrt"),
    Function("abs", spellings=("Abs",)),
    Function("sign", latex=r"\operatorname{sign}", spellings=("sgn",)),
    Function("floor"),
    Function("ceil", spellings=("ceiling",)),
    Function("max", 1, 8, latex=r"\max"),
    Function("min", 1, 8, latex=r"\min"),
    Function("factorial"),
    Function("binomial", 2, 2, spellings=("binom", "choose", "nCr")),
    Function("percent"),
    Function("sigmoid", latex=r"\operatorname{sigmoid}"),
    Function("relu", latex=r"\operatorname{relu}", spellings=("ReLU", "Relu")),
    Function("softplus", latex=r"\operatorname{softplus}"),
    Function("plusminus", latex=r"\pm"),
)

FUNCTIONS: dict[str, Function] = {function.name: function for function in _ALL}
"""Each function by its permanent name."""

SPELLINGS: dict[str, str] = {
    spelling: function.name
    for function in _ALL
    if function.name not in ("percent", "plusminus")
    for spelling in (function.name, *function.spellings)
}
"""What may be typed, with the permanent name of the function meant; `log` is left to the reader."""

# fmt: off
GREEK = (
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta",
    "vartheta", "iota", "kappa", "lambda", "mu", "nu", "xi", "rho", "sigma",
    "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta",
    "Theta", "Lambda", "Xi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
)
# fmt: on

e: Expr = E
pi: Expr = _PI
infinity: Expr = Const("infinity")


def sqrt(of: Value) -> Expr:
    """Return the square root, as built: `sqrt(4)` is not 2."""
    return Call("sqrt", (as_expr(of),))


def root(of: Value, degree: Value) -> Expr:
    """Return the principal root of a degree, equal to of^(1/degree)."""
    return Call("root", (as_expr(of), as_expr(degree)))


def sin(of: Value) -> Expr:
    """Return the sine."""
    return Call("sin", (as_expr(of),))


def cos(of: Value) -> Expr:
    """Return the cosine."""
    return Call("cos", (as_expr(of),))


def tan(of: Value) -> Expr:
    """Return the tangent."""
    return Call("tan", (as_expr(of),))


def arctan(of: Value) -> Expr:
    """Return the inverse tangent."""
    return Call("arctan", (as_expr(of),))


def exp(of: Value) -> Expr:
    """Return e to a power, shown as `e^x`."""
    return E ** as_expr(of)


def ln(of: Value) -> Expr:
    """Return the natural logarithm."""
    return Call("ln", (as_expr(of),))


def log(of: Value, base: Value) -> Expr:
    """Return the logarithm to a base."""
    return Call("log", (as_expr(of), as_expr(base)))


def abs_(of: Value) -> Expr:
    """Return the absolute value."""
    return Call("abs", (as_expr(of),))


def function(name: str, *arguments: Value) -> Expr:
    """Return a call of any function of the table. Raises ValueError for an unknown name or a wrong number."""
    known = FUNCTIONS.get(SPELLINGS.get(name, name))
    if known is None or not known.least <= len(arguments) <= known.most:
        raise ValueError(f"there is no function {name} of {len(arguments)} arguments")
    return Call(known.name, tuple(as_expr(argument) for argument in arguments))
