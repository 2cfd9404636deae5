"""Modules that are read in when they are first used: the first frame does not wait for them.

For the type checker they are imported as ever:

    if TYPE_CHECKING:
        from workbench.tui.screens import review_acts as acts
    else:
        acts = later("workbench.tui.screens.review_acts")
"""

from importlib import import_module


class _Later:
    """Stands for a module."""

    def __init__(self, name: str) -> None:
        self._name = name.removeprefix("workbench.")

    def __getattr__(self, attribute: str) -> object:
        return getattr(import_module(f"workbench.{self._name}"), attribute)


def later(name: str) -> object:
    """A module that is imported when something in it is asked for.

    Args:
        name: its full name; it is one of the workbench's own.
    """
    return _Later(name)
