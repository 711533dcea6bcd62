"""Potentials of renewable heat and of saving: roofs, ground, air, refurbishment."""
