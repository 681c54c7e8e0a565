"""Read and check packs of content: concepts, lessons, courses, papers; turn their Markdown into HTML."""

from upslope.curriculum.curriculum import Curriculum
from upslope.curriculum.lesson import Lesson, LessonPoint
from upslope.curriculum.load import load
from upslope.curriculum.markup import Html, render, render_inline, render_learner_text
from upslope.curriculum.model import (
    AnswerKind,
    AssignmentPlan,
    Concept,
    Course,
    CourseItem,
    CourseUnit,
    Encompassing,
    Experiment,
    ItemKind,
    Pack,
    Paper,
    Point,
    Practice,
    Unit,
    UseSite,
)
from upslope.curriculum.roots import default_pack_root

__all__ = [
    "AnswerKind",
    "AssignmentPlan",
    "Concept",
    "Course",
    "CourseItem",
    "CourseUnit",
    "Curriculum",
    "Encompassing",
    "Experiment",
    "Html",
    "ItemKind",
    "Lesson",
    "LessonPoint",
    "Pack",
    "Paper",
    "Point",
    "Practice",
    "Unit",
    "UseSite",
    "default_pack_root",
    "load",
    "render",
    "render_inline",
    "render_learner_text",
]
