"""enact:feedingplants, and the points of plants by address, on a workspace."""

from __future__ import annotations

from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
from qgis.core import QgsProcessingException
from shapely.geometry import LineString, Point

from enact_plugin.layers.provenance import Run
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source
from enact_plugin.processing.place_plants import match_addresses, with_rights_of_places
from enact_plugin.reference.columns import columns

CRS = "EPSG:25833"
EAST, NORTH = 410_000.0, 5_660_000.0
REGISTER = Source("Erfundenes Register", "dl-de/by-2-0", "© Erfundenes Register", date(2026, 8, 1))
STREET_MAP = Source("OpenStreetMap", "ODbL-1.0", "© OpenStreetMap", date(2026, 7, 1))
PLAN = Source("Erfundener Wärmeplan", "", "© Musterstadt", date(2026, 6, 1))
RUN = Run("enact:test", {}, "0.1.0", "nobody")
CHP = {"carrier": "natural_gas", "status": "in_operation", "net_kw": 90.0, "chp_thermal_kw": 180.0}


def plants(*units):
    names = [column.name for column in columns("plants")]
    rows = [{**dict.fromkeys(names), "mastr_id": f"SEE9{i:011d}", "location_kind": "coordinates", **unit}
            for i, unit in enumerate(units)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=[*names, "geometry"])
    frame["feeds_network"] = frame["feeds_network"].astype("boolean")
    points = frame.pop("geometry").to_numpy()
    return gpd.GeoDataFrame(frame, geometry=points, crs=CRS)


def at(x, y):
    return Point(EAST + x, NORTH + y)


@pytest.fixture
def workspace(tmp_path, qgis_app):
    return Workspace.create(tmp_path / "stadt.gpkg", "14999000", "Probestadt", CRS)


def store(workspace, layer, frame, source):
    workspace.replace(layer, Outcome(frame, source, rows_in=len(frame)), RUN)


def network(workspace):
    line = LineString([(EAST, NORTH), (EAST + 100, NORTH)])
    frame = gpd.GeoDataFrame({"section_id": ["1"], "name": ["Netz Mitte"]}, geometry=[line], crs=CRS)
    store(workspace, "heatplan_heat_networks", frame, PLAN)


def test_proposals_are_a_table_without_any_place(run, workspace):
    units = plants(
        {**CHP, "chp_id": "KWK1", "geometry": at(50, 20)},
        {**CHP, "chp_id": "KWK1", "geometry": at(50, 30)},
        {**CHP, "chp_id": "KWK2", "feeds_network": True},
        {**CHP, "chp_id": "KWK3", "feeds_network": False, "geometry": at(10, 5)},
        {**CHP, "chp_id": "KWK4", "chp_thermal_kw": None, "geometry": at(60, 5)},
        {"carrier": "solar", "status": "in_operation", "geometry": at(50, 0)},
    )
    store(workspace, "plants", units, REGISTER)
    network(workspace)
    done = run("feedingplants", WORKSPACE=str(workspace.path))
    assert (done["PROPOSED"], done["CONFIRMED"], done["REJECTED"]) == (1, 1, 1)
    layer = Workspace.open(workspace.path).layer("plant_feeding")
    assert not layer.isSpatial()
    rows = {row["chp_id"]: row for row in layer.getFeatures()}
    assert {chp: row["state"] for chp, row in rows.items()} == {
        "KWK1": "proposed", "KWK2": "confirmed", "KWK3": "rejected",
    }  # fmt: skip
    assert (rows["KWK1"]["units"], rows["KWK1"]["thermal_kw"], rows["KWK1"]["distance_m"]) == (2, 180, 20)
    log = "\n".join(run.log)
    assert "vorgeschlagen" in log or "proposed" in log
    row = Workspace.open(workspace.path).provenance("plant_feeding")
    assert "© Musterstadt" in row.attribution and "© Erfundenes Register" in row.attribution


def test_proposals_are_out_of_date_when_a_network_came_or_the_plants_changed(run, workspace):
    store(workspace, "plants", plants({**CHP, "chp_id": "KWK1", "geometry": at(50, 20)}), REGISTER)
    network(workspace)
    run("feedingplants", WORKSPACE=str(workspace.path))
    assert "plant_feeding" not in Workspace.open(workspace.path).changed_inputs()
    store(workspace, "plants", plants({**CHP, "chp_id": "KWK2", "geometry": at(50, 20)}), REGISTER)
    assert Workspace.open(workspace.path).changed_inputs()["plant_feeding"] == ("plants",)


def test_without_a_network_or_plants_it_is_said_what_to_load(run, workspace):
    with pytest.raises(QgsProcessingException, match=r"plants|anlagen"):
        run("feedingplants", WORKSPACE=str(workspace.path))
    store(workspace, "plants", plants({**CHP}), REGISTER)
    with pytest.raises(QgsProcessingException, match="heat_networks"):
        run("feedingplants", WORKSPACE=str(workspace.path))


def addresses(workspace):
    frame = gpd.GeoDataFrame(
        {
            "address_id": "1",
            "street": "Musterstraße",
            "house_number": "12",
            "suffix": "a",
            "postcode": "01067",
        },
        index=[0],
        geometry=[at(40, 40)],
        crs=CRS,
    )
    store(workspace, "addresses", frame, STREET_MAP)


AT_HOME = {"street": "Musterstr.", "house_number": "12a", "postcode": "01067", "location_kind": "address"}


def test_a_plant_without_coordinates_stands_at_its_address_and_the_rights_go_with_it(workspace):
    addresses(workspace)
    frame, findings, inputs = match_addresses(workspace, plants(AT_HOME, {"geometry": at(0, 0)}))
    assert frame.geometry.iloc[0].equals(at(40, 40))
    assert frame["address_source"].tolist() == ["addresses", None]
    assert [finding.id for finding in findings] == ["plants_placed_by_address"]
    assert inputs == ("addresses",)  # the buildings were not needed
    source = with_rights_of_places(workspace, frame, REGISTER)
    assert "ODbL-1.0" in source.licence and "© OpenStreetMap" in source.attribution
    assert source.state == REGISTER.state


def test_where_no_plant_needs_an_address_none_is_read(workspace):
    addresses(workspace)
    frame, findings, inputs = match_addresses(workspace, plants({"geometry": at(0, 0)}, {}))
    assert (findings, inputs) == ((), ())
    assert with_rights_of_places(workspace, frame, REGISTER) == REGISTER


def test_a_plant_whose_address_came_later_is_out_of_date_not_lost(workspace):
    frame, findings, inputs = match_addresses(workspace, plants(AT_HOME))
    assert frame.geometry.isna().all() and findings == ()
    assert inputs == ("addresses", "buildings")
    addresses(workspace)
    again, _findings, _inputs = match_addresses(workspace, frame)
    assert again.geometry.notna().all()
