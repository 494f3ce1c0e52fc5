"""The room screen: what the participants see, on a display of its own or in place of the facilitator's window."""
