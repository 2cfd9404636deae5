"""Colours. Blue and orange, never green and red; no state rests on colour alone.

A standing has a colour for words, and for its sign one with a ground of its own where a theme
needs it: in sixteen colours nobody knows what the terminal's background is, so a coloured sign
brings its ground along, and words keep the terminal's own colour.
"""

from textual.theme import Theme

DARK = Theme(
    name="workbench-dark",
    primary="#5fafff",
    secondary="#a0afc1",
    accent="#ffd75f",
    warning="#ffaf5f",
    error="#ff8787",
    success="#5fafff",
    foreground="#d8dee6",
    background="#12161b",
    surface="#1a2027",
    panel="#232b34",
    dark=True,
    variables={
        "agreeing": "#7cbfff",
        "agreeing-sign": "#7cbfff",
        "conflicting": "#ffa657",
        "conflicting-sign": "#ffa657",
        "unverified": "#a5b1bf",
        "hit": "#4a4413",
        "here": "#22384d",
        "counterpart": "#2b3a4a",
        "selection": "#28446b",
        "border": "#39434f",
        "boost": "#2b343f",
        "block-cursor-background": "#25405f",
        "block-cursor-foreground": "#ffffff",
        "footer-key-foreground": "#ffd75f",
    },
)

LIGHT = Theme(
    name="workbench-light",
    primary="#005fae",
    secondary="#525e6a",
    accent="#7d5200",
    warning="#9a4a00",
    error="#a11",
    success="#005fae",
    foreground="#1d2329",
    background="#fbfaf7",
    surface="#f1efea",
    panel="#e4e1da",
    dark=False,
    variables={
        "agreeing": "#00519c",
        "agreeing-sign": "#00519c",
        "conflicting": "#944400",
        "conflicting-sign": "#944400",
        "unverified": "#525e6a",
        "hit": "#ffe680",
        "here": "#dbe9f8",
        "counterpart": "#e6eef7",
        "selection": "#c2daf5",
        "border": "#c9c4b9",
        "boost": "#d9d5cc",
        "block-cursor-background": "#c2daf5",
        "block-cursor-foreground": "#000000",
        "footer-key-foreground": "#7d5200",
    },
)

ANSI = Theme(
    name="workbench-ansi",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "agreeing-sign": "ansi_bright_white",
        "agreeing-sign-ground": "ansi_blue",
        "conflicting-sign": "ansi_black",
        "conflicting-sign-ground": "ansi_yellow",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-background": "ansi_blue",
        "footer-key-foreground": "ansi_default",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_bright_white",
        "scrollbar": "ansi_default",
        "scrollbar-hover": "ansi_default",
        "scrollbar-active": "ansi_default",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
    },
)

BY_NAME = {"dark": DARK, "light": LIGHT, "ansi": ANSI}
"""The themes by the names they have in the config file."""

PLAIN = {
    "agreeing": "ansi_default",
    "agreeing-sign": "ansi_default",
    "agreeing-sign-ground": "transparent",
    "conflicting": "ansi_default",
    "conflicting-sign": "ansi_default",
    "conflicting-sign-ground": "transparent",
    "unverified": "ansi_default",
    "hit": "ansi_default",
    "here": "ansi_default",
    "counterpart": "ansi_default",
    "selection": "ansi_default",
}
"""Our colours where a theme does not name them: the terminal's own, for NO_COLOR above all."""

SIGNS = {"agreeing": "✓", "single": "~", "conflicting": "✗", "unverified": "?"}

ASCII_SIGNS = {"agreeing": "+", "single": "~", "conflicting": "x", "unverified": "?"}

STRENGTH = ("conflicting", "single", "agreeing", "unverified")
"""Which sign a row shows when several claims begin in it."""


def sign_style(standing: str) -> str:
    """The style of a standing's sign among other words; "" for one that is no standing."""
    if standing == "unverified":
        return "bold $unverified"
    if standing not in STRENGTH:
        return ""
    name = "agreeing" if standing == "single" else standing
    return f"bold ${name}-sign on ${name}-sign-ground"


def has_few_colours(color_system: str | None) -> bool:
    """Whether a terminal has sixteen colours or fewer, by rich's name for what it has."""
    return color_system in (None, "standard", "windows")
