"""Single objects: columns, restricted sites, objections, purpose."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from towns import CRS, house, stock_of

from enact_plugin.publish.gate.objections import objections
from enact_plugin.publish.gate.objects import Permissions, Refusal, refusal, released_objects
from enact_plugin.publish.gate.purpose import Lineage
from enact_plugin.reference.columns import columns
from enact_plugin.reference.public_layers import public_layers


def layer_of(name: str, shapes, **values) -> gpd.GeoDataFrame:
    """Layer of the workspace with all its columns, "secret" in each that is not given."""
    data = {column.name: values.get(column.name, ["secret"] * len(shapes)) for column in columns(name)}
    return gpd.GeoDataFrame(data, geometry=list(shapes), crs=CRS)


SITE = gpd.GeoDataFrame({"site_id": ["k"]}, geometry=[house(0, 0, 50, 50)], crs=CRS)


def test_plants_without_a_place_or_on_a_restricted_site_are_not_shown():
    shapes = [shapely.Point(house(x, 60).centroid) for x in (0, 20)] + [house(20, 20).centroid, None]
    plants = layer_of("plants", shapes, mastr_id=list("abcd"))
    made = released_objects("public_plants", plants, Permissions(restricted=SITE))
    assert made.frame["mastr_id"].tolist() == ["a", "b"]
    assert (made.line.rows_in, made.line.shown, made.line.restricted) == (3, 2, 1)
    assert not {"name", "operator_id", "street", "house_number", "location_id"} & set(made.frame)


def test_areas_lose_what_lies_on_a_restricted_site():
    areas = layer_of("supply_areas", [house(0, 0, 100, 50), house(10, 10, 20, 20)], area_id=["a", "inside"])
    made = released_objects("public_supply_areas", areas, Permissions(restricted=SITE))
    assert made.frame["area_id"].tolist() == ["a"]
    assert made.frame.geometry.area.tolist() == [2500]
    assert "reasons" not in made.frame
    assert "demand_mwh_a" not in made.frame


def test_a_roof_of_whoever_objected_is_gone_and_the_neighbours_is_not():
    stock = stock_of(house(0, 0), house(10, 0), house(40, 0))
    roofs = layer_of("potentials_roof_pv", stock.geometry, potential_id=list("abc"))
    listed = pd.DataFrame({"building_id": ["h0001", None], "street": [None, "Hauptstr."], "house_number": [None, "3 A"],
                           "postcode": [None, None]})  # fmt: skip
    addresses = pd.DataFrame({"building_id": ["h0002", "h0000"], "street": ["Hauptstraße", "Hauptstraße"],
                              "house_number": ["3a", "3"], "postcode": ["02763", None]})  # fmt: skip
    found = objections(listed, stock, addresses)
    assert found.unknown == 0
    made = released_objects("public_roof_pv", roofs, Permissions(objections=found.shapes))
    assert made.frame["potential_id"].tolist() == ["a"]
    assert made.line.opted_out == 2
    assert objections(listed.assign(building_id="gone", street="Nirgendsweg"), stock, addresses).unknown == 2


def test_a_parcel_under_the_building_is_gone_too():
    stock = stock_of(house(5, 5))
    parcels = layer_of(
        "potentials_ground", [house(0, 0, 20, 20), house(20, 0, 20, 20)], potential_id=["own", "next"]
    )
    made = released_objects("public_ground", parcels, Permissions(objections=stock.geometry.to_numpy()))
    assert made.frame["potential_id"].tolist() == ["next"]


def test_what_was_collected_for_the_plan_reaches_no_single_object_through_any_layer():
    roofs = layer_of("potentials_ground", [house(0, 0)])
    chain = {
        "potentials_ground": frozenset({"building_demand"}),
        "building_demand": frozenset({"building_stock"}),
    }
    assert released_objects("public_ground", roofs, Permissions(lineage=Lineage(chain))).line.shown == 1
    chain["building_demand"] |= {"consumption"}
    lineage = Lineage(chain)
    assert lineage.collected("potentials_ground") == ("consumption",)
    assert released_objects("public_ground", roofs, Permissions(lineage=lineage)) is Refusal.COLLECTED


@pytest.mark.parametrize(
    ("name", "kind", "why"),
    [
        ("public_heat_networks", "heat_networks", Refusal.NOT_RELEASED),
        ("public_waste_heat", "waste_heat", Refusal.NO_CONSENT),
    ],
)
def test_networks_and_businesses_only_with_their_word(name, kind, why):
    layer = public_layers()[name]
    frame = layer_of(layer.kind.layer, [house(0, 0)])
    assert released_objects(name, frame, Permissions()) is why
    assert released_objects(name, frame, Permissions(released=[kind])).line.shown == 1


@pytest.mark.parametrize("name", public_layers())
def test_no_layer_for_others_has_columns_of_persons_demand_or_age(name):
    layer = public_layers()[name]
    names = {column.name for column in layer.columns}
    assert names
    assert not any(column.personal for column in layer.columns)
    if not layer.sums:
        forbidden = {
            "operator_id", "building_id", "street", "house_number", "demand_mwh_a", "reasons", "note", "age_class",
            "carrier_source", "connections", "location_id", "eeg_id",
        }  # fmt: skip
        assert not names & forbidden
        assert all("useful_heat" not in each and "density" not in each for each in names)
        everything = Permissions(released=[layer.kind.kind])
        assert refusal(layer, everything) is None


def test_figures_of_single_contributors_are_never_released_as_objects():
    layer = public_layers()["public_proposed_areas"]
    assert refusal(layer, Permissions()) is None
    with_demand = replace(layer, columns=columns("proposed_areas"))
    assert refusal(with_demand, Permissions(released=["proposed_areas"])) is Refusal.NEVER
