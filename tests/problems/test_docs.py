"""Documented or it fails: every name authors may write, and the example, which must keep the contract."""

import ast
import re
from pathlib import Path

import pytest

import upslope.problems as problems
from upslope.problems import figures, load, objects, read_front_matter
from upslope.problems.contract import DRAWN_RULES, STATIC_RULES, check_template
from upslope.problems.contract.imports import ALLOWED, INTEGER_MATH
from upslope.problems.formats import FORMATS
from upslope.problems.front_matter import _Head
from upslope.problems.sections import SECTION_NAMES

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
ENGINE = {
    "Drawn",
    "LoadedTemplate",
    "TemplateFile",
    "load",
    "read_front_matter",
    "SlipText",
    "Step",
    "Variant",
}
"""Names for programs that use templates, not for those who write them."""


def blocks() -> list[str]:
    return [name for name in objects.__all__ if name[0].islower()]


@pytest.mark.parametrize("name", sorted(set(problems.__all__) - ENGINE) + blocks() + figures.__all__)
def test_every_name_of_authors_is_documented(name):
    assert re.search(rf"`[^`]*\b{name}\b[^`]*`", TEXT), f"{name} is missing in docs/templates.md"


@pytest.mark.parametrize("name", [*FORMATS, "places"])
def test_every_format_is_documented(name):
    assert re.search(rf"<<\w+:(\d )?{name}>>", TEXT)


@pytest.mark.parametrize("name", SECTION_NAMES)
def test_every_section_is_documented(name):
    assert f"`# {name}" in TEXT


@pytest.mark.parametrize("name", _Head.KEYS)
def test_every_key_is_documented(name):
    assert f"| `{name}` |" in TEXT


@pytest.mark.parametrize("name", sorted(ALLOWED | INTEGER_MATH))
def test_everything_that_may_be_imported_is_documented(name):
    assert name in TEXT


RULE_ARGUMENT = {"Refusal": 2, "ContentError": 2, "content_error": 2, "_verdicts": 1}


def rules() -> list[str]:
    """Return the names of all rules a template can be refused by, as written in the modules."""
    found: set[str] = set()
    for path in (ROOT / "src" / "upslope" / "problems").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in RULE_ARGUMENT
            ):
                place = RULE_ARGUMENT[node.func.id]
                if len(node.args) > place and isinstance(node.args[place], ast.Constant):
                    found.add(node.args[place].value)
    return sorted(found)


def test_the_contract_has_as_many_rules_as_this_test_believes():
    assert len(STATIC_RULES) + len(DRAWN_RULES) >= 20
    assert {"slip", "ugly", "told-answer", "common-answer", "hidden-duplicates"} <= set(rules())


@pytest.mark.parametrize("name", rules())
def test_every_rule_is_documented(name):
    assert f"`{name}`" in TEXT


def test_the_example_keeps_the_contract(tmp_path):
    found = re.findall(
        r"`(slope-of-a-line\.(?:md|py))`\n\n(`{3,4})(?:markdown|python)\n(.*?)\n\2\n", TEXT, re.DOTALL
    )
    assert [name for name, _, _ in found] == ["slope-of-a-line.md", "slope-of-a-line.py"]
    for name, _, body in found:
        (tmp_path / name).write_text(body + "\n", encoding="utf-8")
    file = read_front_matter(tmp_path / "slope-of-a-line.md")
    assert check_template(file, seeds=60) == ()
    assert load(file).draw(2, 1).answer.kind == "number"


def test_the_example_of_facts_is_read(write):
    body = re.search(r"```markdown\n(# Facts\n.*?)\n```", TEXT, re.DOTALL)
    assert body
    code = (
        "from typing import Self\nfrom upslope.problems import Rng, Template, derived\n\n"
        "class MadeUp(Template):\n    m: int\n    r: int\n\n    @classmethod\n"
        "    def draw(cls, rng: Rng, level: int) -> Self:\n        return cls(m=3, r=rng.integer(1, 3))\n\n"
        "    @derived\n    def onto(self) -> bool:\n        return self.r == self.m\n"
    )
    variant = load(write("# Statement\nWhich?\n" + body[1] + "\n", code, extra="show = 3\n")).draw(1, 1)
    assert any("$b \\in \\R^{3}$" in statement for statement in variant.answer.statements)


def test_the_example_of_an_order_is_read(write):
    body = re.search(r"```markdown\n(# Order\n.*?)\n```", TEXT, re.DOTALL)
    assert body
    answer = load(write("# Statement\nOrder.\n" + body[1] + "\n")).draw(1, 1).answer
    assert answer.kind == "ordering"
    assert answer.before
