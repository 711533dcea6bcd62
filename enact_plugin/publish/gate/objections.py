"""Buildings whose owners objected to being shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...fields.street_names import street_name


@dataclass(frozen=True)
class Objections:
    """Buildings found for the list of objections.

    Attributes
    ----------
    shapes : ndarray of geometry
    unknown : int
        Objections for which no building was found.
    """

    shapes: np.ndarray
    unknown: int


def objections(listed: pd.DataFrame, stock: GeoDataFrame, addresses: pd.DataFrame | None) -> Objections:
    """Find the buildings of a list of objections, by their key or by their address.

    Without a house number all buildings of the street are meant: rather too many than too few.

    Parameters
    ----------
    listed : DataFrame
        Layer ``opt_outs``: building_id, street, house_number, postcode.
    stock : GeoDataFrame
        ``building_id`` and outline.
    addresses : DataFrame or None
        Layer ``building_addresses``.

    Returns
    -------
    Objections
    """
    keys: set[str] = set()
    unknown = 0
    of_address = _by_address(addresses) if addresses is not None else None
    known = set(stock["building_id"])
    for row in listed.itertuples():
        found = {row.building_id} & known if isinstance(row.building_id, str) else set()
        if of_address is not None and _street(row.street):
            place = _street(row.street), _number(row.house_number), _number(row.postcode)
            found |= _at(*place, of_address) & known
        keys |= found
        unknown += not found
    return Objections(stock.loc[stock["building_id"].isin(keys)].geometry.to_numpy(), unknown)


def _street(text: object) -> str:
    return street_name(text).folded if isinstance(text, str) else ""


def _number(text: object) -> str:
    return "".join(filter(str.isalnum, text.casefold())) if isinstance(text, str) else ""


def _by_address(addresses: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "building_id": addresses["building_id"].to_numpy(),
            "street": addresses["street"].map(_street),
            "number": addresses["house_number"].map(_number),
            "postcode": addresses["postcode"].map(_number),
        }
    )


def _at(street: str, number: str, postcode: str, of_address: pd.DataFrame) -> set[str]:
    wanted = of_address["street"] == street
    if number:
        wanted &= of_address["number"] == number
    if postcode:
        wanted &= of_address["postcode"].isin({postcode, ""})
    return set(of_address.loc[wanted, "building_id"])
