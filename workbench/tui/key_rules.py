"""What a command with a key is, and which keys each place has to spare; without Textual."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.config.key_names import types_something, written


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do in some place.

    Attributes:
        id: its name for rebinding, `claim.make` for example.
        keys: the keys, Textual's names, separated by commas; "" for the palette alone.
        action: the Textual action the place has for it.
        label: one or two words, for the footer.
        help: a phrase for help and palette.
        place: where it works: `pane`, `review`, `strip`, `reviews`, a dialog, `everywhere`.
        footer: rank in the footer, small first; 0 keeps it out.
        shown: the key as people write it, when not derivable.
    """

    id: str
    keys: str
    action: str
    label: str
    help: str
    place: str
    footer: int = 0
    shown: str = ""

    @property
    def key(self) -> str:
        """The key or keys it has by itself, as people write them."""
        return self.shown or " ".join(map(written, filter(None, self.keys.split(","))))

    @property
    def needed(self) -> bool:
        """Whether it must keep a key: it leads back, out, or to all the others."""
        return self.action.removeprefix("app.") in _WAYS_OUT


_WAYS_OUT = {
    "back",
    "step_back",
    "close",
    "leave",
    "answer(False)",
    "help",
    "command_palette",
    "stop",
}

TOGETHER = (
    ("pane", "review", "everywhere"), ("strip", "review", "everywhere"),
    ("reviews", "everywhere"), ("history", "everywhere"), ("points", "points table", "everywhere"),
    ("small", "everywhere"), ("form", "choice"), ("confirm",), ("chooser",), ("listing",),
    ("help",), ("busy",), ("search",),
)  # fmt: skip
"""The places whose keys are heard at the same time; a key has one meaning in each of them."""

_LIST = "up down home end pageup pagedown enter".split()
_TAKEN: Mapping[str, list[str]] = {
    "reviews": _LIST, "history": _LIST, "chooser": _LIST, "listing": _LIST,
    "help": "up down left right home end pageup pagedown ctrl+pageup ctrl+pagedown".split(),
}  # fmt: skip
"""The keys that the list in a place hears before the place does."""

NO_KEY = "no_key"
"""What a command without a key is bound to: no terminal sends it."""


def taken(key: str, place: str) -> str:
    """Why a key, by Textual's name, means something else in a place whatever is bound, or ""."""
    if key in ("ctrl+q", "ctrl+c"):
        return "ctrl+q quits from everywhere, and ctrl+c copies or says so"
    if place in ("form", "search") and types_something(key):
        return "it is needed for typing; take one with ctrl or alt, or a function key"
    if key in _TAKEN.get(place, ()):
        return "it moves in the list, or chooses from it"
    return ""
