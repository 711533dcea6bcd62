"""What a delivery of buildings does not say: taken from the next best source, and marked by it."""
