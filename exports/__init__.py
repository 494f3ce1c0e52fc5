"""Everything that is printed or handed over, made from the same document as the screen."""
