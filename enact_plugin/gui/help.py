"""The help: the user guide where it is installed, else the first steps."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QWidget

from .report import ReportDialog

_GUIDE = Path(__file__).resolve().parents[2] / "docs" / "index.html"


def show_help(parent: QWidget) -> ReportDialog | None:
    """Open the guide in the browser, or show the first steps; returns the window in the second case."""
    if _GUIDE.is_file() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(_GUIDE))):
        return None
    dialog = ReportDialog(QCoreApplication.translate("Help", "EnAct – first steps"), first_steps(), parent)
    dialog.show()
    return dialog


def first_steps() -> str:
    """Return the first steps as HTML."""
    return QCoreApplication.translate(
        "Help",
        "<h2>From a few files to a map</h2>"
        "<ol><li><b>Get the files.</b> For each data set the dialog “Open municipality” says where to get it. None is"
        " compulsory: what you do not have is skipped, and the report says so.</li>"
        "<li><b>Open the municipality.</b> Choose it, give files or layers, start. All layers go into one GeoPackage,"
        " the workspace; beside it stands a QGIS project with styles, map themes and print layouts.</li>"
        "<li><b>Look around.</b> The map themes (eye symbol above the layer tree) show energy plants, buildings and"
        " the heat plan. The notes of a layer name its source, date and licence.</li>"
        "<li><b>Update.</b> Open the same municipality again with a newer file: only that layer is replaced.</li></ol>"
        "<h3>No files at hand?</h3><p>“Demo municipality” writes a fictitious town and opens the dialog with its"
        " files.</p>"
        "<h3>Models and batches</h3><p>All that the dialog does is done by the algorithms of the group EnAct in the"
        " processing toolbox; they can be used in models, as a batch, and with qgis_process.</p>",
    )
