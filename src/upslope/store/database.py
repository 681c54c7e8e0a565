"""Say how every connection to the learner's database is opened, and tell its failures apart.

Importable before Django is set up: the settings take their values from here.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from upslope.core.errors import UpslopeError

APPLICATION_ID = 0x55705370
"""Marks the file as ours in its header (the letters "UpSp"; see PRAGMA application_id)."""

LEAST_FREE_BYTES = 200_000

SQLITE_OPTIONS: dict[str, Any] = {
    # A transaction takes the write lock at its start, so it never fails half-way for want of it.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # synchronous=FULL: an acknowledged answer survives a power cut. recursive_triggers: INSERT OR REPLACE
    # counts as a deletion, which the log refuses. WAL: pages are read while an answer is written.
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        "PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF"
    ),
}


class DatabaseError(UpslopeError):
    """Report that the database cannot be used as it is; `path` names it where that is known."""

    def __init__(self, message: str, hint: str, path: Path | None = None) -> None:
        super().__init__(message, hint)
        self.path = path


class DamagedError(DatabaseError):
    """Report a database that is truncated, overwritten or fails its integrity check."""


class ForeignError(DatabaseError):
    """Report a file that is not an Upslope database."""


class NewerError(DatabaseError):
    """Report a database that a newer Upslope has written; nothing is changed in it."""


class ReadOnlyError(DatabaseError):
    """Report a database or folder that may not be written."""


class DiskFullError(DatabaseError):
    """Report that there is no room left on the disk."""


class BusyError(DatabaseError):
    """Report that another program holds the database."""


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a database file directly, in autocommit mode; close it with `contextlib.closing`.

    With `read_only`, SQLite itself refuses every write.
    """
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=20, isolation_level=None
    )
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection


def explain(error: BaseException, path: Path | None = None) -> DatabaseError | None:
    """Turn an error of SQLite or the operating system into one a person can act on, or return None."""
    text = str(error).lower()
    failed = "disk i/o error" in text or "unable to open database" in text
    if _says_full(text) or (failed and path is not None and _is_full(path.parent)):
        return DiskFullError(
            "There is no free space on the disk, so nothing new can be kept.",
            "Free about 200 MB, then try again. Everything kept so far is safe.",
            path,
        )
    if "readonly" in text or "read-only" in text or "permission denied" in text:
        return ReadOnlyError(
            "The data folder may not be written, so nothing new can be kept.",
            "Give your user the right to write in it, or choose another folder with UPSLOPE_HOME.",
            path,
        )
    if any(sign in text for sign in ("malformed", "not a database", "corrupt")):
        return DamagedError(
            "The database is damaged.",
            "Put back the newest good backup; the damaged file is set aside, not deleted.",
            path,
        )
    if "is locked" in text or "busy" in text:
        return BusyError(
            "Another program holds the database.",
            "Close other programs that use the data folder, then try again.",
            path,
        )
    if failed:
        return DatabaseError(
            "The disk does not answer as it should, so nothing new can be kept.",
            "Check that the data folder's disk is connected and has free space, then try again.",
            path,
        )
    return None


def _says_full(text: str) -> bool:
    return "disk is full" in text or "no space left" in text or "disk quota" in text


def _is_full(folder: Path) -> bool:
    """Say whether a disk has no room for a journal: SQLite then only says that it cannot open the file."""
    try:
        return shutil.disk_usage(folder).free < LEAST_FREE_BYTES
    except OSError:
        return False


@contextmanager
def explained(path: Path | None = None) -> Iterator[None]:
    """Raise what SQLite reports inside this block as a DatabaseError; other errors pass."""
    try:
        yield
    except UpslopeError:
        raise
    except Exception as error:
        clear = explain(error, path) if _is_from_storage(error) else None
        if clear is None:
            raise
        raise clear from error


def _is_from_storage(error: Exception) -> bool:
    if isinstance(error, sqlite3.Error | OSError):
        return True
    return isinstance(error.__cause__, sqlite3.Error)
