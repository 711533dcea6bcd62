"""The provider `enact`."""

from __future__ import annotations

import sys
from types import ModuleType

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon

from .analyse import Analyse
from .assembleproject import AssembleProject
from .buildingblocks import BuildingBlocks
from .buildingstock import BuildingStock
from .checkservices import CheckServices
from .datarequest import DataRequest
from .demodata import DemoData
from .energybalance import EnergyBalance
from .exportplantfindings import ExportPlantFindings
from .exportsecap import ExportSecap
from .feedingplants import FeedingPlants
from .heatdemand import HeatDemand
from .heatdensity import HeatDensity
from .heatlinedensity import HeatLineDensity
from .installation import ROOT, version
from .loadbuildings import LoadBuildings
from .loadcensus import LoadCensus
from .loadconsumption import LoadConsumption
from .loadheaters import LoadHeaters
from .loadlayer import LoadLayer
from .loadmunicipality import LoadMunicipality
from .loadplants import LoadPlants
from .networkcost import NetworkCost
from .networkproject import NetworkProject
from .networkprojectsheets import NetworkProjectSheets
from .networkproposal import NetworkProposal
from .networksizing import NetworkSizing
from .networksupply import NetworkSupply
from .networkvariants import NetworkVariants
from .plantchanges import PlantChanges
from .plantstate import PlantState
from .plantstatistics import PlantStatistics
from .potentials import Potentials
from .reviewplants import ReviewPlants
from .scenario import Scenario
from .streetsections import StreetSections
from .suitability import Suitability

_SOURCES = f"{__package__.rpartition('.')[0]}.sources"
ALGORITHMS = (
    LoadMunicipality,
    DemoData,
    LoadPlants,
    LoadBuildings,
    LoadCensus,
    LoadLayer,
    CheckServices,
    FeedingPlants,
    ReviewPlants,
    ExportPlantFindings,
    PlantStatistics,
    PlantChanges,
    PlantState,
    Analyse,
    BuildingStock,
    DataRequest,
    LoadConsumption,
    LoadHeaters,
    HeatDemand,
    BuildingBlocks,
    StreetSections,
    HeatDensity,
    HeatLineDensity,
    Suitability,
    Potentials,
    EnergyBalance,
    Scenario,
    ExportSecap,
    NetworkProposal,
    NetworkSizing,
    NetworkSupply,
    NetworkCost,
    NetworkVariants,
    NetworkProject,
    NetworkProjectSheets,
    AssembleProject,
)


class EnactProvider(QgsProcessingProvider):
    """All algorithms of EnAct.

    The signal `project_renewed` tells that an algorithm made the file of the open project anew, with its path.
    """

    project_renewed = pyqtSignal(str)

    def id(self) -> str:
        """Public id."""
        return "enact"

    def name(self) -> str:
        """Name in the toolbox."""
        return "EnAct"

    def longName(self) -> str:
        """Name with what it is for."""
        return "EnAct – Kommunale Wärmeplanung"

    def versionInfo(self) -> str:
        """Version of the plugin."""
        return version()

    def icon(self) -> QIcon:
        """EnAct's icon."""
        return QIcon(str(ROOT / "resources" / "icons" / "enact.svg"))

    def loadAlgorithms(self) -> None:
        """Hand over one of each."""
        network = _network()
        if network is not None:
            network.resume()
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())

    def unload(self) -> None:
        """Take back what asking services left in QGIS; nothing is imported for it where none was asked."""
        network = _network()
        if network is not None:
            network.stop()
        agent = sys.modules.get(f"{_SOURCES}.qgis_agent")
        if agent is not None:
            agent.withdraw()


def _network() -> ModuleType | None:
    return sys.modules.get(f"{_SOURCES}.qgis_network")
