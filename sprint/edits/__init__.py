"""Pure functions (document, intent) -> Diff, one module per subject. Nothing here writes."""
