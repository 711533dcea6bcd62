"""Blocks (WPG § 3: enclosed by streets, rail, water) and the buildings in them."""
