"""Delivered totals as constraints on the modelled demand.

The modelled final energy of a group's buildings is scaled so that its sum is the delivered total. The scaled parts are
addresses of buildings: a building with two entrances whose consumption is delivered one by one gets the sum of both.
Where groups hold the same address, all totals are met at once by iterative proportional fitting (Deming and Stephan
1940), which changes the modelled figures as little as the totals allow; each round scales every group once.

A total is shared out in the proportions of the model and never becomes one building's value, unless the delivery is
about a single building; nor may two totals tell one by their difference. What cannot be right is not applied: a factor
far from one tells of a wrong unit, a wrong carrier or a wrong match rather than of the group's buildings, and would be
carried into each of them. Such groups keep the modelled figures and are reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import pandas as pd

from ...errors import Finding, Severity
from .members import KEY, Members
from .rules import grid_of, metered_rule

EXAMPLES = 3
MEASURED, MEASURED_GROUP = "measured", "measured_group"


class Figure(Enum):
    """Which of the delivered figures the model is scaled to."""

    RAW = "consumption_kwh_a"  # balances
    CORRECTED = (
        "consumption_corrected_kwh_a"  # where the model is that of a usual year: scenarios, comparisons
    )


class GroupState(Enum):
    """What became of a delivered total."""

    APPLIED = "applied"
    NO_VALUE = "no_value"
    NO_BUILDING = "no_building"
    INCOMPLETE = "incomplete"  # the total is also that of house numbers that are not found or not modelled
    NOTHING_MODELLED = "nothing_modelled"  # no building of the group has this carrier in the model
    ONE_WITH_CARRIER = "one_with_carrier"  # the total of several would become the value of one
    NESTED = "nested"  # less another group it would tell one building's value
    IMPLAUSIBLE = "implausible"
    CONTRADICTORY = "contradictory"  # the totals of overlapping groups cannot all be true


@dataclass(frozen=True)
class Modelled:
    """Modelled final energy.

    Attributes
    ----------
    buildings : DataFrame, shape (b,)
        building_id, final_kwh : final energy per year, all carriers; missing where nothing could be modelled.
    carriers : DataFrame, long
        building_id, carrier (list heat_carrier), share of final_kwh.
    """

    buildings: pd.DataFrame
    carriers: pd.DataFrame


@dataclass(frozen=True)
class Constrained:
    """The model under the delivered totals.

    Attributes
    ----------
    buildings : DataFrame, shape (b,)
        building_id, factor of the final energy, final_kwh after it; source : ``measured`` where all that was applied to
        the building is about it alone, ``measured_group`` where it shares a total, None where nothing was applied.
    carriers : DataFrame, long
        building_id, carrier, factor, final_kwh after it, source. What sums over carriers takes these: a carrier that
        was not delivered keeps factor 1.
    parts : DataFrame
        key, grid, building_id, address, modelled_kwh, final_kwh: what each applied total was shared out to; the sum of
        final_kwh over a group is its total.
    groups : DataFrame
        key, grid, buildings (with demand), supplied (those with this carrier), modelled_kwh, delivered_kwh, factor
        (delivered by modelled), state.
    rounds : int
        Rounds of the fitting.
    findings : tuple of Finding
    """

    buildings: pd.DataFrame
    carriers: pd.DataFrame
    parts: pd.DataFrame
    groups: pd.DataFrame
    rounds: int
    findings: tuple[Finding, ...] = ()


def constrain(
    modelled: Modelled,
    members: Members,
    deliveries: pd.DataFrame,
    figure: Figure = Figure.RAW,
    key: str = KEY,
) -> Constrained:
    """Scale the modelled final energy to the delivered totals.

    Parameters
    ----------
    modelled : Modelled
    members : Members
        Of `match_members`; may hold more deliveries than are applied here.
    deliveries : DataFrame, shape (g,)
        key, heat_carrier and the figure; lawful rows only (`keep_lawful`).
    figure : Figure
    key : str

    Returns
    -------
    Constrained
        Factor 1 for each building about which nothing was delivered.
    """
    deliveries = deliveries.sort_values(key, key=lambda column: column.astype(str)).reset_index(drop=True)
    grids = deliveries["heat_carrier"].map(grid_of)
    total = pd.to_numeric(deliveries[figure.value], errors="coerce").to_numpy(dtype=float)
    carriers = _carriers(modelled)
    parts = _parts(members, deliveries[key], grids, carriers, modelled.buildings, key)
    groups = _groups(deliveries[key], grids, total, parts, members)
    atoms = _Atoms.of(parts)
    states, energy, rounds = _fitted(groups, atoms, parts["building_id"])
    groups = groups.assign(state=states)
    parts = parts.assign(final_kwh=energy[atoms.atom])
    applied = parts[(groups["state"] == GroupState.APPLIED).to_numpy()[parts["group"]]]
    by_grid = _by_grid(applied, groups, carriers)
    carriers = carriers.merge(by_grid, on=["building_id", "grid"], how="left")
    carriers["factor"] = carriers["factor"].fillna(1.0)
    carriers["source"] = carriers["source"].astype(object).where(carriers["source"].notna(), None)
    carriers["final_kwh"] = carriers["modelled_kwh"] * carriers["factor"]
    return Constrained(
        buildings=_buildings(modelled.buildings, carriers),
        carriers=carriers[["building_id", "carrier", "factor", "final_kwh", "source"]],
        parts=applied.rename(columns={"row": key})[
            [key, "grid", "building_id", "address", "modelled_kwh", "final_kwh"]
        ].reset_index(drop=True),
        groups=groups.drop(columns=["coverage", "group"]).rename(columns={"row": key}),
        rounds=rounds,
        findings=_findings(groups, rounds, carriers),
    )


# ---- what is scaled -------------------------------------------------------------------------------------------------


def _carriers(modelled: Modelled) -> pd.DataFrame:
    """building_id, carrier, grid, share, modelled_kwh of each carrier of a building."""
    final = modelled.buildings.set_index("building_id")["final_kwh"].astype(float)
    frame = modelled.carriers[["building_id", "carrier", "share"]].reset_index(drop=True)
    energy = frame["share"].astype(float) * frame["building_id"].map(final)
    return frame.assign(grid=frame["carrier"].map(grid_of), modelled_kwh=energy.fillna(0.0))


def _parts(
    members: Members,
    keys: pd.Series,
    grids: pd.Series,
    carriers: pd.DataFrame,
    buildings: pd.DataFrame,
    key: str,
) -> pd.DataFrame:
    """One row per delivery and address of a building, with the energy modelled for it.

    row, group (position of the delivery), grid, building_id, address, modelled_kwh; heated, known : bool, whether the
    building has demand, and whether it could be modelled.
    """
    index = pd.Index(keys)
    parts = members.parts.rename(columns={key: "row"})
    parts = parts[parts["row"].isin(index)].reset_index(drop=True)
    group = index.get_indexer(parts["row"])
    grid = grids.to_numpy(dtype=object)[group]
    energy = carriers.groupby(["building_id", "grid"])["modelled_kwh"].sum()
    places = pd.MultiIndex.from_arrays([parts["building_id"], grid])
    whole = energy.reindex(places).fillna(0.0).to_numpy() if len(energy) else np.zeros(len(parts))
    final = parts["building_id"].map(buildings.set_index("building_id")["final_kwh"].astype(float))
    parts = parts.assign(
        group=group,
        grid=grid,
        modelled_kwh=whole * parts["share"].to_numpy(dtype=float),
        heated=(final > 0).to_numpy(dtype=bool),
        known=final.notna().to_numpy(dtype=bool),
    )
    return parts.sort_values(["group", "building_id", "address"], kind="stable").reset_index(drop=True)


def _groups(
    keys: pd.Series, grids: pd.Series, total: np.ndarray, parts: pd.DataFrame, members: Members
) -> pd.DataFrame:
    """One row per delivery: row, grid, buildings, supplied, modelled_kwh, delivered_kwh, factor, coverage."""
    index = pd.RangeIndex(len(keys))
    by_group = parts.groupby("group")
    modelled = by_group["modelled_kwh"].sum().reindex(index, fill_value=0.0).to_numpy(dtype=float)
    buildings = parts[parts["heated"]].groupby("group")["building_id"].nunique().reindex(index, fill_value=0)
    supplied = (
        parts[parts["modelled_kwh"] > 0]
        .groupby("group")["building_id"]
        .nunique()
        .reindex(index, fill_value=0)
    )
    found = by_group["address"].nunique().reindex(index, fill_value=0).to_numpy()
    usable = (
        parts[parts["known"]].groupby("group")["address"].nunique().reindex(index, fill_value=0).to_numpy()
    )
    missing = members.house_numbers["missing"].reindex(pd.Index(keys)).fillna(0).to_numpy()
    everything = found + missing
    return pd.DataFrame(
        {
            "group": index,
            "row": keys,
            "grid": grids,
            "buildings": buildings.to_numpy(),
            "supplied": supplied.to_numpy(),
            "modelled_kwh": modelled,
            "delivered_kwh": total,
            "factor": np.divide(total, modelled, out=np.full(len(total), np.nan), where=modelled > 0),
            "coverage": np.divide(usable, everything, out=np.zeros(len(total)), where=everything > 0),
        }
    )


@dataclass(frozen=True)
class _Atoms:
    """Addresses of buildings by grid, the smallest parts, and which groups hold them.

    Attributes
    ----------
    group, atom : ndarray of int, shape (p,)
        Of each row of the parts.
    energy : ndarray of float, shape (a,)
        Modelled [kWh].
    """

    group: np.ndarray
    atom: np.ndarray
    energy: np.ndarray

    @classmethod
    def of(cls, parts: pd.DataFrame) -> _Atoms:
        """Number the atoms of the parts."""
        atom = parts.groupby(["building_id", "address", "grid"], sort=False).ngroup().to_numpy(dtype=int)
        energy = np.zeros(atom.max() + 1 if len(atom) else 0)
        energy[atom] = parts["modelled_kwh"].to_numpy(dtype=float)
        return cls(parts["group"].to_numpy(dtype=int), atom, energy)

    def only(self, groups: np.ndarray) -> _Atoms:
        """Atoms with demand in the groups of this mask."""
        here = groups[self.group] & (self.energy[self.atom] > 0)
        return _Atoms(self.group[here], self.atom[here], self.energy)

    def sums(self, energy: np.ndarray, groups: int) -> np.ndarray:
        """Energy of each group."""
        return np.bincount(self.group, weights=energy[self.atom], minlength=groups)


def _fitted(groups: pd.DataFrame, atoms: _Atoms, building: pd.Series) -> tuple[np.ndarray, np.ndarray, int]:
    """State of each group, energy of each atom under the totals that hold, and the rounds needed."""
    states = _states(groups)
    total = groups["delivered_kwh"].to_numpy(dtype=float)
    states[_nested(atoms, building.to_numpy(dtype=object), states == GroupState.APPLIED)] = GroupState.NESTED
    held = atoms.only(states == GroupState.APPLIED)
    energy, rounds = _fit(held, total)
    component = _components(held, len(total))
    tolerance = metered_rule("fit_tolerance")
    off = np.abs(held.sums(energy, len(total)) - total) > tolerance * np.abs(total)
    applied = np.isin(np.arange(len(total)), held.group)
    contradictory = applied & np.isin(component, component[applied & off])
    ratio = np.divide(energy, atoms.energy, out=np.ones_like(energy), where=atoms.energy > 0)
    extreme = np.unique(held.group[~_plausible(ratio)[held.atom]])
    implausible = applied & np.isin(component, component[extreme]) & ~contradictory
    states[contradictory] = GroupState.CONTRADICTORY
    states[implausible] = GroupState.IMPLAUSIBLE
    given_up = (contradictory | implausible)[held.group]
    energy[held.atom[given_up]] = atoms.energy[held.atom[given_up]]
    return states, energy, rounds


def _states(groups: pd.DataFrame) -> np.ndarray:
    """What can be said about each group by itself."""
    coverage = groups["coverage"]
    shared = (coverage < 1) & (groups["buildings"] == 1)  # a sum of several must not become the value of one
    cases = [
        (groups["delivered_kwh"].isna(), GroupState.NO_VALUE),
        (coverage == 0, GroupState.NO_BUILDING),
        ((coverage < metered_rule("min_matched_share")) | shared, GroupState.INCOMPLETE),
        (groups["modelled_kwh"] <= 0, GroupState.NOTHING_MODELLED),
        ((groups["buildings"] > 1) & (groups["supplied"] == 1), GroupState.ONE_WITH_CARRIER),
        (~_plausible(groups["factor"].to_numpy()), GroupState.IMPLAUSIBLE),
    ]
    which = np.select([np.asarray(case, dtype=bool) for case, _ in cases], range(len(cases)), -1)
    return np.array([*(state for _, state in cases), GroupState.APPLIED], dtype=object)[which]


def _nested(atoms: _Atoms, building: np.ndarray, applied: np.ndarray) -> np.ndarray:
    """Groups that hold all of another group and one building more: their difference would be its value."""
    frame = pd.DataFrame({"group": atoms.group, "atom": atoms.atom, "building": building})
    frame = frame[applied[atoms.group] & (atoms.energy[atoms.atom] > 0)]
    size = frame.groupby("group").size()
    shared = frame[frame.duplicated("atom", keep=False)]
    pairs = shared.merge(shared, on="atom", suffixes=("", "_inner"))
    pairs = (
        pairs[pairs["group"] != pairs["group_inner"]]
        .groupby(["group", "group_inner"])
        .size()
        .reset_index(name="n")
    )
    # the inner group lies in the other as a whole, which is larger
    inside = (pairs["n"] == pairs["group_inner"].map(size)) & (pairs["n"] < pairs["group"].map(size))
    pairs = pairs.loc[inside, ["group", "group_inner"]]
    rest = pairs.merge(frame, on="group").merge(
        frame[["group", "atom"]].rename(columns={"group": "group_inner"}),
        on=["group_inner", "atom"],
        how="left",
        indicator=True,
    )
    more = rest[rest["_merge"] == "left_only"].groupby(["group", "group_inner"])["building"].nunique()
    return np.isin(np.arange(len(applied)), more.index[more == 1].get_level_values("group"))


def _plausible(factor: np.ndarray) -> np.ndarray:
    # what the last rounding of a sum leaves decides nothing
    slack = 1 + metered_rule("fit_tolerance")
    return (factor * slack >= metered_rule("min_factor")) & (factor <= metered_rule("max_factor") * slack)


def _fit(held: _Atoms, total: np.ndarray) -> tuple[np.ndarray, int]:
    """Iterative proportional fitting; groups that share no atom are scaled in one step."""
    energy = held.energy.copy()
    color = _colors(held)
    steps = [held.only(color == one) for one in range(color.max() + 1)] if len(held.group) else []
    present = np.isin(np.arange(len(total)), held.group)
    for done in range(int(metered_rule("fit_rounds")) + 1):
        off = np.abs(held.sums(energy, len(total)) - total)[present]
        if not (off > metered_rule("fit_tolerance") * total[present] / 10).any():
            return energy, done
        for step in steps:
            sums = step.sums(energy, len(total))
            factor = np.divide(total, sums, out=np.ones_like(total), where=sums > 0)
            energy[step.atom] *= factor[step.group]
    return energy, done


def _shared_pairs(held: _Atoms) -> np.ndarray:
    """Pairs of groups that hold the same atom, shape (k, 2)."""
    frame = pd.DataFrame({"group": held.group, "atom": held.atom})
    frame = frame[frame.duplicated("atom", keep=False)]
    pairs = frame.merge(frame, on="atom")
    pairs = pairs[pairs["group_x"] < pairs["group_y"]]
    return pairs[["group_x", "group_y"]].drop_duplicates().to_numpy()


def _colors(held: _Atoms) -> np.ndarray:
    """A number per group such that groups with the same number share no atom; -1 for those without atoms."""
    colors = np.full(held.group.max() + 1 if len(held.group) else 0, -1)
    colors[held.group] = 0
    neighbours: dict[int, list[int]] = {}
    for first, second in _shared_pairs(held).tolist():
        neighbours.setdefault(second, []).append(first)
    for group in sorted(neighbours):  # a group has only lower ones before it
        taken = {int(colors[other]) for other in neighbours[group]}
        colors[group] = next(number for number in range(len(taken) + 1) if number not in taken)
    return colors


def _components(held: _Atoms, groups: int) -> np.ndarray:
    """Number of each group's component: groups that hang together by shared atoms."""
    label = np.arange(groups)
    pairs = _shared_pairs(held)
    while len(pairs):
        least = np.minimum(label[pairs[:, 0]], label[pairs[:, 1]])
        before = label.copy()
        np.minimum.at(label, pairs[:, 0], least)
        np.minimum.at(label, pairs[:, 1], least)
        if (label == before).all():
            break
    return label


# ---- results --------------------------------------------------------------------------------------------------------


def _by_grid(applied: pd.DataFrame, groups: pd.DataFrame, carriers: pd.DataFrame) -> pd.DataFrame:
    """Factor and source by building and grid; what no total is about keeps its modelled figure."""
    alone = (groups["buildings"] == 1).to_numpy()[applied["group"]]
    whole = carriers.groupby(["building_id", "grid"])["modelled_kwh"].sum()
    atoms = applied.assign(alone=alone)
    single = atoms.groupby(["building_id", "grid"])["alone"].all()
    atoms = atoms.drop_duplicates(["building_id", "address", "grid"])
    sums = atoms.groupby(["building_id", "grid"])[["modelled_kwh", "final_kwh", "share"]].sum()
    sums = sums[sums["modelled_kwh"] > 0]
    modelled = whole.reindex(sums.index)
    factor = (modelled - sums["modelled_kwh"] + sums["final_kwh"]) / modelled
    covered = sums["share"] > 1 - metered_rule("fit_tolerance")
    source = np.where(single.reindex(sums.index) & covered, MEASURED, MEASURED_GROUP)
    return pd.DataFrame({"factor": factor, "source": source}, index=sums.index).reset_index()


def _buildings(buildings: pd.DataFrame, carriers: pd.DataFrame) -> pd.DataFrame:
    """Factor of the whole final energy of each building; what has no carrier keeps its figure."""
    index = pd.Index(buildings["building_id"])
    change = (carriers["share"] * (carriers["factor"] - 1)).groupby(carriers["building_id"]).sum()
    factor = 1 + change.reindex(index, fill_value=0.0).to_numpy(dtype=float)
    given = carriers[carriers["source"].notna()]
    group = (given["source"] == MEASURED_GROUP).groupby(given["building_id"]).any().reindex(index)
    source = np.select([group.eq(True), group.eq(False)], [MEASURED_GROUP, MEASURED], "")
    return pd.DataFrame(
        {
            "building_id": index,
            "factor": factor,
            "final_kwh": buildings["final_kwh"].to_numpy(dtype=float) * factor,
            "source": pd.Series(source, dtype=object).where(source != "", None).to_numpy(dtype=object),
        }
    )


def _findings(groups: pd.DataFrame, rounds: int, carriers: pd.DataFrame) -> tuple[Finding, ...]:
    found = []
    rows = {state: groups.loc[groups["state"] == state, "row"] for state in GroupState}
    total = len(groups)
    if len(rows[GroupState.APPLIED]):
        values = {
            "groups": len(rows[GroupState.APPLIED]),
            "total": total,
            "buildings": int(carriers.loc[carriers["source"].notna(), "building_id"].nunique()),
        }
        found.append(Finding("metered_groups_applied", severity=Severity.NOTE, values=values))
    if len(rows[GroupState.NO_VALUE]):
        values = {"groups": len(rows[GroupState.NO_VALUE]), "examples": _examples(rows[GroupState.NO_VALUE])}
        found.append(Finding("metered_groups_without_value", values=values))
    if len(rows[GroupState.NO_BUILDING]):
        values = {
            "groups": len(rows[GroupState.NO_BUILDING]),
            "examples": _examples(rows[GroupState.NO_BUILDING]),
        }
        found.append(Finding("metered_groups_without_building", values=values))
    if len(rows[GroupState.INCOMPLETE]):
        values = {
            "groups": len(rows[GroupState.INCOMPLETE]),
            "examples": _examples(rows[GroupState.INCOMPLETE]),
        }
        found.append(Finding("metered_groups_incomplete", values=values))
    if len(rows[GroupState.NOTHING_MODELLED]):
        missing = rows[GroupState.NOTHING_MODELLED]
        values = {"groups": len(missing), "examples": _examples(missing)}
        found.append(Finding("metered_groups_nothing_modelled", values=values))
    if len(rows[GroupState.ONE_WITH_CARRIER]):
        alone = rows[GroupState.ONE_WITH_CARRIER]
        values = {"groups": len(alone), "examples": _examples(alone)}
        found.append(Finding("metered_groups_one_with_carrier", values=values))
    if len(rows[GroupState.NESTED]):
        values = {"groups": len(rows[GroupState.NESTED]), "examples": _examples(rows[GroupState.NESTED])}
        found.append(Finding("metered_groups_nested", values=values))
    if len(rows[GroupState.IMPLAUSIBLE]):
        odd = rows[GroupState.IMPLAUSIBLE]
        low, high = metered_rule("min_factor"), metered_rule("max_factor")
        values = {"groups": len(odd), "low": low, "high": high, "examples": _examples(odd)}
        found.append(Finding("metered_groups_implausible", values=values))
    if len(rows[GroupState.CONTRADICTORY]):
        against = rows[GroupState.CONTRADICTORY]
        values = {"groups": len(against), "rounds": rounds, "examples": _examples(against)}
        found.append(Finding("metered_groups_contradictory", values=values))
    return tuple(found)


def _examples(keys: pd.Series) -> str:
    return ", ".join(str(key) for key in keys[:EXAMPLES])
