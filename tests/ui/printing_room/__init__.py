"""The print window, with a process that makes the pages and a person at the keys."""
