"""The print window: everything that can be printed now, previewed page by page, and made in one go."""
