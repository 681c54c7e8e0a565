"""Order the concepts: what may be learned now, what leads to a goal, what practising one also practises."""

from upslope.graph.dag import CLOSURE_CUT, CycleError, Graph, UnknownNodeError, build, find_cycle
from upslope.graph.layout import Layered, Placed, Route, layered, layout
from upslope.graph.overview import Band, GroupEdge, Overview, Spot, group_edges, overview

__all__ = [
    "CLOSURE_CUT",
    "Band",
    "CycleError",
    "Graph",
    "GroupEdge",
    "Layered",
    "Overview",
    "Placed",
    "Route",
    "Spot",
    "UnknownNodeError",
    "build",
    "find_cycle",
    "group_edges",
    "layered",
    "layout",
    "overview",
]
