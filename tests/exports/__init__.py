"""Paper is proved by reading the PDF back."""
