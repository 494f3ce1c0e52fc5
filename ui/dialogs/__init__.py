"""Windows in front of the window: questions, forms and lists that are closed again."""
