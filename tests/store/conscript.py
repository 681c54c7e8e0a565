"""Run a piece of code as another user, or on a disk of a few megabytes."""

import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65_534


def is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def as_nobody(deed: Callable[[], str], *, owned: Path, read_only: Path) -> str:
    """Do something as a user who owns `owned` but may not write `read_only`; return what it says.

    A forked child does it: the interpreter itself may lie where nobody may look.
    """
    kept = read_only.stat().st_mode
    if is_root():
        for path in (owned, *owned.rglob("*")):
            shutil.chown(path, NOBODY)
    read_only.chmod(kept & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    closed = [path for path in owned.parents if not path.stat().st_mode & stat.S_IXOTH]
    modes = [(path, path.stat().st_mode) for path in closed if is_root()]
    for path, mode in modes:
        path.chmod(mode | stat.S_IXOTH)
    try:
        return _in_child(deed)
    finally:
        read_only.chmod(kept)
        for path, mode in modes:
            path.chmod(mode)


def _in_child(deed: Callable[[], str]) -> str:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            if is_root():
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os.write(writing, deed().encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        said = pipe.read()
    os.waitpid(pid, 0)
    return said


@contextmanager
def small_disk(folder: Path, *, megabytes: int) -> Iterator[Path]:
    """Mount a file system of a few megabytes; skip the test where that is not allowed."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
