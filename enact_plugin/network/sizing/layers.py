"""Layers of a sized network; those of other variants stay in them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import EnactError, Finding, Severity
from ...outcome import Outcome, Source
from ...reference.network_tables import PipeSize
from ..variants import Named, pick, run_key, variant_outcomes
from .simultaneity import Simultaneity
from .sizing import PipeTree, Sized, SizingSettings, sized

PIPES, SIZING = "network_pipes", "network_sizing"
LAYERS = (PIPES, SIZING)
_PA_BAR, _HOURS, _WH_MWH = 1e5, 8760.0, 1e6


def sizing_layers(
    routes: GeoDataFrame,
    proposal: pd.DataFrame,
    settings: SizingSettings,
    source: Source,
    before: dict[str, pd.DataFrame | None],
    tell: Callable[[SizingSettings, Sized], str],
) -> dict[str, Outcome]:
    """Size the pipes of a variant.

    Parameters
    ----------
    routes : GeoDataFrame
        Layer ``network_routes``.
    proposal : DataFrame
        Row of the variant in ``network_proposals``.
    settings : SizingSettings
    source : Source
    before : dict
        Layers as they are; rows of other variants are carried over.
    tell : callable
        Assumptions and sources of a sizing in words.

    Returns
    -------
    dict
        Layer to outcome.

    Raises
    ------
    EnactError
        ``network_variant_empty`` where the variant connects nobody; those of `sized`.
    """
    named = pick(proposal, "")
    routes = routes[routes["variant"] == named.variant].reset_index(drop=True)
    if routes.empty:
        raise EnactError("network_variant_empty", variant=named.variant)
    tree = PipeTree(
        *(routes[name].to_numpy(dtype=int) for name in ("from_node", "to_node")),
        *(routes[name].to_numpy(dtype=float) for name in ("length_m", "power_kw")),
        routes["customers"].to_numpy(dtype=int),
    )
    found = sized(tree, settings)
    pipes = _pipes(routes, found)
    summary = _summary(pipes, found, named, settings.rule)
    base = str(proposal["run_key"].iloc[0])
    summary = summary.assign(
        figures=tell(settings, found),
        from_key=base,
        run_key=run_key(base, pipes.drop(columns="geometry"), summary),
    )
    assumptions = ("network_sizing_design", "network_sizing_losses")
    made = {PIPES: pipes, SIZING: summary}
    return variant_outcomes(made, before, named.variant, source, _findings(summary), assumptions)


def _pipes(routes: GeoDataFrame, found: Sized) -> GeoDataFrame:
    """Pipes with what the sizing found."""
    sizes: list[PipeSize] = found.size.tolist()
    eur_m = np.array([size.eur_m for size in sizes])
    length = routes["length_m"].to_numpy(dtype=float)
    cost = length * eur_m * routes["cost_factor"].to_numpy(dtype=float) + routes["crossings_eur"].to_numpy(
        dtype=float
    )
    table = {
        "pipe_id": routes["edge_id"],
        "variant": routes["variant"],
        "kind": routes["kind"],
        "street": routes["street"],
        "building_id": routes["building_id"],
        "dn": [size.dn for size in sizes],
        "inner_mm": [size.inner_mm for size in sizes],
        "length_m": length,
        "customers": routes["customers"],
        "simultaneity_percent": (100 * found.share).round(1),
        "peak_kw": found.peak_kw.round(2),
        "velocity_m_per_s": found.velocity_m_s.round(3),
        "pressure_pa_per_metre": found.pressure_pa_m.round(1),
        "pressure_bar": (found.lost_pa / _PA_BAR).round(4),
        "worst_path": found.on_worst_path,
        "loss_w_m": found.loss_w_m.round(2),
        "loss_mwh_a": (found.loss_w_m * length * _HOURS / _WH_MWH).round(4),
        "investment_eur": cost.round(),
        "from_node": routes["from_node"],
        "to_node": routes["to_node"],
    }
    return GeoDataFrame(pd.DataFrame(table), geometry=routes.geometry.to_numpy(), crs=routes.crs)


def _summary(pipes: GeoDataFrame, found: Sized, named: Named, rule: Simultaneity) -> pd.DataFrame:
    """The sizing in one row."""
    loss = float(pipes["loss_mwh_a"].sum())
    fed = named.heat_mwh_a + loss
    worst = pipes["worst_path"].to_numpy(dtype=bool)
    row = {
        "variant": named.variant,
        "network_kind": named.kind,
        "simultaneity": rule.value,
        "peak_kw": round(found.peak_total_kw, 1),
        "heat_mwh_a": named.heat_mwh_a,
        "loss_mwh_a": round(loss, 1),
        "loss_percent": round(100 * loss / fed, 1) if fed > 0 else None,
        "length_m": round(float(pipes["length_m"].sum()), 1),
        "largest_dn": int(pipes["dn"].max()),
        "worst_path_m": round(float(pipes["length_m"][worst].sum()), 1),
        "pressure_bar": round(float(found.lost_pa.max()) / _PA_BAR, 3),
        "pump_kw": round(found.pump_kw, 2),
        "investment_eur": float(pipes["investment_eur"].sum()),
    }
    return pd.DataFrame([row])


def _findings(summary: pd.DataFrame) -> tuple[Finding, ...]:
    row = summary.iloc[0]
    values = {
        "peak_kw": row["peak_kw"], "dn": int(row["largest_dn"]), "bar": row["pressure_bar"],
        "loss_mwh": row["loss_mwh_a"], "percent": row["loss_percent"],
    }  # fmt: skip
    return (Finding("network_sized", severity=Severity.NOTE, values=values),)
