"""Tell the time through an argument, and turn instants into study days."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Protocol

ROLLOVER_HOUR = 4
"""A study day ends at 04:00 local time, so that an evening past midnight is still one day."""


class Clock(Protocol):
    """Give the present instant, aware and in UTC, and the local zone's offset at it."""

    def now(self) -> datetime: ...

    def zone_offset_minutes(self) -> int: ...


class SystemClock:
    """Read the machine's clock and time zone."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - the one place that reads the clock

    def zone_offset_minutes(self) -> int:
        offset = self.now().astimezone().utcoffset()
        return round((offset or timedelta()).total_seconds() / 60)


@dataclass
class FixedClock:
    """Stand still at an instant until moved; for tests and for browser tests of "a day later"."""

    instant: datetime
    offset_minutes: int = 0

    def now(self) -> datetime:
        return self.instant

    def zone_offset_minutes(self) -> int:
        return self.offset_minutes

    def advance(self, **duration: float) -> None:
        """Move forward by a `timedelta(**duration)`."""
        self.instant += timedelta(**duration)


def study_day(instant: datetime, zone_offset_minutes: int, rollover_hour: int = ROLLOVER_HOUR) -> date:
    """Return the study day of an instant: the local date, counted from `rollover_hour` on.

    Raises ValueError if `instant` is naive.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    local = instant.astimezone(timezone(timedelta(minutes=zone_offset_minutes)))
    return (local - timedelta(hours=rollover_hour)).date()


@dataclass(frozen=True)
class FileClock:
    """Read the present instant from a file (ISO 8601, aware), so that a test can move a running server.

    The offset of the instant as written is the zone's offset.
    """

    path: Path

    def _instant(self) -> datetime:
        return datetime.fromisoformat(self.path.read_text(encoding="ascii").strip())

    def now(self) -> datetime:
        return self._instant().astimezone(UTC)

    def zone_offset_minutes(self) -> int:
        offset = self._instant().utcoffset()
        return round((offset or timedelta()).total_seconds() / 60)
