"""From the layers of a workspace to a project a planner can open: styles, tree, themes, forms, notes, layouts."""
