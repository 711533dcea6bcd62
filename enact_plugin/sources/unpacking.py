"""What was packed for the way only, unpacked as it comes in, up to its end and no less."""

from __future__ import annotations

import zlib

import requests

PACKED = ("gzip", "x-gzip")
_GZIP = 31  # zlib's name for gzip with its head and its checksum
_MAGIC = b"\x1f\x8b"


class Unpacking:
    """An answer packed with gzip: one member or several in a row (RFC 1952, section 2.2).

    The libraries below would take the beginning for the whole where a server does not say how long its answer is.
    """

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)
        self._held = b""  # too little to tell what follows a member
        self._began = self._is_over = False

    def __call__(self, piece: bytes) -> bytes:
        """Unpack the next piece.

        Raises
        ------
        requests.exceptions.ContentDecodingError
        """
        try:
            return b"".join(self._unpacked(piece))
        except zlib.error as error:
            raise requests.exceptions.ContentDecodingError(str(error)) from None

    def refuse_cut(self) -> None:
        """Refuse an answer that ended too early; an empty one was not packed.

        Raises
        ------
        requests.exceptions.ContentDecodingError
        """
        if self._began and not self._member.eof:
            raise requests.exceptions.ContentDecodingError("the packed answer breaks off")

    def _unpacked(self, piece: bytes) -> list[bytes]:
        found = []
        self._began = self._began or bool(piece)
        while piece and not self._is_over:
            if self._member.eof:
                piece = (self._held + piece).lstrip(b"\0")  # members may be filled up
                self._held = b""
                if len(piece) < len(_MAGIC):
                    self._held = piece
                    break
                if not piece.startswith(_MAGIC):
                    self._is_over = True  # what follows is none of it
                    break
                self._member = zlib.decompressobj(_GZIP)
            found.append(self._member.decompress(piece))
            piece = self._member.unused_data
        return found
