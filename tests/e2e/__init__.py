"""Whole stories through the window, told by a facilitator's hands."""
