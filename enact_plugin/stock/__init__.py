"""Building stock and census: every delivery becomes one table, and each figure says where it comes from."""
