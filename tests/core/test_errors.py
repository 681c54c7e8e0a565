"""Errors carry the mend, refusals the place."""

from pathlib import Path

from upslope.core.errors import ContentError, UpslopeError


def test_an_error_says_what_and_how_to_mend_it() -> None:
    assert str(UpslopeError("The disk is full.", "Free 200 MB.")) == "The disk is full. Free 200 MB."


def test_a_content_error_is_a_refusal_with_file_line_and_rule() -> None:
    path = Path("a/lesson.md")
    error = ContentError(path, 7, "unknown-concept", "No concept is called x.", "Did you mean y?")
    assert str(error.refusal) == "a/lesson.md:7: [unknown-concept] No concept is called x. Did you mean y?"
