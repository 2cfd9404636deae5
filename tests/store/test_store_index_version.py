"""An index whose words are no longer those that come out is emptied, and made again."""

from __future__ import annotations

import pytest

from workbench.core import sentence_ends, sentences, term_version, terms


@pytest.fixture
def desk(bench):
    desk = bench.desk()
    index_all(desk)
    return desk


def index_all(desk) -> None:
    for article in desk.look().articles_in_order():
        while not desk.store.index_some(article, desk.texts[article.id]):
            pass


def other_words(monkeypatch) -> None:
    """Words as another version of a library might make them, for this process from now on."""
    made = terms.terms
    monkeypatch.setattr(term_version, "term_version", lambda: "another")
    monkeypatch.setattr(terms, "terms", lambda text: [f"{word}x" for word in made(text)])


def asked(desk, word) -> int:
    return len(desk.store.candidates(desk.review_id, [word], 20).sentences)


def is_whole(store) -> bool:
    """Whether SQLite finds every word of the index in order, and none without its sentence."""
    store.connection.execute(
        "INSERT INTO sentence_index (sentence_index) VALUES ('integrity-check')"
    )
    store.connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.held USING fts5vocab(main, sentence_index, instance)"
    )
    lost = store.connection.execute(
        "SELECT count(*) FROM temp.held WHERE doc NOT IN (SELECT id FROM sentence)"
    )
    return lost.fetchone()[0] == 0


def test_an_index_with_other_words_counts_as_not_made_and_is_made_anew(desk, monkeypatch):
    assert asked(desk, "kabulov") == 1
    other_words(monkeypatch)
    assert not any(desk.store.is_indexed(article) for article in desk.state.articles.values())
    index_all(desk)
    assert asked(desk, "kabulov") == 0
    assert asked(desk, "kabulovx") == 1
    assert is_whole(desk.store)


def test_emptying_keeps_no_sentence_and_gives_no_number_twice(desk, monkeypatch):
    def numbers():
        rows = desk.store.connection.execute("SELECT number FROM sentence_progress")
        return {row[0] for row in rows.fetchall()}

    before = numbers()
    other_words(monkeypatch)
    index_all(desk)
    assert numbers()
    assert not before & numbers()


def test_a_text_is_forgotten_even_if_its_words_would_be_others_now(desk, monkeypatch):
    other_words(monkeypatch)
    desk.store.delete_review(desk.review_id)
    assert is_whole(desk.store)
    count = desk.store.connection.execute("SELECT count(*) FROM sentence_progress").fetchone()
    assert count[0] == 0


def test_an_index_of_which_nobody_knows_the_words_is_made_anew(desk):
    desk.store.connection.execute(
        "DELETE FROM _sqlite_migrations WHERE migration_set LIKE 'words%'"
    )
    assert not desk.store.is_indexed(desk.article(1))
    index_all(desk)
    assert desk.store.is_indexed(desk.article(1))
    assert asked(desk, "kabulov") == 1


def test_the_migrations_are_not_run_again_for_it(desk, bench):
    store = bench.desk().store
    assert store.is_indexed(desk.article(1))
    rows = store.connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert [row[0] for row in rows][-1] == term_version.term_version()


@pytest.mark.parametrize(
    ("module", "name", "value"),
    [
        (sentences, "VERSION", -1),
        (terms, "VERSION", -1),
        (terms, "EMPTY_WORDS", frozenset()),
        (terms, "_stemmer", lambda: type("None_", (), {"stemWord": staticmethod(str)})),
        (terms, "_ACCENTS", terms.re.compile("[\u0301]+")),
        (terms, "_any_word", lambda: terms.re.compile(r"\w+")),
        (sentence_ends, "sentences_of", lambda text: [(0, len(text))]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_change_of_words_or_sentences_is_noticed(module, name, value, monkeypatch):
    now = term_version.term_version()
    monkeypatch.setattr(module, name, value)
    terms._term.cache_clear()
    term_version.term_version.cache_clear()
    try:
        assert term_version.term_version() != now
    finally:
        monkeypatch.undo()
        terms._term.cache_clear()
        term_version.term_version.cache_clear()
    assert term_version.term_version() == now


def test_what_words_come_out_as_is_found_out_once_in_a_process(desk, monkeypatch):
    monkeypatch.setattr(terms, "terms", lambda _: pytest.fail("made again"))
    assert term_version.term_version() == term_version.term_version()
    assert desk.store.is_indexed(desk.article(1))
