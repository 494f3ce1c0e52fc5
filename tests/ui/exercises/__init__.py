"""The working surfaces, used as hands use them."""
