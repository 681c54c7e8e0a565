"""Draw in another process, under another hash seed or Python, and compare digests.

`python -m upslope.problems.contract.determinism FILE.md …` prints id and digest of each template.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import upslope
from upslope.checking import spec_to_json
from upslope.core.errors import Refusal, UpslopeError
from upslope.core.ids import TemplateId
from upslope.problems.front_matter import TemplateFile, read_front_matter
from upslope.problems.loaded import LoadedTemplate, load

DIGEST_SEEDS = 20


def digest_of_everything(loaded: LoadedTemplate, *, seeds: int = DIGEST_SEEDS) -> str:
    """Return a digest over fields, every text, answer and slips of the first seeds of each level."""
    total = blake2b(digest_size=12)
    for level in range(1, loaded.file.level_count + 1):
        for seed in range(seeds):
            v = loaded.draw(level, seed)
            steps = [text for step in v.solution for text in (step.title, step.text)]
            slips = [text for slip in v.slips for text in (slip.name, spec_to_json(slip.answer))]
            figure = v.figure.svg if v.figure else ""
            told = [
                v.fields_json,
                v.statement,
                *v.hints,
                *steps,
                v.after,
                spec_to_json(v.answer),
                *slips,
                figure,
            ]
            total.update("\x1f".join(told).encode())
    return total.hexdigest()


def digests(
    files: Sequence[TemplateFile],
    *,
    hash_seed: int,
    python: str = sys.executable,
    pack_shared: Path | None = None,
    seeds: int = DIGEST_SEEDS,
) -> Mapping[TemplateId, str]:
    """Return the digest of each template as another process draws it.

    Raises UpslopeError where that process fails.
    """
    source = str(Path(upslope.__file__).parents[1])  # another Python has its own standard library
    environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": source}
    task = {"files": [str(file.path) for file in files], "shared": str(pack_shared or ""), "seeds": seeds}
    done = subprocess.run(
        [python, "-m", "upslope.problems.contract.determinism"],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode:
        raise UpslopeError(
            f"{python} cannot draw: {done.stderr.strip().splitlines()[-1:]}", "Mend the template first."
        )
    return {TemplateId(key): value for key, value in json.loads(done.stdout).items()}


def same_digests(
    files: Sequence[TemplateFile],
    *,
    pack_shared: Path | None = None,
    pythons: Sequence[str] = (sys.executable,),
) -> tuple[Refusal, ...]:
    """Return a refusal for each template that two hash seeds or two Pythons draw differently."""
    runs = [
        digests(files, hash_seed=seed, python=p, pack_shared=pack_shared) for p in pythons for seed in (0, 1)
    ]
    mend = "Look for a set's order, hash, id, repr of an object, or a float."
    return tuple(
        Refusal(file.path, 1, "determinism", f"{file.id} is drawn differently by another process.", mend)
        for file in files
        if len({run[file.id] for run in runs}) > 1
    )


def _main() -> None:
    task = json.load(sys.stdin)
    shared = Path(task["shared"]) if task["shared"] else None
    found = {}
    for name in task["files"]:
        loaded = load(read_front_matter(Path(name)), shared)
        found[loaded.file.id] = digest_of_everything(loaded, seeds=task["seeds"])
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    _main()
