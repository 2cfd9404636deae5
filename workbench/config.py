"""The config file: a few settings in TOML, each checked by name.

A setting is a line of `SETTINGS` and a field of `Config` of the same name.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from workbench.errors import UsageError
from workbench.paths import config_file

MEGABYTE = 1024 * 1024


class ConfigError(UsageError):
    """The config file says something the workbench cannot do."""


class Setting(NamedTuple):
    """What a line of the config file may be.

    Attributes:
        name: as it is written in the file.
        kind: the type of its value.
        example: a value that could stand there, as it is written in the file.
        least: the smallest number allowed.
        most: the largest number allowed.
    """

    name: str
    kind: type
    example: str
    least: int = 0
    most: int = 0


SETTINGS: tuple[Setting, ...] = (
    Setting("analyst", str, '"mk"'),
    Setting("article_megabytes", int, "20", 1, 1024),
    Setting("database", str, '"~/checks/workbench.db"'),
)
"""Every setting there is."""

_KINDS = {str: "text in quotation marks", int: "a whole number", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Config:
    """What the config file says, or would say if there were one.

    Attributes:
        analyst: who works here; "" for the login name.
        article_megabytes: the most an article may have.
        database: where the database is; "" for the user's data folder. A relative path counts
            from the config file's folder.
    """

    analyst: str = ""
    article_megabytes: int = 20
    database: str = ""

    @property
    def article_limit(self) -> int:
        """The most bytes an article may have."""
        return self.article_megabytes * MEGABYTE


def load_config() -> Config:
    """Read the config file; without one, every setting has its default.

    Raises:
        ConfigError: it cannot be read, or a setting in it is unknown or out of bounds.
    """
    path = config_file()
    values = _read(path)
    for name, value in values.items():
        _check(path, name, value)
    if values.get("database"):
        values["database"] = str(_beside(path, values["database"]))
    return Config(**values)


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise ConfigError(
            f"The config file {path} cannot be read: {error.strerror}. Mend or move it."
        ) from error
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
            f"{SETTINGS[0].name} = {SETTINGS[0].example}."
        ) from error


def _check(path: Path, name: str, value: object) -> None:
    setting = next((setting for setting in SETTINGS if setting.name == name), None)
    if setting is None:
        raise ConfigError(
            f"The config file {path} has a setting “{name}”, and there is none of that name. "
            f"{_meant(name)}"
        )
    example = f"{name} = {setting.example}"
    # In Python a truth value is a whole number, too; in a config file it is a slip.
    if not isinstance(value, setting.kind) or (setting.kind is int and isinstance(value, bool)):
        raise ConfigError(
            f"In the config file {path}, {name} must be {_KINDS[setting.kind]}, for example "
            f"{example}."
        )
    if isinstance(value, str) and value and not value.isprintable():
        raise ConfigError(
            f"In the config file {path}, {name} holds characters that cannot be printed; write "
            f"it on one line, for example {example}."
        )
    if isinstance(value, int) and not setting.least <= value <= setting.most:
        nearest = min(max(value, setting.least), setting.most)
        raise ConfigError(
            f"In the config file {path}, {name} = {value} is out of bounds: it goes from "
            f"{setting.least} to {setting.most}. The nearest is {name} = {nearest}."
        )


def _meant(name: str) -> str:
    from difflib import get_close_matches

    names = [setting.name for setting in SETTINGS]
    near = get_close_matches(name.casefold(), names, n=1)
    return f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names)}."


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
