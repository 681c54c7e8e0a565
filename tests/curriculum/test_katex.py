"""Set formulas from several threads, refuse bad ones, survive hostile ones."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from upslope.curriculum import katex
from upslope.curriculum.katex import macros, refusal, render

VENDOR = Path(katex.__file__).parent / "vendor"


def test_a_formula_comes_with_mathml_for_readers_of_screens() -> None:
    html = render(r"\frac{a}{b}")
    assert '<span class="katex">' in html
    assert "<mfrac>" in html
    assert "katex-display" not in html
    assert "katex-display" in render(r"\frac{a}{b}", True)


@pytest.mark.parametrize(
    "tex",
    [
        r"\R^n",
        r"\norm{x}_2 = \abs{-3}",
        r"\E[X] + \Var(X) + \Cov(X, Y)",
        r"\argmin_w \KL{p}{q}",
        r"\tr A \le \rank A + \nullity A",
        r"\int_0^1 x \dd x",
        r"A^\T \inner{u}{v} \softmax(z)",
        r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}",
        r"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
    ],
)
def test_shared_macros_and_common_structures_are_set(tex: str) -> None:
    assert refusal(tex, True) == ""


def test_every_macro_is_set_with_as_many_arguments_as_it_takes() -> None:
    for name, body in macros().items():
        count = max((int(digit) for digit in re.findall(r"#(\d)", body)), default=0)
        assert refusal(name + "{x}" * count + " y") == "", name


@pytest.mark.parametrize(
    "tex", [r"\label{a}", r"\eqref{a}", r"\DeclareMathOperator{\x}{x}", r"\foo", r"\frac{1", "ä"]
)
def test_what_katex_or_strictness_refuses_has_a_reason(tex: str) -> None:
    assert refusal(tex)


def test_an_error_shows_the_escaped_source() -> None:
    html = render(r'\foo{<img src=x onerror="alert(1)">}')
    assert html.startswith('<code class="tex-error"')
    assert "<img" not in html
    assert "&lt;img" in html


def test_links_and_styles_are_inert() -> None:
    for tex in (r"\href{javascript:alert(1)}{x}", r"\url{javascript:alert(1)}", r"\htmlStyle{color:red}{x}"):
        html = render(tex)
        assert "<a " not in html
        assert 'style="color:red"' not in html


def test_definitions_do_not_reach_the_next_formula() -> None:
    render(r"\gdef\leaked{q}\leaked")
    assert refusal(r"\leaked")


@pytest.mark.parametrize(
    "tex", ["{" * 400 + "x" + "}" * 400, r"\def\a{\a\a}\a", "x" * 5000, r"\rule{1em}{9999em}" * 3]
)
def test_too_much_is_an_error_and_the_next_formula_is_set(tex: str) -> None:
    assert "katex" in render(tex) or "tex-error" in render(tex)
    assert "katex" in render("x + 1")


def test_eight_threads_set_the_same_as_one() -> None:
    formulas = [rf"x_{{{n}}} + \sqrt{{{n % 7}}}" for n in range(60)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(katex.render.__wrapped__, formulas * 2))
    assert together == [katex.render.__wrapped__(tex) for tex in formulas * 2]


def test_the_vendored_library_is_the_one_the_manifest_names() -> None:
    manifest = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["version"] == "0.19.1"
    for name, digest in manifest["files"].items():
        assert sha256((VENDOR / name).read_bytes()).hexdigest() == digest
    assert (
        b'version:"0.19.1"' in (VENDOR / "katex.min.js").read_bytes()
        or b'"0.19.1"' in (VENDOR / "katex.min.js").read_bytes()
    )


def test_the_engine_stays_small() -> None:
    for n in range(200):
        render(rf"\frac{{{n}}}{{x}}")
    assert katex.memory_used() < 16 * 1024 * 1024
