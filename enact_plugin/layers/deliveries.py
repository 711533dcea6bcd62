"""Several deliveries of one layer, loaded at once: protected areas come as one file for each kind of protection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from ..outcome import Outcome, Source
from ..reference.kinds import LayerKind
from .geometry import measured
from .keys import assign_keys, key_rule

# what is found of the rows together; what was found of each delivery is told already
_OF_ALL = ("key_not_unique", "rows_repeated", "parts_joined")


def together(outcomes: Sequence[Outcome], kind: LayerKind, stored: pd.DataFrame | None = None) -> Outcome:
    """One outcome of several deliveries, each made ready for the layer already.

    A row that stands in two of them counts once; different rows under one key are told apart, as within one delivery.

    Parameters
    ----------
    outcomes : sequence of Outcome
        At least one.
    kind : LayerKind
    stored : DataFrame, GeoDataFrame or None
        The workspace's layer as it is now.

    Returns
    -------
    Outcome
        Rows in and dropped are the sums, sources and licences are joined, each once; its state is the oldest.
    """
    if len(outcomes) == 1:
        return outcomes[0]
    filled = [outcome.frame.dropna(axis="columns", how="all") for outcome in outcomes]
    # columns that are empty in one delivery take their type from the others
    frame = pd.concat(filled, ignore_index=True).reindex(columns=outcomes[0].frame.columns)
    keyed, merged, findings = assign_keys(frame, key_rule(kind), stored)
    dropped: Counter[str] = Counter()
    for outcome in outcomes:
        dropped.update(outcome.dropped)
    return Outcome(
        frame=measured(keyed, kind.layer),
        source=_joined([outcome.source for outcome in outcomes]),
        rows_in=sum(outcome.rows_in for outcome in outcomes),
        dropped=dict(dropped),
        merged=merged + sum(outcome.merged for outcome in outcomes),
        findings=(
            *(finding for outcome in outcomes for finding in outcome.findings),
            *(finding for finding in findings if finding.id in _OF_ALL),
        ),
        assumptions=tuple(dict.fromkeys(code for outcome in outcomes for code in outcome.assumptions)),
    )


def _joined(sources: Sequence[Source]) -> Source:
    """Source that names each of several, each once; as old as the oldest."""
    texts = {
        part: "; ".join(dict.fromkeys(filter(None, (getattr(source, part) for source in sources))))
        for part in ("name", "licence", "attribution")
    }
    return replace(
        sources[0], **texts, state=min(filter(None, (source.state for source in sources)), default=None)
    )
