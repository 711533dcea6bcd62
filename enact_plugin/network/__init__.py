"""District heating: graph of possible trenches, routing, sizing, supply, cost of heat, variants, projects."""
