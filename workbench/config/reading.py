"""Reading the config file and the variables that beat it; each setting is checked by name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.config.settings import SETTINGS, Config, ConfigError, Setting
from workbench.paths import config_file

KEYS = "keys"
"""The name of the table of keys."""

_KINDS = {str: "text in quotation marks", int: "a whole number", bool: "true or false"}
_TRUTHS = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}


def load_config() -> Config:
    """Read the config file; without one, every setting has its default.

    Raises:
        ConfigError: it cannot be read, or a setting in it is unknown or out of bounds.
    """
    return Config(**read_config_file())


def read_config_file() -> dict[str, Any]:
    """The settings that stand in the config file, checked; none when there is no file.

    Of the keys only the form is checked: the commands are the screen's business.

    Raises:
        ConfigError: as `load_config` says.
    """
    path = config_file()
    values = _read(path)
    for name, value in values.items():
        if name == KEYS:
            values[KEYS] = _keys(path, value)
        else:
            _check(path, name, value)
    if values.get("database"):
        values["database"] = str(_beside(path, values["database"]))
    return values


def with_environment(config: Config, environment: Mapping[str, str]) -> Config:
    """The settings with what the environment's variables say instead; empty ones say nothing.

    Raises:
        ConfigError: a variable holds what its setting cannot be.
    """
    named: dict[str, Any] = {
        setting.name: _from_variable(setting, environment[setting.variable])
        for setting in SETTINGS
        if setting.variable and environment.get(setting.variable)
    }
    return replace(config, **named)


def nearest(word: str, names: Sequence[str]) -> str:
    """The name somebody probably meant, or ""."""
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in names}
    near = get_close_matches(word.casefold(), folded, n=1)
    return folded[near[0]] if near else ""


def _from_variable(setting: Setting, value: str) -> object:
    if setting.kind is bool:
        truth = _TRUTHS.get(value.strip().casefold())
        if truth is None:
            raise ConfigError(f"The variable {setting.variable} is “{value}”; it may be 1 or 0.")
        return truth
    if setting.choices and value not in setting.choices:
        raise ConfigError(
            f"The variable {setting.variable} is “{value}”, and there is no such "
            f"{setting.name}. {_meant(value, setting.choices)}"
        )
    return value


def _read(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise ConfigError(
            f"The config file {path} cannot be read: {error.strerror}. Mend or move it."
        ) from error
    import tomllib  # most have no such file

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"The config file {path} is not in UTF-8; save it in that encoding."
        ) from error
    # Not TOMLDecodeError alone: a number of thousands of digits, brackets in thousands.
    except (ValueError, RecursionError) as error:
        raise ConfigError(
            f"The config file {path} is not TOML: {error}. A setting is a line like "
            f'{SETTINGS[0].name} = {SETTINGS[0].example}, a key is one like "claim.make" = "m" '
            f"below [{KEYS}]."
        ) from error


def _check(path: Path, name: str, value: object) -> None:
    setting = next((setting for setting in SETTINGS if setting.name == name), None)
    if setting is None and "." in name:
        raise ConfigError(
            f"The config file {path} has a setting “{name}”, and there is none of that name. The "
            f"keys of commands belong below a line [{KEYS}]."
        )
    if setting is None:
        raise ConfigError(
            f"The config file {path} has a setting “{name}”, and there is none of that name. "
            f"{_meant(name, [*(setting.name for setting in SETTINGS), KEYS])}"
        )
    example = f"{name} = {setting.example}"
    # In Python a truth value is a whole number, too; in a config file it is a slip.
    if not isinstance(value, setting.kind) or (setting.kind is int and isinstance(value, bool)):
        raise ConfigError(
            f"In the config file {path}, {name} must be {_KINDS[setting.kind]}, for example "
            f"{example}."
        )
    if isinstance(value, str):
        if value and not value.isprintable():
            raise ConfigError(
                f"In the config file {path}, {name} holds characters that cannot be printed; "
                f"write it on one line, for example {example}."
            )
        if setting.choices and value not in setting.choices:
            raise ConfigError(
                f"In the config file {path}, {name} = “{value}” is not offered. "
                f"{_meant(value, setting.choices)}"
            )
    elif setting.kind is int and isinstance(value, int):
        closest = min(max(value, setting.least), setting.most)
        if value != closest:
            raise ConfigError(
                f"In the config file {path}, {name} = {value} is out of bounds: it goes from "
                f"{setting.least} to {setting.most}. The nearest is {name} = {closest}."
            )


def _keys(path: Path, value: object) -> dict[str, tuple[str, ...]]:
    """The table of keys: a key or a list of keys for each command's name."""
    if not isinstance(value, dict):
        raise ConfigError(
            f"In the config file {path}, {KEYS} must be a table: a line [{KEYS}], and below it "
            'lines like "claim.make" = "m".'
        )
    found: dict[str, tuple[str, ...]] = {}
    for name, bound in _flat(value):
        listed = [bound] if isinstance(bound, str) else bound
        if not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
            raise ConfigError(
                f"In the config file {path}, the key of {name} must be text in quotation marks, "
                f'or a list of such: "{name}" = ["f5", "ctrl+g"].'
            )
        found[name] = tuple(listed)
    return found


def _flat(table: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """The lines of the table; claim.make without quotation marks is a table in the table."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{rest}", bound) for rest, bound in value.items())
        else:
            yield name, value


def _meant(name: str, names: Sequence[str]) -> str:
    near = nearest(name, names)
    return f"Did you mean {near}?" if near else f"There are: {', '.join(names)}."


def _beside(path: Path, value: str) -> Path:
    """A path as written in the config file: `~` is the home folder, the rest counts from there."""
    try:
        named = Path(value).expanduser()
    except RuntimeError as error:  # ~somebody who does not exist
        raise ConfigError(
            f"In the config file {path}, database = “{value}” begins with the home folder of "
            "nobody known here; write the whole path."
        ) from error
    return path.absolute().parent / named
