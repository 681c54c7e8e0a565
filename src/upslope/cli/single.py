"""Let one server alone write to a data folder."""

import contextlib
import os
from collections.abc import Iterator

from upslope.core.errors import UpslopeError
from upslope.store.home import Home


class AlreadyRunningError(UpslopeError):
    """Report that another process holds the data folder."""


@contextlib.contextmanager
def hold_lock(home: Home) -> Iterator[None]:
    """Hold the folder's lock; the system frees it when the process ends, however it ends.

    Raises AlreadyRunningError if another process holds it.
    """
    try:
        handle = os.open(home.lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:  # a read-only folder: nobody can write to it, so nobody needs the lock
        yield
        return
    try:
        if not try_lock(handle):
            raise AlreadyRunningError(f"Another process works with {home.root}.")
        yield
    finally:
        os.close(handle)


def try_lock(handle: int) -> bool:
    """Lock a file without waiting; return False if another process has it."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
