"""What the document says when it is read as a whole; each formula names its source."""
