"""Study days: the 04:00 rollover, zones, and clocks that move."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from upslope.core.clock import FileClock, FixedClock, SystemClock, study_day


@pytest.mark.parametrize(
    ("instant", "offset", "day"),
    [
        (datetime(2026, 5, 14, 18, 0, tzinfo=UTC), 60, date(2026, 5, 14)),
        (datetime(2026, 5, 15, 2, 59, tzinfo=UTC), 60, date(2026, 5, 14)),
        (datetime(2026, 5, 15, 3, 0, tzinfo=UTC), 60, date(2026, 5, 15)),
        (datetime(2026, 5, 14, 15, 0, tzinfo=UTC), 14 * 60, date(2026, 5, 15)),
        (datetime(2026, 5, 14, 15, 0, tzinfo=UTC), -12 * 60, date(2026, 5, 13)),
        (datetime(2026, 5, 14, 22, 14, tzinfo=UTC), 345, date(2026, 5, 14)),
        (datetime(2026, 5, 14, 22, 15, tzinfo=UTC), 345, date(2026, 5, 15)),
        (datetime(2028, 2, 29, 12, 0, tzinfo=UTC), 0, date(2028, 2, 29)),
        (datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC), 120, date(2038, 1, 19)),
    ],
)
def test_a_study_day_ends_at_four_in_the_morning(instant: datetime, offset: int, day: date) -> None:
    assert study_day(instant, offset) == day


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        study_day(datetime(2026, 5, 14), 0)


def test_the_fixed_clock_moves_only_when_told(clock: FixedClock) -> None:
    before = clock.now()
    assert clock.now() == before
    clock.advance(days=1, hours=2)
    assert (clock.now() - before).total_seconds() == 26 * 3600


def test_the_system_clock_is_aware_and_knows_its_zone() -> None:
    system = SystemClock()
    assert system.now().tzinfo is not None
    assert -14 * 60 <= system.zone_offset_minutes() <= 14 * 60


def test_a_clock_in_a_file_moves_with_the_file(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    file.write_text("2026-05-14T19:30:00+01:00\n")
    clock = FileClock(file)
    assert clock.now() == datetime(2026, 5, 14, 18, 30, tzinfo=UTC)
    assert clock.zone_offset_minutes() == 60
    file.write_text("2026-05-15T19:30:00+01:00\n")
    assert study_day(clock.now(), clock.zone_offset_minutes()) == date(2026, 5, 15)
