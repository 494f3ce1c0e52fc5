"""The drawing surface of a journey: what is seen, touched and read aloud."""
