"""Figures of the law by year."""

from __future__ import annotations

from datetime import date

import pytest

from enact_plugin.reference.legal import legal_source, legal_value, legal_values
from enact_plugin.reference.tables import rows


@pytest.mark.parametrize(
    "code, year, value",
    [
        ("network_share_existing", 2029, None),
        ("network_share_existing", 2030, 0.3),
        ("network_share_existing", 2039, 0.3),
        ("network_share_existing", 2050, 1.0),
        ("network_share_new", 2026, 0.65),
        ("boiler_renewable_share", 2028, None),
        ("boiler_renewable_share", 2034, 0.15),
        ("boiler_renewable_share", 2041, 0.6),
    ],
)
def test_the_figure_that_holds_in_a_year(code, year, value):
    assert legal_value(code, year) == value


def test_shares_rise_and_each_has_source_and_dates():
    for row in rows("legal_values"):
        assert row["source"].startswith(("WPG §", "GModG §", "BEW-Richtlinie"))
        assert date.fromisoformat(row["valid_from"]) < date.fromisoformat(row["review"])
        assert legal_source(row["code"])
    for code in ("network_share_existing", "boiler_renewable_share"):
        values = list(legal_values(code).values())
        assert values == sorted(values)
