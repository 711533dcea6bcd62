"""enact:loadlayer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..errors import Canceled, EnactError
from ..layers.messages import describe, layer_title
from ..reference.kinds import layer_kind, layer_kinds
from . import online_parameters, parameters
from .base import EnactAlgorithm, Group, Job, Texts
from .online_failures import NOTHING_THERE
from .unexpected import unexpected

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from ..layers.workspace import Workspace
    from ..outcome import Outcome
    from ..reference.kinds import LayerKind
    from .areas import Area
    from .online import Delivery

# name and reason of each delivery that was left out; for enact:loadmunicipality, which gives several at once
LEFT_OUT = "LEFT_OUT"


def loadable_kinds() -> list[str]:
    """Kinds this algorithm loads, in the order of the layer tree."""
    return [kind.kind for kind in layer_kinds() if kind.loader == "loadlayer"]


class LoadLayer(EnactAlgorithm):
    """Any layer, service or table into the workspace, by kind."""

    ID = "loadlayer"
    GROUP = Group.LOAD
    FILES = ("WORKSPACE",)
    NUMBERS = ("ROWS",)
    REPLACES = True

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load layer by kind"),
            self.tr(
                "Loads a layer, service or table as boundary, districts, streets, supply areas and so on."
            ),
            self.tr(
                "Writes a layer of the workspace from any vector layer, file, service or table that QGIS can open. "
                "The kind says what it is. Source fields are proposed by name and type; a mapping given once is "
                "remembered for sources of the same form. Geometry is repaired, everything outside the municipality "
                "left out and counted. Without a layer or file the services that are known for the municipality are "
                "asked."
            ),
            "Layer, Grenze, Ortsteile, Straßen, Adressen, Wärmeplan, Versorgungsgebiete, Netze, Potenziale",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Layer, kind, mapping, boundary, origin, workspace."""
        return [
            parameters.any_source(
                "INPUT",
                self.tr("Layer, table or file"),
                self.tr("Whatever QGIS can open, in any CRS. Left empty, the services are asked."),
                optional=True,
            ),
            parameters.choice(
                "KIND",
                self.tr("Kind of layer"),
                {kind: layer_title(layer_kind(kind).layer) for kind in loadable_kinds()},
                "boundary",
                self.tr("What the layer is; the user guide (menu EnAct, Help) describes the kinds."),
            ),
            *online_parameters.source(loadable_kinds()),
            parameters.mapping(),
            parameters.boundary(),
            *parameters.origin(),
            parameters.ags(optional=True),
            parameters.workspace(),
        ]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse a file and a service at once, and neither where a file is wanted."""
        online_parameters.check(self, parameters, context)
        super().check(parameters, context)

    def compute(self, job: Job) -> dict[str, Any]:
        """Read, map, clean, store; remember the mapping."""
        from ..layers.deliveries import together
        from .areas import area_of
        from .inputs import read_if_present, with_other_parts
        from .mappings import remember_mapping
        from .online import deliveries

        kind = layer_kind(job.choice("KIND"))
        workspace = job.workspace_of_ags()
        # the boundary itself is chosen by key, not cut by the boundary before; a table has no place
        free = kind.kind == "boundary" or kind.geometry == "none"
        area = None if free else area_of(job, workspace, kind.layer)
        stored = read_if_present(workspace, kind.layer)  # what is there keeps its keys
        # districts are not cut by the outline made of those before, but asked for in it
        asked = area if area and area.geometry is not None else area_of(job, workspace)
        given, unanswered = deliveries(job, workspace, kind.kind, asked)
        made, left_out = _all_made_ready(given, workspace, kind, area, stored)
        left_out = [*unanswered, *left_out]
        outcome = together([each.outcome for each in made], kind, stored)
        outcome = with_other_parts(outcome, workspace, kind, stored)
        inputs = area.inputs if area else ()
        row = job.store(workspace, kind.layer, outcome, inputs, job.progress.part(0.6, 1.0))
        for each in made:
            remember_mapping(each.job, workspace, kind.kind, each.fields)
        job.tell_left_out(kind.layer, left_out)
        results = {"WORKSPACE": str(workspace.path), "ROWS": row.rows}
        return {**results, LEFT_OUT: left_out} if left_out else results


@dataclass(frozen=True)
class _MadeReady:
    """One delivery, read and made ready for the layer."""

    job: Job
    fields: tuple[tuple[str, str], ...]
    outcome: Outcome


def _all_made_ready(
    given: list[Delivery],
    workspace: Workspace,
    kind: LayerKind,
    area: Area | None,
    stored: GeoDataFrame | None,
) -> tuple[list[_MadeReady], list[tuple[str, str]]]:
    """Each delivery made ready, and name and reason of those that could not be: one of several does not end the others.

    Raises
    ------
    Canceled
    EnactError
        That of the only delivery; ``no_file_loaded`` where none of several could be made ready.
    """
    if len(given) == 1:
        return [_made_ready(given[0], workspace, kind, area, stored)], []
    made, left_out, nothing = [], [], []
    for delivery in given:
        name = delivery.name
        try:
            ready = _made_ready(delivery, workspace, kind, area, stored)
        except Canceled:
            raise
        except EnactError as error:
            (nothing if error.code == NOTHING_THERE else left_out).append((name, describe(error)))
        except Exception as error:  # noqa: BLE001 - one file, whatever is wrong with it, does not end the others
            left_out.append((name, describe(unexpected(error))))
        else:
            made.append(replace(ready, outcome=_named(ready.outcome, name)))
    if not made and nothing and not left_out:
        raise EnactError("service_nothing_there", service=", ".join(name for name, _reason in nothing))
    for _name, reason in nothing:
        given[0].job.feedback.pushInfo(f"  {reason}")
    if not made:
        reasons = " ".join(f"{name}: {reason}" for name, reason in left_out)
        raise EnactError("no_file_loaded", reasons=reasons)
    return made, left_out


def _named(outcome: Outcome, name: str) -> Outcome:
    """Outcome whose findings say of which of several files they are."""
    return replace(outcome, findings=tuple(replace(each, key=each.key or name) for each in outcome.findings))


def _made_ready(
    delivery: Delivery,
    workspace: Workspace,
    kind: LayerKind,
    area: Area | None,
    stored: GeoDataFrame | None,
) -> _MadeReady:
    """Read one delivery and make it ready for the layer."""
    from ..layers.ingest import ingest
    from .mappings import mapping_for, with_pairs_told

    job = delivery.job
    read = delivery.read(workspace, area.bounds if area else None)
    mapping = mapping_for(job, workspace, kind.kind, read.fields, delivery.mapping)
    boundary = area.geometry if area else None
    made = ingest(read.frame, kind, mapping, boundary=boundary, ags=workspace.ags, stored=stored)
    if made.frame.empty:
        delivery.refuse_empty()
    return _MadeReady(job, read.fields, with_pairs_told(read.complete(made), mapping))
