"""Heat density of blocks and of a grid, heat line density of street sections."""
