"""The keys do what the list of keys says, and nothing inside a field."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from tests.browser.sample_site import ORIGIN, serve_samples

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open a page on the sample site."""
    context = chromium.new_context(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
    serve_samples(context)
    yield context.new_page()
    context.close()


def show(page: Page, name: str) -> Page:
    """Open a sample, with its scripts running."""
    page.goto(f"{ORIGIN}/{name}")
    page.wait_for_selector(":root.js")
    return page


def posts(page: Page) -> list[str]:
    """Collect where the page posts to."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            sent.append(request.url.removeprefix(ORIGIN))

    page.on("request", note)
    return sent


def checked(page: Page) -> list[str]:
    """Return the values that are ticked."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('#answer-form input:checked')].map((box) => box.value)"
    )
    return found


def test_numbers_choose(page: Page) -> None:
    """A digit chooses; among facts it ticks and unticks, and "none" excludes the others."""
    show(page, "practice-choice").keyboard.press("3")
    assert checked(page) == ["3"]
    show(page, "practice-facts")
    assert checked(page) == ["1"]
    page.keyboard.press("3")
    assert checked(page) == ["1", "3"]
    page.keyboard.press("4")
    assert checked(page) == ["none"]
    page.keyboard.press("2")
    assert checked(page) == ["2"]


def test_single_keys_rest_inside_a_field(page: Page) -> None:
    """h in a field is a letter; after Escape it asks for a hint."""
    show(page, "practice").wait_for_selector("math-field:focus")
    page.wait_for_timeout(200)
    sent = posts(page)
    page.keyboard.type("h")
    page.wait_for_timeout(100)
    assert not [path for path in sent if path.endswith("/hint")]
    assert page.evaluate("document.querySelector('input.field').value") == "h"
    page.keyboard.press("Escape")
    with page.expect_request("**/questions/q1/hint"):
        page.keyboard.press("h")


def test_single_keys_can_be_switched_off(page: Page) -> None:
    """With the setting off, letters and digits do nothing at all (WCAG 2.1.4)."""
    show(page, "practice-choice")
    page.evaluate("document.documentElement.dataset.keys = 'off'")
    sent = posts(page)
    for key in ("h", "2", "g", "m", "?"):
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert checked(page) == []
    assert sent == []
    assert page.url == f"{ORIGIN}/practice-choice"


def test_go_somewhere_by_two_keys(page: Page) -> None:
    """g then a letter goes to a place; the letter alone does not."""
    show(page, "today")
    with page.expect_request(f"{ORIGIN}/map/"):
        page.keyboard.press("g")
        page.keyboard.press("m")


def test_the_question_mark_lists_the_keys(page: Page) -> None:
    """? opens the list with the focus inside, Escape closes it."""
    show(page, "feedback-wrong").keyboard.press("?")
    expect(page.locator("#keys-dialog")).to_be_visible()
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    expect(page.locator("#keys-dialog")).to_be_hidden()


def test_keys_of_a_settled_question(page: Page) -> None:
    """E shows the solution, U undoes, R contests; the next step has the focus from the start."""
    show(page, "feedback-right")
    assert page.evaluate("document.activeElement.matches('[data-next]')")
    page.keyboard.press("e")
    assert page.evaluate("document.querySelector('#solution').open")
    show(page, "feedback-wrong")
    with page.expect_request("**/history/e1/override"):
        page.keyboard.press("r")
    show(page, "feedback-wrong")
    with page.expect_request("**/history/e1/undo"):
        page.keyboard.press("u")


def test_alt_0_says_i_do_not_know(page: Page) -> None:
    """Also from inside the field."""
    show(page, "practice").wait_for_selector("math-field:focus")
    with page.expect_request("**/questions/q1/give-up"):
        page.keyboard.press("Alt+0")


def test_enter_checks_from_the_field(page: Page) -> None:
    """Enter in the editor, in a cell and on a choice sends the form once."""
    for name, place in (
        ("practice", "math-field"),
        ("practice-matrix", ".matrix input"),
        ("practice-choice", ".choice input"),
    ):
        show(page, name).wait_for_selector(place)
        page.wait_for_timeout(200)
        page.evaluate("(place) => document.querySelector(place).focus()", place)
        with page.expect_request("**/questions/q1/answer") as sent:
            page.keyboard.press("Enter")
        assert "active_ms" in (sent.value.post_data or "")


def test_items_move_by_buttons_and_by_keys(page: Page) -> None:
    """An ordering needs no dragging; what is sent follows, and the new place is said."""
    show(page, "practice-ordering").wait_for_selector("order-list[data-ready]")
    first = page.locator(".order > li").first
    first.locator('[data-move="1"]').click()
    order = "[...document.querySelectorAll('.order > li')].map((item) => item.dataset.item).join()"
    assert page.evaluate(order) == "2,1,3,4"
    assert page.locator("[data-said]").text_content() == "Now number 2 of 4"
    page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate(order) == "2,3,1,4"
    ranks = (
        "[...document.querySelectorAll('.order select')]"
        ".map((box) => box.name + '=' + box.value).sort().join()"
    )
    assert page.evaluate(ranks) == "answer.1=3,answer.2=1,answer.3=2,answer.4=4"


def test_cells_of_a_matrix_are_walked_by_arrows(page: Page) -> None:
    """Arrows move between cells at the ends of the text; Tab goes on."""
    show(page, "practice-matrix").wait_for_selector("matrix-grid:defined")
    name = "document.activeElement.name"
    page.locator(".matrix input").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(name) == "answer.1.0"
    page.keyboard.type("1/2")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(name) == "answer.1.1"
    page.keyboard.press("ArrowUp")
    assert page.evaluate(name) == "answer.0.1"
    page.keyboard.press("Tab")
    assert page.evaluate(name) == "answer.1.0"


def test_arrows_walk_the_map(page: Page) -> None:
    """Up and down along the lines, left and right along the step; on the whole map to the nearest."""
    show(page, "map").wait_for_selector("concept-map:defined")
    here = "document.activeElement.dataset.id"
    page.locator('concept-map a[data-id="null-space-basis"]').focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(here) == "matrix-rank"
    page.keyboard.press("ArrowUp")
    assert page.evaluate(here) in ("complete-solution", "rank-one-matrices")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(here) in ("matrix-rank", "null-space-basis", "transposes")
    show(page, "map-all").wait_for_selector("full-map:defined")
    page.locator('full-map a[data-id="matrix-rank"]').focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate(here) != "matrix-rank"
    expect(page.locator(".atlas .card")).to_be_visible()


def test_a_toast_stays_ten_seconds_and_while_it_has_the_focus(page: Page) -> None:
    """Nobody has to hurry: the count stops under the pointer or the focus."""
    page.clock.install()
    show(page, "today-toast")
    undo = page.locator("[data-toast] button")
    undo.focus()
    page.clock.run_for(15_000)
    expect(undo).to_be_visible()
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(600, 10)
    page.clock.run_for(11_000)
    expect(page.locator("[data-toast]")).to_have_count(0)
