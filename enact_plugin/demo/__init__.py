"""The fictitious municipality Musterstadt (AGS 99999999), at any size."""

from __future__ import annotations

from .town import Musterstadt, generate

__all__ = ["Musterstadt", "generate"]
