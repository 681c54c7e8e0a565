"""Hold every template to its contract, which `upslope.problems` states: drawn, answered, set, told apart."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from upslope.core.errors import ContentError, Refusal
from upslope.curriculum.check.material import Material
from upslope.problems.front_matter import TemplateFile
from upslope.problems.loaded import load

Job = tuple[TemplateFile, Path | None, int]


def contract(material: Material, *, seeds: int, workers: int) -> Iterator[Refusal]:
    """Refuse what the contract of templates refuses; with 0 seeds, only what cannot be loaded."""
    if not seeds:
        yield from _loaded(material)
        return
    jobs = [(file, _shared(material, file), seeds) for file in material.drawn]
    if workers > 1:
        with ProcessPoolExecutor(workers) as pool:
            for refusals in pool.map(_check, jobs, chunksize=4):
                yield from refusals
    else:
        for job in jobs:
            yield from _check(job)


def _loaded(material: Material) -> Iterator[Refusal]:
    for file in material.drawn:
        try:
            material.curriculum.template(file.id)
        except ContentError as error:
            yield error.refusal


def _shared(material: Material, file: TemplateFile) -> Path | None:
    concept = material.curriculum.concept_of_template(file.id)
    return material.curriculum.pack(material.curriculum.concept(concept).pack).shared


def _check(job: Job) -> Sequence[Refusal]:
    file, shared, seeds = job
    try:
        template = load(file, shared)
        for level in range(1, file.level_count + 1):
            for seed in range(seeds):
                template.draw(level, seed)
    except ContentError as error:
        return (error.refusal,)
    return ()
