"""Gestures on the canvas: one class each, and each can be cancelled at any moment without a trace."""
