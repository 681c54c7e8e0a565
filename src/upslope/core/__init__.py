"""Ids, clock, random generator, errors: what every layer may use. Standard library only."""
