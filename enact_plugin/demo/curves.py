"""Smooth irregularity: noise over the plane, wavy circles, and the warp that bends straight streets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


def steady(values: np.ndarray) -> np.ndarray:
    """Values without their last digits.

    Those of sine, cosine and the like differ from processor to processor. A town grows out of its first lines: a
    digit there would decide on the next cut, and in the end on another town.
    """
    return np.round(values, 9)


@dataclass(frozen=True)
class Noise:
    """A smooth random field, a sum of plane waves.

    Attributes
    ----------
    waves : ndarray, shape (k, 2)
        Wave vectors in rad/m.
    phases, weights : ndarray, shape (k,)
    """

    waves: np.ndarray
    phases: np.ndarray
    weights: np.ndarray

    @classmethod
    def of(cls, rng: np.random.Generator, wavelength_m: float, waves: int = 5) -> Noise:
        """Field of values between about -1 and 1 that changes over some `wavelength_m`."""
        angle = rng.uniform(0, 2 * np.pi, waves)
        number = 2 * np.pi / (wavelength_m * rng.uniform(0.7, 1.5, waves))
        vectors = np.stack([np.cos(angle), np.sin(angle)], axis=1) * number[:, None]
        return cls(steady(vectors), rng.uniform(0, 2 * np.pi, waves), np.full(waves, np.sqrt(1.6 / waves)))

    def __call__(self, points: np.ndarray) -> np.ndarray:
        """Values at `points`, shape (n, 2) to (n,)."""
        # no matrix products in this room: their last digit differs from program to program, and so would the town
        angle = points[:, :1] * self.waves[:, 0] + points[:, 1:] * self.waves[:, 1] + self.phases
        return steady((np.sin(angle) * self.weights).sum(axis=1))


@dataclass(frozen=True)
class Warp:
    """Shifts points smoothly, so that a plan of straight lines becomes a town of bent ones.

    Each part is a noise with its amplitude; amplitudes are small against the wavelengths, so that neighbouring
    points hardly ever change places and the warped plan has the same blocks and junctions.
    """

    parts: tuple[tuple[Noise, Noise, float], ...]

    @classmethod
    def of(cls, rng: np.random.Generator, quarter_m: float) -> Warp:
        """Warp on three scales: districts, quarters, streets."""
        scales = ((7 * quarter_m, 0.32 * quarter_m), (2.2 * quarter_m, 0.055 * quarter_m), (190.0, 2.4))
        return cls(
            tuple((Noise.of(rng, length, 4), Noise.of(rng, length, 4), shift) for length, shift in scales)
        )

    def eased(self, share: float) -> Warp:
        """Return a warp that shifts by this share only."""
        return Warp(tuple((east, north, share * shift) for east, north, shift in self.parts))

    def __call__(self, points: np.ndarray) -> np.ndarray:
        """Shifted points, shape (n, 2)."""
        shift = np.zeros_like(points)
        for east, north, amplitude in self.parts:
            shift[:, 0] += amplitude * east(points)
            shift[:, 1] += amplitude * north(points)
        return points + shift


def wavy_circle(
    rng: np.random.Generator, radius_m: float, roughness: float, vertices: int, first_wave: int = 2
) -> np.ndarray:
    """Vertices of a circle with bumps, shape (vertices, 2), counter-clockwise, not closed."""
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    wave = np.arange(first_wave, first_wave + 4)
    phase = rng.uniform(0, 2 * np.pi, len(wave))
    share = rng.uniform(0.5, 1.0, len(wave)) / wave
    bump = (np.cos(angle[:, None] * wave + phase) * share).sum(axis=1)
    radius = radius_m * (1 + roughness * bump / share.sum())
    return steady(np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1))


def turned(points: np.ndarray, angle_rad: float) -> np.ndarray:
    """Points turned around the origin."""
    c, s = np.cos(angle_rad), np.sin(angle_rad)
    return steady(
        np.stack([points[:, 0] * c - points[:, 1] * s, points[:, 0] * s + points[:, 1] * c], axis=1)
    )
