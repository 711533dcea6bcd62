"""Pipes of a network: power at the same time, diameters, pressure, losses."""
