"""Begin a concept or a template: the files, with the sections to fill and how they are meant."""

import argparse
import re
from pathlib import Path

from upslope.cli.content import find_roots, root_of
from upslope.core.errors import UpslopeError

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope new` takes."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="concept|template")
    concept = kinds.add_parser("concept", help="a concept folder with lesson.md")
    concept.add_argument("folder", type=Path, help="PACK/CONCEPT-ID, the folder to make")
    template = kinds.add_parser("template", help="a template: name.md and name.py")
    template.add_argument("file", type=Path, help="PACK/CONCEPT-ID/TEMPLATE-ID, without ending")
    template.add_argument("--like", help="copy the files of this template instead of an empty frame")
    template.add_argument("--facts", action="store_true", help="a true-or-false template, without Python")


def run(arguments: argparse.Namespace) -> int:
    """Write the files and name them; nothing that exists is overwritten."""
    if arguments.what == "concept":
        written = new_concept(arguments.folder)
    else:
        written = new_template(arguments.file, like=arguments.like, facts=arguments.facts)
    for path in written:
        print(f"wrote {path}")
    print("Next: fill the sections, then `upslope check` this folder.")
    return 0


def new_concept(folder: Path) -> list[Path]:
    """Make a concept folder with the frame of a lesson."""
    need_kebab(folder.name)
    root_of(folder.resolve().parent)
    lesson = folder / "lesson.md"
    return write_all({lesson: LESSON.replace("CONCEPT", folder.name)})


def new_template(file: Path, *, like: str | None, facts: bool) -> list[Path]:
    """Make the files of a template beside the concept's lesson."""
    need_kebab(file.name)
    if not (file.parent / "lesson.md").is_file():
        raise UpslopeError(f"{file.parent} is no concept folder.", "Begin it with `upslope new concept`.")
    text, code = file.with_suffix(".md"), file.with_suffix(".py")
    class_name = "".join(word.capitalize() for word in file.name.split("-"))
    if like:
        return write_all(copies(like, text, class_name))
    if facts:
        return write_all({text: FACTS})
    return write_all({text: TEXT, code: CODE.replace("CLASS", class_name)})


def copies(like: str, text: Path, class_name: str) -> dict[Path, str]:
    """Return the files of another template under the new name."""
    from upslope.curriculum import load

    owned = {str(name): template for name, template in load(find_roots([text.parent])).owned.items()}
    if like not in owned:
        raise UpslopeError(f"There is no template {like}.", "Its id is the stem of its files.")
    source = owned[like].file
    files = {text: re.sub(r"(?m)^version = \d+", "version = 1", source.path.read_text(encoding="utf-8"))}
    if source.has_code:
        code = source.code_path.read_text(encoding="utf-8")
        files[text.with_suffix(".py")] = re.sub(
            r"class \w+\(Template\)", f"class {class_name}(Template)", code
        )
    return files


def need_kebab(name: str) -> None:
    """Raise UpslopeError unless a name can be an id."""
    if not KEBAB.fullmatch(name):
        raise UpslopeError(
            f"{name!r} cannot be an id.", "Use lower-case words joined by hyphens: solve-by-hand"
        )


def write_all(files: dict[Path, str]) -> list[Path]:
    """Write new files. Raises UpslopeError, before writing any, if one exists."""
    for path in files:
        if path.exists():
            raise UpslopeError(f"{path} exists.", "Choose another id, or edit that file.")
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return list(files)


LESSON = """+++
id = "CONCEPT"
title = ""
objective = ""  # one sentence: what the learner can do afterwards, so that a test could decide it
prerequisites = []
encompasses = {}  # concept-id = 0.3 … 1: how much of it each problem here practises
covered_by = []  # items of external courses that teach this
minutes = 25
optional = false
answer_kind = "number"
used_in_deep_learning = ""
problem_ideas = []
common_errors = []  # "wrong answer — mistaken rule that gives it"

[[point]]
id = "first-step"
title = ""
key = []  # what to repair when this step fails
practice = []  # template ids, easiest first

[[use]]
where = ""  # the exact layer, equation or line
source = ""
+++
# Why

# Point: first-step

:::example

:::

# Summary

# Traps

# In deep learning
"""

TEXT = """+++
title = ""
point = ""
version = 1
minutes = 3
levels = ["", ""]
+++
# Statement

# Hint

# Solution
## First step

## Second step

# Slip: name-of-the-mistake | What went wrong | step: Second step
"""

CODE = """from typing import Self

from upslope.problems import Answer, Number, Rng, Template, derived


class CLASS(Template):
    a: int
    b: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        return cls(a=rng.integer(2, 9 * level), b=rng.integer(2, 9 * level))

    @derived
    def result(self) -> int:
        return self.a + self.b

    def answer(self) -> Answer:
        return Number(self.result)

    def slips(self) -> dict[str, Answer]:
        return {"name-of-the-mistake": Number(self.a - self.b)}

    def verify(self) -> None:
        # by another route than `answer`
        assert self.result - self.b == self.a
"""

FACTS = """+++
title = ""
point = ""
version = 1
minutes = 2
show = 5
+++
# Statement
Which of these statements are true?

# Facts
- [x] A true statement.
  Why it is true.
- [ ] A false statement.
  Why it is false.
"""
