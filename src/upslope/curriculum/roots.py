"""Find the packs: beside the sources in a clone, inside the package in an installed wheel."""

import tomllib
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


def pack_root_of(path: Path, shipped: Path) -> Path:
    """Return the root to load so that `path` is read.

    That is `shipped` for what ships, the pack itself for an example or a pack of somebody's own, and `path`
    where it is a folder of packs. Raises UpslopeError for a path that lies in no pack.
    """
    place = path.resolve()
    if place.is_dir() and any(place.glob("*/pack.toml")):
        return shipped if place == shipped.resolve() else place
    for folder in (place, *place.parents):
        if folder == shipped.resolve():
            return shipped
        if (folder / "pack.toml").is_file():
            ships = folder.parent == shipped.resolve() and not _is_example(folder)
            return shipped if ships else folder
    raise UpslopeError(f"{path} lies in no pack.", "A pack is a folder with pack.toml in it.")


def _is_example(pack: Path) -> bool:
    try:
        return bool(tomllib.loads((pack / "pack.toml").read_text(encoding="utf-8")).get("example"))
    except (OSError, ValueError):
        return False
