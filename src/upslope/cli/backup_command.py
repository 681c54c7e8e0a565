"""Back up the database now (also while Upslope runs), or list the backups."""

import argparse

from upslope.cli.data_folder import add_home_argument, opened
from upslope.core.clock import SystemClock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope backup` takes."""
    add_home_argument(parser)
    parser.add_argument("--list", action="store_true", help="list the backups, newest first, and check each")


def run(arguments: argparse.Namespace) -> int:
    """Make one backup, or name them all."""
    from upslope.store import backup, health

    with opened(arguments, alone=False) as home:
        if arguments.list:
            for made in backup.listed(home):
                state = "good" if health.is_good(made.path) else "damaged"
                print(f"{made.name}  {made.bytes / 1e6:8.1f} MB  {state}")
            return 0
        made = backup.back_up(home, at=SystemClock().now(), reason=backup.BY_HAND)
        print(f"Backed up to {made.path}")
    return 0
