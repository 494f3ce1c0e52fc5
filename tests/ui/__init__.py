"""The window: its rows, its questions, its notices and its safety."""
