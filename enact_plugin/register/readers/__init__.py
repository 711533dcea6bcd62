"""Readers of the register's files: web CSV, answers of the endpoint, tables of open-mastr."""
