"""Everything that is printed or handed over; it knows the document and never the window."""
