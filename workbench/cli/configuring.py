"""config: the settings as they are, and whether the config file is right."""

from typing import TYPE_CHECKING, Any

import click

from workbench.cli import output
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command

if TYPE_CHECKING:
    from workbench.config.keys import Keys


@click.command(
    "config",
    cls=Command,
    examples=(
        "workbench config",
        "workbench config --json",
        "workbench config --example",
    ),
)
@click.option("--example", is_flag=True, help="Print a config file with every setting and key.")
@pass_call
def config_command(call: Call, example: bool) -> None:
    """Show the settings as they are now, and check the whole config file.

    Settings, variables and keys are checked as the screen checks them when it opens; what cannot
    be is refused with a sentence that names it: exit code 2. Nothing is made or changed.

    --example prints a file with every setting and every command's keys, for `workbench paths`
    to say where it belongs.
    """
    from workbench.config.keys import default_keys
    from workbench.tui.keys import COMMANDS

    if example:
        from workbench.config.example import example as example_file

        output.text(example_file(COMMANDS))
        return
    from workbench.tui.bound_keys import checked_keys

    settings = _settings(call)
    anew = checked_keys(call.screen_config)
    if call.json:
        from workbench.paths import config_file

        keys = {c.id: list(anew.get(c.id, default_keys(c))) for c in COMMANDS}
        output.answer(
            {
                "config": str(config_file().absolute()),
                "there": config_file().exists(),
                "settings": {name: value for name, value, _ in settings},
                "from": {name: where for name, _, where in settings},
                "keys": keys,
            }
        )
        return
    _show(call, settings, anew)


def _settings(call: Call) -> list[tuple[str, Any, str]]:
    """Name, value and where it is from, for every setting."""
    import os

    from workbench.config import SETTINGS, read_config_file

    in_file = read_config_file()
    variables = {setting.name: setting.variable for setting in SETTINGS}
    found = []
    for setting in SETTINGS:
        name = setting.name
        value = getattr(call.screen_config, name)
        where = "the config file" if name in in_file else "by itself"
        if os.environ.get(variables[name]):
            where = variables[name]
        if name == "analyst":
            value = call.analyst
            where = "--analyst" if call.analyst_named is not None else where
        elif name == "database":
            value = str(call.database.absolute())
            where = "--db" if call.db else where
        found.append((name, value, where))
    return found


def _show(call: Call, settings: list[tuple[str, Any, str]], anew: "Keys") -> None:
    from workbench.cli.wording import table
    from workbench.config.key_names import written
    from workbench.paths import config_file

    rows = [(name, _words(value), where) for name, value, where in settings]
    rows += [
        (name, " ".join(map(written, keys)) or "(no key)", "the config file")
        for name, keys in anew.items()
    ]
    output.text(table(("setting", "value", "from"), rows))
    if config_file().exists():
        call.say(f"The config file {config_file().absolute()} is right.")
    else:
        call.say(
            f"There is no config file {config_file().absolute()}; `workbench config --example` "
            "prints one to begin with."
        )


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) or "-"
