"""The command line: one file per command, imported only when it is called."""

import argparse
import importlib
import sys
from collections.abc import Sequence

from upslope import __version__
from upslope.core.errors import UpslopeError

COMMANDS: dict[str, str] = {
    "start": "start Upslope and open it in the browser (what plain `upslope` does)",
    "check": "check packs: facts, lessons, templates; name each mistake with its mend",
    "preview": "show a template live in the browser while you write it",
    "show": "print one variant of a template as the learner saw it",
    "sweep": "draw many variants of a template and list the odd ones",
    "new": "begin a new concept or template with the sections to fill",
    "backup": "back up the database now, or list the backups",
    "restore": "put a backup back; the present database is set aside, not deleted",
    "export": "write everything you have into one file of open formats",
    "import": "read an export back",
    "rebuild": "compute all beliefs anew from the log and compare",
    "doctor": "say what is wrong with this installation and how to mend it",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 1 for a failure that was explained, 2 for a wrong call."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "start")
    parser = argparse.ArgumentParser(
        prog="upslope",
        description="From school mathematics to deep-learning research.",
        epilog="\n".join(f"  {name:10}{text}" for name, text in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"upslope {__version__}")
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="one of those below")
    name = parser.parse_args(given[:1]).command
    return run_command(name, given[1:])


def run_command(name: str, rest: Sequence[str]) -> int:
    """Import one command, read its arguments and run it; explain errors instead of tracing them."""
    module = importlib.import_module(f"upslope.cli.{name}_command")
    parser = argparse.ArgumentParser(prog=f"upslope {name}", description=module.__doc__)
    module.add_arguments(parser)
    try:
        return int(module.run(parser.parse_args(rest)))
    except UpslopeError as error:
        print(error.message, file=sys.stderr)
        if error.hint:
            print(error.hint, file=sys.stderr)
        return 1
