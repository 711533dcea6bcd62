"""How far apart colours are, also for people with colour-vision deficiency.

Deficiency: the matrices of severity 1.0 of Machado, Oliveira and Fernandes (2009), "A physiologically-based model for
simulation of color vision deficiency", IEEE TVCG 15(6), doi 10.1109/TVCG.2009.113, applied to linear RGB.
Distance: CIEDE2000 after Sharma, Wu and Dalal (2005), Color Research & Application 30(1), doi 10.1002/col.20070.
sRGB to CIELAB: IEC 61966-2-1, white point D65.
"""

from __future__ import annotations

import numpy as np

VISION = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}

_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def linear_rgb(color: str) -> np.ndarray:
    """Return "#rrggbb" as linear RGB in [0, 1]."""
    value = np.array([int(color[start : start + 2], 16) for start in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(color: str, vision: str = "normal") -> np.ndarray:
    """CIELAB of "#rrggbb" as a person with this vision sees it."""
    seen = np.clip(VISION[vision] @ linear_rgb(color), 0, 1)
    ratio = (_XYZ @ seen) / _WHITE
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def lightness(color: str) -> float:
    """L* of "#rrggbb", what a grey print keeps of it."""
    return float(lab(color)[0])


def ciede2000(one: np.ndarray, other: np.ndarray) -> float:
    """Colour difference CIEDE2000 of two CIELAB colours; about 1 is just noticeable side by side."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    c_mean = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(c_mean**7 / (c_mean**7 + 25.0**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    step = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue_difference = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(step) / 2)
    h_mean = (h1 + step / 2) % 360 if c1 * c2 else h1 + h2
    l_mean, c_mean = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * np.cos(np.radians(h_mean - 30))
        + 0.24 * np.cos(np.radians(2 * h_mean))
        + 0.32 * np.cos(np.radians(3 * h_mean + 6))
        - 0.20 * np.cos(np.radians(4 * h_mean - 63))
    )
    s_l = 1 + 0.015 * (l_mean - 50) ** 2 / np.sqrt(20 + (l_mean - 50) ** 2)
    s_c, s_h = 1 + 0.045 * c_mean, 1 + 0.015 * c_mean * t
    turn = np.radians(30 * np.exp(-(((h_mean - 275) / 25) ** 2)))
    r_t = -np.sin(2 * turn) * 2 * np.sqrt(c_mean**7 / (c_mean**7 + 25.0**7))
    dl, dc, dh = (l2 - l1) / s_l, (c2 - c1) / s_c, hue_difference / s_h
    return float(np.sqrt(dl**2 + dc**2 + dh**2 + r_t * dc * dh))


def difference(one: str, other: str, vision: str = "normal") -> float:
    """CIEDE2000 of two "#rrggbb" colours as a person with this vision sees them."""
    return ciede2000(lab(one, vision), lab(other, vision))


def worst_difference(one: str, other: str) -> float:
    """Smallest difference over all kinds of vision."""
    return min(difference(one, other, vision) for vision in VISION)
