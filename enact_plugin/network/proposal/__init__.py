"""From the layers of the workspace to a proposed network and its layers."""
