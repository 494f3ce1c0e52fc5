"""The surfaces with sheets on a wall, worked as hands work them."""
