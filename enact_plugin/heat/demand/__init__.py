"""Heat need of buildings from published figures, and the final energy it takes."""
