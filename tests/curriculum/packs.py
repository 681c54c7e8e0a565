"""Write small packs into a folder, for tests."""

from pathlib import Path

FACTS = """\
id = "{id}"
title = "{title}"
objective = "Know {id}."
prerequisites = [{prerequisites}]
minutes = 5
answer_kind = "number"
{more}"""


def write_pack(root: Path, name: str, *, foundation: bool = True, more: str = "") -> Path:
    """Write a pack without units; concepts are added to its folder."""
    folder = root / name
    folder.mkdir(parents=True)
    text = f'id = "{name}"\ntitle = "The pack {name}"\n{"foundation = true" if foundation else ""}\n{more}'
    (folder / "pack.toml").write_text(text, encoding="utf-8")
    return folder


def write_concept(pack: Path, name: str, *prerequisites: str, more: str = "", body: str = "") -> Path:
    """Write the facts of a concept, and its lesson if a body is given; return the file."""
    folder = pack / name
    folder.mkdir(exist_ok=True)
    needs = ", ".join(f'"{needed}"' for needed in prerequisites)
    facts = FACTS.format(id=name, title=name.title(), prerequisites=needs, more=more)
    path = folder / "lesson.md"
    path.write_text(f"+++\n{facts}\n+++\n{body}", encoding="utf-8")
    return path
