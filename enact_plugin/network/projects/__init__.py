"""Areas of interest as projects: stages, tasks, dates, indicators."""
