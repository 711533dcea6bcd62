"""What the steps of the heat analysis share: they read layers of the workspace and make others of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterDefinition

from ..errors import EnactError
from ..reference.kinds import kind_of_layer
from . import parameters
from .base import EnactAlgorithm, Group

if TYPE_CHECKING:
    from collections.abc import Collection

    from geopandas import GeoDataFrame

    from ..layers.workspace import Workspace
    from ..outcome import Outcome, Source
    from ..progress import Progress
    from .job import Job

# columns that the steps after the stock read of it
STOCK = (
    "building_id", "use", "heated", "heat_category", "house_type", "floor_area_m2", "age_class", "age_source", "street",
    "house_number",
)  # fmt: skip
MIXTURE = ("building_id", "attribute", "value", "share", "source")


class HeatStep(EnactAlgorithm):
    """A step of the heat analysis: takes the workspace, replaces layers in it."""

    GROUP = Group.HEAT
    FILES = ("WORKSPACE",)
    REPLACES = True

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace."""
        return [parameters.existing_workspace()]


class Taken:
    """Layers a step takes from the workspace, the account of them, and what it puts there.

    In a chain of steps a layer that one of them has just put there is handed on, not read again.

    Parameters
    ----------
    job : Job
    workspace : Workspace
    """

    def __init__(self, job: Job, workspace: Workspace) -> None:
        self._job = job
        self._workspace = workspace
        self._frames: dict[str, GeoDataFrame | None] = {}
        self._sources: list[Source] = []

    def need(self, layer: str, only: Collection[str] | None = None) -> GeoDataFrame:
        """Layer that the step cannot do without.

        Raises
        ------
        EnactError
            ``step_missing`` with the algorithm that makes it.
        """
        frame = self.have(layer, only)
        if frame is None:
            kind = kind_of_layer(layer)
            loader = f"enact:{kind.loader}" if kind else ""
            raise EnactError("step_missing", layer=layer, path=self._workspace.path.name, algorithm=loader)
        return frame

    def have(self, layer: str, only: Collection[str] | None = None) -> GeoDataFrame | None:
        """Layer, or None where there is none; one that comes later makes the result out of date."""
        from .inputs import read_if_present, stored_source

        if layer in self._frames:
            return self._frames[layer]
        frame = self._handed_on(layer)
        if frame is None:
            frame = read_if_present(self._workspace, layer, only)
        if frame is not None and len(frame):
            self._sources.append(stored_source(self._workspace, layer))
        self._frames[layer] = frame
        return frame

    @property
    def names(self) -> tuple[str, ...]:
        """Layers read, or looked for."""
        return tuple(self._frames)

    @property
    def source(self) -> Source:
        """Where the result comes from: names, licences and attributions of all layers it was made from, each once."""
        from .inputs import with_rights_of

        first, *others = self._sources
        return with_rights_of(first, *others)

    def put(self, layer: str, outcome: Outcome, progress: Progress, edits_count: bool = False) -> int:
        """Replace a layer by what was made of those taken; returns its rows.

        Parameters
        ----------
        layer : str
        outcome : Outcome
        progress : Progress
        edits_count : bool
            Whether rows changed by hand stop it, unless it is asked to write over them.
        """
        row = self._job.store(self._workspace, layer, outcome, self.names, progress, derived=not edits_count)
        if self._job.handed_on is not None:
            self._job.handed_on[layer] = (row.content_hash, outcome.frame)
        return row.rows

    def _handed_on(self, layer: str) -> GeoDataFrame | None:
        """Layer as a step before put it there, if it is still that."""
        hash_, frame = (self._job.handed_on or {}).get(layer, ("", None))
        row = self._workspace.provenance(layer) if frame is not None else None
        if row is None or row.content_hash != hash_:
            return None
        self._workspace.remember_read(layer, hash_)
        return frame
