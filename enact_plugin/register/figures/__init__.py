"""Sums of the plants by area, carrier, class and year."""
