"""How well colours can be read and told apart, by published formulas.

Contrast: relative luminance and contrast ratio as W3C's Web Content Accessibility Guidelines 2.2
define them. Colour blindness: the matrices for severity 1.0 of Machado, Oliveira and Fernandes, “A
Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15(6), 2009.
Difference: CIE 1976 (L*, a*, b*) for D65.
"""

from __future__ import annotations

from textual.color import Color

Triple = tuple[float, float, float]

SIGHT: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def _linear(color: Color) -> Triple:
    parts = [part / 255 for part in color.rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def contrast(one: Color, other: Color) -> float:
    """The ratio of two colours' luminances, from 1 (none) to 21 (black and white)."""
    high, low = sorted(
        (sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), _linear(c), strict=True)) for c in (one, other)),
        reverse=True,
    )  # fmt: skip
    return (high + 0.05) / (low + 0.05)


def difference(one: Color, other: Color, sight: str) -> float:
    """How far apart two colours are to such eyes; 2 can just be seen, 100 is black and white."""
    first, second = (_lab(_times(SIGHT[sight], _linear(color))) for color in (one, other))
    return sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5


def _lab(linear: Triple) -> Triple:
    clipped = tuple(min(1.0, max(0.0, part)) for part in linear)
    x, y, z = (
        _root(part / white) for part, white in zip(_times(_TO_XYZ, clipped), _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29
