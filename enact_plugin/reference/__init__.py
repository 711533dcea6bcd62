"""Typed access to the tables in resources/tables; the only room that knows how they are stored."""
