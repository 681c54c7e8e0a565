"""Open one browser for all tests of this folder; skip them where there is none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.browser.chromium import find_chromium, open_chromium

from upslope.web import page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Open Chromium once."""
    if find_chromium() is None:
        pytest.skip("needs Chromium: set UPSLOPE_CHROMIUM to it")
    with open_chromium() as browser:
        yield browser


@pytest.fixture(scope="session", autouse=True)
def default_appearance() -> Iterator[None]:
    """Let no sample page ask the database how it should look."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "appearance", page.Appearance)
        yield
