"""Read: each function returns values, never rows, in a bounded number of indexed steps."""
