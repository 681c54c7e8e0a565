"""Check packs: one function per rule, each refusal with file, line, rule and mend."""

from upslope.curriculum.check.locks import update_locks
from upslope.curriculum.check.report import Report
from upslope.curriculum.check.run import SEEDS, check

__all__ = ["SEEDS", "Report", "check", "update_locks"]
