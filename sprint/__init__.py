"""The whole product without a window: document, edits, programme, clock, insight and store."""
