"""The config file and the places things are kept in."""

import pytest

from workbench.config import SETTINGS, Config, ConfigError, load_config
from workbench.errors import UsageError
from workbench.paths import config_file, data_folder, default_database


@pytest.fixture
def config(place):
    return place / "config.toml"


def test_without_a_file_every_setting_has_its_default(place):
    assert load_config() == Config(analyst="", article_megabytes=20, database="", mouse=True)
    assert load_config().article_limit == 20 * 1024 * 1024


def test_every_setting_is_a_field_and_every_example_is_accepted(config, place):
    assert {setting.name for setting in SETTINGS} | {"keys"} == set(Config.__dataclass_fields__)
    config.write_text("".join(f"{each.name} = {each.example}\n" for each in SETTINGS))
    read, plain = load_config(), Config()
    assert read.database == str(place / "home/checks/workbench.db")
    different = {s.name for s in SETTINGS if getattr(read, s.name) != getattr(plain, s.name)}
    assert different == {setting.name for setting in SETTINGS} - {"article_megabytes"}


def test_a_relative_database_counts_from_the_config_files_folder(config, place, monkeypatch):
    config.write_text('database = "../other.db"\n')
    monkeypatch.chdir("/")
    assert load_config().database == str(place / "../other.db")
    config.write_text('database = "/there/it is.db"\n')
    assert load_config().database == "/there/it is.db"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('analist = "mk"', "a setting “analist”, and there is none of that name. Did you mean analyst?"),
        ("colour = 1", "There are: analyst, article_megabytes, ascii, database,"),
        ("analyst = 3", 'analyst must be text in quotation marks, for example analyst = "mk".'),
        ("article_megabytes = true", "article_megabytes must be a whole number"),
        ("article_megabytes = 2.5", "article_megabytes must be a whole number"),
        ("article_megabytes = 0", "goes from 1 to 1024. The nearest is article_megabytes = 1."),
        ("article_megabytes = 9999", "The nearest is article_megabytes = 1024."),
        ("mouse = 1", "mouse must be true or false, for example mouse = false."),
        ("panes = 10", "panes = 10 is out of bounds: it goes from 0 to 9."),
        ('theme = "ligth"', "theme = “ligth” is not offered. Did you mean light?"),
        ('theme = "solarized"', "There are: dark, light, ansi."),
        ('layout = "staked"', "Did you mean stacked?"),
        ('keys = "m"', "keys must be a table: a line [keys], and below it"),
        ('[keys]\n"claim.make" = 3', "the key of claim.make must be text in quotation marks, or a list"),
        ("[keys]\nclaim.make = [3]", "the key of claim.make must be text"),
        ('"claim.make" = "m"', "The keys of commands belong below a line [keys]."),
        ("[keys." + ".a" * 3_000 + "]", "is not TOML"),
        ("[keys.a" + ".a" * 3_000 + "]", "the key of a.a must be text in quotation marks"),
        ('[keys]\nhelp = "f1"\nhelp.back = "q"', 'a key is one like "claim.make" = "m"'),
        ('[analyst]\nname = "mk"', "analyst must be text in quotation marks"),
        ('analyst = "a\\u001bb"', "holds characters that cannot be printed"),
        ('database = "~nobody-of-this-name/x.db"', "begins with the home folder of nobody"),
        ("analyst mk", "is not TOML"),
        (f"article_megabytes = {'9' * 5_000}", "is not TOML"),
        ("a = " + "[" * 5_000, "is not TOML"),
        ('analyst = "a"\nanalyst = "b"', "is not TOML"),
    ],
)  # fmt: skip
def test_what_the_file_may_not_say_is_refused_by_name(config, content, sentence):
    config.write_text(content)
    with pytest.raises(ConfigError) as refused:
        load_config()
    assert sentence in str(refused.value)
    assert str(config) in str(refused.value)
    assert isinstance(refused.value, UsageError)
    assert refused.value.exit_code == 2


def test_a_file_that_cannot_be_read_is_refused(config):
    config.write_bytes(b'analyst = "\xff"')
    with pytest.raises(ConfigError, match="not in UTF-8"):
        load_config()
    config.unlink()
    config.mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config()


def test_a_byte_order_mark_does_no_harm(config):
    config.write_bytes(b'\xef\xbb\xbfanalyst = "mk"\n')
    assert load_config().analyst == "mk"


def test_a_wrong_config_file_stops_commands_but_not_help(wb, config):
    config.write_text('analist = "mk"')
    assert "Did you mean analyst?" in wb("new", "X", code=2).stderr
    assert wb("--help").stdout
    assert wb("new", "--help").stdout
    assert wb("--version").stdout
    assert wb("completion", "bash").stdout


def test_the_places_follow_the_system_and_the_variable(place, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(place / "etc"))
    monkeypatch.setenv("XDG_DATA_HOME", str(place / "share"))
    assert config_file() == place / "config.toml"
    monkeypatch.delenv("WORKBENCH_CONFIG")
    assert config_file() == place / "etc/workbench/config.toml"
    assert data_folder() == place / "share/workbench"
    assert default_database() == data_folder() / "workbench.db"
    assert not data_folder().exists()
