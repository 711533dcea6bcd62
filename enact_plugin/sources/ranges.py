"""A file on a server that is read as if it lay here: only the pieces that are read are fetched, each once."""

from __future__ import annotations

import errno
import io
from pathlib import Path
from typing import BinaryIO

import requests

from ..errors import Finding
from ..progress import SILENT, Progress
from .blocks import RemoteStore


class RemoteFile(io.RawIOBase):
    """Handle on a remote file, readable and seekable; for one thread at a time.

    Parameters
    ----------
    session : requests.Session
    url : str
    cache : Path
        Folder for the pieces; see `export_cache`.
    progress : Progress
        For its cancel.
    store : RemoteStore or None
        Shared with other handles on the same file; None for one of its own.

    Raises
    ------
    Canceled
    EnactError
        As `blocks.RemoteStore`; reading raises as `blocks.RemoteStore.open_block`.
    """

    def __init__(
        self,
        session: requests.Session,
        url: str,
        cache: Path,
        progress: Progress = SILENT,
        store: RemoteStore | None = None,
    ) -> None:
        super().__init__()
        self._store = store if store is not None else RemoteStore(session, url, cache, progress)
        self._store.acquire()
        self._position = 0
        self._piece: BinaryIO | None = None
        self._index = -1

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self._store.size

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Position of the next byte to be read."""
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move; nothing is fetched."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.size}[whence]
        if start + offset < 0:
            raise ValueError(f"negative position {start + offset}")
        self._position = start + offset
        return self._position

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill the buffer; fewer bytes come at the end of the file only."""
        view = memoryview(buffer).cast("B")
        wanted = max(min(len(view), self.size - self._position), 0)
        done = 0
        while done < wanted:
            index, offset = divmod(self._position, self._store.block)
            piece = self._open(index)
            piece.seek(offset)
            read = piece.readinto(view[done:wanted])  # type: ignore[attr-defined]
            if not read:
                raise OSError(errno.EIO, "piece cut short while it was read")
            done += read
            self._position += read
        return done

    def close(self) -> None:
        """Let go of the piece in hand."""
        if not self.closed:
            self._let_go()
            self._store.release()
        super().close()

    def _open(self, index: int) -> BinaryIO:
        if self._piece is None or index != self._index:
            sequential = index == self._index + 1
            self._let_go()
            self._piece = self._store.open_block(index)
            self._index = index
            if sequential:
                self._store.fetch_ahead(index + 1)
        return self._piece

    def _let_go(self) -> None:
        piece, self._piece = self._piece, None
        if piece is not None:
            piece.close()


class RemoteOpener:
    """Gives handles on one remote file that share what is fetched.

    Attributes
    ----------
    findings : tuple of Finding
        That the server could not be asked, where what is here of the file is read instead.
    """

    def __init__(self, session: requests.Session, url: str, cache: Path, progress: Progress) -> None:
        self._about = session, url, cache, progress
        self._store = RemoteStore(session, url, cache, progress)
        self.findings: tuple[Finding, ...] = self._store.findings

    def __call__(self) -> RemoteFile:
        """Return a handle of its own."""
        return RemoteFile(*self._about, store=self._store)


def remote_opener(
    session: requests.Session, url: str, cache: Path, progress: Progress = SILENT
) -> RemoteOpener:
    """Open a remote file for any number of handles that share what is fetched.

    Returns
    -------
    RemoteOpener
        Each call gives a handle of its own.

    Raises
    ------
    Canceled, EnactError
        As `blocks.RemoteStore`.
    """
    return RemoteOpener(session, url, cache, progress)
