"""The suitability of blocks as a layer: classes, scores, and the reasons as sentences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome, Source
from ...reference.columns import columns, rounded
from .classify import Classification
from .rules import KINDS, SUITABILITY, indicators, reason_texts

LAYER = "block_suitability"
_PERCENT = 100.0


def block_suitability(
    blocks: GeoDataFrame, classification: Classification, source: Source, shown: Callable[[float], str]
) -> Outcome:
    """Layer with a row per block: class of each kind of supply (WPG § 19), score, confidence, reasons.

    Parameters
    ----------
    blocks : GeoDataFrame, shape (n,)
        Layer ``block_heat``.
    classification : Classification
    source : Source
    shown : callable
        How a number is written in the sentences.

    Returns
    -------
    Outcome
        `frame`: columns of the layer ``block_suitability``.
    """
    keys = blocks["block_id"]
    data: dict[str, object] = {
        "block_id": keys,
        "name": blocks["name"],
        "useful_heat_mwh_a": blocks["useful_heat_mwh_a"],
        "density_mwh_ha": blocks["density_mwh_ha"],
        "line_density_kwh_m": classification.indicators["line_density_kwh_m"].reindex(keys).to_numpy(),
        "area_ha": blocks["area_ha"],
    }
    words = reasons_in_words(classification.reasons, shown)
    findings = []
    for kind in KINDS:
        table = (
            classification.table[classification.table["kind"].eq(kind)].set_index("block_id").reindex(keys)
        )
        data[f"suitability_{kind}"] = table["suitability"].to_numpy(dtype=object)
        data[f"score_{kind}_percent"] = (_PERCENT * table["score"].to_numpy(dtype=float)).round(1)
        data[f"confidence_{kind}_percent"] = (_PERCENT * table["confidence"].to_numpy(dtype=float)).round(1)
        of_kind = words[words.index.get_level_values("kind") == kind].droplevel("kind")
        data[f"reasons_{kind}"] = of_kind.reindex(keys).to_numpy(dtype=object)
        findings.append(_counted(kind, table["suitability"]))
    frame = pd.DataFrame(data).reset_index(drop=True)
    texts = [name for name in frame if frame[name].dtype == object]
    frame[texts] = frame[texts].where(frame[texts].notna(), None)
    return Outcome(
        GeoDataFrame(
            rounded(frame[[column.name for column in columns(LAYER)]]),
            geometry=blocks.geometry.to_numpy(),
            crs=blocks.crs,
        ),
        source,
        len(frame),
        findings=tuple(findings),
        assumptions=(
            "suitability_first_estimate",
            "suitability_unknown_lowers",
            "suitability_exclusion_wins",
        ),
    )


def reasons_in_words(reasons: pd.DataFrame, shown: Callable[[float], str]) -> pd.Series:
    """Sentences of each block and kind in the order of their rank, in German; index block_id, kind."""
    ordered = reasons.sort_values(["block_id", "kind", "rank"])
    said = sentences(ordered, shown).tolist()
    first = np.flatnonzero(~ordered.duplicated(["block_id", "kind"]).to_numpy())
    together = [" ".join(said[start:end]) for start, end in zip(first, [*first[1:], len(said)])]
    keys = pd.MultiIndex.from_frame(ordered[["block_id", "kind"]].iloc[first])
    return pd.Series(together, keys, dtype=object)


def sentences(reasons: pd.DataFrame, shown: Callable[[float], str]) -> pd.Series:
    """German sentence of each row: ``code``, ``value``, ``indicators``; index as given."""
    texts = {code: german for code, (german, _) in reason_texts().items()}
    labels = {name: entry.label_de for name, entry in indicators().items()}
    values = reasons["value"].to_numpy(dtype=float)
    said = pd.DataFrame(
        {
            "code": reasons["code"].to_numpy(),
            "value": np.where(np.abs(values) >= 10, values.round(), values.round(1)),
            "names": reasons["indicators"].fillna("").to_numpy(dtype=object),
        }
    )
    which = said.groupby(["code", "value", "names"], dropna=False, sort=False).ngroup().to_numpy()
    # many blocks have the same reason with the same rounded figure: each sentence is written once
    first = said[~pd.Series(which).duplicated().to_numpy()]
    written = [
        texts[row.code].format(
            value="" if np.isnan(row.value) else shown(row.value),
            indicators=", ".join(labels[name] for name in row.names.split("|") if name),
        )
        for row in first.itertuples()
    ]
    return pd.Series(
        np.array(written, dtype=object)[which] if len(which) else [], reasons.index, dtype=object
    )


def _counted(kind: str, classes: pd.Series) -> Finding:
    counts = classes.value_counts()
    values = {"supply": kind, **{name: int(counts.get(name, 0)) for name in SUITABILITY}}
    values["unknown"] = int(classes.isna().sum())
    return Finding("suitability_counts", severity=Severity.NOTE, values=values)
