"""The program as it reaches a person: built, installed and started."""
