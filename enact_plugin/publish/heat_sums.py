"""Heat of blocks and street sections as it may be shown: the maps of WPG Anlage 2 that rest on single buildings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ..errors import EnactError
from ..heat.density.classes import ClassShares, plan_ages_of, plan_types_of
from ..outcome import Source
from ..reference.columns import columns
from ..reference.heat_tables import carrier_groups, energy_columns
from ..reference.privacy_rules import Rules, privacy_limit, privacy_rules
from .gate.divisions import Division, Shown, figures, part_figures, protected, whole
from .gate.groups import Amounts, amounts_of, together
from .gate.merging import Neighbours
from .gate.released import Released, line_of, release, treatments
from .gate.restricted import on_restricted, without_restricted

BLOCKS, SECTIONS, TOTALS = "public_block_heat", "public_section_heat", "public_heat_totals"
_KWH_MWH = 1000.0
_PERCENT = 100.0
_MEASURED = ("measured", "measured_group", "register")
_NODE_M = 0.01  # ends of sections closer than this are one junction
_OTHER = "other_percent"


@dataclass(frozen=True)
class HeatInputs:
    """What the public heat figures are summed from.

    Attributes
    ----------
    stock, mixture, demand : DataFrame
        Layers ``building_stock``, ``building_mixture``, ``building_demand``.
    blocks, sections : GeoDataFrame
        Layers ``blocks``, ``street_sections``.
    of_block, of_section : DataFrame
        Tables ``building_blocks``, ``building_sections``.
    restricted : GeoDataFrame or None
        Layer ``restricted_sites``.
    holders : Series or None
        building_id to whoever holds it (housing companies, the municipality); others are held by one each.
    sources : tuple of Source
    """

    stock: GeoDataFrame
    mixture: pd.DataFrame
    demand: pd.DataFrame
    blocks: GeoDataFrame
    of_block: pd.DataFrame
    sections: GeoDataFrame
    of_section: pd.DataFrame
    restricted: GeoDataFrame | None = None
    holders: pd.Series | None = None
    sources: tuple[Source, ...] = ()
    rules: Rules = field(default_factory=privacy_rules)


@dataclass(frozen=True)
class _Contributors:
    """Heated buildings outside of restricted sites, and what they add."""

    building_id: pd.Series
    holder: np.ndarray
    heat: Amounts
    energy: Mapping[str, Amounts]
    types: ClassShares
    ages: ClassShares
    floor: Amounts
    restricted: int


def heat_sums(inputs: HeatInputs) -> dict[str, Released]:
    """Sum heat, energy, types and ages of blocks and sections, protected together.

    Parameters
    ----------
    inputs : HeatInputs

    Returns
    -------
    dict
        ``public_block_heat``, ``public_section_heat``, ``public_heat_totals``: MWh per year, MWh per hectare and year,
        kWh per metre and year, percent of final energy.

    Raises
    ------
    EnactError
        ``gate_nothing_left``.
    """
    who = _contributors(inputs)
    blocks = Division(
        "blocks", len(inputs.blocks), _place(who, inputs.of_block, inputs.blocks, "block_id"),
        block_neighbours(inputs.blocks), int(privacy_limit("merged_areas")),
    )  # fmt: skip
    sections = Division(
        "sections", len(inputs.sections), _place(who, inputs.of_section, inputs.sections, "section_id"),
        section_neighbours(inputs.sections), int(privacy_limit("merged_sections")),
    )  # fmt: skip
    of_blocks, of_sections = protected([blocks, sections], who.heat, inputs.rules)
    made = {
        BLOCKS: (_block_frame(inputs, who, of_blocks), of_blocks),
        SECTIONS: (_section_frame(inputs, who, of_sections), of_sections),
    }
    found = {
        layer: release(layer, frame, line_of(layer, shown, who.heat, who.restricted), inputs.sources)
        for layer, (frame, shown) in made.items()
    }
    line = found[BLOCKS].line
    found[TOTALS] = release(TOTALS, _totals(inputs, who), line, inputs.sources)
    return found


def _contributors(inputs: HeatInputs) -> _Contributors:
    demand = inputs.demand[inputs.demand["useful_heat_kwh"].gt(0)].reset_index(drop=True)
    stock = inputs.stock.set_index("building_id").reindex(demand["building_id"])
    cut = on_restricted(stock.geometry.to_numpy(), inputs.restricted)
    demand, stock = demand[~cut].reset_index(drop=True), stock[~cut]
    if demand.empty:
        raise EnactError("gate_nothing_left")
    keys = demand["building_id"]
    held = keys if inputs.holders is None else keys.map(inputs.holders).fillna(keys)
    holder = pd.factorize(held)[0]
    rules = inputs.rules

    def amounts(attribute: str, kwh: pd.Series | np.ndarray, measured: np.ndarray | None) -> Amounts:
        return amounts_of(attribute, np.asarray(kwh, dtype=float), holder, measured, rules)

    measured = demand["demand_source"].isin(_MEASURED).to_numpy()
    carrier = measured | demand["carrier_source"].isin(_MEASURED).to_numpy()
    energy: dict[str, Amounts] = {}
    groups = carrier_groups()
    for group in dict.fromkeys(groups.values()):
        names = [column for name, column in energy_columns().items() if groups[name] == group]
        energy[group] = amounts("energy", demand[names].sum(axis=1) / _KWH_MWH, carrier)
    floor_m2 = demand["floor_area_m2"].to_numpy(dtype=float)
    return _Contributors(
        keys,
        holder,
        amounts("heat", demand["useful_heat_kwh"] / _KWH_MWH, measured),
        energy,
        plan_types_of(stock),
        plan_ages_of(stock, inputs.mixture, keys),
        amounts("floor_area", np.nan_to_num(floor_m2), None),
        int(cut.sum()),
    )


def _place(who: _Contributors, members: pd.DataFrame, areas: GeoDataFrame, key: str) -> np.ndarray:
    of = who.building_id.map(members.set_index("building_id")[key])
    return pd.Index(areas[key]).get_indexer(of)


def block_neighbours(blocks: GeoDataFrame) -> Neighbours:
    """Blocks no farther apart than the width of a street; the nearer, the more they have in common."""
    shapes = blocks.geometry.to_numpy()
    first, second = shapely.STRtree(shapes).query(
        shapes, predicate="dwithin", distance=privacy_limit("neighbour_m")
    )
    once = first < second
    first, second = first[once], second[once]
    return Neighbours(first, second, 1 / (1 + shapely.distance(shapes[first], shapes[second])))


def section_neighbours(sections: GeoDataFrame) -> Neighbours:
    """Sections that meet at a junction; those of one street have more in common."""
    shapes = sections.geometry.to_numpy()
    ends = np.concatenate([shapely.get_point(_line(shapes), 0), shapely.get_point(_line(shapes), -1)])
    at = np.round(np.column_stack([shapely.get_x(ends), shapely.get_y(ends)]) / _NODE_M).astype(np.int64)
    _, node = np.unique(at, axis=0, return_inverse=True)
    pairs = pd.DataFrame({"node": node.ravel(), "row": np.tile(np.arange(len(shapes)), 2)})
    both = pairs.merge(pairs, on="node")
    both = both[both["row_x"] < both["row_y"]].drop_duplicates(["row_x", "row_y"])
    first, second = both["row_x"].to_numpy(), both["row_y"].to_numpy()
    street = sections["street"].fillna("").to_numpy()
    same = (street[first] == street[second]) & (street[first] != "")
    return Neighbours(first, second, np.where(same, 2.0, 1.0))


def _line(shapes: np.ndarray) -> np.ndarray:
    """Line strings; of those in several parts the first."""
    several = shapely.get_type_id(shapes) == shapely.GeometryType.MULTILINESTRING
    return np.where(several, shapely.get_geometry(shapes, 0), shapes)


def _unions(shapes: np.ndarray, shown: Shown, sites: GeoDataFrame | None) -> np.ndarray:
    """Shapes of the unions shown, less what is restricted."""
    groups = shown.groups
    result = shapes[groups].copy()
    number = np.searchsorted(groups, shown.union)
    size = np.bincount(number[shown.union >= 0], minlength=len(groups))
    for group in np.flatnonzero(size > 1).tolist():
        result[group] = shapely.union_all(shapes[shown.union == groups[group]])
    return without_restricted(result, sites)


@dataclass(frozen=True)
class _Areas:
    """Rows of a layer: the unions shown, then each area that is not."""

    shown: Shown
    shapes: np.ndarray
    hidden: np.ndarray
    treatment: np.ndarray

    def rows(self, values: np.ndarray) -> np.ndarray:
        """Values of the unions, nothing for the others."""
        empty = np.full(len(self.hidden), None if values.dtype == object else np.nan, dtype=values.dtype)
        return np.concatenate([values, empty])

    def of_first(self, values: np.ndarray) -> np.ndarray:
        """What the area that names the union has."""
        return np.concatenate([values[self.shown.groups], values[self.hidden]])

    def summed(self, values: np.ndarray) -> np.ndarray:
        """Sum of a public figure of the areas over the unions."""
        shown = self.shown.union >= 0
        number = np.searchsorted(self.shown.groups, self.shown.union[shown])
        sums = np.bincount(number, weights=values[shown], minlength=len(self.shown.groups))
        return np.concatenate([sums, values[self.hidden]])


def _areas(frame: GeoDataFrame, shown: Shown, sites: GeoDataFrame | None) -> _Areas:
    shapes = frame.geometry.to_numpy()
    hidden = np.flatnonzero((shown.union < 0) & (shown.before > 0))
    handled = treatments(shown)
    return _Areas(
        shown,
        np.concatenate([_unions(shapes, shown, sites), without_restricted(shapes[hidden], sites)]),
        hidden,
        np.concatenate([handled[shown.groups], handled[hidden]]),
    )


def _block_frame(inputs: HeatInputs, who: _Contributors, shown: Shown) -> GeoDataFrame:
    rules, blocks = inputs.rules, inputs.blocks
    areas = _areas(blocks, shown, inputs.restricted)
    heat = areas.rows(figures(shown, who.heat, rules))
    energy = part_figures(shown, who.energy, rules)
    energy_all = figures(shown, together(list(who.energy.values())), rules)
    shares = {f"{name}_percent": _share(part, energy_all) for name, part in energy.items()}
    told = np.nansum([*energy.values()], axis=0)
    partly = np.isnan([*energy.values()]).any(axis=0) & np.isfinite(energy_all)
    area_ha = areas.summed(blocks["area_ha"].to_numpy(dtype=float))
    data = {
        "area_id": areas.of_first(blocks["block_id"].to_numpy(dtype=object)),
        "treatment": areas.treatment,
        "areas": areas.summed(np.ones(len(blocks))),
        "area_ha": area_ha.round(2),
        "heat_mwh_a": heat,
        "density_mwh_ha": (heat / area_ha).round(0),
        "final_energy_mwh_a": areas.rows(energy_all),
        **{name: areas.rows(share) for name, share in shares.items()},
        _OTHER: areas.rows(np.where(partly, _share(energy_all - told, energy_all), np.nan)),
        "prevailing_type": areas.rows(_prevailing(who.types, who.floor, shown, rules)),
        "prevailing_age": areas.rows(_prevailing(who.ages, who.floor, shown, rules)),
    }
    return _frame(BLOCKS, data, areas, blocks)


def _section_frame(inputs: HeatInputs, who: _Contributors, shown: Shown) -> GeoDataFrame:
    sections = inputs.sections
    areas = _areas(sections, shown, inputs.restricted)
    heat = areas.rows(figures(shown, who.heat, inputs.rules))
    length_m = areas.summed(sections["length_m"].to_numpy(dtype=float))
    data = {
        "area_id": areas.of_first(sections["section_id"].to_numpy(dtype=object)),
        "treatment": areas.treatment,
        "areas": areas.summed(np.ones(len(sections))),
        "street": areas.of_first(sections["street"].to_numpy(dtype=object)),
        "length_m": length_m.round(1),
        "heat_mwh_a": heat,
        "line_density_kwh_m": (heat * _KWH_MWH / length_m).round(0),
    }
    return _frame(SECTIONS, data, areas, sections)


def _frame(layer: str, data: Mapping[str, np.ndarray], areas: _Areas, like: GeoDataFrame) -> GeoDataFrame:
    table = pd.DataFrame(data)[[column.name for column in columns(layer)]]
    table["areas"] = table["areas"].astype("Int64")
    frame = GeoDataFrame(table, geometry=areas.shapes, crs=like.crs)
    left = ~frame.geometry.is_empty  # wholly inside of a restricted site
    return frame[left].sort_values("area_id", ignore_index=True)


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    share = np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return (_PERCENT * share).clip(0, _PERCENT).round(0)


def _prevailing(shares: ClassShares, floor: Amounts, shown: Shown, rules: Rules) -> np.ndarray:
    """Class with the largest floor area of each union; none where the rules forbid."""
    place, count = shown.place, len(shown.groups)
    inside = place >= 0
    weighted = shares.matrix * floor.value[:, None]
    sums = np.column_stack([np.bincount(place[inside], column[inside], count) for column in weighted.T])
    codes = np.array(shares.classes, dtype=object)[sums.argmax(axis=1)]
    allowed = np.isfinite(figures(shown, floor, rules)) & (sums.sum(axis=1) > 0)
    return np.where(allowed, codes, None)


def _totals(inputs: HeatInputs, who: _Contributors) -> pd.DataFrame:
    """Sums over the municipality, outside of blocks too; carriers of few buildings go together, as in the blocks."""
    town = whole(len(who.holder))
    found = {"heat": figures(town, who.heat, inputs.rules)[0]}
    found["final_energy"] = figures(town, together(list(who.energy.values())), inputs.rules)[0]
    parts = part_figures(town, who.energy, inputs.rules)
    found |= {f"{name}_energy": part[0] for name, part in parts.items()}
    return pd.DataFrame({"figure": list(found), "value_mwh_a": list(found.values())})
