"""Write formulas as one line that reads the same."""

import pytest

from upslope.curriculum.unicode_math import line


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\R^n", "ℝⁿ"),
        (r"A^\T A \hat x = A^\T b", "AᵀAx̂ = Aᵀb"),
        (r"x_{ij}^2", "xᵢⱼ²"),
        (r"W_O", "W_O"),
        (r"d_{\text{model}}", "d_model"),
        (r"\sigma_{\max}", "σ_max"),
        (r"A^+ b, x^*", "A⁺b, x*"),
        (r"L^\infty", "L^∞"),
        (r"u' = Au", "u′ = Au"),
        (r"10^{-3}", "10⁻³"),
        (r"x_{n+1}", "xₙ₊₁"),
    ],
)
def test_scripts(tex: str, text: str) -> None:
    assert line(tex) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\frac{a+1}{n+1}", "(a + 1)/(n + 1)"),
        (r"\frac{(a+1)(b+1)}{2}", "((a + 1)(b + 1))/2"),
        (r"\frac{1}{\sqrt{d_k}}", "1/√dₖ"),
        (r"\frac12 x^\T H x", "1/2 xᵀHx"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"\sqrt[3]{x+1}", "³√(x + 1)"),
        (r"e^{i\theta}", "e^(iθ)"),
        (r"e^{-(x+1)}", "e^(−(x + 1))"),
    ],
)
def test_brackets_keep_together_what_belongs_together(tex: str, text: str) -> None:
    assert line(tex) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("-x+(-y)", "−x + (−y)"),
        (r"2\times 2", "2 × 2"),
        (r"\cos\theta+i\sin\theta", "cos θ + i sin θ"),
        (r"\sin^2 x", "sin² x"),
        (r"O(n\log n)", "O(n log n)"),
        (r"\log(1+x)", "log(1 + x)"),
        (r"\argmin_\theta L", "arg min_θ L"),
        (r"\sum_{i=1}^n \frac{a_i}{b}", "∑ᵢ₌₁ⁿ aᵢ/b"),
        (r"a \bmod n", "a mod n"),
        (r"x_1, \dots, x_n", "x₁, …, xₙ"),
    ],
)
def test_spaces_stand_where_they_are_read(tex: str, text: str) -> None:
    assert line(tex) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\abs{x} \le \norm{Ax}", "|x| ≤ ‖Ax‖"),
        (r"\overline{z}", "z̄"),
        (r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", "[1 2; 3 4]"),
        (r"p(x \given y)", "p(x|y)"),
    ],
)
def test_signs_and_brackets(tex: str, text: str) -> None:
    assert line(tex) == text


def test_what_cannot_be_set_comes_back_as_written() -> None:
    assert line(r"\foo{x}") == r"\foo{x}"
