"""The drawing vocabulary of authors: everything a `figure(self)` or a concept's `figures.py` needs."""

from upslope.problems.figure import Figure
from upslope.problems.plot.bars import bars
from upslope.problems.plot.graph import Circle, Graph, layered
from upslope.problems.plot.numberline import NumberLine
from upslope.problems.plot.plane import Plane
from upslope.problems.plot.space import Space

__all__ = ["Circle", "Figure", "Graph", "NumberLine", "Plane", "Space", "bars", "layered"]
