"""Ground plans: rectangles, angles and rows in the frame of a lot (x along the street, y away from it)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely


@dataclass(frozen=True)
class Lots:
    """Places for houses.

    Attributes
    ----------
    side : ndarray of int, shape (n,)
        Side of the frontage.
    block : ndarray of int, shape (n,)
    at_m, width_m : ndarray, shape (n,)
        Middle of the lot on its side, and its width.
    point, along, inward : ndarray, shape (n, 2)
        Middle of the front, direction of the street, direction away from it.
    """

    side: np.ndarray
    block: np.ndarray
    at_m: np.ndarray
    width_m: np.ndarray
    point: np.ndarray
    along: np.ndarray
    inward: np.ndarray

    def __len__(self) -> int:
        return len(self.side)

    def take(self, chosen: np.ndarray) -> Lots:
        """Return the lots at `chosen` (mask or positions)."""
        return Lots(*(getattr(self, name)[chosen] for name in self.__dataclass_fields__))


def place(lots: Lots, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Polygons from vertices in the lots' frames.

    Parameters
    ----------
    lots : Lots, n of them
    x, y : ndarray, shape (n, k)

    Returns
    -------
    ndarray of Polygon, shape (n,)
    """
    if not len(lots):
        return np.zeros(0, dtype=object)
    vertices = (
        lots.point[:, None, :]
        + x[:, :, None] * lots.along[:, None, :]
        + y[:, :, None] * lots.inward[:, None, :]
    )
    return shapely.polygons(vertices)


def rectangle(
    lots: Lots, left: np.ndarray, right: np.ndarray, front: np.ndarray, back: np.ndarray
) -> np.ndarray:
    """Rectangles between two distances along and two away from the street."""
    left, right, front, back, _ = np.broadcast_arrays(left, right, front, back, np.zeros(len(lots)))
    return place(
        lots, np.stack([left, right, right, left], axis=1), np.stack([front, front, back, back], axis=1)
    )


def angle(lots: Lots, box: tuple[np.ndarray, ...], notch_x: np.ndarray, notch_y: np.ndarray) -> np.ndarray:
    """Angular houses: a rectangle (left, right, front, back) less a notch at its back right corner."""
    left, right, front, back = np.broadcast_arrays(*box)
    inner_x, inner_y = right - notch_x, back - notch_y
    return place(
        lots,
        np.stack([left, right, right, inner_x, inner_x, left], axis=1),
        np.stack([front, front, inner_y, inner_y, back, back], axis=1),
    )
