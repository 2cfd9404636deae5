"""Which keys each command has once the config file is heard, and whether that can work.

The commands come from the screen's own table; nothing of the screen is imported here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Protocol

from workbench.config.key_names import SAME_KEY, known_names, parse, written
from workbench.config.reading import nearest
from workbench.config.settings import ConfigError

Keys = dict[str, tuple[str, ...]]
"""Textual's names of keys by the name of the command that has them."""


class Bindable(Protocol):
    """A command as far as its keys are concerned."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def keys(self) -> str:
        """The keys it has by itself, separated by commas."""

    @property
    def place(self) -> str:
        """Where it works."""

    @property
    def needed(self) -> bool:
        """Whether it must keep a key, because without it one would be stuck."""


def default_keys(command: Bindable) -> tuple[str, ...]:
    """The keys a command has by itself."""
    return tuple(filter(None, command.keys.split(",")))


def bound_keys(
    wanted: Mapping[str, Sequence[str]],
    commands: Sequence[Bindable],
    together: Iterable[Sequence[str]],
    taken: Callable[[str, str], str],
    where: object,
) -> Keys:
    """The keys of the commands that are to have others than by themselves.

    Args:
        wanted: keys as people write them, by the names of commands.
        commands: every command there is.
        together: the places whose keys are heard at the same time.
        taken: why a key means something else in a place whatever is bound there, or "".
        where: the config file, for what is said of it.

    Raises:
        ConfigError: a command or a key does not exist, a key would have two meanings, or a
            command that is needed would be left without one.
    """
    if not wanted:  # what the table says has been looked at
        return {}
    named = {command.id: command for command in commands}
    bound: Keys = {}
    for name, keys in wanted.items():
        command = named.get(name)
        if command is None:
            near = nearest(name, list(named))
            raise ConfigError(
                f"In the config file {where}, [keys] names a command “{name}”, and there is none "
                f"of that name. {f'Did you mean {near}? ' if near else ''}`workbench config "
                "--example` lists every command."
            )
        bound[name] = tuple(dict.fromkeys(_key(key, command, taken, where) for key in keys))
        if not bound[name] and command.needed:
            raise ConfigError(
                f"In the config file {where}, {name} is left without a key, and you would be "
                f"stuck without it. Give it one, for example {_line(name, default_keys(command))}."
            )
    for places in together:
        _refuse_clash([c for c in commands if c.place in places], bound, wanted, where)
    return {
        name: keys for name, keys in bound.items() if keys != default_keys(named[name])
    }  # what is as ever needs no binding anew


def _key(key: str, command: Bindable, taken: Callable[[str, str], str], where: object) -> str:
    name = parse(key)
    if not name:
        raise ConfigError(
            f"In the config file {where}, “{key}”, for {command.id}, is no key. {_meant(key)}"
        )
    instead = SAME_KEY.get(name)
    if instead:
        raise ConfigError(
            f"In the config file {where}, {written(name)}, for {command.id}, is the same key as "
            f"{written(instead)} in most terminals. Write {written(instead)}, or take another."
        )
    why = "" if name in default_keys(command) else taken(name, command.place)
    if why:
        raise ConfigError(
            f"In the config file {where}, {written(name)} cannot be the key of {command.id}: {why}."
        )
    return name


def _meant(key: str) -> str:
    if "," in key and all(parse(part) for part in key.split(",")):
        listed = ", ".join(f'"{part.strip()}"' for part in key.split(","))
        return f"Several keys are a list: [{listed}]."
    if parse(key.replace("-", "+")):  # ctrl-e
        return f"Did you mean {key.replace('-', '+')}?"
    modifiers, _, last = key.rpartition("+")
    near = nearest(last, known_names())
    if modifiers and near and parse(f"{modifiers}+{near}"):
        near = f"{modifiers}+{near}"
    if near:
        return f"Did you mean {near}?"
    return "Keys are written like m, (, f5, enter, PgDn, shift+→ or ctrl+e."


def _refuse_clash(
    commands: Sequence[Bindable],
    bound: Keys,
    wanted: Mapping[str, Sequence[str]],
    where: object,
) -> None:
    for one, other in combinations(commands, 2):
        both = [key for key in _keys(one, bound) if key in _keys(other, bound)]
        if not both:
            continue
        # Another key is for the one that the file gives none yet.
        still, new = (one, other) if one.id not in wanted else (other, one)
        free = _free_key(commands, bound)
        what = "one of them" if still.id in wanted else still.id
        none = "" if still.needed else f", or none: {_line(still.id, [])}"
        raise ConfigError(
            f"In the config file {where}, {written(both[0])} would be the key of both {new.id} and "
            f"{still.id}, which work in the same place. Give {what} another key then, for example "
            f"{_line(still.id, [free])}{none}."
        )


def _keys(command: Bindable, bound: Keys) -> tuple[str, ...]:
    return bound.get(command.id, default_keys(command))


def _free_key(commands: Iterable[Bindable], bound: Keys) -> str:
    taken = {key for command in commands for key in _keys(command, bound)}
    return next(f"f{number}" for number in range(2, 1000) if f"f{number}" not in taken)


def _line(name: str, keys: Sequence[str]) -> str:
    """A line of the config file."""
    shown = [f'"{written(key)}"' for key in keys]
    return f'"{name}" = {shown[0] if len(shown) == 1 else "[" + ", ".join(shown) + "]"}'
