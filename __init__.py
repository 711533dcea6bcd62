"""EnAct as QGIS sees it; everything else is in enact_plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .enact_plugin.plugin import EnactPlugin


def classFactory(iface: QgisInterface | None) -> EnactPlugin:
    """Return the plugin; `iface` is None in qgis_process.

    Packages that `make install` put beside the plugin go to the end of the search path: QGIS' own always win.
    """
    import sys
    from pathlib import Path

    packages = Path(__file__).resolve().parent / "extlibs"
    if packages.is_dir() and str(packages) not in sys.path:
        sys.path.append(str(packages))

    from .enact_plugin.plugin import EnactPlugin

    return EnactPlugin(iface)
