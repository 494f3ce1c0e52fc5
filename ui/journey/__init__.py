"""The tools beside the canvas: the outline, routes, comparison, personas, lanes and new journeys."""
