"""Metered consumption and chimney-sweep data: what suppliers deliver, checked by law, as constraints on the model."""
