"""The algorithms of the provider `enact`; one file each, all thin."""
