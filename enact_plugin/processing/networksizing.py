"""enact:networksizing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterNumber

from ..layers.messages import is_german
from ..reference.values import values
from . import parameters
from .base import Group, Job, Texts
from .heat_step import HeatStep, Taken
from .network_figures import figure_parameters, tables_of

if TYPE_CHECKING:
    from ..network.sizing.sizing import Sized, SizingSettings

_PA_BAR = 1e5
# parameter -> what it sets instead of the figure of network_rules.csv
LIMITS = {"PRESSURE_LIMIT": "limit_pa_m", "VELOCITY_LIMIT": "limit_m_s", "GROUND_TEMPERATURE": "ground_c"}


class NetworkSizing(HeatStep):
    """Diameters, pressure and losses of a proposed network into `network_pipes` and `network_sizing`."""

    ID = "networksizing"
    GROUP = Group.NETWORK
    NUMBERS = ("PIPES", "PEAK_KW", "PRESSURE_BAR", "PUMP_KW", "LOSS_MWH", "INVESTMENT_EUR")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Size a heat network"),
            self.tr("Diameters, pressure, pump power and heat losses of a proposed network."),
            self.tr(
                "Writes the layer 'network_pipes' and the table 'network_sizing' for a variant of "
                "'enact:networkproposal'; other variants stay. Each pipe carries the sum of the single peaks behind "
                "it times their simultaneity, but never less than the largest single peak, and gets the smallest "
                "diameter of pipe_catalogue.csv within the limits of pressure and velocity. The pressure lost is that "
                "of supply and return (Darcy-Weisbach, Colebrook); the path with the largest loss is marked. Heat "
                "losses are those of insulation and ground with the mean temperatures of the year. The investment is "
                "that of the diameters with the factors and crossings of the proposal. Sizing is a first design: "
                "bends, fittings, heights and pressure zones are not looked at."
            ),
            "Wärmenetz, Auslegung, Nennweite, DN, Druckverlust, Gleichzeitigkeit, Wärmeverlust, Pumpe",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Variant, simultaneity, limits, ground, workspace."""
        language = "de" if is_german() else "en"
        return [
            parameters.text("VARIANT", self.tr("Name of the variant"),
                            self.tr("As given to the proposal; empty: the only one there is.")),
            parameters.choice(
                "SIMULTANEITY",
                self.tr("Simultaneity"),
                {value.code: value.label(language) for value in values("simultaneity")},
                "winter",
                self.tr("How much of the single peaks occurs at once; one for a single customer."),
            ),
            _number("PRESSURE_LIMIT", self.tr("Largest pressure gradient (Pa/m)"), 0.1,
                    self.tr("Per metre of one pipe; empty: that of network_rules.csv.")),
            _number("VELOCITY_LIMIT", self.tr("Largest velocity (m/s)"), 0.1,
                    self.tr("In every pipe; empty: that of network_rules.csv.")),
            parameters.advanced(
                _number("GROUND_TEMPERATURE", self.tr("Temperature of the ground (°C)"), -5.0,
                        self.tr("Mean of the year in the depth of the pipes; empty: that of network_rules.csv."))
            ),
            *figure_parameters(),
            parameters.existing_workspace(),
        ]  # fmt: skip

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the routes of the variant, size them, store beside the other variants."""
        from ..network.sizing.layers import LAYERS, PIPES, SIZING, sizing_layers
        from ..network.sizing.simultaneity import Simultaneity
        from ..network.sizing.sizing import SizingSettings
        from ..network.variants import pick, rows_of
        from ..reference.network_tables import network_kind
        from .inputs import read_if_present

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        routes = taken.need("network_routes")
        proposals = taken.need("network_proposals")
        named = pick(proposals, job.text("VARIANT"))
        kind = network_kind(named.kind)
        settings = SizingSettings(
            kind,
            Simultaneity(job.choice("SIMULTANEITY")),
            catalogue=tables_of(job).pipes_of(kind),
            **{field: job.number(name) for name, field in LIMITS.items() if job.given(name)},
        )
        before = {layer: read_if_present(workspace, layer) for layer in LAYERS}
        made = sizing_layers(routes, rows_of(proposals, named.variant), settings, taken.source, before, _told)
        for number, (layer, outcome) in enumerate(made.items()):
            taken.put(
                layer, outcome, job.progress.part(0.4 + 0.3 * number, 0.7 + 0.3 * number), edits_count=True
            )
        job.hint_place(workspace, PIPES)
        summary = made[SIZING].frame.iloc[0]
        return {
            "WORKSPACE": str(workspace.path),
            "PIPES": made[PIPES].rows_in,
            "PEAK_KW": float(summary["peak_kw"]),
            "PRESSURE_BAR": float(summary["pressure_bar"]),
            "PUMP_KW": float(summary["pump_kw"]),
            "LOSS_MWH": float(summary["loss_mwh_a"]),
            "INVESTMENT_EUR": float(summary["investment_eur"]),
        }


def _told(settings: SizingSettings, found: Sized) -> str:
    """Assumptions and sources of a sizing, as the project says them."""
    from ..cartography.texts import map_text, number

    return map_text(
        "network_sizing_figures",
        gradient=number(settings.limit_pa_m),
        velocity=number(settings.limit_m_s, 1),
        roughness=number(settings.roughness_mm, 2),
        ground=number(settings.ground_c),
        station=number(settings.station_pa / _PA_BAR, 1),
        plant=number(settings.plant_pa / _PA_BAR, 1),
        pump=number(100 * settings.pump_efficiency),
        pipes=found.size[0].source,
        costs=found.size[0].cost_source,
    )


def _number(name: str, description: str, low: float, help_: str) -> QgsProcessingParameterDefinition:
    kind = QgsProcessingParameterNumber.Type.Double
    parameter = QgsProcessingParameterNumber(name, description, kind, optional=True, minValue=low)
    return parameters.helped(parameter, help_)
