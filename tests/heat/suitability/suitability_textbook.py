"""Twelve areas as a textbook would describe them; what each is comes first, what it is not after it."""

from __future__ import annotations

import numpy as np
import pandas as pd

COMMON = {
    "heated_buildings": 40.0,
    "large_consumer_mwh": 60.0,
    "built_before_1979_share": 0.6,
    "existing_network": "none",
    "network_distance_m": 3000.0,
    "gas_share": 0.6,
    "gas_network": "present",
    "hydrogen_prospect": "none",
    "methane_prospect": "none",
    "source_mwh_a": 0.0,
    "source_distance_m": np.nan,
    "ground_share": 0.3,
    "air_share": 0.6,
    "saving_share": 0.3,
}
AREAS = {
    "old_town_with_network": {
        "useful_heat_mwh": 2700.0,
        "density_mwh_ha": 900.0,
        "line_density_kwh_m": 3500.0,
        "built_before_1979_share": 0.95,
        "existing_network": "inside",
        "network_distance_m": 0.0,
        "source_mwh_a": 4000.0,
        "source_distance_m": 800.0,
        "ground_share": 0.05,
        "air_share": 0.2,
        "saving_share": 0.2,
    },
    "plattenbau_estate": {  # a network beside it
        "useful_heat_mwh": 4000.0,
        "density_mwh_ha": 700.0,
        "line_density_kwh_m": 4000.0,
        "large_consumer_mwh": 900.0,
        "built_before_1979_share": 0.5,
        "existing_network": "near",
        "network_distance_m": 120.0,
        "source_mwh_a": 3000.0,
        "source_distance_m": 1000.0,
        "ground_share": 0.3,
        "air_share": 0.5,
    },
    "linear_village": {
        "useful_heat_mwh": 900.0,
        "density_mwh_ha": 120.0,
        "line_density_kwh_m": 650.0,
        "gas_share": 0.0,
        "gas_network": "none",
        "ground_share": 0.7,
        "air_share": 0.95,
        "source_mwh_a": 300.0,
        "source_distance_m": 900.0,
    },
    "new_build_estate": {
        "useful_heat_mwh": 350.0,
        "density_mwh_ha": 90.0,
        "line_density_kwh_m": 450.0,
        "built_before_1979_share": 0.0,
        "gas_share": 0.0,
        "gas_network": "none",
        "ground_share": 0.9,
        "air_share": 1.0,
        "saving_share": 0.05,
    },
    "industry_with_waste_heat": {
        "useful_heat_mwh": 5000.0,
        "density_mwh_ha": 500.0,
        "line_density_kwh_m": 3000.0,
        "large_consumer_mwh": 3000.0,
        "existing_network": "none",
        "hydrogen_prospect": "possible",
        "source_mwh_a": 12000.0,
        "source_distance_m": 100.0,
        "ground_share": 0.1,
        "air_share": 0.4,
        "saving_share": 0.15,
    },
    "family_houses_1970s": {
        "useful_heat_mwh": 800.0,
        "density_mwh_ha": 250.0,
        "line_density_kwh_m": 900.0,
        "large_consumer_mwh": 40.0,
        "built_before_1979_share": 0.9,
        "gas_share": 0.8,
        "ground_share": 0.7,
        "air_share": 0.9,
        "saving_share": 0.4,
    },
    "hospital_with_neighbours": {
        "useful_heat_mwh": 6000.0,
        "density_mwh_ha": 600.0,
        "line_density_kwh_m": 3200.0,
        "large_consumer_mwh": 4500.0,
        "source_mwh_a": 3000.0,
        "source_distance_m": 700.0,
        "ground_share": 0.2,
        "air_share": 0.4,
        "saving_share": 0.2,
    },
    "town_centre_without_network": {
        "useful_heat_mwh": 3000.0,
        "density_mwh_ha": 800.0,
        "line_density_kwh_m": 2800.0,
        "large_consumer_mwh": 400.0,
        "built_before_1979_share": 0.9,
        "source_mwh_a": 2000.0,
        "source_distance_m": 1200.0,
        "ground_share": 0.05,
        "air_share": 0.3,
        "saving_share": 0.25,
    },
    "farm_hamlet": {
        "useful_heat_mwh": 150.0,
        "density_mwh_ha": 30.0,
        "line_density_kwh_m": 200.0,
        "heated_buildings": 5.0,
        "built_before_1979_share": 0.8,
        "gas_share": 0.0,
        "gas_network": "none",
        "ground_share": 1.0,
        "air_share": 1.0,
        "saving_share": 0.4,
    },
    "hydrogen_plan_and_industry": {
        "useful_heat_mwh": 8000.0,
        "density_mwh_ha": 350.0,
        "line_density_kwh_m": 1400.0,
        "large_consumer_mwh": 6500.0,
        "gas_share": 0.95,
        "hydrogen_prospect": "confirmed",
        "ground_share": 0.1,
        "air_share": 0.3,
        "saving_share": 0.1,
    },
    "water_protection_narrow_plots": {  # no probes, no room for air: the planner excludes heat pumps
        "useful_heat_mwh": 1200.0,
        "density_mwh_ha": 450.0,
        "line_density_kwh_m": 1700.0,
        "built_before_1979_share": 0.9,
        "ground_share": 0.0,
        "air_share": 0.1,
        "source_mwh_a": 1000.0,
        "source_distance_m": 600.0,
        "methane_prospect": "possible",
    },
    "unknown_data": dict.fromkeys((*COMMON, "density_mwh_ha", "line_density_kwh_m"), np.nan)
    | {"useful_heat_mwh": 700.0},
}
EXCLUSIONS = [
    ("water_protection_narrow_plots", "decentral", "water_protection"),
    ("water_protection_narrow_plots", "decentral", "noise_space"),
]
TEXT = ("existing_network", "gas_network", "hydrogen_prospect", "methane_prospect")


def textbook_frame() -> pd.DataFrame:
    frame = pd.DataFrame.from_dict({name: COMMON | area for name, area in AREAS.items()}, orient="index")
    for name in TEXT:
        frame[name] = frame[name].astype(object).where(frame[name].notna(), None)
    return frame.rename_axis("block_id")


def textbook_exclusions() -> pd.DataFrame:
    return pd.DataFrame(EXCLUSIONS, columns=["block_id", "kind", "reason"])
