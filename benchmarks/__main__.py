"""Run every benchmark, one after the other: `python -m benchmarks [NAME …]`."""

import importlib
import pkgutil
import sys

import benchmarks


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all of them; each has `main(arguments) -> int`."""
    found = sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_"))
    if unknown := set(names) - set(found):
        print(f"No benchmark is called {', '.join(sorted(unknown))}. There are: {', '.join(found)}.")
        return 2
    failed = 0
    for name in names or found:
        print(f"\n== {name} ==", flush=True)
        failed |= importlib.import_module(f"benchmarks.{name}").main([])
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
