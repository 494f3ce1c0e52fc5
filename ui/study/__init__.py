"""The study: who takes part, what they agree to, what they say and answer, and what the team makes of it."""
