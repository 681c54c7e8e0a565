"""Measure speed and accuracy beside a peer or a limit, in one run. Never part of the tests."""
