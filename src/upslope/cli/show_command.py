"""Print one variant of a template as the learner of a dispute saw it, with answer, slips and fields."""

import argparse

from upslope.cli.content import find_template


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope show` takes."""
    parser.add_argument("template", help="id of the template, or one of its files")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--level", type=int, default=1)
    parser.add_argument("--fields", help="stored fields (JSON) to replay instead of drawing")


def run(arguments: argparse.Namespace) -> int:
    """Print the variant's texts as Markdown."""
    from upslope.checking import check
    from upslope.problems.typed import one_line, typed

    _, template = find_template(arguments.template)
    if arguments.fields:
        variant = template.replay(arguments.level, arguments.seed, arguments.fields)
    else:
        variant = template.draw(arguments.level, arguments.seed)
    which = f"version {variant.version}, level {variant.level}, seed {variant.seed}"
    print(f"# {template.file.title} ({variant.template}, {which})\n")
    print(variant.statement)
    for number, hint in enumerate(variant.hints, 1):
        print(f"\n## Hint {number}\n{hint}")
    for number, step in enumerate(variant.solution, 1):
        print(f"\n## Step {number}: {step.title}\n{step.text}")
    if variant.after:
        print(f"\n## After\n{variant.after}")
    print(f"\n## Answer\n{one_line(typed(variant.answer))}")
    for slip in variant.slips:
        response = typed(slip.answer, shown=variant.answer)
        verdict = check(variant.answer, response, slips=variant.slips)
        told = variant.feedback(slip.name, verdict)
        print(f"\n## Slip {slip.name}: {one_line(response)}\n{told.headline}\n{told.text}")
    print(f"\n## Fields\n{variant.fields_json}")
    return 0
