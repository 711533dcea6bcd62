"""enact:networkproposal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
)

from ..errors import EnactError
from ..layers.messages import describe, is_german, step
from ..reference.values import values
from . import parameters
from .base import Group, Job, Texts
from .heat_step import HeatStep, Taken
from .heatlinedensity import connection_rate
from .network_figures import figure_parameters, figure_told, tables_of

if TYPE_CHECKING:
    import numpy as np

    from ..layers.workspace import Workspace
    from ..network.proposal.inputs import Drawn, ProposalSettings
    from ..outcome import Source

AREAS = ("supply_areas", "proposed_areas")  # the plan before the proposal
STOCK = ("building_id", "street", "house_number")
ADDRESSES = ("building_id", "house_number", "suffix")
Kind = QgsProcessing.SourceType


class NetworkProposal(HeatStep):
    """A heat network for an area into the layers `network_…`."""

    ID = "networkproposal"
    GROUP = Group.NETWORK
    NUMBERS = ("CUSTOMERS", "NOT_CONNECTED", "ROUTE_M", "SERVICE_M", "SOLD_MWH", "NETWORK_EUR_A")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Propose a heat network"),
            self.tr("Finds the cheapest route of a heat network along streets to the buildings of an area."),
            self.tr(
                "Writes the layers 'network_routes', 'network_customers', 'network_sources', 'network_components' "
                "and the table 'network_proposals'. Several variants stay side by side under their names; "
                "the maps show the last one, or those ticked in the table. Pipes "
                "run along street sections and routes you give; each building has up to three service pipes to "
                "choose from, none through another building, but one of the same property (same parcel, else the "
                "same house number) may be passed and is marked. The network grows from the source to the building "
                "cheapest to reach, and is then made cheaper step by step; trenches, crossings, what flows and "
                "losses are weighed. With 'what pays' a branch stays only if the sale of heat exceeds what heat, "
                "stations and the branch cost. Buildings that are not connected are listed with the reason. "
                "Without a source, a place on a street amid the heat is proposed and marked so. The "
                "figures are those of the tables network_costs.csv, pipe_catalogue.csv, trench_factors.csv, "
                "ground_factors.csv and "
                "network_crossings.csv; assumptions are marked so. The investment is an estimate of the "
                "search: diameters come with the sizing."
            ),
            "Wärmenetz, Nahwärme, Fernwärme, Trasse, Hausanschluss, Gebäudenetz, Steiner, Netzvorschlag",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Area, source, variant, what is wanted, what was drawn, effort, workspace."""
        language = "de" if is_german() else "en"
        titles = {name: {value.code: value.label(language) for value in values(name)}
                  for name in ("network_mode", "network_kind", "network_stations")}  # fmt: skip
        return [
            _layer(
                "AREA", self.tr("Area"), Kind.TypeVectorPolygon,
                self.tr("Polygons whose buildings are customers; of an open layer only what is selected, if wanted. "
                        "Empty: the heat network areas of the plan or of the proposal, else the whole municipality."),
            ),
            parameters.helped(
                QgsProcessingParameterPoint("SOURCE_POINT", self.tr("Heat source on the map"), optional=True),
                self.tr("Where the heat comes from; empty: the layer below, else a place amid the heat is proposed."),
            ),
            _layer(
                "SOURCES", self.tr("or: heat sources (points)"), Kind.TypeVectorPoint,
                self.tr("Several sources; the network may have a part at each."),
            ),
            parameters.text("VARIANT", self.tr("Name of the variant"), self.tr("One of that name is replaced."),
                            self.tr("Variant 1"), optional=False),
            parameters.choice("MODE", self.tr("To be connected"), titles["network_mode"], "pays",
                              self.tr("'Budget' and 'heat line density' need the limit below.")),
            _number("LIMIT", self.tr("Limit (EUR of investment, or kWh/(m·a))"),
                    self.tr("Investment in pipes for 'up to a budget'; heat per metre of all pipes, service pipes "
                            "included, for 'down to a heat line density'."), None, 0.0),
            parameters.choice("KIND", self.tr("Kind of network"), titles["network_kind"], "generation_3",
                              self.tr("Temperatures decide what a pipe carries and loses (network_kinds.csv).")),
            connection_rate(),
            parameters.advanced(
                parameters.choice("STATIONS", self.tr("Transfer stations"), titles["network_stations"], "building",
                                  self.tr("A building with several entrances shares a station, or has one for each; "
                                          "entrances are those of the layer 'addresses'."))
            ),
            parameters.advanced(
                _layer("REQUIRED", self.tr("Buildings that must be connected"), Kind.TypeVectorAnyGeometry,
                       self.tr("Points in, or outlines of, buildings that stay whatever they cost."))
            ),
            parameters.advanced(
                _layer("ROUTES", self.tr("Further routes"), Kind.TypeVectorLine,
                       self.tr("Lines along which pipes may run besides streets: paths, verges, planned roads."))
            ),
            parameters.advanced(
                _layer("EXISTING", self.tr("Existing pipes"), Kind.TypeVectorLine,
                       self.tr("Pipes that lie there; they cost nothing, or the share below."))
            ),
            parameters.advanced(
                _number("EXISTING_FACTOR", self.tr("Cost share of existing pipes"),
                        self.tr("What an existing pipe costs of a new one in its place: 0 as it lies, more where it "
                                "must be enlarged."), 0.0, 0.0)
            ),
            parameters.advanced(
                _layer("FORBIDDEN", self.tr("Forbidden"), Kind.TypeVectorAnyGeometry,
                       self.tr("Lines and areas that no pipe may cross."))
            ),
            parameters.advanced(
                _layer("PREFERRED", self.tr("Preferred"), Kind.TypeVectorAnyGeometry,
                       self.tr("Lines and areas in which a trench costs less, by the factor below."))
            ),
            parameters.advanced(
                _number("PREFERRED_FACTOR", self.tr("Cost factor of preferred trenches"),
                        self.tr("Below one: cheaper, for instance where a street is dug up anyway."), 0.7, 0.01)
            ),
            parameters.advanced(
                _number("SECONDS", self.tr("Time for the search (s)"),
                        self.tr("The search ends earlier when its rounds are done."), 60.0, 1.0)
            ),
            parameters.advanced(
                parameters.flag("EXACT", self.tr("Check against the optimum"),
                                self.tr("Up to 300 customers and one source: says by how much the network is above the "
                                        "cheapest at most; takes up to the same time again."))
            ),
            *figure_parameters(),
            parameters.existing_workspace(),
        ]  # fmt: skip

    def compute(self, job: Job) -> dict[str, Any]:
        """Read, propose, store beside the other variants."""
        from ..network.layout.layout import Edge
        from ..network.proposal.inputs import ProposalInputs
        from ..network.proposal.layers import LAYERS, PROPOSALS, ROUTES, proposal_layers
        from ..network.proposal.proposal import optimality_gap, propose
        from .inputs import read_if_present

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        inputs = ProposalInputs(
            taken.need("street_sections"),
            taken.need("building_stock", STOCK),
            taken.need("building_demand"),
            taken.have("rail"),
            taken.have("waterways"),
            taken.have("parcels", ("parcel_id",)),
            taken.have("streets", ("surface",)),
            taken.have("landuse", ("landuse_kind",)),
            taken.need("addresses", ADDRESSES) if job.choice("STATIONS") == "entrance" else None,
        )
        asked = _Asked(self, job, workspace, taken)
        drawn = asked.drawn()
        settings = asked.settings(inputs)
        proposal = propose(inputs, drawn, settings, job.progress.part(0.1, 0.7), tables_of(job))
        gap = None
        if job.flag("EXACT"):
            job.progress(0.7, "network_exact")
            gap = optimality_gap(proposal, settings.effort.seconds)
        before = {layer: read_if_present(workspace, layer) for layer in LAYERS}
        made = proposal_layers(proposal, settings, asked.source(), before, figure_told, gap)
        for number, (layer, outcome) in enumerate(made.items()):
            # ticking which variant the maps show is no edit to keep
            taken.put(
                layer,
                outcome,
                job.progress.part(0.8 + 0.04 * number, 0.84 + 0.04 * number),
                layer != PROPOSALS,
            )
        job.hint_place(workspace, ROUTES)
        tree = proposal.route.tree
        service = proposal.layout.lines.kind[tree.edge] == Edge.SERVICE
        length = proposal.layout.length_m[tree.edge]
        connected = proposal.buildings["connection"] == "connected"
        return {
            "WORKSPACE": str(workspace.path),
            "CUSTOMERS": int(connected.sum()),
            "NOT_CONNECTED": int((~connected).sum()),
            "ROUTE_M": round(float(length[~service].sum()), 1),
            "SERVICE_M": round(float(length[service].sum()), 1),
            "SOLD_MWH": round(float(proposal.buildings.loc[connected, "heat_kwh"].sum()) / 1000, 1),
            "NETWORK_EUR_A": round(proposal.route.cost_eur_a),
        }


def _layer(name: str, description: str, kind: Any, help_: str) -> QgsProcessingParameterDefinition:
    return parameters.helped(
        QgsProcessingParameterFeatureSource(name, description, [kind], optional=True), help_
    )


def _number(
    name: str, description: str, help_: str, default: float | None, low: float
) -> QgsProcessingParameterDefinition:
    kind = QgsProcessingParameterNumber.Type.Double
    parameter = QgsProcessingParameterNumber(
        name, description, kind, defaultValue=default, optional=default is None, minValue=low
    )
    return parameters.helped(parameter, help_)


class _Asked:
    """What the parameters ask for, in the workspace's CRS, and whose rights come with it."""

    def __init__(self, algorithm: NetworkProposal, job: Job, workspace: Workspace, taken: Taken) -> None:
        self._algorithm = algorithm
        self._job = job
        self._workspace = workspace
        self._taken = taken
        self._others: list[Source] = []

    def source(self) -> Source:
        """Names and rights of the layers of the workspace and of what was given."""
        from .inputs import with_rights_of

        return with_rights_of(self._taken.source, *self._others)

    def drawn(self) -> Drawn:
        """Area, sources, lines."""
        from ..network.proposal.inputs import Drawn

        return Drawn(
            area=self._area(),
            sources=self._points(),
            routes=self._shapes("ROUTES"),
            existing=self._shapes("EXISTING"),
            forbidden=self._shapes("FORBIDDEN"),
            preferred=self._shapes("PREFERRED"),
        )

    def settings(self, inputs: Any) -> ProposalSettings:
        """What is wanted.

        Raises
        ------
        EnactError
            ``network_limit_missing``.
        """
        from ..network.proposal.inputs import ProposalSettings
        from ..network.routing.improve import Effort
        from ..network.routing.route import Mode
        from ..network.variants import named_variant

        job = self._job
        mode = Mode(job.choice("MODE"))
        limit = job.number("LIMIT") if job.given("LIMIT") else 0.0
        if mode in (Mode.BUDGET, Mode.DENSITY) and limit <= 0:
            raise EnactError("network_limit_missing", parameter=job.title("LIMIT"))
        return ProposalSettings(
            variant=named_variant(job.text("VARIANT")),
            mode=mode,
            limit=limit,
            kind=job.choice("KIND"),
            connection_rate=job.number("CONNECTION_RATE") / 100,
            required=self._required(inputs),
            preferred_factor=job.number("PREFERRED_FACTOR"),
            existing_factor=job.number("EXISTING_FACTOR"),
            effort=Effort(seconds=job.number("SECONDS")),
        )

    def _shapes(self, name: str) -> np.ndarray:
        """Geometry of a layer given; nothing where none is."""
        import numpy as np
        import shapely

        from .inputs import read_source

        if not self._job.given(name):
            return np.zeros(0, dtype=object)
        read = read_source(self._job, name, self._workspace)
        self._others.append(read.source)
        for finding in read.findings:
            self._job.feedback.pushInfo("  " + describe(finding))
        shapes = read.frame.geometry.dropna().to_numpy()
        return shapely.make_valid(shapely.force_2d(shapes))

    def _points(self) -> np.ndarray:
        """Sources: the point on the map, else the layer of points."""
        import shapely
        from qgis.core import QgsCoordinateReferenceSystem

        if not self._job.given("SOURCE_POINT"):
            return shapely.get_parts(self._shapes("SOURCES"))
        crs = QgsCoordinateReferenceSystem(self._workspace.crs)
        point = self._algorithm.parameterAsPoint(self._job.parameters, "SOURCE_POINT", self._job.context, crs)
        return shapely.points([[point.x(), point.y()]])

    def _area(self) -> np.ndarray:
        """Polygons given, else the heat network areas of the workspace."""
        import numpy as np

        if self._job.given("AREA"):
            return self._shapes("AREA")
        network = {value.code for value in values("supply_kind") if value.group == "network"}
        for layer in AREAS:
            frame = self._taken.have(layer)
            if frame is None:
                continue
            chosen = frame[frame["supply_kind"].isin(network)]
            if len(chosen):
                self._job.feedback.pushInfo(
                    "  " + step("network_area_of_plan", layer=layer, count=len(chosen))
                )
                return chosen.geometry.to_numpy()
        return np.zeros(0, dtype=object)

    def _required(self, inputs: Any) -> frozenset[str]:
        """Buildings that the shapes given meet."""
        import shapely

        shapes = self._shapes("REQUIRED")
        if not len(shapes):
            return frozenset()
        outlines = inputs.demand.geometry.to_numpy()
        point = shapely.point_on_surface(shapes)
        met = shapely.STRtree(outlines).query(point, predicate="intersects")[1]
        return frozenset(inputs.demand["building_id"].iloc[met])
