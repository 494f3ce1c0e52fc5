"""Votes: methods as data, who may give how many dots, what came out."""
