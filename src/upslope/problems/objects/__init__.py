"""Building blocks: random mathematical objects, each with a stated guarantee that a test proves."""

from upslope.problems.objects.matrices import InvertiblePair, invertible_pair, matrix_of_rank, unimodular

__all__ = ["InvertiblePair", "invertible_pair", "matrix_of_rank", "unimodular"]
