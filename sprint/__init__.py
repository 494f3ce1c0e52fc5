"""Reisgenoot without a window: the document, its edits, the programme, the clock and the store."""
