"""Where pipes could be laid: streets, further routes and service lines as one graph."""
