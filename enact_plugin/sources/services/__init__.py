"""Services that deliver map layers: from an area of interest to files in the cache, one client for each protocol."""
