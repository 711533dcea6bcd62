"""Rows of one member, chunk by chunk as they are inflated."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...errors import EnactError
from .archive import MIB, Archive, Member, limit
from .elements import Fields
from .head import Head, read_head
from .inflate import CHUNK
from .rows import Account, Piece, RowReader
from .selection import Selection

Step = Callable[[int], None]
"""Is told how many bytes more were inflated; raises to stop."""


class MemberRows:
    """Reads the rows of a member that are asked for.

    Parameters
    ----------
    archive : Archive
    member : Member
    selection : Selection
    step : callable
        Called after each chunk.
    chunk : int
        Bytes inflated at once.
    window : int
        Bytes at the beginning that tell encoding and names; zero for those of `register_limits.csv`.
    ahead : callable
        Hands out the chunks, as `ahead.ReadAhead`.

    Attributes
    ----------
    account : Account
        Complete once all batches were taken.
    """

    def __init__(
        self,
        archive: Archive,
        member: Member,
        selection: Selection,
        step: Step = lambda length: None,
        chunk: int = CHUNK,
        window: int = 0,
        ahead: Callable[[Iterator[bytes]], Iterator[bytes]] = iter,
    ) -> None:
        self.account = Account()
        self._archive = archive
        self._member = member
        self._selection = selection
        self._step = step
        self._chunk = chunk
        self._window = window or limit("head_kib") << 10
        self._ahead = ahead
        self._rest = b""

    def batches(self) -> Iterator[list[Fields]]:
        """Yield the rows that are asked for, chunk by chunk; often none.

        Raises
        ------
        EnactError
            As `Archive.chunks` and `head.read_head`; ``register_row_too_long``.
        """
        chunks = self._stepped()
        path, field = self._archive.path, self._selection.field
        head = read_head(chunks, self._member, path, field, self._window)
        reader = RowReader(head, self._selection, self.account)
        for piece, low in self._pieces(head, chunks):
            yield reader.read(piece, low)
        yield reader.last(self._rest)

    def _stepped(self) -> Iterator[bytes]:
        for chunk in self._ahead(self._archive.chunks(self._member, self._chunk)):
            self._step(len(chunk))
            yield chunk

    def _pieces(self, head: Head, chunks: Iterator[bytes]) -> Iterator[tuple[Piece, bytes]]:
        """Yield bytes narrowed up to behind their last row, where the next ones begin; `_rest` is what is left."""
        close, width = f"</{head.row}>".encode("ascii"), head.encoding.width
        longest = limit("row_mib") * MIB + self._chunk
        rest, rest_low, chunk = b"", b"", head.rest
        searched = 0
        while True:
            if len(rest) % width:  # half a character: only together with what follows
                rest, rest_low, chunk = b"", b"", rest + chunk
            low = rest_low + head.encoding.low(chunk)
            piece = Piece(rest, chunk)
            end = low.rfind(close, searched) + len(close)
            if end >= len(close):
                yield piece, low[:end]
            else:
                end = 0
            rest, rest_low = piece.cut(end * width), low[end:]
            self._rest = rest
            if len(rest) > longest:
                raise EnactError(
                    "register_row_too_long",
                    path=self._archive.path,
                    member=self._member.name,
                    limit_mib=limit("row_mib"),
                )
            chunk = next(chunks, b"")
            if not chunk:
                return
            searched = max(0, len(rest_low) - len(close) + 1)
