"""Units of the plant table with every area they count in: the one basis of all sums by area.

Each unit counts once per kind of area: in its municipality, in its postcode area, in its district. Where it counts in
no area of a kind it is in that kind's remainder, whose key is empty: so the sums of each kind make up the whole.

- Generation has a gross and a net power. The one to quote is the gross one for photovoltaics (modules), else the net
  one (`quoted_kw`). Storage has neither here: its power and energy stand in columns of their own.
- A CHP plant or a store may have several units, and each row of the register repeats the plant's heat or the store's
  energy. It counts once (see `shared`).
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from geopandas import GeoDataFrame

from ...errors import EnactError, Severity
from ..location.coverage import located
from ..plausibility import SEPARATOR, severities
from .districts import NOWHERE, PAIR, districts_of_units
from .shared import counted_once

ALL = "all"
PHOTOVOLTAICS = "solar"
MUNICIPALITY, POSTCODE, DISTRICT = "municipality", "postcode", "district"
KINDS = {MUNICIPALITY: "ags", POSTCODE: "postcode", DISTRICT: "district_id"}


@dataclass(frozen=True)
class Areas:
    """Layers with the polygons of the areas, as far as there are any.

    Attributes
    ----------
    municipality : GeoDataFrame or None
        `ags`, `name`.
    districts : GeoDataFrame or None
        `district_id`, `name`. Without it there are no sums of districts.
    postcodes : GeoDataFrame or None
        `postcode`, `name`.
    """

    municipality: GeoDataFrame | None = None
    districts: GeoDataFrame | None = None
    postcodes: GeoDataFrame | None = None

    @property
    def by_kind(self) -> dict[str, GeoDataFrame | None]:
        """The layers by kind of area."""
        return {MUNICIPALITY: self.municipality, POSTCODE: self.postcodes, DISTRICT: self.districts}

    def check_crs(self, plants: GeoDataFrame) -> None:
        """Refuse a layer in another CRS than the plants'.

        Raises
        ------
        EnactError
            ``areas_crs_differs``.
        """
        for kind, frame in self.by_kind.items():
            if frame is not None and len(frame) and frame.crs != plants.crs:
                raise EnactError("areas_crs_differs", area=kind, crs=str(frame.crs), expected=str(plants.crs))


@dataclass(frozen=True)
class Members:
    """Units with every area they count in.

    Attributes
    ----------
    frame : DataFrame, shape (m,)
        `area_kind`, `area_id` (`NOWHERE` in the remainder), `by_postcode` (in a district by its postcode), and what
        `unit_figures` gives of the unit.
    gaps : DataFrame
        `area_kind`, `area_id`, `carrier`, `status`: areas whose sum is not complete, for there are such units that
        might lie in them and count in no area.
    """

    frame: pd.DataFrame
    gaps: pd.DataFrame


def area_members(plants: GeoDataFrame, areas: Areas) -> Members:
    """Give each unit the areas it counts in.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants`, with units of every status.
    areas : Areas

    Returns
    -------
    Members

    Raises
    ------
    EnactError
        ``areas_crs_differs``.
    """
    areas.check_crs(plants)
    plants = plants.reset_index(drop=True)
    units = unit_figures(plants)
    parts = [_of_kind(units, MUNICIPALITY, units["ags"]), _of_kind(units, POSTCODE, units["postcode"])]
    gaps = [_gaps_of_postcodes(units)]
    if areas.districts is not None and len(areas.districts):
        found = districts_of_units(
            units, plants.geometry, areas.districts, areas.postcodes, areas.municipality
        )
        parts.append(_of_kind(units, DISTRICT, found.district_id, found.by_postcode))
        left = units[found.district_id == NOWHERE]
        gaps.append(_gaps(DISTRICT, left.merge(found.possible, on=PAIR), "district_id"))
    return Members(pd.concat(parts, ignore_index=True), pd.concat(gaps, ignore_index=True))


def unit_figures(plants: GeoDataFrame) -> pd.DataFrame:
    """What each unit adds to sums.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)

    Returns
    -------
    DataFrame, shape (n,)
        `carrier`, `status`, `ags` and `postcode` (empty where unknown), `commissioned`, `closed`, `planned`; `units`
        (1), `gross_kw`, `net_kw`, `quoted_kw`, `storage_kwh`, `chp_thermal_kw`, `located_units`, `located_kw` (net),
        `located_quoted_kw`; zero where the register says nothing. `units_with_findings`, `kw_with_findings` (quoted),
        `gross_kw_with_findings` and `net_kw_with_findings` of units whose open findings are more than notes,
        `units_corrected` of those a planner corrected.
    """
    place = located(plants)
    gross, net = plants["gross_kw"].fillna(0.0), plants["net_kw"].fillna(0.0)
    quoted = gross.where(plants["carrier"] == PHOTOVOLTAICS, net)
    flagged = _flagged(plants)
    return pd.DataFrame(
        {
            "carrier": plants["carrier"].fillna("unknown"),
            "status": plants["status"].fillna("unknown"),
            "ags": plants["ags"].astype(object).fillna(NOWHERE),
            "postcode": plants["postcode"].astype(object).fillna(NOWHERE),
            **{name: _days(plants, name) for name in ("commissioned", "closed", "planned")},
            "units": 1,
            "gross_kw": gross,
            "net_kw": net,
            "quoted_kw": quoted,
            "storage_kwh": counted_once(plants, "storage_id", "storage_kwh", place),
            "chp_thermal_kw": counted_once(plants, "chp_id", "chp_thermal_kw", place),
            "located_units": place.astype(int),
            "located_kw": net.where(place, 0.0),
            "located_quoted_kw": quoted.where(place, 0.0),
            "units_with_findings": flagged.astype(int),
            "kw_with_findings": quoted.where(flagged, 0.0),
            "gross_kw_with_findings": gross.where(flagged, 0.0),
            "net_kw_with_findings": net.where(flagged, 0.0),
            "units_corrected": _texts(plants, "original_values").notna().astype(int),
        }
    )


def _flagged(plants: pd.DataFrame) -> pd.Series:
    """Whether a unit has open findings that are more than notes."""
    serious = [code for code, severity in severities().items() if severity is not Severity.NOTE]
    codes = _texts(plants, "findings").dropna().str.split(SEPARATOR).explode()
    return pd.Series(plants.index.isin(codes.index[codes.isin(serious)]), index=plants.index)


def _texts(plants: pd.DataFrame, name: str) -> pd.Series:
    return plants.get(name, pd.Series(None, index=plants.index, dtype=object)).astype(object)


def _days(plants: pd.DataFrame, name: str) -> pd.Series:
    days = plants.get(name, pd.Series(pd.NaT, index=plants.index))
    return days.astype("datetime64[ns]")


def _of_kind(
    units: pd.DataFrame, kind: str, ids: pd.Series, by_postcode: pd.Series | bool = False
) -> pd.DataFrame:
    return units.assign(area_kind=kind, area_id=ids, by_postcode=by_postcode)


def _gaps(kind: str, rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Areas, carriers and statuses of the units left, each once."""
    named = rows.assign(area_kind=kind, area_id=rows[key])
    return named[["area_kind", "area_id", "carrier", "status"]].drop_duplicates()


def _gaps_of_postcodes(units: pd.DataFrame) -> pd.DataFrame:
    """A unit without postcode might lie in any postcode area of its municipality."""
    left = units.loc[units["postcode"] == NOWHERE, ["ags", "carrier", "status"]].drop_duplicates()
    codes = units.loc[units["postcode"] != NOWHERE, PAIR].drop_duplicates()
    return _gaps(POSTCODE, left.merge(codes, on="ags"), "postcode")
