"""Render pages without database: preferences are the defaults."""

import pytest

from upslope.web import page


@pytest.fixture(autouse=True)
def default_appearance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no page ask the database how it should look."""
    monkeypatch.setattr(page, "appearance", page.Appearance)
