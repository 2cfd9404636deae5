"""The config file: what may stand in it, what stands in it, and what follows for the keys."""

from workbench.config.reading import load_config, read_config_file, with_environment
from workbench.config.settings import SETTINGS, THEMES, Config, ConfigError, Setting

__all__ = [
    "SETTINGS",
    "THEMES",
    "Config",
    "ConfigError",
    "Setting",
    "load_config",
    "read_config_file",
    "with_environment",
]
