"""Hold typed answers with the outcome each must have: what learners type, right and wrong, for each kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from upslope.checking import (
    Answer,
    Basis,
    Choice,
    Equation,
    Expr,
    Expression,
    Facts,
    Interval,
    Matrix,
    MatrixAnswer,
    Number,
    Ordering,
    Outcome,
    Piece,
    Range,
    SetAnswer,
    Shape,
    Syntax,
    TupleAnswer,
    Vector,
    abs_,
    cos,
    e,
    exp,
    function,
    ln,
    pi,
    sin,
    sqrt,
    tan,
)

x, y, n, t, k, a, b = (Expr.symbol(name) for name in "xyntkab")


@dataclass(frozen=True)
class Row:
    """Pair a typed answer with its outcome."""

    spec: Answer
    text: str
    outcome: Outcome
    syntax: Syntax = Syntax.TEXT


@dataclass(frozen=True)
class Table:
    """Hold what must be right, wrong, unreadable and partly right for one specification."""

    spec: Answer
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    right_latex: tuple[str, ...] = ()
    wrong_latex: tuple[str, ...] = ()
    unreadable_latex: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        for text in self.right:
            yield Row(self.spec, text, Outcome.CORRECT)
        for text in self.wrong:
            yield Row(self.spec, text, Outcome.WRONG)
        for text in self.unreadable:
            yield Row(self.spec, text, Outcome.UNREADABLE)
        for text in self.partial:
            yield Row(self.spec, text, Outcome.PARTIAL)
        for text in self.right_latex:
            yield Row(self.spec, text, Outcome.CORRECT, Syntax.LATEX)
        for text in self.wrong_latex:
            yield Row(self.spec, text, Outcome.WRONG, Syntax.LATEX)
        for text in self.unreadable_latex:
            yield Row(self.spec, text, Outcome.UNREADABLE, Syntax.LATEX)


TABLES = (
    Table(
        Number(Fraction(9, 4)),
        right=("9/4", "2.25", "2 + 1/4", "18/8", "(3/2)^2", "225 %", "9 / 4", "1.5*1.5", "4.5/2", "2.25e0"),
        wrong=("4/9", "-9/4", "2.2", "2*1/4", "225", "9/5", "2.250001", "0"),
        unreadable=("2 1/4", "2,25", "", "9/", "9/4 cm", "x", "(9/4", "9//4", "9/0", "2.2.5", "±9/4", "inf"),
        right_latex=(
            r"\frac94",
            r"\frac{9}{4}",
            r"2.25",
            r"\frac{18}{8}",
            r"\left(\frac32\right)^2",
            r"2+\frac14",
        ),
        wrong_latex=(r"\frac49", r"-\frac94", r"\frac{9}{5}"),
        unreadable_latex=(r"2\frac14", r"\frac{9}{\placeholder{}}", r"\frac{9}{}", r"2,25", r"\frac{9}{0}"),
    ),
    Table(
        Number(1000),
        right=("1000", "10^3", "1e3", "1000.0", "2000/2"),
        wrong=("100", "1001", "-1000", "1.000"),
        unreadable=("1,000", "1 000", "1'000", "thousand", "1,000.00"),
        unreadable_latex=(r"1{,}000", r"1\,000"),
    ),
    Table(
        Number(Fraction(2, 35), places=3),
        right=("0.057", "2/35", "5.7 %", "5.71%", "0.0571", "0.05714285", "4/70", ".057", "1/17.5"),
        wrong=("0.058", "0.06", "5.7", "57", "-0.057", "0.05", "6 %", "1/17", "3/52"),
        unreadable=("0,057", "5.7 percent", "~0.057"),
        right_latex=(r"0.057", r"\frac{2}{35}", r"5.7\%"),
    ),
    Table(
        Number(sqrt(2), places=2),
        right=("1.41", "sqrt(2)", "2^(1/2)", "1.414", "sqrt2", "√2"),
        wrong=("1.42", "1.4", "-1.41", "1.40", "2", "sqrt(3)"),
    ),
    Table(
        Number(Fraction(1, 16), places=3),
        right=("0.0625", "1/16", "0.063", "0.062", "6.25%"),
        wrong=("0.061", "0.064", "0.06"),
    ),
    Table(
        Number(Fraction(-3, 4), fraction=True),
        right=("-3/4", "(-3)/4", "- 3 / 4", "-0.75", "3/-4", "-0.750"),
        partial=("-6/8", "-(9/12)", "-75%", "1/4 - 1", "-3*1/4", "-0.5 - 0.25", "-1.5/2", "(-3)/(2^2)"),
        wrong=("3/4", "-4/3"),
        right_latex=(r"-\frac34", r"\frac{-3}{4}"),
    ),
    Table(
        Number(Fraction(1, 8), percent=True),
        right=("12.5%", "12.5 %", "25/2 %", "(25/2)%", "0.125", "1/8", "10% + 2.5%", "5*2.5%"),
        wrong=("12.5", "1.25%", "25%/4", "-12.5 %"),
        right_latex=(r"\frac{25}{2}\%", r"12.5\%", r"25/2\%"),
    ),
    Table(
        Number(11, variable="x"),
        right=("11", "x = 11", "x=11", "11 = x", "x = 22/2"),
        wrong=("x = 12", "-11"),
        unreadable=("y = 11", "x", "x > 11", "x = 11 or x = 12", "f(x) = 11"),
        right_latex=(r"x=11",),
    ),
    Table(
        Number(pi / 6),
        right=("pi/6", "π/6", "arcsin(1/2)", "asin(0.5)", "sin^-1(1/2)", "arctan(1/sqrt(3))", "2pi/12"),
        wrong=("0.5236", "30", "pi/3", "pi/6.0001", "-pi/6"),
        unreadable=("30°", "pi//6"),
        right_latex=(r"\frac{\pi}{6}", r"\frac\pi6", r"\arcsin\left(\frac12\right)"),
    ),
    Table(
        Number(e**2),
        right=("e^2", "exp(2)", "e*e", "e^3/e"),
        wrong=("7.389", "2e", "e^-2", "e^2.0001"),
        right_latex=(r"e^2", r"\exponentialE^2", r"e^{2}"),
    ),
    Table(
        Number(120),
        right=("5!", "120", "5*4*3*2", "6!/6", "binomial(10,3)"),
        wrong=("5", "4!", "121"),
        unreadable=("5!x",),
    ),
    Table(
        Expression(x**2 - 4 * x + 4),
        right=(
            "x^2-4x+4",
            "(x-2)^2",
            "4 - 4x + x^2",
            "(2-x)^2",
            "x(x-4)+4",
            "x*x-4*x+4",
            "x²−4x+4",
            "(x-2)(x-2)",
            "x**2 - 4*x + 4",
            "[x-2]^2",
            "x^2 -4x + 2^2",
        ),
        wrong=("x^2+4x+4", "(x+2)^2", "x^2-4", "x^2-4x", "-(x-2)^2", "2(x-2)^2", "x^2-4x+4.0001"),
        unreadable=(
            "x2-4x+4",
            "X^2-4X+4",
            "y^2-4y+4",
            "x^2-4x+",
            "(x-2)^",
            "x^2=4",
            "x^2-4x+4=0",
            "x^^2",
            "1,2",
        ),
        right_latex=(r"\left(x-2\right)^2", r"x^{2}-4x+4", r"x\cdot x-4\cdot x+4", r"x^2-4x+4"),
        wrong_latex=(r"\left(x+2\right)^2", r"x^{4}-4x+4"),
        unreadable_latex=(r"x^{\placeholder{}}-4x", r"x^12", r"\foo x", r"\left(x-2\right)^{}"),
    ),
    Table(
        Expression(sin(x) * cos(x)),
        right=(
            "sin x cos x",
            "sin(x)cos(x)",
            "1/2 sin 2x",
            "sin(2x)/2",
            "cos x sin x",
            "(sin x)(cos x)",
            "tan x cos^2 x",
        ),
        wrong=("sin x", "sin(x cos x)", "sin 2x", "-sin(x)cos(x)", "sin^2 x", "1/2 sin x"),
        unreadable=("sin", "sin()", "sin x cos", "sinus x", "sin(x, 1)"),
        right_latex=(
            r"\sin x\cos x",
            r"\sin\left(x\right)\cos\left(x\right)",
            r"\frac{\sin\left(2x\right)}{2}",
        ),
        wrong_latex=(r"\sin\left(x\cos x\right)",),
    ),
    Table(
        Expression(ln(abs_(x))),
        right=("ln|x|", "ln(abs(x))", "1/2 ln(x^2)", "log|x|", "ln|-x|", "ln(sqrt(x^2))"),
        wrong=("ln x", "ln(x^2)", "|ln x|", "-ln|x|", "log_10 |x|"),
        unreadable=("ln|x", "ln||", "|"),
        right_latex=(r"\ln\left|x\right|", r"\ln|x|", r"\ln\left\vert x\right\vert"),
    ),
    Table(
        Expression(2 * ln(x), positive=("x",)),
        right=("2 ln x", "ln(x^2)", "ln x + ln x", "2log(x)", "ln(x)*2"),
        wrong=("ln(2x)", "(ln x)^2", "ln x", "ln^2 x", "2 ln(x) + 1"),
    ),
    Table(
        Expression(sqrt(x**2)),
        right=("sqrt(x^2)", "|x|", "abs(x)", "(x^2)^(1/2)", "max(x,-x)"),
        wrong=("x", "-x", "sqrt(x)^2"),
    ),
    Table(
        Expression(x, domain=(Range("x", 0),)),
        right=("sqrt(x^2)", "|x|", "relu(x)", "x"),
        wrong=("-x", "sqrt(x)", "x^2"),
    ),
    Table(
        Expression(cos(pi * n), domain=(Range("n", 0, None, True),)),
        right=("(-1)^n", "cos(pi n)", "(-1)^(n+2)", "cos(n*pi)"),
        wrong=("1", "(-1)^(n+1)", "-1", "sin(pi n)", "n"),
    ),
    Table(
        Expression(1 / (1 + exp(-x))),
        right=(
            "1/(1+e^(-x))",
            "e^x/(1+e^x)",
            "sigmoid(x)",
            "1-1/(1+e^x)",
            "(1+e^-x)^-1",
            "1/2+1/2*tanh(x/2)",
        ),
        wrong=("1/(1+e^x)", "e^x/(1-e^x)", "tanh(x)", "1/1+e^-x", "softplus(x)"),
        right_latex=(
            r"\frac{1}{1+e^{-x}}",
            r"\frac1{1+\exponentialE^{-x}}",
            r"\operatorname{\mathrm{sigmoid}}\left(x\right)",
        ),
    ),
    Table(
        Expression(function("relu", x)),
        right=("relu(x)", "max(0, x)", "(x+|x|)/2", "ReLU(x)"),
        wrong=("x", "min(0,x)", "|x|", "relu(-x)", "0"),
        right_latex=(r"\operatorname{relu}(x)", r"\max\left(0,x\right)"),
    ),
    Table(
        Expression(x / (2 * y)),
        right=("x/(2y)", "x/2/y", "(1/2)x/y", "0.5x y^-1", "x/(y*2)", "x*1/(2y)"),
        wrong=("x/2y", "2x/y", "xy/2", "y/(2x)", "x/(2+y)"),
        right_latex=(r"\frac{x}{2y}", r"\frac12\frac{x}{y}"),
    ),
    Table(
        Expression(tan(x)),
        right=("tan x", "sin x / cos x", "1/cot x", "sec x sin x"),
        wrong=("tan^2 x", "cot x", "sin x", "tan(2x)"),
    ),
    Table(
        Expression(function("root", x, 3)),
        right=("cbrt(x)", "root(x, 3)", "cbrt x", "root(x^3, 9)"),
        wrong=("sqrt(x)", "x/3", "root(x, 9)"),
        unreadable=("cbrt", "root(x)", "cbrt(x, 3)"),
        right_latex=(r"\sqrt[3]{x}", r"\sqrt[3]x"),
    ),
    Table(
        Number(-2),
        right=("root(-8, 3)", "cbrt(-8)", "-8^(1/3)", "-sqrt(4)"),
        wrong=("(-8)^(1/3)", "sqrt(4)", "2", "root(8, 3)"),
        right_latex=(r"\sqrt[3]{-8}",),
    ),
    Table(
        Expression(a * b),
        right=("ab", "a b", "b a", "a*b", "a·b", "a×b"),
        wrong=("a+b", "a/b", "a^b", "-ab"),
        unreadable=("a,b", "(a,b)", "abc", "a b c"),
    ),
    Table(
        Expression(Expr.symbol("alpha") * Expr.symbol("x_1") + Expr.symbol("x_12")),
        right=("alpha x_1 + x_12", "αx_1+x_{12}", "x_12 + x_1*alpha", "α x₁ + x₁₂"),
        wrong=("alpha x_1", "alpha x_12 + x_1"),
        unreadable=("alpha x1 + x12", "a x_1 + x_12"),
        right_latex=(r"\alpha x_1+x_{12}", r"\alpha\cdot x_{1}+x_{12}"),
    ),
    Table(
        Expression((x - 1) * (x + 1), form="factored"),
        right=("(x-1)(x+1)", "(x+1)(x-1)", "(x-1)*(x+1)", "-(1-x)(1+x)", "(1-x)(-x-1)"),
        partial=("x^2-1", "(2x-2)(x+1)/2", "x(x)-1"),
        wrong=("(x-1)^2", "(x-1)(x-1)", "x^2+1"),
    ),
    Table(
        Expression(2 * (x + 1) ** 2, form="factored"),
        right=("2(x+1)^2", "2(x+1)(x+1)", "(x+1)^2*2"),
        partial=("2x^2+4x+2", "2(x^2+2x+1)", "(2x+2)(x+1)"),
    ),
    Table(
        Expression(x**2 + 2 * x + 1, form="expanded"),
        right=("x^2+2x+1", "1+2x+x^2", "x*x + 2x + 1"),
        partial=("(x+1)^2", "x(x+2)+1", "x^2+x+x+1", "(x+1)(x+1)"),
        wrong=("x^2+1",),
    ),
    Table(
        Expression((x + 1) / (x - 2), form="lowest_terms"),
        right=("(x+1)/(x-2)", "(-x-1)/(2-x)", "-(x+1)/(2-x)"),
        partial=("(2x+2)/(2x-4)", "(x^2+x)/(x^2-2x)", "1+3/(x-2)", "((x+1)(x-3))/((x-2)(x-3))"),
        wrong=("(x-2)/(x+1)", "(x+1)/(x+2)"),
    ),
    Table(
        Expression(2 * sqrt(3), form="simplified_radical"),
        right=("2sqrt(3)", "2√3", "sqrt(3)*2"),
        partial=(
            "sqrt(12)",
            "6/sqrt(3)",
            "sqrt(3)+sqrt(3)",
            "sqrt(2)sqrt(6)",
            "12^(1/2)",
            "12^0.5",
            "6*3^-0.5",
        ),
        wrong=("sqrt(6)", "3sqrt(2)", "3.46"),
    ),
    Table(
        Equation(y, 2 * x + 1),
        right=(
            "y = 2x+1",
            "2x+1 = y",
            "y - 2x = 1",
            "2y = 4x + 2",
            "x = (y-1)/2",
            "y-2x-1=0",
            "0 = 1 + 2x - y",
            "(y-2x-1)^2 = 0",
        ),
        wrong=("y = 2x-1", "y = -2x+1", "y = x + 1/2", "y = 2x", "x = 1", "0 = 0", "y = y"),
        unreadable=(
            "y = 2x+1 or y = 2x+1",
            "y = 2x+1, y = 0",
            "2x+1",
            "y < 2x+1",
            "y =",
            "= 2x+1",
            "y = 2z+1",
            "y = 2x = 1",
        ),
        right_latex=(r"y=2x+1", r"y-1=2\cdot x"),
    ),
    Table(
        Equation(x**2 + y**2, Expr.number(1)),
        right=("x^2+y^2=1", "y^2 = 1-x^2", "4x^2+4y^2=4", "y^2=(1-x)(1+x)"),
        wrong=("x+y=1", "x^2-y^2=1", "x^2+y^2=2", "y = sqrt(1-x^2)"),
    ),
    Table(
        Equation(y, 1 / x),
        right=("y=1/x", "x y = 1", "x = 1/y", "2xy=2"),
        wrong=("y=x", "xy=2", "x/y=1"),
    ),
    Table(
        Equation(y, exp(x)),
        right=("y = e^x", "y - e^x = 0", "ln y = x", "y e^-x = 1"),
        wrong=("y = e^-x", "y = x", "y = 2e^x", "ln y = 2x"),
    ),
    Table(
        Interval((Piece(-1, 4, False, True),)),
        right=(
            "(-1,4]",
            "-1<x<=4",
            "-1 < x ≤ 4",
            "x>-1 and x<=4",
            "4>=x>-1",
            "(-1, 8/2]",
            "x in (-1,4]",
            "(-1,2] U [1,4]",
            "(-1,2) ∪ [2,4]",
            "(-1,2] u [1,4]",
            "(-1,2)u[2,4]",
        ),
        wrong=(
            "[-1,4]",
            "(-1,4)",
            "(-1,0) u (2,4]",
            "x<=4",
            "(-1,4] U {7}",
            "(-1,4]u{7}",
            "x>-1 or x<=4",
            "(-4,1]",
            "R",
            "{}",
        ),
        unreadable=(
            "(-1,4",
            "(4,-1]",
            "-1,4",
            "x",
            "3",
            "y<4",
            "-1<x<=",
            "x=<4",
            "2x<8",
            "(1,2,3]",
            "(-1,2] , [1;4[",
            "x<1, x>2",
            "]-1,4]",
            "]-1;4]",
            "u(-1,4]",
            "(-1,4] u",
            "u<=4",
            "(-1,2) v [2,4]",
        ),
        right_latex=(r"\left(-1,4\right\rbrack", r"-1<x\le4", r"x\in(-1,4]", r"-1\lt x\leq 4"),
        wrong_latex=(r"\left\lbrack-1,4\right\rbrack",),
    ),
    Table(
        Interval((Piece(None, -2), Piece(2, None))),
        right=(
            "x<-2 or x>2",
            "(-inf,-2) U (2,inf)",
            "(-∞,-2)∪(2,∞)",
            "(-oo,-2) or (2,oo)",
            "R \\ [-2,2]",
            "x<-2 ∨ x>2",
        ),
        wrong=("(-2,2)", "x<-2", "x<=-2 or x>=2", "x<-2 and x>2", "x>2 or x<2"),
        unreadable=("[-inf,-2) U (2,inf)", "(inf,-2) U (2,-inf)", "x<-2 x>2"),
        right_latex=(
            r"\left(-\infty,-2\right)\cup\left(2,\infty\right)",
            r"x<-2\lor x>2",
            r"x<-2\text{ or }x>2",
        ),
    ),
    Table(
        Interval((Piece(sqrt(2), None, True, False),)),
        right=("x>=sqrt(2)", "[sqrt2, inf)", "[2/sqrt(2), oo)"),
        wrong=("x>sqrt(2)", "x>=1.41", "x<=sqrt(2)", "x>=1.41421356237309504880"),
    ),
    Table(
        Interval(()),
        right=("{}", "∅", "none", "no solution", "x<1 and x>2"),
        wrong=("R", "(0,1)", "{0}"),
    ),
    Table(
        Vector((1, Fraction(-1, 2), 0)),
        right=(
            "(1,-1/2,0)",
            "[1, -0.5, 0]",
            "<1,-1/2,0>",
            "1, -1/2, 0",
            "[[1],[-1/2],[0]]",
            "1/2(2,-1,0)",
            "(2,-1,0)/2",
            "(1,-1/2,0)^T",
            "[1; -1/2; 0]",
            "x = (1, -1/2, 0)",
            "v_1=[1,-1/2,0]",
        ),
        wrong=("(1,1/2,0)", "x = (1, 1/2, 0)", "(1,-1/2)", "(-1/2,1,0)", "(-1,1/2,0)", "(1,-1/2,0,0)", "1"),
        unreadable=(
            "(1,-1/2,0",
            "{1,-1/2,0}",
            "(1,,0)",
            "(1,-1/2,)0",
            "(1;2",
            "",
            "[[1,2],[3,4]]",
            "(1,x,0)",
        ),
        right_latex=(
            r"\begin{pmatrix}1\\-\frac12\\0\end{pmatrix}",
            r"\left(1,-\frac12,0\right)",
            r"\begin{bmatrix}1 & -0.5 & 0\end{bmatrix}",
        ),
        wrong_latex=(r"\begin{pmatrix}1\\\frac12\\0\end{pmatrix}",),
        unreadable_latex=(
            r"\begin{pmatrix}1\\\placeholder{}\\0\end{pmatrix}",
            r"\begin{pmatrix}1 & 2\\3 & 4\end{pmatrix}",
        ),
    ),
    Table(
        TupleAnswer((2, 5)),
        right=("(2,5)", "2,5", "(4/2, 5.0)", "[2,5]", "(2; 5)"),
        wrong=("(5,2)", "(2,5,0)", "(2,-5)", "2"),
        unreadable=("{2,5}", "(2,5", "x=2, y=5", "((2,5))x", "(2,5]"),
        right_latex=(r"\left(2,5\right)",),
    ),
    Table(
        MatrixAnswer(Matrix([[1, 2], [Fraction(1, 2), -4]])),
        right=(
            "[[1,2],[1/2,-4]]",
            "[1,2;0.5,-4]",
            "[[1, 2], [0.5, -4]]",
            "((1,2),(1/2,-4))",
            "1/2[[2,4],[1,-8]]",
        ),
        wrong=("[[1,1/2],[2,-4]]", "[[1,2],[1/2,4]]", "[[1,2,0],[1/2,-4,0]]", "[[-1,-2],[-1/2,4]]", "[1,2]"),
        unreadable=(
            "[[1,2],[1/2,]]",
            "[[1,2],[1/2]]",
            "[[1,2],[1/2,-4]",
            "5",
            "[[,],[,]]",
            "[[1,x],[1/2,-4]]",
        ),
        right_latex=(
            r"\begin{pmatrix}1 & 2\\ \frac12 & -4\end{pmatrix}",
            r"\left\lbrack\left\lbrack1,2\right\rbrack,\left\lbrack\frac12,-4\right\rbrack\right\rbrack",
        ),
        unreadable_latex=(r"\begin{pmatrix}1 & 2\\ \placeholder{} & -4\end{pmatrix}",),
    ),
    Table(
        SetAnswer((-3, Fraction(1, 2))),
        right=(
            "-3, 1/2",
            "{0.5, -3}",
            "x=-3 or x=1/2",
            "{-3,1/2,1/2}",
            "x = 1/2, x = -3",
            "-3 and 1/2",
            "λ=-3, λ=0.5",
        ),
        wrong=("-3", "{3, 1/2}", "{-3, 1/2, 0}", "{}", "1/2, 1/3", "-3, -1/2"),
        unreadable=("(-3, 1/2)", "[-3,1/2]", "{-3, 1/2", "x=-3, y=1/2", "-3,,1/2", "1,000"),
        right_latex=(r"\left\lbrace-3,\frac12\right\rbrace", r"x=-3\lor x=\frac12", r"-3,\frac12"),
    ),
    Table(
        SetAnswer((11, -6), variable="x"),
        right=(
            "x1=11, x2=-6",
            "x_1 = 11, x_2 = -6",
            "x₁ = 11, x₂ = -6",
            "x_1=-6 or x_2=11",
            "x_2=-6 and x_1=11",
            "{x1=11, x2=-6}",
            "x=11, x=-6",
            "x1=-6, x=11",
            "11; -6",
        ),
        wrong=("x1=11, x2=6", "x_1=11", "x1=11, x2=-6, x3=0", "x_1=12, x_2=-6"),
        unreadable=(
            "x1=11, y2=-6",
            "x11=11, x2=-6",
            "x1=x2",
            "x1 11, x2 -6",
            "x1",
            "x_1>11, x_2=-6",
            "2x_1=22, x_2=-6",
            "11,0; -6,0",
        ),
        right_latex=(r"x_1=11,x_2=-6", r"x_{1}=11,x_{2}=-6", r"x_1=11\lor x_2=-6", r"x_2=-6,\:x_1=11"),
        wrong_latex=(r"x_1=11,x_2=6",),
        unreadable_latex=(r"x_1=11,y_2=-6", r"x_{n}=11"),
    ),
    Table(
        SetAnswer((-4 + sqrt(19), -4 - sqrt(19)), variable="x"),
        right=("x_{1,2} = -4 ± sqrt(19)", "-4 +/- sqrt(19)", "x = -4+/-√19", "x1=-4+√19, x2=-4-√19"),
        wrong=("4 +/- sqrt(19)", "-4 + sqrt(19)", "x_1 = 0.36, x_2 = -8.36"),
        unreadable=("-4 +/ sqrt(19)", "-4 +// sqrt(19)"),
        right_latex=(r"x_1=-4+\sqrt{19},x_2=-4-\sqrt{19}", r"x_{1,2}=-4\pm\sqrt{19}"),
        wrong_latex=(r"x_1=-4+\sqrt{19},x_2=-4+\sqrt{19}",),
    ),
    Table(
        SetAnswer((Fraction(3, 2), 2), variable="lambda"),
        right=("λ_1=1.5, λ_2=2", "lambda_1 = 3/2, lambda_2 = 2", "λ₁=3/2, λ₂=2", "λ1=3/2, λ2=2"),
        wrong=("λ_1=3/2", "λ_1=2/3, λ_2=2"),
        unreadable=("x_1=3/2, x_2=2", "3/2, mu_2=2"),
        right_latex=(r"\lambda_1=\frac32,\lambda_2=2",),
    ),
    Table(
        TupleAnswer((Fraction(9, 2), Fraction(7, 2))),
        right=("(4.5, 3.5)", "4.5, 3.5", "9/2, 7/2", "4.5; 3.5", "(4.5; 3.5)"),
        wrong=("3.5, 4.5", "(4, 5, 3, 5)", "4, 5"),
        unreadable=("4,5; 3,5", "(4,5; 3,5)", "c=9/2, r=7/2", "(c=9/2, r=7/2)", "c=9/2 and r=7/2", "c=9/2"),
        right_latex=(r"\left(\frac92,\frac72\right)",),
        unreadable_latex=(r"4{,}5;3{,}5", r"c=\frac92,r=\frac72"),
    ),
    Table(
        SetAnswer((1 + sqrt(5), 1 - sqrt(5))),
        right=(
            "1±sqrt(5)",
            "1+sqrt5, 1-sqrt5",
            "{1 +- sqrt(5)}",
            "x = 1 ± √5",
            "(2±sqrt(20))/2",
            "1 - sqrt(5), 4/(sqrt(5)-1)",
        ),
        wrong=("1+sqrt(5)", "±sqrt(5)", "3.236, -1.236", "-1±sqrt(5)"),
        right_latex=(r"1\pm\sqrt5", r"x=1\pm\sqrt{5}"),
    ),
    Table(
        Basis(((-2, 1, 0), (3, 0, 1))),
        right=(
            "(-2,1,0),(3,0,1)",
            "(3,0,1), (-2,1,0)",
            "(1,1,1),(-2,1,0)",
            "{(4,-2,0),(-3,0,-1)}",
            "[-2,1,0],[3,0,1]",
            "[[-2,1,0],[3,0,1]]",
            "<-2,1,0>, <3,0,1>",
            "(-2,1,0) and (3,0,1)",
            "(-1,1/2,0),(1.5,0,0.5)",
            "v_1=(-2,1,0), v_2=(3,0,1)",
            "1/2(-2,1,0), (3,0,1)^T",
        ),
        wrong=(
            "(2,1,0),(3,0,1)",
            "(-2,1,0),(-4,2,0)",
            "(-2,1,0),(3,0,1),(1,1,1)",
            "(-2,1),(3,0)",
            "(0,0,0),(3,0,1)",
            "(1,0,0),(0,1,0)",
            "(-2,1,0),(0,0,0)",
            "{}",
        ),
        partial=("(-2,1,0)", "(1,1,1)", "[3,0,1]"),
        unreadable=(
            "(-2,1,0),(3,0",
            "(-2,1,0),(3,0)",
            "span((-2,1,0),(3,0,1))",
            "(-2,1,a),(3,0,1)",
            "(-2,1,0),(3,0,1),",
        ),
        right_latex=(
            r"\begin{bmatrix}-2\\1\\0\end{bmatrix},\begin{bmatrix}3\\0\\1\end{bmatrix}",
            r"\left(-2,1,0\right),\left(1,1,1\right)",
        ),
        wrong_latex=(r"\begin{bmatrix}2\\1\\0\end{bmatrix},\begin{bmatrix}3\\0\\1\end{bmatrix}",),
        unreadable_latex=(r"\begin{bmatrix}-2 & 3\\1 & 0\\0 & 1\end{bmatrix}",),
    ),
    Table(
        Basis(((1, sqrt(2)),)),
        right=("(1,sqrt(2))", "(sqrt(2),2)", "(1/sqrt(2),1)"),
        wrong=("(1,1.41)", "(1,-sqrt(2))", "(sqrt(2),1)", "(1,sqrt(2)),(sqrt(2),2)"),
    ),
    Table(
        Shape(8, 3, 32, 32),
        right=(
            "(8,3,32,32)",
            "[8, 3, 32, 32]",
            "8,3,32,32",
            "8 x 3 x 32 x 32",
            "8×3×32×32",
            "torch.Size([8, 3, 32, 32])",
            "(8, 3, 2^5, 32)",
        ),
        wrong=("(8,32,32,3)", "(8,3,32)", "(3,32,32)", "(8,3,32,31)", "(24576)", "(8,3,32,32,1)"),
        unreadable=("(8,3,32,32", "8 3 32 32", "(B,3,32,32)", "{8,3,32,32}", ""),
    ),
    Table(
        Shape("B", "T", "3*d"),
        right=("(B, T, 3d)", "(B,T,3*d)", "(B,T,d+2d)"),
        wrong=("(B,T,d)", "(T,B,3d)", "(B,T)"),
        unreadable=("(b,t,3d)", "(N,T,3d)"),
    ),
    Table(
        Shape(5), right=("(5,)", "(5)", "5", "[5]", "torch.Size([5])"), wrong=("(5,1)", "(1,5)", "()", "4")
    ),
    Table(Shape(), right=("()", "[]", "torch.Size([])"), wrong=("1", "(1,)", "0")),
    Table(
        Choice(("no", "yes", "sometimes"), (1,)),
        right=("2", " 2 "),
        wrong=("1", "3"),
        unreadable=("", "4", "yes", "1,2", "0", "-1", "2.0"),
    ),
    Table(
        Choice(("a", "b", "c", "d"), (0, 2), several=True),
        right=("1,3", "3, 1"),
        partial=("1", "1,3,4", "1,2"),
        wrong=("2", "none", "2,4"),
        unreadable=("", "1,1", "5", "a"),
    ),
    Table(
        Facts(("p", "q", "r"), (True, False, True), ("because p", "because q", "because r")),
        right=("1,3", "3,1"),
        partial=("1", "none", "1,2,3"),
        wrong=("2",),
        unreadable=("", "4", "true"),
    ),
    Table(
        Ordering(("w", "x", "y"), shown=(2, 0, 1)),
        right=("2,3,1",),
        wrong=("1,2,3", "3,2,1", "2,1,3"),
        unreadable=("2,3", "2,3,1,1", "", "4,1,2"),
    ),
    Table(
        Ordering(
            ("wake", "shoes", "hat", "leave"), before=((0, 1), (0, 2), (1, 3), (2, 3)), shown=(3, 2, 1, 0)
        ),
        right=("4,3,2,1", "4,2,3,1"),
        wrong=("1,2,3,4", "3,4,2,1", "4,3,1,2"),
    ),
)

ROWS: tuple[Row, ...] = tuple(row for table in TABLES for row in table.rows())
