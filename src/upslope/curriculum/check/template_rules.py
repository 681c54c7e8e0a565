"""Hold every template to its contract, which `upslope.problems` states, and to its line in the lock."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from upslope.core.errors import ContentError, Refusal
from upslope.curriculum import katex
from upslope.curriculum.check.locks import locked_templates
from upslope.curriculum.check.material import Material
from upslope.problems.contract import STATIC_RULES, check_loaded
from upslope.problems.contract.examined import Examined, parse_code
from upslope.problems.front_matter import TemplateFile
from upslope.problems.loaded import LoadedTemplate, load
from upslope.problems.lock import Locked, compare, digest


@dataclass(frozen=True, slots=True)
class Job:
    """Hold what one process needs to check one template."""

    file: TemplateFile
    shared: Path | None
    locked: Locked | None
    seeds: int


def contract(material: Material, *, seeds: int, workers: int) -> Iterator[Refusal]:
    """Refuse what the contract of templates refuses; with 0 seeds, only what can be told without drawing."""
    jobs = _jobs(material, seeds)
    if workers > 1 and len(jobs) > 1:
        spawning = get_context("spawn")  # forking a process with threads may leave a lock taken for ever
        with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=spawning) as pool:
            for refusals in pool.map(check_one, jobs, chunksize=2):
                yield from refusals
    else:
        for job in jobs:
            yield from check_one(job)


def check_one(job: Job) -> tuple[Refusal, ...]:
    """Check one template."""
    try:
        loaded = load(job.file, job.shared)
        if not job.seeds:
            return static_refusals(loaded)
    except ContentError as error:
        return (error.refusal,)
    refusals = check_loaded(loaded, seeds=job.seeds, render=_set)
    try:
        disagreement = compare(loaded, job.locked, found=digest(loaded))
    except ContentError as error:
        return refusals or (error.refusal,)  # what cannot be drawn is refused for that already
    return (*refusals, disagreement) if disagreement else refusals


def static_refusals(loaded: LoadedTemplate) -> tuple[Refusal, ...]:
    """Return what the contract refuses without drawing."""
    examined = Examined(loaded, parse_code(loaded), (), None)
    return tuple(refusal for rule in STATIC_RULES for refusal in rule(examined))


def _jobs(material: Material, seeds: int) -> list[Job]:
    locked = locked_templates(material.raw.packs)
    jobs = []
    for file in material.drawn:
        concept = material.curriculum.concept(material.curriculum.concept_of_template(file.id))
        shared = material.curriculum.pack(concept.pack).shared
        jobs.append(Job(file, shared, locked.get(file.id), seeds))
    return jobs


def _set(tex: str, display: bool) -> str:
    """Set a formula for the contract. Raises ValueError where strict KaTeX refuses it."""
    reason = katex.refusal(tex, display)
    if reason:
        raise ValueError(reason)
    return tex
