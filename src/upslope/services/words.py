"""Write numbers, times and days the way every screen writes them."""

from datetime import date, datetime, timedelta, timezone

THIN = "\u202f"
"""A narrow space that does not break: in thousands, before a unit."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LONGEST_IN_MINUTES = 90


def number(value: int) -> str:
    """Write a whole number with thin spaces: 1 184; a true minus below zero."""
    return f"{value:,}".replace(",", THIN).replace("-", "\u2212")


def count(value: int, noun: str, plural: str = "") -> str:
    """Write "1 concept", "3 concepts"."""
    return f"{number(value)} {noun if value == 1 else plural or noun + 's'}"


def spelled(value: int) -> str:
    """Write a small number as a word, a larger one in digits."""
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else number(value)


def capital(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def percent(share: float) -> str:
    """Write a share of 1 as "84 %"; what is not certain never reads 100 %."""
    rounded = round(share * 100)
    if rounded == 100 and share < 1:
        rounded = 99
    return f"{rounded}{THIN}%"


def minutes(value: float) -> str:
    """Write a duration: "36 min" up to 90, then "1 h 45 min"."""
    whole = max(1, round(value)) if value > 0 else 0
    if whole <= LONGEST_IN_MINUTES:
        return f"{whole}{THIN}min"
    hours, rest = divmod(whole, 60)
    return f"{number(hours)}{THIN}h {rest}{THIN}min" if rest else f"{number(hours)}{THIN}h"


def hours(value_minutes: float) -> str:
    """Write a long duration to the hour, a short one in minutes."""
    if value_minutes <= LONGEST_IN_MINUTES:
        return minutes(value_minutes)
    return f"{number(round(value_minutes / 60))}{THIN}h"


def clock_time(at: datetime, zone_offset_minutes: int) -> str:
    """Write the local time of day: 20:47."""
    return f"{_local(at, zone_offset_minutes):%H:%M}"


def day(value: date, today: date) -> str:
    """Write a date: 14 May, and the year only if it is not this one."""
    text = f"{value.day} {MONTHS[value.month - 1]}"
    return text if value.year == today.year else f"{text} {value.year}"


def near_day(value: date, today: date) -> str:
    """Write a day as one speaks of it: today, tomorrow, on Saturday, on 14 May."""
    ahead = (value - today).days
    if ahead in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[ahead + 1]
    if 1 < ahead < 7:
        return f"on {WEEKDAYS[value.weekday()]}"
    return f"on {day(value, today)}"


def full_day(value: date) -> str:
    """Write "Thursday 14 May"."""
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]}"


def when(at: datetime, zone_offset_minutes: int, today: date) -> str:
    """Write when something happened: "today 20:47", "yesterday 20:47", "14 May 20:47"."""
    local = _local(at, zone_offset_minutes)
    ago = (today - local.date()).days
    named = {0: "today", 1: "yesterday"}.get(ago, day(local.date(), today))
    return f"{named} {local:%H:%M}"


def size(bytes_: int) -> str:
    """Write a file size: 420 kB, 38 MB."""
    if bytes_ < 1_000_000:
        return f"{max(1, round(bytes_ / 1_000))}{THIN}kB"
    return f"{round(bytes_ / 1_000_000)}{THIN}MB"


def listed(items: list[str] | tuple[str, ...]) -> str:
    """Write "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def _local(at: datetime, zone_offset_minutes: int) -> datetime:
    return at.astimezone(timezone(timedelta(minutes=zone_offset_minutes)))
