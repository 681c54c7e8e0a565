"""Compute all beliefs (status, memory, daily sums) anew from the log, and say what had differed."""

import argparse
import time

from upslope.cli.data_folder import add_home_argument, opened, ready


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope rebuild` takes."""
    add_home_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Rebuild; return 0 also when something differed, since it is mended then."""
    from upslope.services import house, rebuild

    with opened(arguments, alone=True) as home:
        ready(home)
        begun = time.monotonic()
        result = rebuild.rebuild(house.current())
    print(f"{result.events} events read in {time.monotonic() - begun:.1f} s.")
    if result.is_equal:
        print("The stored beliefs were exactly what the log gives.")
    else:
        print(
            f"Mended: {len(result.concepts_differed)} concepts, {result.answers_differed} answers,"
            f" {result.days_differed} days had differed."
        )
    return 0
