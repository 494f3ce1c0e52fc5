"""The panels around the surface: the route of the days, an exercise, the details, the clock."""
