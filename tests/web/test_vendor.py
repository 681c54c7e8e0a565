"""The vendored folder is what its manifest says: nothing changed, nothing added, each with its licence."""

import json
from hashlib import sha256
from pathlib import Path

import upslope.web

VENDOR = Path(upslope.web.__file__).parent / "static" / "vendor"


def test_every_file_has_the_hash_of_the_manifest() -> None:
    """Files are those of the packages named."""
    manifest = json.loads((VENDOR / "manifest.json").read_text())
    listed = {VENDOR / "manifest.json"}
    for library in manifest["libraries"]:
        folder = VENDOR / library["folder"]
        assert library["source"].endswith(f"@{library['version']}")
        assert library["folder"] == f"{library['name']}-{library['version']}"
        assert "LICENSE" in library["files"]
        for name, digest in library["files"].items():
            assert sha256((folder / name).read_bytes()).hexdigest() == digest, name
            listed.add(folder / name)
    present = {path for path in VENDOR.rglob("*") if path.is_file()}
    assert present == listed


def test_style_sheets_and_templates_name_the_folders_that_exist() -> None:
    """A new version of a library changes its folder; whoever names the old one is found here."""
    web = Path(upslope.web.__file__).parent
    folders = {path.name for path in VENDOR.iterdir() if path.is_dir()}
    texts = [*web.glob("static/css/*.css"), *web.glob("templates/**/*.html"), *web.glob("templatetags/*.py")]
    named = {
        piece.split("/")[0]
        for path in texts
        for piece in path.read_text().split("vendor/")[1:]
        if piece[0].isalpha()
    }
    assert named <= folders
    assert folders - named == set()
