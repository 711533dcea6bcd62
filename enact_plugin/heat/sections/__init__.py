"""Street sections between two junctions, and the buildings along them."""
