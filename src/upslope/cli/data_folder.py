"""Open the data folder for commands that read or change it outside the server."""

import argparse
import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from upslope.cli.django_setup import set_up_django
from upslope.cli.single import AlreadyRunningError, hold_lock
from upslope.core.clock import SystemClock
from upslope.core.errors import UpslopeError
from upslope.store.home import Home, open_home


def add_home_argument(parser: argparse.ArgumentParser) -> None:
    """Let a command work on another data folder."""
    parser.add_argument(
        "--home", type=Path, help="data folder (default: UPSLOPE_HOME or the user's data folder)"
    )


def chosen_home(arguments: argparse.Namespace) -> Home:
    """Return the data folder the command is meant for."""
    if arguments.home:
        os.environ["UPSLOPE_HOME"] = str(arguments.home.expanduser().resolve())
    return open_home()


@contextlib.contextmanager
def opened(arguments: argparse.Namespace, *, alone: bool) -> Iterator[Home]:
    """Give the folder with Django set up; `alone` asks that no server runs on it.

    Raises UpslopeError if one does.
    """
    home = chosen_home(arguments)
    if not alone:
        set_up_django()
        yield home
        return
    try:
        with hold_lock(home):
            set_up_django()
            yield home
    except AlreadyRunningError as error:
        raise UpslopeError(
            "Upslope is running with this data folder.",
            "Stop it first (Ctrl+C in its window), then try again.",
        ) from error


def ready(home: Home) -> None:
    """Create or migrate the database, as a start would. Raises DatabaseError."""
    from upslope.store import startup

    startup.prepare(home, at=SystemClock().now())
