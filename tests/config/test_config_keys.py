"""The table of keys in the config file: what it may say, and how it is refused otherwise."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.config import SETTINGS, Config, ConfigError
from workbench.config.example import example
from workbench.config.keys import default_keys
from workbench.tui.bound_keys import BoundKeys, checked_keys
from workbench.tui.key_rules import TOGETHER, taken
from workbench.tui.keys import COMMANDS

BY_ID = {command.id: command for command in COMMANDS}


def bound(**wanted):
    """The keys after the config file; `claim__make` stands for `claim.make`."""
    named = {name.replace("__", "."): keys for name, keys in wanted.items()}
    listed = {name: (keys,) if isinstance(keys, str) else keys for name, keys in named.items()}
    return checked_keys(Config(keys=listed))


def test_without_a_table_every_command_has_its_own_keys():
    assert bound() == {}
    assert bound(claim__make="enter", delete=("del", "d", "d")) == {"delete": ("delete", "d")}


def test_a_command_takes_a_key_or_several_or_none():
    assert bound(claim__make="m") == {"claim.make": ("m",)}
    assert bound(claim__make=("enter", "m")) == {"claim.make": ("enter", "m")}
    assert bound(pane__zoom=()) == {"pane.zoom": ()}


def test_two_commands_may_change_keys_with_each_other():
    assert bound(claim__make="space", link__start="enter") == {
        "claim.make": ("space",),
        "link.start": ("enter",),
    }


def test_a_key_may_mean_one_thing_in_a_pane_and_another_in_the_strip():
    assert bound(strip__go="w")["strip.go"] == ("w",)  # w goes to the next word in a pane
    assert bound(reviews__new="space")["reviews.new"] == ("space",)


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({"clam__make": "m"}, "names a command “clam.make”, and there is none of that name. Did you mean claim.make?"),
        ({"nonsense": "m"}, "`workbench config --example` lists every command."),
        ({"claim__make": "entre"}, "“entre”, for claim.make, is no key. Did you mean enter?"),
        ({"claim__make": "ctrl-e"}, "Did you mean ctrl+e?"),
        ({"claim__make": "shift+pgdwn"}, "Did you mean shift+pgdown?"),
        ({"claim__make": "m, f5"}, 'Several keys are a list: ["m", "f5"].'),
        ({"claim__make": "hold the door"}, "Keys are written like m, (, f5, enter, PgDn, shift+→ or ctrl+e."),
        ({"claim__make": ""}, "“”, for claim.make, is no key."),
        ({"claim__make": "ctrl+i"}, "ctrl+i, for claim.make, is the same key as tab in most terminals."),
        ({"claim__make": "ctrl+["}, "is the same key as esc"),
        ({"claim__make": "ctrl+q"}, "ctrl+q cannot be the key of claim.make: ctrl+q quits from everywhere"),
        ({"claim__make": "ctrl+c"}, "ctrl+c cannot be the key of claim.make"),
        ({"reviews__new": "enter"}, "enter cannot be the key of reviews.new: it moves in the list"),
        ({"form__save": "s"}, "s cannot be the key of form.save: it is needed for typing"),
        ({"form__discard": "up"}, "↑ cannot be the key of form.discard: it is needed for typing"),
        ({"help__back": "pgdn"}, "PgDn cannot be the key of help.back"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_key_is_refused_by_name(wanted, sentence):
    with pytest.raises(ConfigError) as refused:
        bound(**wanted)
    assert sentence in str(refused.value)
    assert "In the config file " in str(refused.value)


@pytest.mark.parametrize(
    ("wanted", "one", "other", "advice"),
    [
        # with what another command has by itself
        ({"claim__make": "space"}, "claim.make", "link.start", 'Give link.start another key then, for example "link.start" = "f2", or none: "link.start" = [].'),
        ({"link__start": "enter"}, "link.start", "claim.make", "Give claim.make another key then"),
        # pane and review, strip and review, anywhere
        ({"claim__make": "w"}, "claim.make", "move.word", "Give move.word another"),
        ({"strip__go": "x"}, "strip.go", "link.not_same_event", "Give link.not_same_event another"),
        ({"reviews__new": "?"}, "reviews.new", "help", 'for example "help" = "f2".'),
        ({"history__more": "ctrl+p"}, "history.more", "palette", "Give palette another key then"),
        # both from the file
        ({"claim__make": "f5", "move__word": "f5"}, "claim.make", "move.word", "Give one of them another"),
        ({"form__save": "ctrl+s", "form__discard": "ctrl+s"}, "form.save", "form.discard", "one of them"),
    ],
)  # fmt: skip
def test_a_key_with_two_meanings_is_refused_by_naming_both(wanted, one, other, advice):
    with pytest.raises(ConfigError) as refused:
        bound(**wanted)
    sentence = str(refused.value)
    assert (
        f"of both {one} and {other}, which" in sentence or f"of both {other} and {one}," in sentence
    )
    assert advice in sentence


NEEDED = "help palette quit back reviews.quit form.back points.back confirm.no chooser.back listing.back history.back help.back small.quit busy.stop search.close".split()


@pytest.mark.parametrize("name", NEEDED)
def test_nobody_can_lock_themselves_in(name):
    with pytest.raises(ConfigError, match="is left without a key") as refused:
        checked_keys(Config(keys={name: ()}))
    assert f'"{name}" = ' in str(refused.value)


def test_those_are_all_that_need_a_key():
    assert [command.id for command in COMMANDS if command.needed] == [
        command.id for command in COMMANDS if command.id in NEEDED
    ]
    rest = {command.id: () for command in COMMANDS if not command.needed}
    assert checked_keys(Config(keys=rest)).keys() == {n for n in rest if BY_ID[n].keys}


KEYS = st.sampled_from("enter space m w x f2 f3 ctrl+g ctrl+s tab esc ( ? up g é".split())


@given(st.dictionaries(st.sampled_from(sorted(BY_ID)), st.lists(KEYS, max_size=3), max_size=6))
def test_whatever_is_accepted_has_one_meaning_for_each_key_in_each_place(wanted):
    try:
        anew = checked_keys(Config(keys={name: tuple(keys) for name, keys in wanted.items()}))
    except ConfigError:
        return
    for places in TOGETHER:
        owners = {}
        for command in COMMANDS:
            if command.place not in places:
                continue
            for key in anew.get(command.id, default_keys(command)):
                assert owners.setdefault(key, command.id) == command.id
                assert key in default_keys(command) or not taken(key, command.place)


# How they are shown


def test_keys_are_shown_as_they_are_bound():
    keys = BoundKeys(bound(claim__make=("m", "ctrl+→"), pane__zoom=()))
    assert keys.every(BY_ID["claim.make"]) == ["m", "ctrl+→"]
    assert keys.first(BY_ID["claim.make"]) == keys.named("claim.make") == "m"
    assert keys.every(BY_ID["pane.zoom"]) == []
    assert keys.named("pane.zoom") == "ctrl+p zoom"  # what has no key is found by its name
    assert keys.every(BY_ID["select.word"]) == ["W", "ctrl+shift+→"]
    plain = BoundKeys(ascii_only=True)
    assert plain.every(BY_ID["move.up"]) == ["up", "k"]
    assert all(key.isascii() for command in COMMANDS for key in plain.every(command))


# The example


def test_the_example_has_everything_and_is_accepted_with_and_without_its_marks():
    text = example(COMMANDS)
    assert tomllib.loads(text) == {"keys": {}}
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    read = tomllib.loads("\n".join(lines))
    keys = read.pop("keys")
    assert list(read) == [setting.name for setting in SETTINGS]
    assert keys.keys() == BY_ID.keys()
    listed = {n: (k,) if isinstance(k, str) else tuple(k) for n, k in keys.items()}
    assert checked_keys(Config(keys=listed)) == {}
    assert all(len(line) <= 100 for line in text.splitlines() if line.startswith("##"))
