"""Heat lost by buried pipes."""

from __future__ import annotations

import numpy as np

from ...reference.network_tables import NetworkKind, network_rule

_MM_M = 1000.0


def loss_w_m(
    outer_mm: np.ndarray, casing_mm: np.ndarray, kind: NetworkKind, ground_c: float | None = None
) -> np.ndarray:
    """Heat lost per metre of trench by supply and return together, mean of the year.

    Resistance of the insulation and of the ground for each pipe alone (after EN 13941, without the mutual influence of
    the two pipes, which lowers the loss a little).

    Parameters
    ----------
    outer_mm, casing_mm : ndarray of float, shape (n,)
        Diameters of the steel pipe and of the casing.
    kind : NetworkKind
    ground_c : float, optional
        Temperature of the ground; that of the rules by default.

    Returns
    -------
    ndarray of float, shape (n,)
        In W/m; negative where the network is colder than the ground.
    """
    ground = network_rule("ground_c") if ground_c is None else ground_c
    conductance = conductance_w_mk(outer_mm, casing_mm)
    return conductance * ((kind.mean_supply_c - ground) + (kind.mean_return_c - ground))


def conductance_w_mk(outer_mm: np.ndarray, casing_mm: np.ndarray) -> np.ndarray:
    """Heat lost per metre of one pipe and kelvin above the ground.

    Parameters
    ----------
    outer_mm, casing_mm : ndarray of float, shape (n,)

    Returns
    -------
    ndarray of float, shape (n,)
        In W/(m·K).
    """
    outer_mm, casing_mm = np.asarray(outer_mm, float), np.asarray(casing_mm, float)
    depth_m = network_rule("cover_m") + casing_mm / _MM_M / 2
    insulation = np.log(casing_mm / outer_mm) / (2 * np.pi * network_rule("insulation_w_mk"))
    ground = np.log(4 * depth_m / (casing_mm / _MM_M)) / (2 * np.pi * network_rule("soil_w_mk"))
    return 1 / (insulation + ground)
