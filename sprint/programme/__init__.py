"""The content of a sprint as data: exercises, programmes, and the check that a programme can be run."""
