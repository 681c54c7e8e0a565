"""Which study day an instant belongs to: rollover, zones, daylight saving, flights, odd calendars."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.core.clock import study_day
from upslope.learner.memory import elapsed_days

CASES = [
    # what, zone, local wall time, study day
    ("just before rollover", "UTC", "2026-05-14T03:59:59", "2026-05-13"),
    ("at rollover", "UTC", "2026-05-14T04:00:00", "2026-05-14"),
    ("midnight belongs to the evening", "UTC", "2026-05-14T00:00:00", "2026-05-13"),
    ("an evening", "UTC", "2026-05-14T20:00:00", "2026-05-14"),
    ("the last minute of a calendar day", "UTC", "2026-05-14T23:59:59", "2026-05-14"),
    ("London, summer", "Europe/London", "2026-07-01T04:00:00", "2026-07-01"),
    ("London, night the clocks go forward, before", "Europe/London", "2026-03-29T00:59:00", "2026-03-28"),
    ("London, night the clocks go forward, after", "Europe/London", "2026-03-29T02:01:00", "2026-03-28"),
    ("London, morning after, before rollover", "Europe/London", "2026-03-29T03:59:00", "2026-03-28"),
    ("London, morning after, rollover", "Europe/London", "2026-03-29T04:00:00", "2026-03-29"),
    ("London, night the clocks go back", "Europe/London", "2026-10-25T01:30:00", "2026-10-24"),
    ("London, day of 25 hours, rollover", "Europe/London", "2026-10-25T04:00:00", "2026-10-25"),
    ("New York, forward", "America/New_York", "2026-03-08T03:30:00", "2026-03-07"),
    ("New York, forward, rollover", "America/New_York", "2026-03-08T04:00:00", "2026-03-08"),
    ("New York, back", "America/New_York", "2026-11-01T03:59:00", "2026-10-31"),
    ("New York, back, rollover", "America/New_York", "2026-11-01T04:00:00", "2026-11-01"),
    ("UTC-12", "Etc/GMT+12", "2026-05-14T04:00:00", "2026-05-14"),
    ("UTC-12, night", "Etc/GMT+12", "2026-05-14T03:00:00", "2026-05-13"),
    ("UTC+14", "Pacific/Kiritimati", "2026-05-14T04:00:00", "2026-05-14"),
    ("UTC+14, night", "Pacific/Kiritimati", "2026-05-14T03:59:00", "2026-05-13"),
    ("Nepal, +05:45", "Asia/Kathmandu", "2026-05-14T04:00:00", "2026-05-14"),
    ("Nepal, +05:45, night", "Asia/Kathmandu", "2026-05-14T03:59:00", "2026-05-13"),
    ("India, +05:30", "Asia/Kolkata", "2026-05-14T04:15:00", "2026-05-14"),
    ("Chatham, +12:45", "Pacific/Chatham", "2026-06-14T03:59:00", "2026-06-13"),
    ("Chatham, +13:45 in summer", "Pacific/Chatham", "2026-01-14T04:00:00", "2026-01-14"),
    (
        "Lord Howe, half an hour of saving, forward",
        "Australia/Lord_Howe",
        "2026-10-04T04:00:00",
        "2026-10-04",
    ),
    ("Lord Howe, forward, night", "Australia/Lord_Howe", "2026-10-04T02:45:00", "2026-10-03"),
    ("Lord Howe, back, night", "Australia/Lord_Howe", "2026-04-05T03:59:00", "2026-04-04"),
    ("Newfoundland, -03:30", "America/St_Johns", "2026-01-14T04:00:00", "2026-01-14"),
    ("leap day, evening", "UTC", "2028-02-29T22:00:00", "2028-02-29"),
    ("night after a leap day", "UTC", "2028-03-01T02:00:00", "2028-02-29"),
    ("no leap day in 2100", "UTC", "2100-03-01T02:00:00", "2100-02-28"),
    ("New Year's night", "UTC", "2027-01-01T01:00:00", "2026-12-31"),
    ("after the end of 32-bit time", "UTC", "2038-01-19T04:14:08", "2038-01-19"),
    ("a clock at its beginning", "UTC", "1970-01-01T00:00:00", "1969-12-31"),
    ("Apia before it skipped a day", "Pacific/Apia", "2011-12-29T23:00:00", "2011-12-29"),
    ("Apia after it skipped a day", "Pacific/Apia", "2011-12-31T05:00:00", "2011-12-31"),
]


def at(zone: str, wall: str) -> tuple[datetime, int]:
    """Return an instant in UTC and the zone's offset at it, in minutes, as a clock gives them."""
    local = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))
    offset = local.utcoffset()
    assert offset is not None
    return local.astimezone(UTC), round(offset.total_seconds() / 60)


@pytest.mark.parametrize(("what", "zone", "wall", "day"), CASES)
def test_table(what: str, zone: str, wall: str, day: str) -> None:
    assert study_day(*at(zone, wall)) == date.fromisoformat(day), what


@pytest.mark.parametrize(
    ("what", "first", "second", "days"),
    [
        ("evening to evening", ("UTC", "2026-05-14T20:00"), ("UTC", "2026-05-15T19:00"), 1),
        ("one long night", ("UTC", "2026-05-14T23:00"), ("UTC", "2026-05-15T03:00"), 0),
        ("over rollover", ("UTC", "2026-05-15T03:55"), ("UTC", "2026-05-15T04:05"), 1),
        ("day of 23 hours", ("Europe/London", "2026-03-28T21:00"), ("Europe/London", "2026-03-29T21:00"), 1),
        ("day of 25 hours", ("Europe/London", "2026-10-24T21:00"), ("Europe/London", "2026-10-25T21:00"), 1),
        (
            "two nights in the hour that comes twice",
            ("Europe/London", "2026-10-25T01:15"),
            ("Europe/London", "2026-10-25T01:45"),
            0,
        ),
        (
            "eastwards over the date line: a day is lost, none is invented",
            ("Pacific/Auckland", "2026-05-14T20:00"),
            ("America/Los_Angeles", "2026-05-14T14:00"),
            0,
        ),
        (
            "westwards over the date line: the calendar skips one",
            ("America/Los_Angeles", "2026-05-14T20:00"),
            ("Pacific/Auckland", "2026-05-16T06:00"),
            2,
        ),
        (
            "landing on the day before one took off",
            ("Pacific/Auckland", "2026-05-15T06:00"),
            ("Pacific/Honolulu", "2026-05-14T16:00"),
            0,
        ),
        ("clock set back an hour", ("UTC", "2026-05-14T20:00"), ("UTC", "2026-05-14T19:00"), 0),
        ("clock set back a day", ("UTC", "2026-05-14T20:00"), ("UTC", "2026-05-13T20:00"), 0),
        ("clock set back ten years", ("UTC", "2026-05-14T20:00"), ("UTC", "2016-05-14T20:00"), 0),
        ("clock set forward ten years", ("UTC", "2026-05-14T20:00"), ("UTC", "2036-05-14T20:00"), 3653),
        ("over a leap day", ("UTC", "2028-02-28T20:00"), ("UTC", "2028-03-01T20:00"), 2),
        ("over 28 February 2100", ("UTC", "2100-02-28T20:00"), ("UTC", "2100-03-01T20:00"), 1),
    ],
)
def test_days_between(what: str, first: tuple[str, str], second: tuple[str, str], days: int) -> None:
    assert elapsed_days(study_day(*at(*first)), study_day(*at(*second))) == days, what


@given(
    st.datetimes(datetime(1971, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC)),
    st.integers(-720, 840),
    st.integers(0, 23),
)
def test_a_study_day_lasts_24_hours_at_a_fixed_offset(instant: datetime, offset: int, hour: int) -> None:
    day = study_day(instant, offset, hour)
    assert study_day(instant + timedelta(days=1), offset, hour) == day + timedelta(days=1)
    assert study_day(instant + timedelta(hours=1), offset, hour) - day in (timedelta(0), timedelta(days=1))


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        study_day(datetime(2026, 5, 14), 0)
