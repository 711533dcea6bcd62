"""Where plants are: published addresses, what has no place, what stands at a heat network."""
