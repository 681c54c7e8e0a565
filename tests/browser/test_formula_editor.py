"""Keys in the formula editor mean what they mean in a line of text, by the checker's own reading."""

# ruff: noqa: E501 - the table of what is typed stays in lines of its own

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.sample_site import ORIGIN, serve_samples

from upslope.checking import (
    Answer,
    Basis,
    Expr,
    Expression,
    Interval,
    Number,
    Response,
    SetAnswer,
    Syntax,
    Vector,
    read_back,
)

pytestmark = pytest.mark.browser

NUMBER = Number(1)
FORMULA = Expression(Expr.symbol("x"), variables=("x", "y", "a", "b", "c"))
VECTOR = Vector((1, 2, 3))
BASIS = Basis(((1, 0, 0), (0, 1, 0)))
INTERVAL = Interval(())
SET = SetAnswer((1, 2, 5))

TYPED: tuple[tuple[Answer, str], ...] = (
    (NUMBER, "1/2"), (NUMBER, "-3/4"), (NUMBER, "2^-3"), (NUMBER, "sqrt2"), (NUMBER, "pi/4"), (NUMBER, "2.5e-3"),
    (NUMBER, "sqrt(2)/2"), (NUMBER, "2 + 1/4"), (NUMBER, "1.5"), (NUMBER, "ln(2)"), (NUMBER, "abs(-3)"),
    (FORMULA, "x^2 + 3x - 1"), (FORMULA, "x^2+1"), (FORMULA, "x^12"), (FORMULA, "(x+1)/(x-1)"),
    (FORMULA, "sqrt(x^2+1)"), (FORMULA, "exp(-x^2)"), (FORMULA, "e^(2x)"), (FORMULA, "sin(x)"), (FORMULA, "sin x"),
    (FORMULA, "cos(x)^2"), (FORMULA, "3*x"), (FORMULA, "xx"), (FORMULA, "2(x+1)(x-1)"), (FORMULA, "x^(a+1)"),
    (FORMULA, "a/b"), (FORMULA, "ln(x)"),
    (VECTOR, "(1, 2, 3)"), (VECTOR, "[1, 2, 3]"), (VECTOR, "(2/3, 1/3, -1)"), (VECTOR, "(2^2, sqrt(2), 1)"),
    (BASIS, "(1, 2, 0), (0, 1, 1)"),
    (INTERVAL, "x <= 3"), (INTERVAL, "-1 < x <= 4"), (INTERVAL, "(-1, 4]"), (INTERVAL, "(-inf, 0) or (2, inf)"),
    (SET, "{1, 2, 5}"),
)  # fmt: skip


@pytest.fixture(scope="module")
def editor(chromium: Browser) -> Iterator[Page]:
    """Open the practice page and wait for its editor."""
    context = chromium.new_context(viewport={"width": 1280, "height": 860})
    serve_samples(context)
    page = context.new_page()
    page.goto(f"{ORIGIN}/practice")
    page.wait_for_selector("math-field")
    page.wait_for_timeout(300)
    yield page
    context.close()


def type_into(page: Page, text: str) -> str:
    """Empty the editor, type by real key events, and return what the form would send."""
    page.evaluate("document.querySelector('math-field').setValue('')")
    page.evaluate("document.querySelector('math-field').focus()")
    page.wait_for_timeout(50)
    page.keyboard.type(text, delay=6)
    page.wait_for_timeout(50)
    assert page.input_value("input[name=syntax]") == "latex"
    value: str = page.evaluate("document.querySelector('input.field').value")
    return value


@pytest.mark.parametrize(("spec", "text"), TYPED, ids=[text for _, text in TYPED])
def test_keys_mean_the_same_in_the_editor_and_in_a_line(editor: Page, spec: Answer, text: str) -> None:
    """The LaTeX that comes out reads as the typed text reads."""
    line = read_back(spec, Response(text))
    formula = read_back(spec, Response(type_into(editor, text), Syntax.LATEX))
    assert line.ok, line.message
    assert formula.ok, formula.message
    assert formula.latex == line.latex


def test_switching_to_text_and_back_keeps_what_was_typed(editor: Page) -> None:
    """The button changes the field; the choice is remembered by the browser."""
    type_into(editor, "(x+1)/(x-1)")
    editor.click("[data-toggle]")
    editor.wait_for_selector("input.field:not([hidden])")
    assert editor.input_value("input[name=syntax]") == "text"
    text = editor.input_value("input.field")
    assert read_back(FORMULA, Response(text)).latex == read_back(FORMULA, Response("(x+1)/(x-1)")).latex
    assert editor.evaluate("localStorage.getItem('upslope-entry')") == "text"
    editor.click("[data-toggle]")
    editor.wait_for_selector("math-field")
    latex = editor.evaluate("document.querySelector('input.field').value")
    assert read_back(FORMULA, Response(latex, Syntax.LATEX)).ok
    assert editor.evaluate("localStorage.getItem('upslope-entry')") == "math"


def test_names_of_functions_survive_the_way_to_text(editor: Page) -> None:
    """MathLive spells names letter by letter; the field does not."""
    type_into(editor, "relu(x)")
    editor.click("[data-toggle]")
    editor.wait_for_selector("input.field:not([hidden])")
    assert editor.input_value("input.field") == "relu(x)"
    editor.click("[data-toggle]")
    editor.wait_for_selector("math-field")
