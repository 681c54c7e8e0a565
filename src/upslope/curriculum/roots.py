"""Find the packs: beside the sources in a clone, inside the package in an installed wheel."""

from pathlib import Path

from upslope.core.errors import UpslopeError

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of the package `upslope`."""


def default_pack_root() -> Path:
    """Return the folder of the packs that ship. Raises UpslopeError where there is none."""
    installed, clone = PACKAGE / "packs", PACKAGE.parents[1] / "packs"
    for root in (installed, clone):
        if root.is_dir():
            return root
    raise UpslopeError("The curriculum is missing from this installation.", "Install upslope again.")
