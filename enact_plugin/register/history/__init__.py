"""What each load of the register changed, and its state on any day."""
