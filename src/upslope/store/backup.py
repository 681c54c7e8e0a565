"""Back the database up while it is used, keep the right number of backups, put one back."""

import os
import re
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from secrets import token_hex

from upslope.core.errors import NotFoundError
from upslope.store import health
from upslope.store.database import DamagedError, connect, explained
from upslope.store.home import Home

DAILY = "daily"
BEFORE_MIGRATION = "before-migration"
BEFORE_IMPORT = "before-import"
BEFORE_RESTORE = "before-restore"
BY_HAND = "by-hand"

KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 4, 6
KEPT_OTHERS = 10
"""Backups of every other reason are kept by number: the newest ten."""

_NAME = re.compile(r"upslope-(\d{8}T\d{6}Z)-([a-z-]+?)(?:-(\d+))?\.sqlite3")
_PARTIAL = re.compile(r"\.partial-(\d+)-")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """Name one finished backup."""

    name: str
    path: Path
    at: datetime
    reason: str
    bytes: int


def back_up(home: Home, *, at: datetime, reason: str) -> Backup:
    """Copy the database as it stands at one moment, verify the copy, and let old ones go.

    SQLite's own backup copies in one step, so that writers wait neither long nor for nothing. The copy has a
    working name until it is verified and on the disk: what is listed is whole. Raises DatabaseError.
    """
    home.backups.mkdir(mode=0o700, exist_ok=True)
    with explained(home.database):
        path = _free_name(home.backups, at, reason)
        scratch = _scratch(path)
        try:
            _copy(home.database, scratch)
            _settle(scratch, path)
        finally:
            scratch.unlink(missing_ok=True)
    _sweep(home)
    rotate(home)
    return _read_name(path)


def listed(home: Home) -> tuple[Backup, ...]:
    """Return the finished backups, newest first; what was interrupted bears another name."""
    if not home.backups.is_dir():
        return ()
    found = [_read_name(path) for path in home.backups.iterdir() if _NAME.fullmatch(path.name)]
    return tuple(sorted(found, key=lambda backup: (backup.at, backup.name), reverse=True))


def find(home: Home, name: str) -> Backup:
    """Return the backup of that name. Raises NotFoundError; a name never leads out of the folder."""
    for backup in listed(home):
        if backup.name == name:
            return backup
    raise NotFoundError("There is no such backup.", "Choose one of those listed.")


def newest_good(home: Home) -> Backup | None:
    """Return the newest backup that passes its check in full."""
    return next((backup for backup in listed(home) if health.is_good(backup.path)), None)


def is_daily_due(home: Home, at: datetime) -> bool:
    """Say whether no backup was made yet on this day (UTC)."""
    newest = next(iter(listed(home)), None)
    return home.database.exists() and (newest is None or newest.at.date() < at.date())


def back_up_daily(home: Home, at: datetime) -> bool:
    """Make today's backup if there is none yet; say whether one was made. Raises DatabaseError."""
    if not is_daily_due(home, at):
        return False
    back_up(home, at=at, reason=DAILY)
    return True


def rotate(home: Home) -> tuple[Backup, ...]:
    """Delete what is beyond 7 days, 4 weeks and 6 months of daily ones and ten of each other reason."""
    everything = listed(home)
    daily = [backup for backup in everything if backup.reason == DAILY]
    kept = set(kept_daily(backup.at for backup in daily))
    gone = [backup for backup in daily if backup.at not in kept]
    for reason in {backup.reason for backup in everything} - {DAILY}:
        gone += [backup for backup in everything if backup.reason == reason][KEPT_OTHERS:]
    for backup in gone:
        backup.path.unlink(missing_ok=True)
    return tuple(gone)


def kept_daily(times: Iterable[datetime]) -> list[datetime]:
    """Return which to keep: the newest of each of the last 7 days, 4 weeks and 6 months that have any."""
    newest_first = sorted(times, reverse=True)
    kept: dict[datetime, None] = {}
    periods: tuple[tuple[Callable[[date], object], int], ...] = (
        (lambda day: day, KEPT_DAYS),
        (lambda day: day.isocalendar()[:2], KEPT_WEEKS),
        (lambda day: (day.year, day.month), KEPT_MONTHS),
    )
    for period_of, most in periods:
        seen: dict[object, datetime] = {}
        for at in newest_first:
            seen.setdefault(period_of(at.date()), at)
        kept.update(dict.fromkeys(list(seen.values())[:most]))
    return sorted(kept, reverse=True)


def restore(home: Home, name: str, *, at: datetime) -> Path | None:
    """Put a backup in the place of the database; return where the old one was set aside, if there was one.

    A sound database is first backed up, then overwritten inside one transaction of SQLite's, so that other
    connections see the change and nothing is torn. A damaged one is moved aside with its journal: close all
    connections before. Raises NotFoundError, DamagedError if the backup itself fails its check.
    """
    chosen = find(home, name)
    if not health.is_good(chosen.path):
        raise DamagedError(
            "This backup is damaged, or a newer Upslope made it.", "Choose another one.", chosen.path
        )
    with explained(home.database):
        if health.is_good(home.database):
            before = back_up(home, at=at, reason=BEFORE_RESTORE)
            with (
                closing(connect(chosen.path, read_only=True)) as source,
                closing(connect(home.database)) as target,
            ):
                source.backup(target)
            return before.path
        aside = set_aside(home, at=at)
        scratch = _scratch(home.database)
        try:
            _copy(chosen.path, scratch)
            _settle(scratch, home.database)
        finally:
            scratch.unlink(missing_ok=True)
    return aside


def set_aside(home: Home, *, at: datetime) -> Path | None:
    """Move the database and its journal to a folder of their own; nothing is deleted."""
    files = [home.database.with_name(home.database.name + end) for end in ("", "-wal", "-shm")]
    present = [path for path in files if path.exists()]
    if not present:
        return None
    home.set_aside.mkdir(mode=0o700, exist_ok=True)
    folder = home.set_aside / at.astimezone(UTC).strftime(_STAMP)
    number = 1
    while folder.exists():
        number += 1
        folder = folder.with_name(f"{at.astimezone(UTC).strftime(_STAMP)}-{number}")
    folder.mkdir(mode=0o700)
    for path in present:
        path.rename(folder / path.name)
    _sync_folder(home.root)
    return folder


def _copy(source: Path, target: Path) -> None:
    """Copy a database as of one moment into a single file without a journal."""
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(connect(source, read_only=True)) as from_, closing(connect(target)) as to:
        from_.backup(to)
        to.execute("PRAGMA journal_mode=DELETE")
        health.check_pages(to, target)


def _settle(scratch: Path, path: Path) -> None:
    """Force a finished file to the disk, then give it its name."""
    with scratch.open("rb+") as file:
        os.fsync(file.fileno())
    scratch.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Force the folder's entries to the disk, where the system allows it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(home: Home) -> None:
    """Remove what interrupted backups of processes that are gone have left."""
    for path in home.backups.iterdir():
        match = _PARTIAL.search(path.name)
        if match and _is_gone(int(match[1])):
            path.unlink(missing_ok=True)


def _is_gone(pid: int) -> bool:
    """Say whether a process has ended; on systems that cannot tell, its files wait until it is known."""
    if os.name != "posix":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _scratch(path: Path) -> Path:
    """Return a working name that no other process or thread uses."""
    return path.with_suffix(f".partial-{os.getpid()}-{token_hex(4)}")


def _free_name(folder: Path, at: datetime, reason: str) -> Path:
    stem = f"upslope-{at.astimezone(UTC).strftime(_STAMP)}-{reason}"
    path, number = folder / f"{stem}.sqlite3", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.sqlite3"
    return path


def _read_name(path: Path) -> Backup:
    match = _NAME.fullmatch(path.name)
    assert match is not None
    at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    return Backup(path.name, path, at, match[2], path.stat().st_size)
