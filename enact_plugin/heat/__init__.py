"""Heat: demand of buildings, blocks and street sections, densities, potentials, suitability, scenarios, balances."""
