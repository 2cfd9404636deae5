from export_samples import article, claim, hold, review
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.text import canonical_text
from workbench.export import export, rows


def test_control_characters_become_visible_signs_and_line_breaks_stay():
    state = hold(review(title="a\x1b]0;x\x07"), article(1, title="\x9b2J\x00\ud800\u202e"))
    hold(state, claim(1, 1, note="one\r\ntwo\tthree\nfour", quote="\rfive"))
    (line,) = rows(state, "claims")
    assert line["note"] == "one␍\ntwo␉three\nfour"
    assert line["quote"] == "␍five"
    assert line["title"] == "␚2J␀�␦"
    assert line["review"] == "a␛]0;x␇"
    for file_format in ("csv", "jsonl"):
        assert export(state, "claims", file_format=file_format).decode().count("\x1b") == 0


@given(
    st.text(
        st.sampled_from(
            "ab کब\u200b\u200c\u200d\u200e\u200f\u061c👩🏴\U000e0067\U000e007f\u202e\n\0"
        )
    ),
    st.data(),
)
def test_exact_words_are_exported_exactly_wherever_they_are_cut_out_of_a_text(raw, data):
    text = canonical_text(raw)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    state = hold(
        review(),
        article(1),
        claim(1, 1, quote=text[start:end], prefix=text[:start], suffix=text[end:]),
    )
    (line,) = rows(state, "claims")
    assert (line["prefix"], line["quote"], line["suffix"]) == (
        text[:start],
        text[start:end],
        text[end:],
    )
