"""Balance of final energy and emissions, and the tables that others ask of it (BISKO, SECAP)."""
