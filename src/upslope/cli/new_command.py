"""Begin a concept or a template: the files, with the sections to fill and how they are meant."""

import argparse
import re
from pathlib import Path

from upslope.cli.content import find_roots
from upslope.core.errors import UpslopeError

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope new` takes."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="concept|template")
    concept = kinds.add_parser("concept", help="a concept folder with lesson.md")
    concept.add_argument("folder", type=Path, help="PACK/CONCEPT-ID, the folder to make")
    template = kinds.add_parser("template", help="a template: name.md and name.py")
    template.add_argument("file", type=Path, help="PACK/CONCEPT-ID/TEMPLATE-ID")
    template.add_argument("--like", help="copy this template (id or file) instead of a frame")
    template.add_argument("--facts", action="store_true", help="a true-or-false template, without Python")


def run(arguments: argparse.Namespace) -> int:
    """Write the files and name them; nothing that exists is overwritten."""
    if arguments.what == "concept":
        written = new_concept(arguments.folder)
    else:
        written = new_template(arguments.file, like=arguments.like, facts=arguments.facts)
    for path in written:
        print(f"wrote {path}")
    if arguments.what == "concept":
        print(f'Next: add "{arguments.folder.name}" to a unit of pack.toml and fill the sections;')
    else:
        print(
            f'Next: name "{written[0].stem}" in the practice of its point in lesson.md, and look at it with'
        )
        print(f"    upslope preview {written[0]}")
    print(f"    upslope check {written[0].parent}")
    return 0


def new_concept(folder: Path) -> list[Path]:
    """Make a concept folder with the frame of a lesson."""
    need_kebab(folder.name)
    if not (folder.parent / "pack.toml").is_file():
        raise UpslopeError(
            f"{folder.parent} is no pack.", "A pack is a folder with pack.toml in it; copy packs/example."
        )
    lesson = folder / "lesson.md"
    return write_all({lesson: LESSON.replace("CONCEPT", folder.name).replace("TITLE", title_of(folder.name))})


def new_template(file: Path, *, like: str | None, facts: bool) -> list[Path]:
    """Make the files of a template beside the concept's lesson; an ending .md or .py may be given."""
    if file.suffix in (".md", ".py"):
        file = file.with_suffix("")
    need_kebab(file.name)
    if not (file.parent / "lesson.md").is_file():
        raise UpslopeError(f"{file.parent} is no concept folder.", "Begin it with `upslope new concept`.")
    text, code = file.with_suffix(".md"), file.with_suffix(".py")
    class_name = "".join(word.capitalize() for word in file.name.split("-"))
    if like:
        return write_all(copies(like, text, class_name))
    frame = FACTS if facts else TEXT
    head = frame.replace("TITLE", title_of(file.name)).replace("POINT", first_point(file.parent))
    return write_all({text: head} if facts else {text: head, code: CODE.replace("CLASS", class_name)})


def title_of(name: str) -> str:
    """Return an id as a first title: its words."""
    return name.replace("-", " ").capitalize()


def first_point(folder: Path) -> str:
    """Return the id of the first point of a concept's lesson, nothing where it cannot be read."""
    from upslope.curriculum.source import read_text, split_front_matter

    lesson = folder / "lesson.md"
    try:
        points = split_front_matter(lesson, read_text(lesson)).table.get("point", [])
        return str(points[0]["id"])
    except (UpslopeError, LookupError, TypeError):
        return ""


def copies(like: str, text: Path, class_name: str) -> dict[Path, str]:
    """Return the files of another template, named by its id or by one of its files, under the new name."""
    from upslope.curriculum import load
    from upslope.problems import read_front_matter

    named = Path(like).with_suffix(".md")
    if Path(like).suffix and named.is_file():
        source = read_front_matter(named)
    else:
        owned = {str(name): template for name, template in load(find_roots([text.parent])).owned.items()}
        if like not in owned:
            raise UpslopeError(f"There is no template {like}.", "Give its id, or one of its files.")
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
title = "TITLE"
objective = ""  # one sentence that begins with a verb; a test could decide whether it is reached
prerequisites = []  # ids; may stay empty only in a foundation
minutes = 15
answer_kind = "number"
# encompasses = { another-concept = 0.5 }  # 0.3 to 1: how much of it each problem here practises
# used_in_deep_learning = ""
# common_errors = ["wrong answer — mistaken rule that gives it"]

[[point]]
id = "first-step"  # choose it now: templates and # Point below name it
title = ""
practice = []  # template ids, easiest first; "its-id:2" is level 2 of its-id
# key = ["a-prerequisite"]  # what to repair when this step fails

[[use]]
where = ""  # the exact layer, equation or line
source = ""  # address or citation
+++
# Why

# Point: first-step

:::example

:::
```python check
assert False, "assert the numbers of the example"
```

# Summary

# Traps

# In deep learning
"""

TEXT = """+++
title = "TITLE"
point = "POINT"
version = 1
minutes = 2
levels = ["small numbers", "larger numbers"]
+++
# Statement
What is $<<a>> + <<b>>$?
# Hint
Ask for the rule; leave one calculation to do.

# Solution
## First step
Say the rule and put the numbers in: $<<a>> + <<b>>$.
## Second step
The answer is $<<result>>$. Check: $<<result>> - <<b>> = <<a>>$.
# Slip: name-of-the-mistake | What went wrong | step: Second step
Say what the rule is, not that the answer is wrong.
"""

CODE = """from typing import Self

from upslope.problems import Answer, Number, Rng, Template, derived


class CLASS(Template):
    a: int
    b: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        largest = 9 if level == 1 else 40
        return cls(a=rng.integer(2, largest), b=rng.integer(2, largest))

    @derived
    def result(self) -> int:
        return self.a + self.b

    def answer(self) -> Answer:
        return Number(self.result)

    def slips(self) -> dict[str, Answer]:
        # mistaken rule: the answer it gives with these numbers
        return {"name-of-the-mistake": Number(self.a * self.b)}

    def verify(self) -> None:
        # by another route than `answer`
        assert self.result - self.b == self.a
"""

FACTS = """+++
title = "TITLE"
point = "POINT"
version = 1
minutes = 2
+++
# Statement
Which of these statements are true?

# Facts
- [x] A true statement.
  Why it is true.
- [ ] A false statement.
  Why it is false, with a counterexample.
"""
