"""Makes the textbook areas importable: ``from suitability_textbook import …``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
