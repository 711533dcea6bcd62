"""Pressure in pipes and what a pipe can carry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from ...reference.network_tables import water_properties

_LAMINAR = 2320.0
_HALVINGS = 50
_COLEBROOK_STEPS = 14  # each step leaves a tenth of the error
_W_KW = 1000.0


class Friction(Enum):
    """Law of the friction factor."""

    COLEBROOK = "colebrook"  # Colebrook, White 1939
    NIKURADSE = "nikuradse"  # 64/Re + rough pipe, as pandapipes' default


@dataclass(frozen=True)
class Water:
    """Properties of water at one temperature.

    Attributes
    ----------
    density_kg_m3, heat_capacity_j_kgk, viscosity_pa_s : float
    """

    density_kg_m3: float
    heat_capacity_j_kgk: float
    viscosity_pa_s: float


def water(temperature_c: float) -> Water:
    """Properties of water, between the rows of `water_properties.csv` in a straight line."""
    table = water_properties()
    return Water(*(float(np.interp(temperature_c, table[:, 0], table[:, k])) for k in (1, 2, 3)))


def mass_flow_kg_s(power_kw: np.ndarray, supply_c: float, return_c: float) -> np.ndarray:
    """Mass flow that carries a power between two temperatures.

    Parameters
    ----------
    power_kw : ndarray of float
    supply_c, return_c : float
        Supply above return.

    Returns
    -------
    ndarray of float
    """
    medium = water((supply_c + return_c) / 2)
    return power_kw * _W_KW / (medium.heat_capacity_j_kgk * (supply_c - return_c))


def friction_factor(
    reynolds: np.ndarray, inner_m: np.ndarray, roughness_m: float, law: Friction = Friction.COLEBROOK
) -> np.ndarray:
    """Friction factor after Darcy and Weisbach.

    Parameters
    ----------
    reynolds : ndarray of float
        Reynolds numbers; zero where nothing flows.
    inner_m : ndarray of float
        Inner diameters.
    roughness_m : float
    law : Friction
        Colebrook's equation by fixed-point steps from the rough pipe; below Reynolds 2,320 the flow is laminar.

    Returns
    -------
    ndarray of float
        Zero where nothing flows.
    """
    reynolds, inner_m = np.broadcast_arrays(np.asarray(reynolds, float), np.asarray(inner_m, float))
    flows = reynolds > 0
    at = np.where(flows, reynolds, 1.0)
    rough = 1 / (-2 * np.log10(roughness_m / (3.71 * inner_m))) ** 2
    if law is Friction.NIKURADSE:
        return np.where(flows, 64 / at + rough, 0.0)
    root = 1 / np.sqrt(rough)
    turbulent = np.maximum(at, _LAMINAR)
    for _ in range(_COLEBROOK_STEPS):
        root = -2 * np.log10(2.51 * root / turbulent + roughness_m / (3.71 * inner_m))
    factor = np.where(at < _LAMINAR, 64 / at, 1 / root**2)
    return np.where(flows, factor, 0.0)


def pressure_pa_m(
    flow_kg_s: np.ndarray,
    inner_m: np.ndarray,
    medium: Water,
    roughness_m: float,
    law: Friction = Friction.COLEBROOK,
) -> np.ndarray:
    """Pressure lost per metre of one pipe.

    Parameters
    ----------
    flow_kg_s, inner_m : ndarray of float
    medium : Water
    roughness_m : float
    law : Friction

    Returns
    -------
    ndarray of float
        In Pa/m.
    """
    area = np.pi / 4 * np.asarray(inner_m, float) ** 2
    speed = flow_kg_s / (medium.density_kg_m3 * area)
    reynolds = medium.density_kg_m3 * speed * inner_m / medium.viscosity_pa_s
    factor = friction_factor(reynolds, inner_m, roughness_m, law)
    return factor / inner_m * medium.density_kg_m3 / 2 * speed**2


def capacity_kg_s(
    inner_m: np.ndarray, medium: Water, roughness_m: float, limit_pa_m: float, limit_m_s: float
) -> np.ndarray:
    """Largest flow of pipes within both limits, by halving.

    Parameters
    ----------
    inner_m : ndarray of float, shape (n,)
    medium : Water
    roughness_m : float
    limit_pa_m, limit_m_s : float

    Returns
    -------
    ndarray of float, shape (n,)
    """
    inner_m = np.asarray(inner_m, float)
    high = medium.density_kg_m3 * np.pi / 4 * inner_m**2 * limit_m_s
    low = np.zeros_like(high)
    fits = pressure_pa_m(high, inner_m, medium, roughness_m) <= limit_pa_m
    top = high.copy()
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        good = pressure_pa_m(middle, inner_m, medium, roughness_m) <= limit_pa_m
        low, high = np.where(good, middle, low), np.where(good, high, middle)
    return np.where(fits, top, low)
