"""Scenarios: how heat demand and its supply may go until the target year."""
