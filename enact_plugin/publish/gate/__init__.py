"""The privacy gate: what may leave the workspace, in groups, rounded, and with a receipt."""
