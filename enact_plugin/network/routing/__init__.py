"""Routing: which of the possible trenches a network needs, on plain arrays of nodes and edges."""
