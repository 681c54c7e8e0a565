"""The vocabulary of template authors, and the engine that draws, renders and checks templates.

Names are imported when they are first used, so that listing the front matter of all templates costs no
more than reading them. `docs/templates.md` describes every name authors may use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction as Fraction

    from upslope.checking import Answer as Answer
    from upslope.checking import Basis as Basis
    from upslope.checking import Choice as Choice
    from upslope.checking import Equation as Equation
    from upslope.checking import Expr as Expr
    from upslope.checking import Expression as Expression
    from upslope.checking import Facts as Facts
    from upslope.checking import Interval as Interval
    from upslope.checking import Matrix as Matrix
    from upslope.checking import MatrixAnswer as MatrixAnswer
    from upslope.checking import Number as Number
    from upslope.checking import Ordering as Ordering
    from upslope.checking import Parts as Parts
    from upslope.checking import Piece as Piece
    from upslope.checking import Range as Range
    from upslope.checking import SetAnswer as SetAnswer
    from upslope.checking import Shape as Shape
    from upslope.checking import TupleAnswer as TupleAnswer
    from upslope.checking import Value as Value
    from upslope.checking import Vector as Vector
    from upslope.checking import abs_ as abs_
    from upslope.checking import arctan as arctan
    from upslope.checking import cos as cos
    from upslope.checking import e as e
    from upslope.checking import exp as exp
    from upslope.checking import function as function
    from upslope.checking import infinity as infinity
    from upslope.checking import ln as ln
    from upslope.checking import log as log
    from upslope.checking import pi as pi
    from upslope.checking import root as root
    from upslope.checking import sin as sin
    from upslope.checking import sqrt as sqrt
    from upslope.checking import tan as tan
    from upslope.core.rng import Rng as Rng
    from upslope.problems.figure import Figure as Figure
    from upslope.problems.front_matter import TemplateFile as TemplateFile
    from upslope.problems.front_matter import read_front_matter as read_front_matter
    from upslope.problems.loaded import Drawn as Drawn
    from upslope.problems.loaded import LoadedTemplate as LoadedTemplate
    from upslope.problems.loaded import load as load
    from upslope.problems.template import Redraw as Redraw
    from upslope.problems.template import Template as Template
    from upslope.problems.template import derived as derived
    from upslope.problems.tex import Tex as Tex
    from upslope.problems.variant import SlipText as SlipText
    from upslope.problems.variant import Step as Step
    from upslope.problems.variant import Variant as Variant

_CHECKING = (
    "Answer Basis Choice Equation Expr Expression Facts Interval Matrix MatrixAnswer Number Ordering Parts "
    "Piece Range SetAnswer Shape TupleAnswer Value Vector abs_ arctan cos e exp function infinity ln log pi "
    "root sin sqrt tan"
)
_HOMES: dict[str, str] = {
    **dict.fromkeys(_CHECKING.split(), "upslope.checking"),
    "Fraction": "fractions",
    "Rng": "upslope.core.rng",
    "Figure": "upslope.problems.figure",
    **dict.fromkeys(("TemplateFile", "read_front_matter"), "upslope.problems.front_matter"),
    **dict.fromkeys(("Drawn", "LoadedTemplate", "load"), "upslope.problems.loaded"),
    **dict.fromkeys(("Redraw", "Template", "derived"), "upslope.problems.template"),
    "Tex": "upslope.problems.tex",
    **dict.fromkeys(("SlipText", "Step", "Variant"), "upslope.problems.variant"),
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - one table says what there is and where it lives


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
