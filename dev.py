#!/usr/bin/env python3
"""Set up and run Upslope from a clone with nothing but Python 3.11 or newer.

    python3 dev.py run [ARGUMENTS]    install into .venv and open the product
    python3 dev.py test [ARGUMENTS]   install with the development tools and run every check
    python3 dev.py check | slow | bench | screenshots …   see `python3 dev.py --help`

Standard library only: it runs before anything is installed.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

HELP = """usage: python3 dev.py COMMAND [ARGUMENTS]

  run          install and start Upslope in the browser (arguments go to `upslope`)
  test         install and run every check: format, lint, types, layers, tests, packs, wheel
  quick        the tests alone, without browser and wheel
  lint         format, lint, types and layers
  slow         the long tests: durability at full numbers, full sweeps
  sweep        every template over 200 seeds
  bench        every benchmark, one table each
  screenshots  draw the screenshot set anew into docs/screens
  format       format the code
"""


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    if sys.version_info < (3, 11):
        print("Upslope needs Python 3.11 or newer; this is " + sys.version.split()[0], file=sys.stderr)
        return 1
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(HELP)
        return 0
    command, rest = arguments[0], arguments[1:]
    if command == "run":
        install(extra="")
        return call("-m", "upslope", *rest)
    steps = COMMANDS.get(command)
    if steps is None:
        print(f"dev.py has no command {command!r}.\n\n{HELP}", file=sys.stderr)
        return 2
    install(extra="dev")
    last = len(steps) - 1
    for number, step in enumerate(steps):
        print("$ python " + " ".join(step), flush=True)
        status = call(*step, *(rest if number == last else ()))
        if status:
            return status
    return 0


LINT = (
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "ruff", "check", "."),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
)
COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "lint": LINT,
    "quick": (("-m", "pytest", "-n", "auto", "-m", "not browser and not wheel and not slow"),),
    "test": (*LINT, ("-m", "upslope", "check"), ("-m", "pytest", "-n", "auto", "-m", "not slow")),
    "slow": (("-m", "pytest", "-m", "slow"),),
    "sweep": (("-m", "upslope", "check", "--seeds", "200"),),
    "bench": (("-m", "benchmarks"),),
    "screenshots": (("-m", "tests.browser.screenshots"),),
    "format": (("-m", "ruff", "format", "."), ("-m", "ruff", "check", "--fix", ".")),
}


def install(*, extra: str) -> None:
    """Make .venv and install the clone into it, unless that was done for this pyproject.toml."""
    stamp = VENV / f"installed-{extra or 'core'}"
    sufficient = {stamp, VENV / "installed-dev"}  # the development tools come on top of the rest
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if any(path.exists() and path.read_text() == wanted for path in sufficient):
        return
    if not PYTHON.exists():
        print("Making .venv", flush=True)
        make_venv()
    print("Installing (the first time takes a minute)", flush=True)
    target = f".[{extra}]" if extra else "."
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target)
    if call(*pip):
        sys.exit("The installation failed; the lines above say why. Nothing outside .venv was changed.")
    stamp.write_text(wanted)


def make_venv() -> None:
    """Make the virtual environment; name Debian's missing package where pip is not shipped."""
    try:
        venv.create(VENV, with_pip=True)
    except (subprocess.CalledProcessError, OSError):
        sys.exit(
            "Python could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv"
        )


def call(*arguments: str) -> int:
    """Run .venv's Python with the arguments, in the root of the clone."""
    try:
        return subprocess.call([str(PYTHON), *arguments], cwd=ROOT)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
