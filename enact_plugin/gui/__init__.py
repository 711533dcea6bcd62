"""Dialogs: they hold no logic of their own, read layers, and start the algorithms that Processing offers."""
