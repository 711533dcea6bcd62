"""enact:checkservices."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterFileDestination

from ..layers.messages import describe, layer_title, step
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..layers.spreadsheets import Sheet
    from ..sources.services.check import Checked
    from ..sources.services.service import Service

HEADINGS = (
    "check_service", "check_kind", "check_host", "check_state", "check_objects", "check_detail", "check_file",
    "check_licence", "check_seen", "check_page", "check_address", "check_id",
)  # fmt: skip


_REGISTER = "register"  # word for it among the ids


class CheckServices(EnactAlgorithm):
    """Which of the known services work today."""

    ID = "checkservices"
    GROUP = Group.LOAD
    NUMBERS = ("WORKING", "NOT_WORKING")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Check services"),
            self.tr("Looks at the services that EnAct knows and says which of them work today."),
            self.tr(
                "Asks each service for its capabilities and one object; of files only the first bytes. The table says "
                "which work, which answer otherwise than expected (fields that are missing), which refuse, which "
                "cannot be reached, and what each says of its licence. Nothing is loaded and no workspace is "
                "changed. A service that does not work is no error: the table names the page with a file that "
                "serves instead. Addresses stand in resources/presets and may be changed there."
            ),
            "Dienste, WFS, ArcGIS, OGC API, Overpass, Prüfen, Internet, Proxy",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Return municipality, services, file."""
        output = QgsProcessingParameterFileDestination(
            "OUTPUT",
            self.tr("Table"),
            fileFilter="Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv)",
            optional=True,
            createByDefault=False,
        )
        return [
            parameters.ags(optional=True),
            parameters.text(
                "SERVICE",
                self.tr("Services"),
                self.tr(
                    "Ids of services, with semicolons between; the word register for the register of plants. Empty "
                    "for all of the municipality, or all, and the register."
                ),
            ),
            parameters.helped(
                output, self.tr("File to write the table to; empty: it stands in the log only.")
            ),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Look at the services, tell what they do, and write it down where wanted."""
        from ..sources.qgis_transport import QgisTransport
        from ..sources.services.check import State, check_register, check_services
        from ..sources.session import open_session

        ags = _key(job.text("AGS"))
        services, with_register = _services(ags, job.text("SERVICE"))
        with open_session(QgisTransport()) as session:
            checked = check_services(session, services, ags, job.progress) if services else ()
            if with_register:
                checked = (*checked, *check_register(session, ags, job.progress.silent()))
        for line in lines(checked):
            job.feedback.pushInfo(line)
        working = sum(each.state is State.WORKS for each in checked)
        job.feedback.pushInfo(step("services_checked", count=len(checked), working=working))
        results: dict[str, Any] = {"WORKING": working, "NOT_WORKING": len(checked) - working}
        if job.given("OUTPUT"):
            path = job.destination("OUTPUT")
            _write(path, checked)
            results["OUTPUT"] = str(path)
        return results


def _key(text: str) -> str:
    """Today's key of the municipality; empty where none is given.

    Raises
    ------
    EnactError
        As `parse_ags`.
    """
    from ..reference.municipalities import parse_ags, resolve_ags

    return resolve_ags(parse_ags(text).ags).ags if text else ""


def _services(ags: str, ids: str) -> tuple[tuple[Service, ...], bool]:
    """Services of these ids, else all that serve the municipality, else all; and whether the register is meant, too.

    Raises
    ------
    EnactError
        ``service_unknown``.
    """
    from ..sources.services.service import presets, service

    wanted = [id_.strip() for id_ in ids.replace(",", ";").split(";") if id_.strip()]
    if wanted:
        return tuple(service(id_) for id_ in dict.fromkeys(wanted) if id_ != _REGISTER), _REGISTER in wanted
    return tuple(each for each in presets() if ags.startswith(each.ags) or not ags), True


def lines(checked: Sequence[Checked]) -> list[str]:
    """Table for the log, in columns; why a host does not work is said once."""
    states, widest = {}, 0
    for each in checked:
        states[each.service.id] = _state(each)
        widest = max(widest, len(_state(each)))
    found, said = [], ""
    for each in checked:
        note = _note(each)
        found.append(f"{states[each.service.id]:<{widest}}  {each.service.title} ({each.host})")
        if note and note != said:
            found.append(f"    {note}")
        said = note
    return found


def _state(checked: Checked) -> str:
    return step(f"check_{checked.state.value}")


def _note(checked: Checked) -> str:
    """Why it does not work as expected, and what it holds."""
    said = [describe(checked.error)] if checked.error is not None else []
    if checked.missing:
        said.append(step("service_fields_gone", fields=", ".join(checked.missing)))
    if checked.probe is not None and checked.probe.objects == 0:
        said.append(step("service_holds_nothing"))
    return " ".join(said)


def _remedy(checked: Checked) -> str:
    """File that serves instead of a service that does not work."""
    from ..sources.services.check import State

    service = checked.service
    return "" if checked.state is State.WORKS else service.download_file


def _write(path: Path, checked: Sequence[Checked]) -> None:
    from ..layers.spreadsheets import write_sheets

    write_sheets(path, [_sheet(checked)])


def _sheet(checked: Sequence[Checked]) -> Sheet:
    import pandas as pd

    from ..layers.spreadsheets import Sheet
    from ..reference.kinds import layer_kind

    rows = [
        (
            each.service.title,
            layer_title(layer_kind(each.service.serves).layer),
            each.host,
            _state(each),
            each.probe.objects if each.probe else None,
            _note(each),
            _remedy(each),
            (each.probe.licence if each.probe else "") or each.service.licence,
            each.service.seen,
            each.service.download_page,
            each.service.url,
            each.service.id,
        )
        for each in checked
    ]
    frame = pd.DataFrame(rows, columns=[step(code) for code in HEADINGS])
    objects = step("check_objects")
    return Sheet(step("check_sheet"), frame.astype({objects: "Int64"}))
