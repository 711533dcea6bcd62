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
    from ..outcome import Source


class HeatStep(EnactAlgorithm):
    """A step of the heat analysis: takes the workspace, replaces layers in it."""

    GROUP = Group.HEAT
    FILES = ("WORKSPACE",)
    REPLACES = True

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace."""
        return [parameters.existing_workspace()]


class Taken:
    """Layers a step takes from the workspace, and the account of them.

    Parameters
    ----------
    workspace : Workspace
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._names: list[str] = []
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

        self._names.append(layer)
        frame = read_if_present(self._workspace, layer, only)
        if frame is not None and len(frame):
            self._sources.append(stored_source(self._workspace, layer))
        return frame

    @property
    def names(self) -> tuple[str, ...]:
        """Layers read, or looked for."""
        return tuple(self._names)

    @property
    def source(self) -> Source:
        """Where the result comes from: names, licences and attributions of all layers it was made from, each once."""
        from .inputs import with_rights_of

        first, *others = self._sources
        return with_rights_of(first, *others)
