"""What resources/presets say of the services holds together, and the document says the same."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.fields.mapping import Mapping, complete_mapping
from enact_plugin.reference.columns import columns
from enact_plugin.reference.kinds import layer_kind
from enact_plugin.reference.values import values
from enact_plugin.sources.services import service as module
from enact_plugin.sources.services.service import Protocol, default_services, presets, service, services_for

ROOT = Path(__file__).resolve().parents[3]
LEIPZIG, DRESDEN, CHEMNITZ, GOERLITZ, COTTBUS = "14713000", "14612000", "14511000", "14626110", "12052000"


def ids(ags, serves):
    return [each.id for each in default_services(ags, serves)]


@pytest.fixture(params=presets(), ids=lambda each: each.id)
def preset(request):
    return request.param


def test_ids_are_unique():
    found = [each.id for each in presets()]
    assert len(found) == len(set(found)) >= 30


def test_a_preset_says_what_it_delivers_and_from_where(preset):
    assert layer_kind(preset.serves).kind == preset.serves
    assert preset.url.startswith("https://")
    assert not urlsplit(preset.url).query
    assert "@" not in urlsplit(preset.url).netloc
    assert preset.title
    assert preset.name or preset.protocol is Protocol.FILE
    assert (
        preset.crs.startswith("EPSG:") or preset.protocol is not Protocol.FILE
    )  # a file does not tell its own


def test_a_preset_names_a_file_that_serves_instead(preset):
    assert preset.download_page.startswith("https://")
    assert preset.download_file


def test_a_preset_has_a_licence_or_says_that_none_is_known(preset):
    assert preset.attribution
    assert preset.licence or "Lizenz" in preset.note


def test_nothing_claims_to_have_been_seen_without_a_day(preset):
    assert preset.seen == "" or re.fullmatch(r"20\d\d-\d\d-\d\d", preset.seen)


def test_the_mapping_of_a_preset_names_columns_and_values_there_are(preset):
    known = {column.name: column for column in columns(layer_kind(preset.serves).layer)}
    for target, entry in preset.mapping.items():
        assert target in known
        if isinstance(entry, dict):
            codes = {value.code for value in values(known[target].values)}
            assert codes.issuperset([*entry.get("values", {}).values(), *filter(None, [entry.get("value")])])


def test_only_services_that_choose_by_filter_need_no_area(preset):
    assert not preset.by_filter or "{ags}" in preset.filter


def test_fields_of_a_mapping_are_those_of_the_service():
    assert service("dresden_heat_plan").fields() == ("WP_GEBIETE",)
    assert service("chemnitz_districts").fields() == ("STADTTS", "STADTTNAME")
    assert service("luis_ffh").fields() == ()


# fields of the services, as far as they are known
FIELDS = {
    "bkg_vg250": ("objid ags gf gen bez ibz ars sn_l nuts ars_0 ags_0", {"ags": "ags", "name": "gen"}),
    "alkis_buildings": (
        "gml_id oid aktualit gebnutzbez funktion gfkzshh name anzahlgs gmdschl lagebeztxt",
        {"building_id": "oid", "function_code": "gfkzshh", "storeys": "anzahlgs", "source_date": "aktualit"},
    ),
    "alkis_parcels": (
        "gml_id oid idflurst flstkennz gemarkung gemaschl flur flstnrzae flstnrnen flaeche lagebeztxt tntxt",
        {
            "parcel_id": "flstkennz",
            "cadastral_district": "gemarkung",
            "use": "tntxt",
            "official_area_m2": "flaeche",
        },
    ),
    "alkis_landuse": (
        "gml_id oid aktualit nutzart bez name",
        {"landuse_id": "oid", "landuse_kind": "nutzart"},
    ),
    "geosn_addresses": (
        "oid qua landschl gmdschl gmd ott strschl str hnr adz zone ostwert nordwert postplz postonm postonmzus postott",
        {"address_id": "oid", "street": "str", "house_number": "hnr", "suffix": "adz", "postcode": "postplz"},
    ),
    "leipzig_districts": ("OT Name", {"district_id": "OT", "name": "Name"}),
    "dresden_districts": ("id blocknr bez", {"district_id": "blocknr", "name": "bez"}),
    "chemnitz_districts": ("ID STADTTS STADTTNAME", {"district_id": "STADTTS", "name": "STADTTNAME"}),
    "dresden_heat_plan": ("WP_GEBIETE WPG_GEBIET_V4", {"supply_kind": "WP_GEBIETE"}),
    "osm_streets": ("full_id highway name surface", {"street_id": "full_id", "street_class": "highway"}),
}


@pytest.mark.parametrize("id_", FIELDS)
def test_the_fields_of_a_service_find_their_columns(id_):
    preset, (names, expected) = service(id_), FIELDS[id_]
    fields = [(name, "String") for name in names.split()]
    found = complete_mapping(Mapping.from_entries(preset.mapping), preset.serves, fields)
    assert {target: entry.field for target in expected if (entry := found.of(target))} == expected


@pytest.mark.parametrize(
    ("ags", "expected"),
    [
        (LEIPZIG, ["leipzig_districts"]),
        (DRESDEN, ["dresden_districts"]),
        (CHEMNITZ, ["chemnitz_districts"]),
        (GOERLITZ, []),
        (COTTBUS, []),
    ],
)
def test_districts_come_from_the_city_where_it_has_a_service(ags, expected):
    assert ids(ags, "districts") == expected


def test_a_saxon_municipality_gets_everything_official_first():
    assert ids(GOERLITZ, "boundary") == ["bkg_vg250"]
    assert ids(GOERLITZ, "buildings") == ["alkis_buildings"]
    assert ids(GOERLITZ, "addresses") == ["geosn_addresses"]
    assert ids(GOERLITZ, "streets") == ["osm_streets"]
    assert len(ids(GOERLITZ, "census")) == 5
    assert {"luis_nature", "luis_spa", "luis_water_ground"} <= set(ids(GOERLITZ, "exclusions"))
    assert ids(DRESDEN, "supply_areas") == ["dresden_heat_plan"]


def test_other_buildings_can_be_chosen():
    offered = [each.id for each in services_for(GOERLITZ, "buildings")]
    assert offered[0] == "alkis_buildings"
    assert {"osm_buildings", "lod2_buildings", "osm_file_buildings"} <= set(offered)


def test_outside_saxony_boundary_census_and_openstreetmap_remain():
    assert ids(COTTBUS, "boundary") == ["bkg_vg250"]
    assert ids(COTTBUS, "buildings") == ["osm_buildings"]
    assert ids(COTTBUS, "streets") == ["osm_streets"]
    assert len(ids(COTTBUS, "census")) == 5
    assert ids(COTTBUS, "parcels") == ids(COTTBUS, "exclusions") == []


def test_the_municipality_is_put_into_the_filter():
    assert service("bkg_vg250").filter_of(LEIPZIG) == "ags = 14713000 AND gf = 4"


def test_the_year_is_put_where_the_licence_asks_for_it():
    assert service("bkg_vg250").cited(2026) == "© GeoBasis-DE / BKG 2026, dl-de/by-2-0"
    assert "{" not in "".join(each.cited(2026) for each in presets())


def test_an_unknown_service_is_named_with_those_there_are():
    with pytest.raises(EnactError) as raised:
        service("alkis")
    assert raised.value.code == "service_unknown"
    assert "alkis_buildings" in raised.value.params["known"]


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"services": [{"id": "a"}]}',
        '{"services": [{"id": "a", "title": "", "serves": "", "url": "", "protocol": "soap"}]}',
        '{"services": [{"id": "a", "title": "", "serves": "", "url": "", "protocol": "wfs", "adress": ""}]}',
    ],
)
def test_a_preset_that_a_person_broke_is_named(tmp_path, content):
    path = tmp_path / "saxony.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EnactError) as raised:
        module._of_file(path)
    assert raised.value.code == "presets_unreadable"
    assert raised.value.params["path"] == str(path)


def test_the_document_says_what_the_presets_say():
    spec = importlib.util.spec_from_file_location("service_table", ROOT / "tools" / "service_table.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    text = tool.DOCUMENT.read_text(encoding="utf-8")
    assert tool.with_table(text) == text, "run tools/service_table.py"
    assert all(f"`{each.id}`" in text for each in presets())
