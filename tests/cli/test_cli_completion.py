"""The tab key: the scripts, and what the shells are told."""

import shutil
import subprocess
import sys

import pytest


@pytest.fixture
def complete(program, monkeypatch):
    """What a shell is told for a line that is being typed."""

    def call(line, word="", shell="bash", **options):
        words = [*line.split("|"), word]
        joined = "\n".join(words)
        monkeypatch.setenv("_WORKBENCH_COMPLETE", f"{shell}_complete")
        monkeypatch.setenv("COMP_WORDS", joined)
        monkeypatch.setenv("COMP_CWORD", word if shell == "fish" else str(len(words) - 1))
        done = program(**options)
        monkeypatch.delenv("_WORKBENCH_COMPLETE")
        assert done.stderr == b""
        return done.stdout.decode().splitlines()

    return call


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_calls_the_program_back(wb, shell):
    script = wb("completion", shell).stdout
    assert f"_WORKBENCH_COMPLETE={shell}_complete" in script
    assert "%(" not in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script, text=True, check=True)


def test_titles_keep_their_commas_in_every_script(wb):
    assert 'COMPREPLY+=("$value")' in wb("completion", "bash").stdout
    assert "read -r type value" in wb("completion", "bash").stdout
    assert "--max 1" in wb("completion", "fish").stdout


def test_an_unknown_shell_is_refused_with_those_there_are(wb):
    assert "it is bash, zsh or fish" in wb("completion", "tcsh", code=2).stderr


def test_the_first_word_is_a_command_or_a_title(complete, review):
    assert complete("workbench", "sh") == ["plain,show"]
    assert complete("workbench", "afg") == ["plain,Afghanistan,\\ autumn\\ 2025"]
    assert "plain,--db" in complete("workbench", "--d")
    assert {"plain,new", "plain,undo", "plain,Afghanistan,\\ autumn\\ 2025"} <= set(
        complete("workbench")
    )


def test_titles_are_escaped_as_bash_wants_them_after_each_quotation_mark(complete, wb):
    wb("new", "It’s $HOME’s (2nd)")
    assert complete("workbench|show", "It") == ["plain,It\\’s\\ \\$HOME\\’s\\ \\(2nd\\)"]
    assert complete("workbench|show", '"It') == ["plain,It’s \\$HOME’s (2nd)"]
    assert complete("workbench|show", "'It") == ["plain,It’s $HOME’s (2nd)"]


def test_numbers_relations_and_kinds(complete, marked):
    assert complete("workbench|link|Afgh") == ["plain,1", "plain,2", "plain,3", "plain,4"]
    assert complete("workbench|link|Afgh|1|2") == [
        "plain,agrees", "plain,conflicts", "plain,unverified",
    ]  # fmt: skip
    assert complete("workbench|claim|Afgh") == [f"plain,{number}" for number in range(1, 6)]
    assert complete("workbench|edit|Afgh", "li") == ["plain,link"]
    assert complete("workbench|edit|Afgh|link") == ["plain,1", "plain,2", "plain,3"]
    assert complete("workbench|delete|Afgh|article", "4") == ["plain,4"]
    assert complete("workbench|export|Afgh|--as", "cl") == [
        "plain,claims", "plain,claimreview",
    ]  # fmt: skip
    assert complete("workbench|edit|Afgh|link|1|--relation", "u") == ["plain,unverified"]
    assert complete("workbench|add|Afgh", "x") == ["file,x"]
    assert complete("workbench|open|--theme") == ["plain,dark", "plain,light", "plain,ansi"]
    assert complete("workbench|--theme", "a") == ["plain,ansi"]
    assert {"plain,--ascii", "plain,--no-ascii"} <= set(complete("workbench|demo", "--"))


def test_findings_evidence_and_the_verdicts_of_the_review(complete, wb, marked):
    wb("finding", marked, 1, "--wording", "He is an envoy.", "--evidence", "data: table 2: titles")
    wb("verdicts", marked, "true", "half true", "false")
    assert complete("workbench|edit|Afgh", "fi") == ["plain,finding"]
    assert complete("workbench|edit|Afgh|finding", shell="zsh") == [
        "plain", "1", "He is an envoy.",
    ]  # fmt: skip
    assert complete("workbench|delete|Afgh|evidence", shell="zsh") == [
        "plain", "1", "data: table 2: titles",
    ]  # fmt: skip
    assert complete("workbench|finding|Afgh") == ["plain,1", "plain,2", "plain,3", "plain,4"]
    assert complete("workbench|finding|Afgh|1|--verdict", "H") == ["plain,half\\ true"]
    assert complete("workbench|edit|Afgh|finding|1|--verdict") == [
        "plain,true", "plain,half\\ true", "plain,false",
    ]  # fmt: skip
    assert complete("workbench|finding|Nothing|1|--verdict") == []
    assert complete("workbench|finding|Afgh|1|--confidence") == [
        "plain,low", "plain,medium", "plain,high",
    ]  # fmt: skip
    assert complete("workbench|edit|Afgh|evidence|1|--kind", "d") == [
        "plain,document", "plain,data",
    ]  # fmt: skip


def test_other_shells_are_told_what_a_number_names(complete, marked):
    assert complete("workbench|edit|Afgh|link", "2", shell="zsh") == [
        "plain", "2", "3 agrees 4",
    ]  # fmt: skip
    (line,) = complete("workbench|show|Afgh", "2", shell="fish")
    assert line.startswith("plain,2\tRussia’s ambassador to the country")


def test_the_database_that_is_named_on_the_line_is_the_one_asked(complete, wb):
    wb("new", "Elsewhere", "--db", "other.db")
    assert complete("workbench|show", "Else") == []
    assert complete("workbench|show|--db|other.db", "Else") == ["plain,Elsewhere"]
    assert complete("workbench|--db|other.db|show", "Else") == ["plain,Elsewhere"]


def test_the_tab_key_never_fails_aloud_and_makes_nothing(complete, place, monkeypatch):
    assert complete("workbench|show", "A") == []
    assert complete("workbench|link|Nothing") == []
    (place / "workbench.db").write_text("no database at all, but long enough to look at")
    assert complete("workbench|show", "A") == []
    assert list(place.iterdir()) == [place / "workbench.db"]
    (place / "config.toml").write_text("nonsense")
    monkeypatch.delenv("WORKBENCH_DB")
    assert complete("workbench|show", "A") == []


def test_what_a_shell_may_not_ask_is_a_failure_without_a_word(program, monkeypatch):
    monkeypatch.setenv("_WORKBENCH_COMPLETE", "tcsh_complete")
    assert program(code=1).stderr == b""
    monkeypatch.setenv("_WORKBENCH_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_CWORD", "x")
    assert program(code=1).stderr == b""


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_puts_a_whole_title_into_the_line(wb, program, review, place):
    (place / "workbench").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m workbench "$@"\n')
    (place / "workbench").chmod(0o755)
    script = wb("completion", "bash").stdout
    (place / "ask.sh").write_text(
        f"PATH={place}:$PATH\n{script}\n"
        "COMP_WORDS=(workbench show afgh); COMP_CWORD=2\n"
        "_workbench_completion workbench\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(["bash", "ask.sh"], capture_output=True, text=True, check=True)
    assert done.stdout == "Afghanistan,\\ autumn\\ 2025\n"
    assert done.stderr == ""


def test_formats_are_those_of_the_kind_that_is_exported(complete, marked):
    assert complete("workbench|export|Afgh|--as|claims|--format") == ["plain,csv", "plain,jsonl"]
    assert complete("workbench|export|Afgh|--as|report|--format") == ["plain,html", "plain,md"]
    assert complete("workbench|export|Afgh|--as|bundle|--format") == ["plain,zip"]
    assert "plain,report" in complete("workbench|export|Afgh|--as", "r")
    assert {"plain,csv", "plain,html"} <= set(complete("workbench|export|Afgh|--format"))
