"""One output, one file: each module of this folder holds an `OUTPUT` that the registry finds."""
