"""Share what every test may use."""

from datetime import UTC, datetime

import pytest

from upslope.core.clock import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    """Stand at a Thursday evening in May, one hour east of Greenwich."""
    return FixedClock(datetime(2026, 5, 14, 18, 30, tzinfo=UTC), offset_minutes=60)
