"""Check packs: facts, lessons, snippets, formulas and templates; each mistake with file, line and mend."""

import argparse
import os
from collections import Counter
from pathlib import Path

from upslope.cli.content import find_roots


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope check` takes."""
    parser.add_argument(
        "paths", nargs="*", type=Path, help="packs, concepts or templates (default: all that ships)"
    )
    parser.add_argument(
        "--seeds", type=int, default=None, help="variants per level of each template (default: 60)"
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes to draw in")
    parser.add_argument("--notes", action="store_true", help="print what deserves a look, too")
    parser.add_argument(
        "--lock", action="store_true", help="bring variants.lock up to date for raised versions"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print refusals and a summary; return 1 if anything was refused."""
    from upslope.curriculum.check import SEEDS, check

    roots = find_roots(arguments.paths)
    if arguments.lock:
        from upslope.curriculum.check import update_locks

        for line in update_locks(roots, only=arguments.paths):
            print(line)
    seeds = SEEDS if arguments.seeds is None else arguments.seeds
    report = check(roots, only=arguments.paths, seeds=seeds, workers=arguments.workers)
    for refusal in report.refusals:
        print(refusal)
    if arguments.notes:
        for note in report.notes:
            print(f"note: {note}")
    print(
        f"{report.concepts} concepts, {report.lessons} lessons, {report.templates} templates"
        f" × {seeds} seeds a level: {len(report.refusals)} refused, {len(report.notes)} notes"
    )
    if report.notes and not arguments.notes:
        kinds = ", ".join(f"{count} {rule}" for rule, count in Counter(n.rule for n in report.notes).items())
        print(f"Notes ({kinds}) are printed with --notes.")
    return 0 if report.passed else 1
