"""Keep `variants.lock`: what each template of a pack drew when its version was last raised.

One line for each template, sorted by id: id, version, digest. The digest covers fields, answer and slips of
seeds 0 to 19 of each level; wording is free to change.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from upslope.checking import JsonValue, spec_to_json
from upslope.core.errors import ContentError, Refusal
from upslope.core.ids import TemplateId
from upslope.problems.fields import dumps
from upslope.problems.loaded import LoadedTemplate
from upslope.problems.variant import Variant

LOCK_NAME = "variants.lock"
LOCKED_SEEDS = 20
_COMMAND = "upslope check --lock"
_HEADER = "# id, version, digest of what is drawn; written by `upslope check --lock`, never by hand\n"


@dataclass(frozen=True, slots=True)
class Locked:
    """Hold one line of the lock."""

    template: TemplateId
    version: int
    digest: str


def digest(loaded: LoadedTemplate, *, seeds: int = LOCKED_SEEDS) -> str:
    """Return the digest of what a template draws.

    Of `# Facts` the truths count, not the sentences. Raises ContentError where a draw fails.
    """
    total = blake2b(digest_size=12)
    pool = [[fact.truth, fact.property] for fact in loaded.text.facts]
    total.update(dumps(pool).encode() * bool(pool))
    for level in range(1, loaded.file.level_count + 1):
        for seed in range(seeds):
            total.update(dumps(drawn_value(loaded, loaded.draw(level, seed))).encode() + b"\n")
    return total.hexdigest()


def drawn_value(loaded: LoadedTemplate, variant: Variant) -> JsonValue:
    """Return what was drawn for a variant as a JSON value without any wording of the template's text."""
    stored = json.loads(variant.fields_json)
    drawn: dict[str, JsonValue] = {"fields": stored["fields"]}
    if "facts" in stored:
        drawn["truths"] = [truth for _, truth, _ in stored["facts"]]
    elif "order" in stored:
        drawn["order"] = [stored["order"]["before"], stored["order"]["shown"]]
    else:
        drawn["answer"] = spec_to_json(variant.answer)
        drawn["slips"] = [[slip.name, spec_to_json(slip.answer)] for slip in variant.slips]
    return drawn


def read_lock(path: Path) -> Mapping[TemplateId, Locked]:
    """Read a lock; a missing file is an empty one. Raises ContentError for a line it cannot read."""
    if not path.exists():
        return {}
    found: dict[TemplateId, Locked] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if len(words) != 3 or not words[1].isdigit():
            raise ContentError(
                path, number, "lock", "This line is no id, version, digest.", f"Run {_COMMAND}."
            )
        locked = Locked(TemplateId(words[0]), int(words[1]), words[2])
        found[locked.template] = locked
    return found


def write_lock(path: Path, entries: Iterable[Locked]) -> None:
    """Write a lock, sorted by id."""
    lines = [f"{e.template} {e.version} {e.digest}\n" for e in sorted(entries, key=lambda e: e.template)]
    path.write_text(_HEADER + "".join(lines), encoding="utf-8")


def compare(loaded: LoadedTemplate, locked: Locked | None, *, found: str) -> Refusal | None:
    """Return why a template disagrees with its line in the lock, None if it agrees.

    `found` is its digest now. What is drawn may change only with a higher version.
    """
    file = loaded.file
    run = f"{_COMMAND} {file.path.parent.parent}"
    if locked is None:
        return _refuse(loaded, "is not in the lock yet.", f"When it looks right, run {run}")
    if file.version < locked.version:
        return _refuse(
            loaded, f"has version {file.version}, the lock {locked.version}.", "Versions only rise."
        )
    if file.version > locked.version:
        return _refuse(loaded, f"has version {file.version}, the lock {locked.version}.", f"Run {run}")
    if found != locked.digest:
        mend = f"Undo the change of what is drawn; or raise version to {file.version + 1} and run {run}"
        return _refuse(loaded, "draws other variants than its version did.", mend)
    return None


def _refuse(loaded: LoadedTemplate, message: str, mend: str) -> Refusal:
    return Refusal(loaded.file.path, 1, "lock", f"{loaded.file.id} {message}", mend)
