"""Suitability of blocks for kinds of heat supply, and the proposal of supply areas made from it (WPG §§ 18, 19)."""
