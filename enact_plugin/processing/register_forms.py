"""Which form the register's data has, by what stands in the file or folder."""

from __future__ import annotations

from pathlib import Path

from ..errors import EnactError
from ..layers.paths import exists, is_folder

AUTO, ONLINE, CSV, JSON, OPEN_MASTR, BULK = "auto", "online", "csv", "json", "open_mastr", "bulk"
WEB = ("http://", "https://")
_ZIP = b"PK"
_BLANK = "\ufeff \t\r\n"
_LOOK = 512  # bytes that show what a file is
_OPEN_MASTR_KEY = "einheitmastrnummer"


def form_of(path: Path | str, parameter: str) -> str:
    """Form of the register's data, by what stands in the file: its name may have any ending.

    Parameters
    ----------
    path : Path or str
        File, folder, or the address of the complete export.
    parameter : str
        As the dialog calls it; named in errors.

    Raises
    ------
    EnactError
        ``file_missing``, ``bulk_unpacked``, and those of `register.files` for what is no register.
    """
    from ..register.readers import files

    if str(path).lower().startswith(WEB):
        return BULK
    path = Path(path)
    if not exists(path):
        raise EnactError("file_missing", path=str(path), parameter=parameter)
    if is_folder(path):
        return _form_of_folder(path)
    with path.open("rb") as file:
        if file.read(len(_ZIP)) == _ZIP:
            return BULK
    head = files.head_of(path)
    text = head.decode(files.unicode_of(head), "replace").lstrip(_BLANK)
    form = JSON if text.startswith(("{", "[")) else CSV
    files.refuse_other_formats(path, text, expected=form)
    headings = text.partition("\n")[0].casefold()
    return OPEN_MASTR if form == CSV and _OPEN_MASTR_KEY in headings else form


def _form_of_folder(folder: Path) -> str:
    refuse_unpacked(folder)
    endings = _endings(folder)
    if ".json" in endings or not endings & {".csv", ".zip"}:
        return JSON
    return OPEN_MASTR if ".csv" in endings else BULK


def _endings(folder: Path) -> set[str]:
    return {entry.suffix.lower() for entry in folder.iterdir()}


def refuse_unpacked(path: Path) -> None:
    """Stop at the complete export's tables outside their zip, in a folder or alone.

    Raises
    ------
    EnactError
        ``bulk_unpacked`` for a folder, ``register_file_is_xml``, ``register_file_is_html``.
    """
    from ..register.readers import files

    if is_folder(path):
        endings = _endings(path)
        if ".xml" in endings and not endings & {".json", ".csv", ".zip"}:
            raise EnactError("bulk_unpacked", path=str(path))
        return
    with path.open("rb") as file:
        head = file.read(_LOOK)
    text = head.decode(files.unicode_of(head), "replace").lstrip(_BLANK)
    if text.startswith("<"):
        files.refuse_other_formats(path, text, expected=CSV)
