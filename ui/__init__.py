"""The windows of Reisgenoot and the glue between them."""
