"""The working surfaces of exercises: each module with a `NAME` and a `Surface` is one of them."""
