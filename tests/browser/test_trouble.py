"""When the server refuses or is away, the page says so, keeps what was typed, and lets one try again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.browser.sample_site import ORIGIN, serve_samples
from tests.web.sample_pages import PAGES

pytestmark = pytest.mark.browser

TEXT = "(1, 2, 0, 0)"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open a question in plain text, with something typed."""
    context = chromium.new_context(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
    serve_samples(context)
    opened = context.new_page()
    opened.goto(f"{ORIGIN}/keys")
    opened.evaluate("localStorage.setItem('upslope-entry', 'text')")
    opened.goto(f"{ORIGIN}/practice")
    opened.wait_for_selector(":root.js")
    opened.locator("input.field").fill(TEXT)
    yield opened
    context.close()


def answer_with(page: Page, body: bytes, status: int) -> None:
    """Let the server answer the next check in this way."""

    def fulfil(route: Route) -> None:
        route.fulfill(status=status, body=body, content_type="text/html")

    page.route("**/questions/q1/answer", fulfil)


def test_a_refusal_is_shown_above_the_question(page: Page) -> None:
    """Message and hint of the trouble page arrive; the text stays in the field."""
    answer_with(page, PAGES["failed"]().content, 500)
    page.keyboard.press("Enter")
    trouble = page.locator("#server-trouble")
    expect(trouble).to_contain_text("Upslope stopped in the middle of this step.")
    expect(trouble).to_contain_text("try it once more")
    assert page.locator("input.field").input_value() == TEXT
    expect(page.locator("[data-check]")).to_be_enabled()


def test_a_server_that_is_away_is_named(page: Page) -> None:
    """Nothing is lost: the message goes once the answer arrives."""
    page.route("**/questions/q1/answer", lambda route: route.abort())
    page.keyboard.press("Enter")
    expect(page.locator("#server-trouble")).to_contain_text("The server does not answer.")
    assert page.locator("input.field").input_value() == TEXT
    page.unroute("**/questions/q1/answer")
    answer_with(page, PAGES["feedback-right"]().content, 200)
    page.locator("[data-check]").click()
    expect(page.locator(".verdict")).to_have_attribute("data-outcome", "correct")
    expect(page.locator("#server-trouble")).to_be_empty()


def test_a_verdict_moves_the_focus_and_is_not_skipped(page: Page) -> None:
    """The next action has the focus and is described by the verdict; Enter pressed twice stays here."""
    answer_with(page, PAGES["feedback-wrong"]().content, 200)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("Enter")
    page.wait_for_selector(".verdict")
    page.keyboard.press("Enter")
    assert not [url for url in asked if url.endswith("/next")]
    next_action = page.locator("[data-next]")
    expect(next_action).to_be_focused()
    expect(next_action).to_have_attribute("aria-describedby", "verdict-title")
    page.wait_for_timeout(350)
    with page.expect_request("**/questions/q1/next"):
        page.keyboard.press("Enter")


def test_a_suggestion_is_taken_with_one_press(page: Page) -> None:
    """ "Use this" puts the readable text into the field and leaves the focus there."""
    answer_with(page, PAGES["feedback-unreadable"]().content, 200)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Use this").click()
    field = page.locator("input.field")
    expect(field).to_have_value("(-2, 1, 0, 0), (-2, 0, -2, 1)")
    expect(field).to_be_focused()


def test_a_hint_leaves_the_field_alone(page: Page) -> None:
    """Only the hint arrives; what is typed and where stays."""
    page.evaluate("document.querySelector('input.field').dataset.same = 'yes'")
    page.route(
        "**/questions/q1/hint",
        lambda route: route.fulfill(body=PAGES["practice-hint"]().content, content_type="text/html"),
    )
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    expect(page.locator("#hints .hint")).to_have_count(1)
    field = page.locator("input.field")
    expect(field).to_have_attribute("data-same", "yes")
    expect(field).to_have_value(TEXT)
    expect(field).to_be_focused()
    expect(page.locator("[data-hint]")).to_contain_text("Another hint")
