"""Makes the model behind solar_yields.csv importable: ``from transposition import …``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
