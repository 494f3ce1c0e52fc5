"""Rehearsing a day at up to sixty times speed: real windows on a copy that is thrown away."""
