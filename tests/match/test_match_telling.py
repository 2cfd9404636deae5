"""The words in which two texts differ, as the strip picks them out."""

import pytest

from workbench.match.differences import telling_words


def told(text, other):
    return [text[start:end] for start, end in telling_words(text, other)]


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        (
            "He said that Mr. Kabulov would stay.",
            "He said that Mr. Lavrov would stay.",
            ["Kabulov"],
        ),
        ("They met Gen. Dostum in Kabul.", "They met Gen. Fahim in Kabul.", ["Dostum"]),
        ("Seven were hurt.", "Eight were hurt.", ["Seven"]),
        ("It cost 5,000 roubles.", "It cost 5000 roubles.", []),
        ("No troops will be sent.", "Troops will be sent.", ["No"]),
        ("They spoke on Friday.", "They spoke on Tuesday.", ["Friday"]),
        ("Talks fail\nThe envoy left", "Talks failed when an envoy left", []),
        ("Troops left. Soldiers stayed.", "nothing of the kind", []),
        ("The envoy’s plan", "the plan of the Envoy", []),
        ("", "words", []),
        ("Kabul", "", []),
    ],
)
def test_what_tells_is_a_number_a_day_a_denial_or_a_name_the_other_does_not_have(
    text, other, expected
):
    assert told(text, other) == expected
