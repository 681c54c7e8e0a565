"""Show a template to its author while it is being written: one page, reloaded on each save."""
