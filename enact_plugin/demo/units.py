"""The town's units in the register of energy plants (Marktstammdatenregister), before they are written in any form.

One row per unit, codes as in the register's catalogue. As in the register, units below 30 kW carry neither street nor
coordinates. Numbers begin with zeros, as no real one does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .scale import Scale

UNITS_PER_BUILDING = 0.4
STATE = np.datetime64("2025-03-31")
"""State of the register."""
PUBLIC_FROM_KW = 30.0
AGS, MUNICIPALITY, PLACE = "99999999", "Musterstadt (fiktiv)", "Musterstadt"
COUNTY = "Musterkreis (fiktiv)"
SOLAR, STORAGE, WIND, WATER, BIOMASS, GAS, OIL = 2495, 2496, 2497, 2498, 2493, 2410, 2409
IN_OPERATION, PLANNED, PAUSED, CLOSED = 35, 31, 37, 38
ROOF, GROUND, OTHER_SITE, PLUG_IN, CAR_PARK = 853, 852, 2484, 2961, 3058
NONE = 0
"""Code where a field does not apply."""

TEXTS = (
    "name",
    "street",
    "house_number",
    "cadastral_district",
    "parcels",
    "wind_park",
    "model",
    "operator_name",
)
NUMBERS = (
    "gross_kw",
    "net_kw",
    "inverter_kw",
    "hub_m",
    "rotor_m",
    "storage_kwh",
    "chp_electric_kw",
    "chp_thermal_kw",
)
CODES = ("carrier", "status", "site", "orientation", "tilt", "technology", "fuel", "biomass", "use", "person")
DATES = ("commissioned", "planned", "closed", "paused", "registered")


@dataclass(frozen=True)
class Sites:
    """Where units can stand.

    Attributes
    ----------
    houses : DataFrame
        One row per addressed building: x, y [m], street, house_number, postcode, kind, role, footprint_m2, dwellings.
    fields : DataFrame
        Points in the open country: x, y, postcode, cadastral_district.
    river : DataFrame
        Points on the river's bank within the town: same columns.
    villages : DataFrame
        Points at the villages: same columns.
    """

    houses: pd.DataFrame
    fields: pd.DataFrame
    river: pd.DataFrame
    villages: pd.DataFrame


def register_units(
    scale: Scale, sites: Sites, to_wgs84: Callable[[np.ndarray], np.ndarray]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Make up the units.

    Parameters
    ----------
    to_wgs84 : callable
        Takes points (n, 2) relative to the town's centre to longitude and latitude.

    Returns
    -------
    tuple
        Units, shape (about 0.4 × size,), ordered by number; and the numbers of the deliberately wrong ones with
        what is wrong.
    """
    rng = scale.stream("units")
    wanted = round(UNITS_PER_BUILDING * scale.size)
    large = [_wind(scale, rng, sites), _ground_mounted(scale, rng, sites), _water(scale, rng, sites)]
    large += [_biomass(scale, rng, sites), _heat_and_power(scale, rng, sites), _emergency(scale, rng, sites)]
    large += [_large_storage(scale, rng, sites)]
    big_roofs = _roofs(rng, sites, max(3, round(0.035 * wanted)), large=True)
    plug_in = _plug_in(rng, sites, max(2, round(0.13 * wanted)))
    rest = wanted - sum(len(part) for part in large) - len(big_roofs) - len(plug_in)
    small = _roofs(rng, sites, round(rest * 0.6), large=False)
    small["pair"] = np.arange(len(small))
    batteries = _batteries(rng, small, rest - len(small))
    units = pd.concat([*large, big_roofs, plug_in, small, batteries], ignore_index=True)
    units = _filled(units)
    _set_dates(rng, units)
    units = units.iloc[rng.permutation(len(units))].reset_index(drop=True)
    _number(units)
    wrong = _spoil(units)
    _locate(rng, units, to_wgs84, wrong)
    return units, wrong


def _filled(units: pd.DataFrame) -> pd.DataFrame:
    """Give every column the value that stands for nothing where a kind of unit lacks it."""
    for name in TEXTS:
        units[name] = units[name].fillna("").astype(object) if name in units else ""
    for name in NUMBERS:
        units[name] = units[name].astype(float) if name in units else np.nan
    for name in CODES:
        units[name] = units[name].fillna(NONE).astype(int) if name in units else NONE
    for name in ("modules", "pair", "plant"):
        units[name] = units[name].fillna(-1).astype(int) if name in units else -1
    units["full_feed_in"] = units["full_feed_in"].fillna(False).astype(bool)
    units["net_kw"] = units["net_kw"].fillna(units["gross_kw"])
    units["year"] = units["year"].astype(float)
    return units


def _houses(rng: np.random.Generator, sites: Sites, weight: np.ndarray, count: int) -> pd.DataFrame:
    """Some of the houses, by weight; each at most once unless there are too few."""
    possible = np.flatnonzero(weight > 0)
    if len(possible) == 0:
        possible, weight = np.arange(len(sites.houses)), np.ones(len(sites.houses))
    key = np.log(weight[possible]) + rng.gumbel(size=len(possible))
    order = possible[np.argsort(-key, kind="stable")]
    return sites.houses.iloc[np.resize(order, count)].reset_index(drop=True)


def _at(places: pd.DataFrame) -> dict[str, np.ndarray]:
    columns = ("x", "y", "postcode", "street", "house_number", "cadastral_district")
    return {name: places[name].to_numpy() for name in columns if name in places}


def _open_land(rng: np.random.Generator, places: pd.DataFrame, count: int) -> pd.DataFrame:
    return places.iloc[np.resize(rng.permutation(len(places)), count)].reset_index(drop=True)


def _parcel(rng: np.random.Generator, count: int) -> list[str]:
    first, second = rng.integers(1, 1400, count), rng.integers(0, 6, count)
    return [f"{a}/{b}" if b else str(a) for a, b in zip(first.tolist(), second.tolist())]


def _wind(scale: Scale, rng: np.random.Generator, sites: Sites) -> pd.DataFrame:
    count = scale.count(1 / 6000, 2, 45)
    place = sites.fields.sort_values("far", ascending=False).head(max(count, len(sites.fields) // 4))
    spots = _open_land(rng, place, count)
    model = rng.integers(0, 3, count)
    power = np.array([2000.0, 3450.0, 5560.0])[model]
    return pd.DataFrame(
        {
            **_at(spots),
            "carrier": WIND,
            "name": [f"WEA {i + 1} Windpark Musterhöhe (fiktiv)" for i in range(count)],
            "gross_kw": power,
            "site": 888,
            "technology": 691,
            "wind_park": "Windpark Musterhöhe (fiktiv)",
            "hub_m": np.array([78.0, 119.0, 160.0])[model],
            "rotor_m": np.array([82.0, 126.0, 160.0])[model],
            "model": np.array(["MW-82 (fiktiv)", "MW-126 (fiktiv)", "MW-160 (fiktiv)"], dtype=object)[model],
            "parcels": _parcel(rng, count),
            "year": np.array([2005.0, 2016.0, 2023.0])[model],
            "operator": 1,
            "full_feed_in": True,
        }
    )


def _ground_mounted(scale: Scale, rng: np.random.Generator, sites: Sites) -> pd.DataFrame:
    count = scale.count(1 / 4000, 1, 70)
    power = np.round(np.clip(rng.lognormal(7.2, 0.8, count), 300, 9_900), 2)
    year = rng.integers(2010, 2025, count).astype(float)
    return pd.DataFrame(
        {
            **_at(_open_land(rng, sites.fields, count)),
            "carrier": SOLAR,
            "name": [f"Solarpark Musterfeld {i + 1} (fiktiv)" for i in range(count)],
            "gross_kw": power,
            "net_kw": np.round(power * rng.uniform(0.8, 0.96, count), 1),
            "site": GROUND,
            "modules": np.maximum(np.round(power / _module_kw(year)), 1),
            "orientation": rng.choice([699, 704], count, p=[0.8, 0.2]),
            "tilt": 809,
            "use": 718,
            "parcels": _parcel(rng, count),
            "year": year,
            "operator": 1,
            "full_feed_in": True,
        }
    )


def _water(scale: Scale, rng: np.random.Generator, sites: Sites) -> pd.DataFrame:
    count = scale.count(1 / 12_000, 1, 12)
    return pd.DataFrame(
        {
            **_at(_open_land(rng, sites.river, count)),
            "carrier": WATER,
            "name": [f"Wasserkraftwerk Mühlwehr {i + 1} (fiktiv)" for i in range(count)],
            "gross_kw": np.round(rng.uniform(35, 380, count), 0),
            "technology": NONE,
            "parcels": _parcel(rng, count),
            "year": rng.integers(1912, 2008, count).astype(float),
            "operator": 1,
            "full_feed_in": True,
        }
    )


def _biomass(scale: Scale, rng: np.random.Generator, sites: Sites) -> pd.DataFrame:
    """Biogas plants of two engines that share one CHP plant, and some small wood-fired ones."""
    plants = scale.count(1 / 7000, 1, 40)
    places = _open_land(rng, sites.villages if len(sites.villages) else sites.fields, plants)
    twice = np.repeat(np.arange(plants), 2)
    gas = rng.random(plants) < 0.75
    gas[0] = True
    power = np.round(rng.uniform(75, 620, plants), 0)[twice]
    year = rng.integers(2005, 2016, plants)[twice].astype(float)
    return pd.DataFrame(
        {
            **_at(places.iloc[twice]),
            "carrier": BIOMASS,
            "name": [
                f"{'Biogasanlage' if gas[p] else 'Holzkraftwerk'} Musterhof {p + 1}, Motor {i % 2 + 1} (fiktiv)"
                for i, p in enumerate(twice.tolist())
            ],
            "gross_kw": power,
            "net_kw": np.round(power * 0.95, 0),
            "technology": np.where(gas[twice], 542, 546),
            "fuel": np.where(gas[twice], 2445, 2421),
            "biomass": np.where(gas[twice], 721, 720),
            "plant": twice,
            "chp_electric_kw": power * 2,
            "chp_thermal_kw": np.round(power * 2 * 1.15, 0),
            "parcels": _parcel(rng, len(twice)),
            "year": year,
            "operator": 1,
            "full_feed_in": True,
        }
    )


def _heat_and_power(scale: Scale, rng: np.random.Generator, sites: Sites) -> pd.DataFrame:
    """Gas-fired CHP plants of one to three engines; many of one kilowatt in houses."""
    plants = scale.count(1 / 260, 3, 1200)
    engines = rng.choice([1, 2, 3], plants, p=[0.8, 0.13, 0.07])
    engines[0] = 3
    micro = rng.random(plants) < 0.55
    micro[:2] = False
    kind = sites.houses["kind"].to_numpy()
    weight = np.where(np.isin(kind, ["slab", "hospital", "industry", "gruenderzeit", "commercial"]), 5.0, 1.0)
    weight = weight * np.sqrt(sites.houses["footprint_m2"].to_numpy())
    place = _houses(rng, sites, weight, plants)
    ordinary = np.round(rng.lognormal(4.4, 0.9, plants), 0).clip(33, 4500)
    each = np.where(micro, rng.choice([1.0, 5.5, 20.0], plants), ordinary)
    electric = each * engines
    owner = np.repeat(np.arange(plants), engines)
    return pd.DataFrame(
        {
            **_at(place.iloc[owner]),
            "carrier": GAS,
            "name": np.where(micro[owner], "BHKW (fiktiv)", "Blockheizkraftwerk Musterbetrieb (fiktiv)"),
            "gross_kw": each[owner],
            "technology": np.where(micro[owner] & (each[owner] == 1.0), 543, 542),
            "fuel": 2473,
            "plant": 10_000 + owner,
            "chp_electric_kw": electric[owner],
            "chp_thermal_kw": np.round(electric * rng.uniform(1.2, 2.1, plants), 1)[owner],
            "year": rng.integers(2001, 2025, plants)[owner].astype(float),
            "operator": np.where(micro[owner], 0, 1),
            "full_feed_in": False,
        }
    )


def _emergency(scale: Scale, rng: np.random.Generator, sites: Sites) -> pd.DataFrame:
    count = scale.count(1 / 5000, 1, 80)
    kind = sites.houses["kind"].to_numpy()
    place = _houses(rng, sites, np.isin(kind, ["hospital", "industry", "commercial"]).astype(float), count)
    return pd.DataFrame(
        {
            **_at(place),
            "carrier": OIL,
            "name": "Netzersatzanlage (fiktiv)",
            "gross_kw": np.round(rng.uniform(60, 1200, count), 0),
            "technology": 542,
            "fuel": 2466,
            "year": rng.integers(1994, 2024, count).astype(float),
            "operator": 1,
            "full_feed_in": False,
        }
    )


def _large_storage(scale: Scale, rng: np.random.Generator, sites: Sites) -> pd.DataFrame:
    count = scale.count(1 / 15_000, 1, 20)
    power = np.round(rng.uniform(500, 10_000, count), 0)
    return pd.DataFrame(
        {
            **_at(_open_land(rng, sites.fields, count)),
            "carrier": STORAGE,
            "name": [f"Batteriespeicher Mustergrund {i + 1} (fiktiv)" for i in range(count)],
            "gross_kw": power,
            "technology": 524,
            "storage_kwh": np.round(power * rng.uniform(1.0, 2.2, count), 0),
            "parcels": _parcel(rng, count),
            "year": rng.integers(2018, 2025, count).astype(float),
            "operator": 1,
            "full_feed_in": True,
        }
    )


def _module_kw(year: np.ndarray) -> np.ndarray:
    """Usual power of one module by year."""
    return np.interp(year, [2000, 2010, 2018, 2024], [0.12, 0.2, 0.3, 0.43])


def _roofs(rng: np.random.Generator, sites: Sites, count: int, large: bool) -> pd.DataFrame:
    """PV on roofs: small ones on houses, large ones on halls, barns, schools, slabs."""
    houses = sites.houses
    kind, area = houses["kind"].to_numpy(), houses["footprint_m2"].to_numpy()
    homely = np.isin(kind, ["detached", "siedlung", "terrace", "villa", "village", "vorstadt"])
    weight = area**1.5 if large else np.where(homely, 1.0, 0.25)
    place = _houses(rng, sites, weight, count)
    year = rng.choice(np.arange(2004, 2026), count, p=_boom()).astype(float)
    if large:
        power = np.clip(rng.lognormal(4.3, 0.9, count), PUBLIC_FROM_KW, 750)
    else:
        power = np.clip(rng.lognormal(2.02, 0.48, count), 1.2, 29.9)
    module = _module_kw(year)
    modules = np.maximum(np.ceil(power / module) if large else np.round(power / module), 3)
    power = np.round(modules * module, 3)
    inverter = np.round(power * rng.uniform(0.72, 1.02, count), 1)
    use = np.where(
        np.isin(place["kind"], ["industry"]), 715, np.where(np.isin(place["kind"], ["village"]), 716, 713)
    )
    parking = large & (rng.random(count) < 0.08)
    return pd.DataFrame(
        {
            **_at(place),
            "carrier": SOLAR,
            "name": np.where(
                large, 'PV-Anlage "Musterdach" Halle & Hof; Teil 1 (fiktiv)', "PV-Anlage (fiktiv)"
            ),
            "gross_kw": power,
            "net_kw": np.minimum(power, inverter),
            "inverter_kw": inverter,
            "site": np.where(parking, OTHER_SITE, ROOF),
            "modules": modules,
            "orientation": rng.choice(
                [699, 700, 698, 701, 697, 704, 695], count, p=[0.4, 0.15, 0.13, 0.1, 0.08, 0.12, 0.02]
            ),
            "tilt": rng.choice([809, 808, 810], count, p=[0.6, 0.25, 0.15]),
            "use": np.where(large & (use == 713), 714, use),
            "year": year,
            "operator": np.where(large & (rng.random(count) < 0.7), 1, 0),
            "full_feed_in": rng.random(count) < (0.45 if large else 0.15),
        }
    )


def _boom() -> np.ndarray:
    """Share of each year from 2004 to 2025 in the PV units: the boom of 2009–2012 and the one since 2019."""
    share = np.array([2, 2, 2, 3, 4, 7, 9, 9, 8, 3, 2, 2, 2, 3, 4, 6, 9, 11, 16, 34, 27, 7], dtype=float)
    return share / share.sum()


def _plug_in(rng: np.random.Generator, sites: Sites, count: int) -> pd.DataFrame:
    flats = sites.houses["dwellings"].to_numpy().astype(float)
    modules = rng.choice([1, 2, 4], count, p=[0.2, 0.7, 0.1])
    power = np.round(modules * rng.choice([0.375, 0.41, 0.43, 0.44], count), 3)
    inverter = np.where(rng.random(count) < 0.6, 0.8, 0.6)
    return pd.DataFrame(
        {
            **_at(_houses(rng, sites, np.sqrt(flats), count)),
            "carrier": SOLAR,
            "name": "Balkonkraftwerk (fiktiv)",
            "gross_kw": power,
            "net_kw": np.minimum(power, inverter),
            "inverter_kw": inverter,
            "site": PLUG_IN,
            "modules": modules,
            "orientation": rng.choice([699, 700, 698, 701, 697], count),
            "use": 713,
            "year": rng.choice(
                [2021.0, 2022.0, 2023.0, 2024.0, 2025.0], count, p=[0.05, 0.12, 0.35, 0.4, 0.08]
            ),
            "operator": 0,
            "full_feed_in": False,
        }
    )


def _batteries(rng: np.random.Generator, solar: pd.DataFrame, count: int) -> pd.DataFrame:
    """Batteries beside rooftop PV of the last years."""
    recent = np.flatnonzero(solar["year"] >= 2012)
    older = np.flatnonzero(solar["year"] < 2012)
    host = np.concatenate([rng.permutation(recent), rng.permutation(older)])[:count]
    place = solar.iloc[host].reset_index(drop=True)
    power = np.round(rng.choice([2.5, 3.0, 4.6, 5.0, 6.0, 8.0, 10.0], len(host)), 1)
    return pd.DataFrame(
        {
            **_at(place),
            "carrier": STORAGE,
            "name": "Stromspeicher (fiktiv)",
            "gross_kw": power,
            "technology": 524,
            "storage_kwh": np.round(power * rng.uniform(0.9, 2.4, len(host)), 1),
            "year": np.maximum(place["year"], 2013),
            "pair": place["pair"],
            "operator": 0,
            "full_feed_in": False,
        }
    )


def _set_dates(rng: np.random.Generator, units: pd.DataFrame) -> None:
    """Status and dates: most units run, some are planned, closed or paused."""
    count = len(units)
    day = rng.integers(0, 365, count).astype("timedelta64[D]")
    start = units["year"].astype(int).to_numpy() - 1970
    commissioned = start.astype("datetime64[Y]").astype("datetime64[D]") + day
    commissioned = np.minimum(commissioned, STATE - np.timedelta64(20, "D"))
    draw = rng.random(count)
    sound = units["site"].isin([ROOF, OTHER_SITE]) & (units["gross_kw"] >= PUBLIC_FROM_KW)
    for some in (units["carrier"] == WIND, sound, units["site"] == PLUG_IN):
        draw[np.flatnonzero(some)[:2]] = 0.9  # in small towns too some of each run
    status = np.select([draw < 0.012, draw < 0.026, draw < 0.029], [PLANNED, CLOSED, PAUSED], IN_OPERATION)
    for carrier, position, value in ((SOLAR, -1, PLANNED), (STORAGE, -1, CLOSED), (WIND, 1, PLANNED)):
        status[np.flatnonzero(units["carrier"] == carrier)[position]] = (
            value  # every status occurs in small towns too
        )
    nothing = np.datetime64("NaT")
    ahead = STATE + rng.integers(30, 1200, count).astype("timedelta64[D]")
    age = np.maximum((STATE - commissioned).astype(int), 2)
    later = commissioned + (age * rng.uniform(0.3, 1.0, count)).astype(int).astype("timedelta64[D]")
    register_open = np.datetime64("2019-01-31")
    units["status"] = status
    units["commissioned"] = np.where(status == PLANNED, nothing, commissioned).astype("datetime64[ns]")
    units["planned"] = np.where(status == PLANNED, ahead, nothing).astype("datetime64[ns]")
    units["closed"] = np.where(status == CLOSED, later, nothing).astype("datetime64[ns]")
    units["paused"] = np.where(status == PAUSED, later, nothing).astype("datetime64[ns]")
    entered = np.maximum(commissioned, register_open) + rng.integers(0, 60, count).astype("timedelta64[D]")
    units["registered"] = np.minimum(entered, STATE).astype("datetime64[ns]")
    changed = np.maximum(np.maximum(entered, np.where(status == IN_OPERATION, entered, later)), register_open)
    changed = np.minimum(changed + rng.integers(0, 700, count).astype("timedelta64[D]"), STATE)
    seconds = rng.integers(9 * 3600, 16 * 3600, count).astype("timedelta64[s]")
    units["updated"] = (changed.astype("datetime64[s]") + seconds).astype("datetime64[ns]")


def _ids(prefix: str, numbers: np.ndarray) -> np.ndarray:
    return np.array([f"{prefix}{number:012d}" for number in numbers.tolist()], dtype=object)


def _number(units: pd.DataFrame) -> None:
    """Numbers of unit, operator, location, EEG plant, CHP plant, storage; empty text where there is none."""
    count = len(units)
    serial = np.arange(1, count + 1)
    units["mastr_id"] = _ids("SEE", serial)
    units["register_id"] = 990_000_000 + serial
    # the battery belongs to the same person and location as its PV unit
    home = pd.Series(np.where(units["pair"] >= 0, units["pair"], -serial))
    owner = pd.factorize(home)[0] + 1
    organisation = units["operator"].to_numpy() == 1
    firm = 500_001 + (owner * 7) % max(3, count // 60)
    units["person"] = np.where(organisation, 517, 518)
    units["operator_id"] = _ids("ABR", np.where(organisation, firm, 1_000_000 + owner))
    units["operator_name"] = np.where(
        organisation, [f"Musterbetrieb {n - 500_000} (fiktiv)" for n in firm.tolist()], "natürliche Person"
    )
    units["operator_register_id"] = np.where(organisation, firm, 1_000_000 + owner)
    units["location_id"] = np.where(units["status"] == PLANNED, "", _ids("SEL", owner))
    renewable = units["carrier"].isin([SOLAR, WIND, WATER, BIOMASS]) | (
        (units["carrier"] == STORAGE) & (units["pair"] >= 0)
    )
    units["eeg_id"] = np.where(renewable, _ids("EEG", serial), "")
    old = renewable & (units["commissioned"] < np.datetime64("2021-01-01"))
    units["eeg_key"] = np.where(old, [f"E0000001{n:025d}" for n in serial.tolist()], "")
    units["eeg_kw"] = np.where(renewable & (units["carrier"] != STORAGE), units["gross_kw"], np.nan)
    units["chp_id"] = np.where(units["plant"] >= 0, _ids("KWK", units["plant"].to_numpy() + 1), "")
    units["storage_id"] = np.where(units["carrier"] == STORAGE, _ids("SSE", serial), "")
    approved = units["carrier"].isin([WIND, WATER])
    units["approval_id"] = np.where(approved, _ids("SGE", serial), "")
    units["checked"] = np.where(units["site"] == PLUG_IN, 3075, np.where(serial % 3 == 0, 2955, 2954))
    power = units["gross_kw"].to_numpy()
    units["voltage"] = np.select(
        [power < 135, power < 6000],
        ["Niederspannung (= Hausanschluss/Haushaltsstrom)", "Mittelspannung"],
        "Hochspannung",
    ).astype(object)
    units["feed_in"] = np.where(units["full_feed_in"], 688, 689)
    # a CHP plant starts with its first engine
    first = units[units["plant"] >= 0].groupby("plant")["commissioned"].min()
    units["chp_commissioned"] = units["plant"].map(first)


def _spoil(units: pd.DataFrame) -> dict[str, str]:
    """Make a few units wrong the way real ones are; returns number and what is wrong."""
    running = units["status"] == IN_OPERATION
    small = np.flatnonzero(running & (units["site"] == ROOF) & (units["gross_kw"] < PUBLIC_FROM_KW))
    large = np.flatnonzero(
        running & units["site"].isin([ROOF, OTHER_SITE]) & (units["gross_kw"] >= PUBLIC_FROM_KW)
    )
    balcony = np.flatnonzero(running & (units["site"] == PLUG_IN))
    wrong: dict[int, str] = {int(large[0]): "coordinates_elsewhere", int(large[-1]): "coordinates_swapped"}
    watts, below, future, plug = (int(i) for i in (small[0], small[1], small[2], balcony[0]))
    for name in ("gross_kw", "net_kw", "inverter_kw", "eeg_kw"):
        units.loc[watts, name] = units.loc[watts, name] * 1000
    units.loc[below, "net_kw"] = round(1.4 * units.loc[below, "gross_kw"], 3)
    units.loc[future, "commissioned"] = pd.Timestamp("2099-01-01")
    units.loc[plug, ["gross_kw", "net_kw", "inverter_kw", "eeg_kw", "modules"]] = [8.2, 8.0, 8.0, 8.2, 20]
    wrong |= {
        watts: "watts_entered_as_kw",
        below: "gross_below_net",
        future: "commissioned_in_future",
        plug: "plug_in_too_large",
    }
    units["storage_paired"] = units["pair"].isin(units.loc[units["carrier"] == STORAGE, "pair"]) & (
        units["pair"] >= 0
    )
    return {units.loc[i, "mastr_id"]: reason for i, reason in wrong.items()}


def _locate(
    rng: np.random.Generator,
    units: pd.DataFrame,
    to_wgs84: Callable[[np.ndarray], np.ndarray],
    wrong: dict[str, str],
) -> None:
    """Coordinates and streets of large units; small ones keep only their postcode."""
    public = (units["gross_kw"] >= PUBLIC_FROM_KW).to_numpy()
    degrees = to_wgs84(units[["x", "y"]].to_numpy(dtype=float))
    # the register asks operators for coordinates with three to six decimals
    digits = rng.choice([6, 6, 6, 4, 3], len(units))
    rounded = np.round(degrees * 10.0 ** digits[:, None]) / 10.0 ** digits[:, None]
    units["lon"] = np.where(public, rounded[:, 0], np.nan)
    units["lat"] = np.where(public, rounded[:, 1], np.nan)
    reason = units["mastr_id"].map(wrong).fillna("")
    away = np.flatnonzero(reason == "coordinates_elsewhere")
    units.loc[away, ["lon", "lat"]] = [12.345678, 53.987654]
    swapped = np.flatnonzero(reason == "coordinates_swapped")
    units.loc[swapped, ["lon", "lat"]] = units.loc[swapped, ["lat", "lon"]].to_numpy()
    for name in ("street", "house_number", "cadastral_district", "parcels"):
        units[name] = np.where(public, units[name].fillna(""), "")
    # some operators give the parcel instead of the address
    forgotten = public & (units["street"] != "") & (rng.random(len(units)) < 0.15)
    units.loc[forgotten, ["street", "house_number"]] = ""


def unit_points(units: pd.DataFrame) -> np.ndarray:
    """Points where the units really stand, relative to the town's centre."""
    return shapely.points(units[["x", "y"]].to_numpy(dtype=float))
