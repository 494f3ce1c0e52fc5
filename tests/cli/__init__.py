"""The command line, as a person uses it: in a process of its own."""
