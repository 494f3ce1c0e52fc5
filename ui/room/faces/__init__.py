"""The faces of the room screen, one class each."""
