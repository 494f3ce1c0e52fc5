"""Everything Reisgenoot is filled with: programmes, exercises, themes, icons, fonts and texts."""

VERSION = "0.1.0"
"""The version of the program; the package that is built reads it here too."""
