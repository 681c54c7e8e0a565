"""Hold one module for each kind of answer; `registry` pairs them with their specifications."""
