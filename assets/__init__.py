"""Everything Reisgenoot is filled with: programmes, exercises, themes, icons, fonts and texts."""
