"""The one real file of the bulk export we have: 33 stores as written in 2022, alone in a zip."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pandas as pd
import pytest

from enact_plugin.register.bulk.read import read_bulk
from enact_plugin.register.readers.endpoint_json import read_json

TODAY = date(2026, 4, 1)


@pytest.fixture(scope="module")
def outcome_of(real_data):
    """Read the file as the export's only table; `ags` as for `read_bulk`."""
    content = (real_data / "mastr" / "EinheitenStromSpeicher.xml").read_bytes()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("EinheitenStromSpeicher_1.xml", (2022, 12, 1, 5, 0, 0)), content)
    data = buffer.getvalue()
    return lambda ags=None: read_bulk(lambda: io.BytesIO(data), "export.zip", ags, today=TODAY).plants


def test_all_stores_are_read(outcome_of):
    """Counted with:

    iconv -f utf-16 -t utf-8 EinheitenStromSpeicher.xml | tr -d '\\n' | sed 's/<EinheitStromSpeicher>/\\n/g' |
    awk 'NR>1 {n++; match($0, /<Bruttoleistung>[^<]*/); g += substr($0, RSTART+16, RLENGTH-16);
               match($0, /<Nettonennleistung>[^<]*/); t += substr($0, RSTART+19, RLENGTH-19);
               if (/<EinheitBetriebsstatus>31/) p++; if (!/<Inbetriebnahmedatum>/) q++;
               if (/<LokationMaStRNummer>/) l++; if (/<EegMaStRNummer>/) e++}
         END {print n, g, t, p, q, l, e}'
    33 695099 692900 6 6 27 2
    """
    outcome = outcome_of()
    frame = outcome.frame
    assert (len(frame), outcome.rows_in, outcome.merged, outcome.dropped) == (33, 33, 0, {})
    assert frame["gross_kw"].sum() == 695_099
    assert frame["net_kw"].sum() == 692_900
    assert (frame["status"] == "planned").sum() == 6
    assert frame["commissioned"].isna().sum() == 6
    assert frame["location_id"].notna().sum() == 27
    assert frame["eeg_id"].notna().sum() == 2
    assert set(frame["carrier"]) == {"storage"}
    assert set(frame["technology"]) == {"Batterie"}
    assert frame["storage_kwh"].isna().all()  # stands in another table


def test_the_four_of_saxony_are_chosen_by_their_key(outcome_of):
    """grep -o '<Gemeindeschluessel>14[^<]*': 14511000 14730020 14729030 14729170."""
    saxony = outcome_of("14").frame["ags"]
    assert sorted(saxony) == ["14511000", "14729030", "14729170", "14730020"]
    assert outcome_of("14511000").frame["municipality"].tolist() == ["Chemnitz"]
    assert len(outcome_of("14729").frame) == 2


def test_tables_the_zip_lacks_are_named_and_no_element_is_strange(outcome_of):
    found = outcome_of().findings
    missing = {f.values["table"] for f in found if f.id == "bulk_units_missing"}
    assert len(missing) == 7  # of the eight tables of electricity units
    assert {f.values["table"] for f in found if f.id == "bulk_plants_missing"} >= {
        "AnlagenStromSpeicher",
        "Netzanschlusspunkte",
        "Marktakteure",
    }
    assert "bulk_catalogue_missing" in {f.id for f in found}
    assert not [f for f in found if f.id == "bulk_elements_unknown"]


def test_moments_are_utc(outcome_of, real_data):
    """The endpoint says the same change in milliseconds of UTC: where neither changed since, the day is the same."""
    page = real_data / "mastr" / "endpoint_storage_germany_2026.json"
    endpoint = read_json(page, today=TODAY).frame.set_index("mastr_id")["updated"]
    export = outcome_of().frame.set_index("mastr_id")["updated"]
    both = pd.concat([endpoint, export], axis=1, keys=("endpoint", "export")).dropna()
    same = both["endpoint"] == both["export"]
    assert len(both) > 25
    assert same.sum() >= 15  # the rest was changed after 2022
    assert (both["endpoint"] >= both["export"]).all()
