"""Where things are kept when nobody says otherwise. Nothing here makes or reads anything."""

import os
from pathlib import Path

CONFIG_VARIABLE = "WORKBENCH_CONFIG"
"""The environment variable that names another config file."""

_NAME = "workbench"


def config_file() -> Path:
    """The config file, whether or not there is one: WORKBENCH_CONFIG, else the system's place."""
    named = os.environ.get(CONFIG_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "config.toml"


def data_folder() -> Path:
    """The folder of this user's data."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def default_database() -> Path:
    """The database that is used when none is named."""
    return data_folder() / "workbench.db"
