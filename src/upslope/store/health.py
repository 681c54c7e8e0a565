"""Look at a database before it is used: is it ours, whole, not newer than this program, and writable?

Nothing here changes the database: a damaged, foreign or newer one is left exactly as it was found.
"""

import os
import pkgutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from upslope.store import migrations
from upslope.store.database import (
    APPLICATION_ID,
    DamagedError,
    DatabaseError,
    ForeignError,
    NewerError,
    ReadOnlyError,
    connect,
    explain,
    explained,
)

MAGIC = b"SQLite format 3\x00"
APP = "store"
TABLES = frozenset(
    f"store_{noun}"
    for noun in ("learnerprofile", "eventrow", "questionrow", "conceptbeliefrow", "answerrow", "dayrow")
)
RESTORE = "Put back the newest good backup; the damaged file is set aside, not deleted."


@dataclass(frozen=True, slots=True)
class Health:
    """State what was found: nothing yet (`exists` False), or a sound database and what it still lacks."""

    exists: bool
    pending: tuple[str, ...]
    bytes: int = 0


def known_migrations() -> tuple[str, ...]:
    """Return the names of the migrations this program knows, in order."""
    found = (module.name for module in pkgutil.iter_modules(migrations.__path__))
    return tuple(sorted(name for name in found if name[:4].isdigit()))


def inspect(path: Path, *, thorough: bool = True) -> Health:
    """Return the health of a database file.

    Raises DamagedError, ForeignError, NewerError, ReadOnlyError, DiskFullError or BusyError. `thorough`
    reads every page (quick_check), which takes about 2 ms a megabyte.
    """
    wal = path.with_name(path.name + "-wal")
    if not path.exists():
        if wal.exists() and wal.stat().st_size > 0:
            raise DamagedError("The database is missing, though its journal is there.", RESTORE, path)
        _need_writable_folder(path.parent)
        return Health(exists=False, pending=known_migrations())
    with explained(path):
        size = path.stat().st_size
        if size == 0:
            _need_writable_folder(path.parent)
            return Health(exists=False, pending=known_migrations())
        _look_at_header(path, size)
        applied = _read(path, thorough=thorough)
        if applied is None:
            _need_writable(path)
            return Health(exists=False, pending=known_migrations())
        pending = _pending(applied, path)
        _need_writable(path)
    return Health(exists=True, pending=pending, bytes=size)


def _read(path: Path, *, thorough: bool) -> tuple[str, ...] | None:
    """Return the migrations that made a database, its pages checked; what SQLite cannot read is damaged."""
    # A transaction cut off before WAL mode began is rolled back by its next reader, who must write for it.
    interrupted = path.with_name(path.name + "-journal").exists()
    try:
        with closing(connect(path, read_only=not interrupted)) as connection:
            applied = _applied(connection, path)
            if thorough:
                check_pages(connection, path)
            return applied
    except sqlite3.Error as error:
        raise explain(error, path) or DamagedError(
            f"The database cannot be read: {error}.", RESTORE, path
        ) from error


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Raise DamagedError unless all pages, indexes and references of a database are sound."""
    found = [row[0] for row in connection.execute("PRAGMA quick_check(3)")]
    if found != ["ok"]:
        raise DamagedError(f"The database is damaged: {found[0]}.", RESTORE, path)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DamagedError("The database is damaged: entries refer to nothing.", RESTORE, path)


def is_good(path: Path) -> bool:
    """Say whether a file is a sound database of ours that this program can read (a backup, say)."""
    try:
        with explained(path):
            _look_at_header(path, path.stat().st_size)
            applied = _read(path, thorough=True)
    except (DatabaseError, OSError):
        return False
    return applied is not None and set(applied) <= set(known_migrations())


def looks_whole(path: Path) -> bool:
    """Say at a glance whether a file may be a whole database of ours: header and length, no more."""
    try:
        _look_at_header(path, path.stat().st_size)
        with path.open("rb") as file:
            return int.from_bytes(file.read(72)[68:72], "big") == APPLICATION_ID
    except (DamagedError, ForeignError, OSError):
        return False


def _look_at_header(path: Path, size: int) -> None:
    """Refuse what is no SQLite file, or shorter than its own header says."""
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(MAGIC):
        if not header.strip(b"\x00"):
            raise DamagedError("The database's first page is empty.", RESTORE, path)
        raise ForeignError(
            f"{path.name} is not an Upslope database.",
            "Move the file away, or put back a backup; Upslope does not change it.",
            path,
        )
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65_536 if page_size == 1 else page_size
    pages = int.from_bytes(header[28:32], "big")
    if len(header) < 100 or page_size < 512 or size < pages * page_size:
        raise DamagedError("The database is cut off.", RESTORE, path)
    if not {header[18], header[19]} <= {1, 2}:  # SQLite takes other format numbers for "read-only"
        raise DamagedError("The database's first page is damaged.", RESTORE, path)


def _applied(connection: sqlite3.Connection, path: Path) -> tuple[str, ...] | None:
    """Return the migrations that made this database; None for one that holds nothing yet."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if "django_migrations" not in tables or (not ours and "store_eventrow" in tables):
        raise _foreign(path)
    rows = connection.execute("SELECT name FROM django_migrations WHERE app = ? ORDER BY id", (APP,))
    applied = tuple(str(row[0]) for row in rows)
    if applied and not ours:
        raise _foreign(path)
    if applied == known_migrations() and not tables >= TABLES:
        raise DamagedError("The database lacks a table.", RESTORE, path)
    return applied


def _foreign(path: Path) -> ForeignError:
    return ForeignError(
        f"{path.name} is a database of another program.",
        "Move the file away, or choose another folder with UPSLOPE_HOME; Upslope does not change it.",
        path,
    )


def _pending(applied: tuple[str, ...], path: Path) -> tuple[str, ...]:
    known = known_migrations()
    unknown = [name for name in applied if name not in known]
    if unknown:
        raise NewerError(
            f"A newer Upslope has written this database (step {unknown[-1]}).",
            "Update this program, or choose another folder with UPSLOPE_HOME; nothing was changed.",
            path,
        )
    return tuple(name for name in known if name not in applied)


def _need_writable(path: Path) -> None:
    """Take the write lock and give it back: the surest test, and it writes nothing."""
    _need_writable_folder(path.parent)
    if not os.access(path, os.W_OK):
        raise _read_only(path)
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")


def _need_writable_folder(folder: Path) -> None:
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _read_only(folder)


def _read_only(path: Path) -> ReadOnlyError:
    return ReadOnlyError(
        f"{path} may not be written, so nothing new can be kept.",
        "Give your user the right to write there, or choose another folder with UPSLOPE_HOME.",
        path,
    )
