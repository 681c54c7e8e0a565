"""Find every key and every rule in the documentation of packs."""

import re
from pathlib import Path

import pytest

from upslope.curriculum import AnswerKind, ItemKind, check
from upslope.curriculum.blocks import NAMES
from upslope.curriculum.lesson import SectionKind

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "packs.md").read_text(encoding="utf-8")
SOURCES = ROOT / "src" / "upslope" / "curriculum"

_GETTERS = "text|id|texts|ids|whole|maybe_whole|number|truth|kind|weights|tables|table"


def keys_read() -> list[str]:
    """Return every key that the readers ask a table for."""
    code = (SOURCES / "read.py").read_text(encoding="utf-8")
    asked = re.findall(rf'\.(?:{_GETTERS})\(\s*"(\w+)"', code)
    return sorted({*asked, *re.findall(r'_concepts\(table, "(\w+)"', code)})


def rules_named() -> list[str]:
    """Return every rule name that appears in a refusal of this package."""
    names: set[str] = set()
    for path in [*SOURCES.glob("*.py"), *Path(check.__file__).parent.glob("*.py")]:
        code = path.read_text(encoding="utf-8")
        names.update(re.findall(r'(?:Refusal|ContentError)\([^"]*?"([a-z-]+)"', code))
        names.update(re.findall(r'rule="([a-z-]+)"', code))
        names.update(re.findall(r'^RULE = "([a-z-]+)"', code, re.MULTILINE))
    return sorted(names)


def test_the_search_finds_keys_and_rules() -> None:
    assert {"prerequisites", "encompasses", "point", "covers", "supports_if"} <= set(keys_read())
    assert {"schema", "cycle", "latex", "figure", "heading", "redundant"} <= set(rules_named())


@pytest.mark.parametrize("key", keys_read())
def test_every_key_is_documented(key: str) -> None:
    assert re.search(rf"`(\[\[|\[)?(unit\.|paper\.)?{key}(\]\]|\])?`", TEXT)


@pytest.mark.parametrize("rule", rules_named())
def test_every_rule_is_documented(rule: str) -> None:
    assert f"`{rule}`" in TEXT


@pytest.mark.parametrize("name", [*AnswerKind, *ItemKind])
def test_every_kind_is_documented(name: str) -> None:
    assert f"`{name}`" in TEXT


@pytest.mark.parametrize("name", NAMES)
def test_every_block_is_documented(name: str) -> None:
    assert f":::{name}" in TEXT


@pytest.mark.parametrize("kind", SectionKind)
def test_every_section_is_documented(kind: SectionKind) -> None:
    assert re.search(rf"`# {kind}(: id)?`", TEXT)
