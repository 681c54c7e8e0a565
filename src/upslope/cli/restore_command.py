"""Put a backup back. The present database is kept: among the backups if sound, set aside if damaged."""

import argparse

from upslope.cli.data_folder import add_home_argument, opened, ready
from upslope.core.clock import SystemClock
from upslope.core.errors import UpslopeError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope restore` takes."""
    add_home_argument(parser)
    parser.add_argument("name", nargs="?", help="name of the backup (default: the newest good one)")


def run(arguments: argparse.Namespace) -> int:
    """Restore and say where the former database lies."""
    from upslope.store import backup

    with opened(arguments, alone=True) as home:
        newest = backup.newest_good(home)
        name = arguments.name or (newest.name if newest else "")
        if not name:
            raise UpslopeError("There is no good backup to put back.", f"Backups lie in {home.backups}.")
        kept = backup.restore(home, name, at=SystemClock().now())
        ready(home)
    print(f"{name} is back in place.")
    if kept:
        print(f"What was there before is kept at {kept}.")
    return 0
