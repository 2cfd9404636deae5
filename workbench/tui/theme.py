"""Colours. Blue and orange, never green and red; no state rests on colour alone."""

from textual.theme import Theme

DARK = Theme(
    name="workbench-dark",
    primary="#5fafff",
    secondary="#8a9bb0",
    accent="#ffd75f",
    warning="#ffaf5f",
    error="#ff8787",
    success="#5fafff",
    foreground="#d8dee6",
    background="#12161b",
    surface="#1a2027",
    panel="#232b34",
    boost="#2b343f",
    dark=True,
    variables={
        "agreeing": "#6cb6ff",
        "conflicting": "#ffa657",
        "unverified": "#a5b1bf",
        "hit": "#4a4413",
        "here": "#22384d",
        "counterpart": "#2b3a4a",
        "selection": "#3d5a80",
        "border": "#39434f",
        "block-cursor-background": "#3d5a80",
        "block-cursor-foreground": "#ffffff",
        "footer-key-foreground": "#ffd75f",
    },
)

LIGHT = Theme(
    name="workbench-light",
    primary="#005fae",
    secondary="#5b6875",
    accent="#8a5a00",
    warning="#9a4a00",
    error="#a11",
    success="#005fae",
    foreground="#1d2329",
    background="#fbfaf7",
    surface="#f1efea",
    panel="#e4e1da",
    boost="#d9d5cc",
    dark=False,
    variables={
        "agreeing": "#00519c",
        "conflicting": "#a04a00",
        "unverified": "#5b6875",
        "hit": "#ffe680",
        "here": "#dbe9f8",
        "counterpart": "#e6eef7",
        "selection": "#b9d4f0",
        "border": "#c9c4b9",
        "block-cursor-background": "#b9d4f0",
        "block-cursor-foreground": "#000000",
        "footer-key-foreground": "#8a5a00",
    },
)

PLAIN = {
    "agreeing": "ansi_default",
    "conflicting": "ansi_default",
    "unverified": "ansi_default",
    "hit": "ansi_default",
    "here": "ansi_default",
    "counterpart": "ansi_default",
    "selection": "ansi_default",
}
"""Our colours where a theme does not name them: the terminal's own, for NO_COLOR above all."""

SIGNS = {"agreeing": "✓", "single": "~", "conflicting": "✗", "unverified": "?"}

STRENGTH = ("conflicting", "single", "agreeing", "unverified")
"""Which sign a row shows when several claims begin in it."""
