"""Write everything you have (answers, states, settings) into one zip of documented open files."""

import argparse
import os
from pathlib import Path

from upslope.cli.data_folder import add_home_argument, opened, ready
from upslope.core.errors import UpslopeError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope export` takes."""
    add_home_argument(parser)
    parser.add_argument("file", nargs="?", type=Path, help="where to write (default: upslope-DATE.zip here)")


def run(arguments: argparse.Namespace) -> int:
    """Write the archive under a working name first: a half-written one is never mistaken for whole."""
    from upslope.services import data, house

    with opened(arguments, alone=False) as home:
        ready(home)
        name, chunks = data.export(house.current())
        target: Path = arguments.file or Path(name)
        if target.is_dir():
            target = target / name
        if target.exists():
            raise UpslopeError(f"{target} exists.", "Name another file; nothing is overwritten.")
        partial = target.with_name(target.name + ".partial")
        try:
            with partial.open("wb") as file:
                for chunk in chunks:
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            partial.rename(target)
        finally:
            partial.unlink(missing_ok=True)
    print(f"Everything is in {target}")
    return 0
