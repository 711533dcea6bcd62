"""enact:demodata."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ..errors import Canceled, EnactError
from ..layers.messages import step
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts

SMALLEST, LARGEST = 200, 300_000
# kinds that have a parameter of their own in enact:loadmunicipality; the others go into HEATPLAN
PARAMETER_OF_KIND = {
    "boundary": "BOUNDARY",
    "districts": "DISTRICTS",
    "streets": "STREETS",
    "addresses": "ADDRESSES",
    "buildings": "BUILDINGS",
}
LIST = "loadmunicipality.txt"  # PARAMETER=value, for `make run` and the measurements


DRAFT = ".enact_demo_"  # folder within the folder, until all files are whole


class DemoData(EnactAlgorithm):
    """The fictitious municipality Musterstadt, as files like a town's."""

    ID = "demodata"
    GROUP = Group.START
    NUMBERS = ("BUILDINGS", "UNITS")
    STRINGS = ("PARAMETERS",)  # JSON: what to give enact:loadmunicipality

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Demo municipality (Musterstadt)"),
            self.tr("Writes the files of a fictitious municipality of any size, for trying and training."),
            self.tr(
                "Generates 'Musterstadt' (AGS 99999999): streets, buildings with addresses, districts, census grid, "
                "heat network, heat-plan areas and register units, as files in the forms in which a real town gets "
                "them. Everything in it is invented, and labelled so. The same size and seed give the same town."
            ),
            "Demo, Beispiel, Musterstadt, Schulung, fiktiv",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Size, seed, folder."""
        number = QgsProcessingParameterNumber
        return [
            parameters.helped(
                number(
                    "SIZE",
                    self.tr("Number of buildings"),
                    number.Type.Integer,
                    5000,
                    minValue=SMALLEST,
                    maxValue=LARGEST,
                ),
                self.tr("5,000 buildings are a town of about 15,000 inhabitants."),
            ),
            parameters.advanced(
                parameters.helped(
                    number("SEED", self.tr("Seed"), number.Type.Integer, 1, minValue=0),
                    self.tr("Another number gives another town."),
                )
            ),
            parameters.helped(
                QgsProcessingParameterFolderDestination("FOLDER", self.tr("Folder")),
                self.tr("Files of the same name in it are replaced."),
            ),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Generate the town and write its files."""
        import json

        from ..demo import generate
        from ..demo.files import vector_files, write_texts
        from ..demo.units import AGS
        from ..layers.files import write_file

        folder = Path(self.parameterAsString(job.parameters, "FOLDER", job.context))
        new = not folder.exists()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=folder))
        except OSError as error:
            raise EnactError("folder_not_writable", path=str(folder), detail=error.strerror) from error
        try:
            town = generate(job.integer("SIZE"), job.integer("SEED"), job.progress.part(0.0, 0.5))
            texts = write_texts(town, draft, job.progress.part(0.5, 0.8))
            files = vector_files(town)
            for number, file in enumerate(files):
                job.progress(0.8 + 0.2 * number / len(files), "demo_writing_layers")
                write_file(file.frame, draft / file.name)
            job.progress(1.0)
            _put_in_place(draft, folder)
        except Canceled:
            raise Canceled("demo_canceled") from None
        finally:
            # a town of which half is missing helps nobody; files that were there before have not been touched
            shutil.rmtree(draft, ignore_errors=True)
            if new and not any(folder.iterdir()):
                folder.rmdir()
        texts = {name: folder / path.relative_to(draft) for name, path in texts.items()}
        given = _given(texts, {file.kind: folder / file.name for file in files})
        lines = [f"AGS={AGS}", *(f"{name}={value}" for name, value in given.items())]
        (folder / LIST).write_text("\n".join(lines) + "\n", encoding="utf-8")
        counts = {"buildings": len(town.buildings), "units": len(town.units)}
        job.feedback.pushInfo(step("demo_written", folder=str(folder), **counts))
        return {
            "FOLDER": str(folder),
            "BUILDINGS": counts["buildings"],
            "UNITS": counts["units"],
            "PARAMETERS": json.dumps({"AGS": AGS, **given}, ensure_ascii=False),
        }


def _put_in_place(draft: Path, folder: Path) -> None:
    """Move the files to where they belong; pages of a longer answer that lie there already go.

    Raises
    ------
    EnactError
        ``demo_not_written``.
    """
    from ..demo.files import JSON_FOLDER

    files = [file for file in sorted(draft.rglob("*")) if file.is_file()]
    try:
        for file in files:
            target = folder / file.relative_to(draft)
            target.parent.mkdir(exist_ok=True)
            file.replace(target)
        pages = {file.name for file in files}
        for stale in (folder / JSON_FOLDER).glob("seite_*.json"):
            if stale.name not in pages:
                stale.unlink()
    except OSError as error:
        detail = error.strerror or str(error)
        raise EnactError("demo_not_written", path=str(error.filename2 or folder), detail=detail) from error


def _given(texts: dict[str, Path], kinds: dict[str, Path]) -> dict[str, str]:
    """Parameters of enact:loadmunicipality that load the files just written."""
    others = {kind: path for kind, path in kinds.items() if kind not in PARAMETER_OF_KIND}
    others["population"] = texts["population"]
    return {
        **{PARAMETER_OF_KIND[kind]: str(path) for kind, path in kinds.items() if kind in PARAMETER_OF_KIND},
        "PLANTS": str(texts["plants_csv"]),
        "CENSUS": ";".join(str(path) for path in sorted(texts["census"].iterdir())),
        "HEATPLAN": ";".join(f"{kind}={path}" for kind, path in others.items()),
    }
