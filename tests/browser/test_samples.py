"""Look at every state of every screen: accessibility, width, policy, script errors."""

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage
from tests.browser.sample_site import ORIGIN, serve_samples
from tests.browser.settings_of_page import NARROW, SETTINGS, Setting, overflow, violations, wide_elements
from tests.web.sample_pages import PAGES

pytestmark = pytest.mark.browser

SETTLE_MS = 250
"""Long enough for the formula editor to mount."""


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_axe_finds_nothing_on_any_sample(chromium: Browser, setting: Setting) -> None:
    """Every sample page passes axe's A and AA rules, and loads without an error or a breach of the policy."""
    context = chromium.new_context(**setting.context)
    serve_samples(context)
    complaints: list[str] = []
    for name in PAGES:
        complaints += look_at(context, name)
    context.close()
    assert not complaints, "\n".join(complaints)


def look_at(context: BrowserContext, name: str) -> list[str]:
    """Open one sample page and return what is wrong with it."""
    complaints: list[str] = []
    page = context.new_page()

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"{name}: console: {message.text}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"{name}: script: {error}"))
    page.goto(f"{ORIGIN}/{name}", wait_until="load")
    page.wait_for_timeout(SETTLE_MS)
    complaints += [f"{name}: {violation}" for violation in violations(page)]
    page.close()
    return complaints


def test_no_sample_is_wider_than_320_pixels(chromium: Browser) -> None:
    """At 320 px (400 % zoom of 1280) nothing scrolls sideways but regions of their own."""
    context = chromium.new_context(**NARROW.context)
    serve_samples(context)
    complaints: list[str] = []
    for name in PAGES:
        page = context.new_page()
        page.goto(f"{ORIGIN}/{name}", wait_until="load")
        page.wait_for_timeout(SETTLE_MS)
        if overflow(page) > 0:
            complaints.append(f"{name}: {overflow(page)} px too wide: {wide_elements(page)}")
        page.close()
    context.close()
    assert not complaints, "\n".join(complaints)
