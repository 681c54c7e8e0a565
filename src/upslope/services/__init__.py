"""Hold the use cases: one file each. They alone bring store and engine together; web only calls them."""
