"""Keys as people write them, `(` or `ctrl+e` or `PgDn`, and as Textual names them.

Textual's names are `left_parenthesis`, `ctrl+e`, `pagedown`; both are understood everywhere.
"""

import re
import string
import unicodedata

_ARROWS = {"up": "↑", "down": "↓", "left": "←", "right": "→"}
_NAMED = {
    **{name: name for name in ("home", "end", "insert", "delete", "backspace", "enter", "tab")},
    **{name: name for name in (*_ARROWS, "space", "escape", "pageup", "pagedown")},
    **{f"f{number}": f"f{number}" for number in range(1, 25)},
    **{arrow: name for name, arrow in _ARROWS.items()},
    "esc": "escape", "return": "enter", "⏎": "enter", "del": "delete", "ins": "insert",
    "pgup": "pageup", "pgdn": "pagedown", "pgdown": "pagedown", "page_up": "pageup",
    "page_down": "pagedown", "spacebar": "space", "⌫": "backspace", " ": "space",
}  # fmt: skip
_WRITTEN = {**_ARROWS, "escape": "esc", "pageup": "PgUp", "pagedown": "PgDn"}
_MODIFIERS = {
    "ctrl": "ctrl", "control": "ctrl", "alt": "alt", "option": "alt", "shift": "shift",
    "super": "super", "cmd": "super", "hyper": "hyper", "meta": "meta",
}  # fmt: skip
_CUT = re.compile(rf"((?:(?:{'|'.join(_MODIFIERS)})\+)*)(.+)", re.IGNORECASE | re.DOTALL)

# Where Textual shortens Unicode's names.
_SHORTENED = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at",
    "hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip

SAME_KEY = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""What most terminals send as another key, so that the command would never hear of it."""


def textual_name(character: str) -> str:
    """Textual's name of the key that types a character."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    name = _SHORTENED.get(name, name) or character
    _CHARACTERS[name] = character
    return name


# Hyphens are lost in names, so the way back is kept for what has been named once.
_CHARACTERS: dict[str, str] = {}
_PUNCTUATION = [textual_name(character) for character in string.punctuation]


def parse(key: str) -> str:
    """Textual's name of a key however it is written, or "" when there is no such key."""
    found = _CUT.fullmatch(key.strip() or key)
    if found is None:
        return ""
    modifiers = {_MODIFIERS[word] for word in found[1].lower().split("+") if word}
    rest = found[2]
    if len(rest) == 1 and rest not in _NAMED:
        if not rest.isprintable():
            return ""
        name = textual_name(rest)
        if modifiers == {"shift"}:  # shift and a letter type another letter
            return name.upper() if name.isalpha() and len(name.upper()) == 1 else ""
        if modifiers and name.isalpha():
            if name != name.lower() and modifiers == {"alt"}:
                modifiers.add("shift")
            name = name.lower()
    else:
        name = _named(rest.lower().replace(" ", "_") if rest.strip() else " ")
        if modifiers == {"shift"} and _character(name):
            return ""
    return "+".join([*sorted(modifiers), name]) if name else ""


def written(key: str, *, ascii_only: bool = False) -> str:
    """A key, by Textual's name, as people write it; `parse` reads it back.

    Args:
        key: Textual's name of one key.
        ascii_only: whether arrows are to be words.
    """
    *modifiers, last = key.split("+")
    shown = _WRITTEN.get(last, "") or _character(last) or last
    if ascii_only and not shown.isascii():
        shown = last
    return "+".join([*modifiers, shown])


def known_names() -> list[str]:
    """What a mistyped key may have been meant as."""
    named = [_WRITTEN.get(name, name) for name in dict.fromkeys(_NAMED.values())]
    return [
        *named,
        *_NAMED,
        *_PUNCTUATION,
        *(f"ctrl+{letter}" for letter in string.ascii_lowercase),
    ]


def types_something(key: str) -> bool:
    """Whether a key, by Textual's name, means something to a line one types in."""
    if any(modifier in key.split("+")[:-1] for modifier in ("ctrl", "alt", "super", "meta")):
        return False
    return key not in ("escape", "tab", "shift+tab") and not re.fullmatch(r"(shift\+)?f\d+", key)


def _named(name: str) -> str:
    name = _SHORTENED.get(name, name)
    if name in _NAMED:
        return _NAMED[name]
    if name in _CHARACTERS:
        return name
    try:
        character = unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return ""
    return textual_name(character) if character.isprintable() else ""


def _character(name: str) -> str:
    """The character a key types that has a name; "" for a key that types none, or itself."""
    if name in _NAMED or len(name) == 1:
        return ""
    if name in _CHARACTERS:
        return _CHARACTERS[name]
    try:
        character = unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return ""
    return character if textual_name(character) == name else ""
