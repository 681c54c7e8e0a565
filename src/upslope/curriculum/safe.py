"""Name markup that is already safe to put in a page."""

from typing import NewType

Html = NewType("Html", str)
"""Markup made by this package (or by the SVG drawings): nothing in it comes unescaped from outside."""
