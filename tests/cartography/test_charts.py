"""Pictures of load and sensitivity, looked at by their colours."""

from __future__ import annotations

import numpy as np
import pandas as pd
from PIL import Image

from enact_plugin.cartography.charts import load_picture, tornado_picture
from enact_plugin.reference.values import values

COLORS = {value.code: value.color for value in values("supply_plant")}


def share(path, color):
    """Share of the pixels of a colour."""
    pixels = np.asarray(Image.open(path).convert("RGB"), dtype=int).reshape(-1, 3)
    wanted = np.array([int(color[place : place + 2], 16) for place in (1, 3, 5)])
    return (np.abs(pixels - wanted).max(axis=1) < 4).mean()


def test_areas_of_the_plants_are_as_their_heat(tmp_path):
    load = np.linspace(3000, 500, 8760)
    base = np.minimum(load, 1000.0)
    heat = {"air_heat_pump": base, "gas_boiler": load - base, "chp": np.zeros(8760)}
    load_picture(load, heat, tmp_path / "a.png")
    found = share(tmp_path / "a.png", COLORS["gas_boiler"]) / share(
        tmp_path / "a.png", COLORS["air_heat_pump"]
    )
    assert abs(found / (heat["gas_boiler"].sum() / base.sum()) - 1) < 0.1
    assert share(tmp_path / "a.png", COLORS["chp"]) == 0, "what never runs is not in the legend"


def test_bars_go_up_and_down_from_the_base(tmp_path):
    table = pd.DataFrame({
        "number": [1, 2], "uncertainty": ["energy", "heat"], "low_value": [0.7, 0.7], "high_value": [1.4, 1.0],
        "low_ct_kwh": [10.0, 13.0], "high_ct_kwh": [16.0, 12.0],
    })  # fmt: skip
    tornado_picture(table, 12.0, tmp_path / "a.png")
    above, below = share(tmp_path / "a.png", "#b5483a"), share(tmp_path / "a.png", "#2f7fc4")
    # 4 and 1 above, 2 below
    assert abs(above / below - 2.5) < 0.3
    tornado_picture(table, 12.0, tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text().startswith("<?xml")
