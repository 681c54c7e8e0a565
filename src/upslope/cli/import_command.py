"""Read an export back. A profile with answers is only replaced with --replace, and backed up before."""

import argparse
from pathlib import Path

from upslope.cli.data_folder import add_home_argument, opened, ready
from upslope.core.errors import UpslopeError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope import` takes."""
    add_home_argument(parser)
    parser.add_argument("file", type=Path, help="a zip that `upslope export` or the Settings page wrote")
    parser.add_argument(
        "--replace", action="store_true", help="replace what is there; a backup is made first"
    )


def run(arguments: argparse.Namespace) -> int:
    """Import all of it or nothing."""
    from upslope.services import data, house

    if not arguments.file.is_file():
        raise UpslopeError(f"{arguments.file} is no file.", "Give the zip that was exported.")
    with opened(arguments, alone=True) as home:
        ready(home)
        with arguments.file.open("rb") as file:
            print(data.import_(house.current(), file, replace=arguments.replace).text)
    return 0
