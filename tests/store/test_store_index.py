"""The index of sentences: whole, made in slices, and never answering from another review."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_material import TEXTS, Bench, Desk, add, dump, new_review

from workbench.core import changes
from workbench.core.sentences import all_sentences
from workbench.core.text import canonical_text
from workbench.store import Store, index
from workbench.store.index import POSTINGS

LONG = "\n\n".join(
    f"Paragraph {n} of the report. It has a second sentence, number {n}." for n in range(900)
)


def index_all(desk) -> None:
    for article in desk.look().articles_in_order():
        while not desk.store.index_some(article, desk.texts[article.id]):
            pass


def indexed(store) -> list[tuple[str, int, int]]:
    found = store.connection.execute(
        'SELECT text_sha256, start, "end" FROM sentence ORDER BY text_sha256, start'
    )
    return [tuple(row) for row in found.fetchall()]


def expected(desk) -> list[tuple[str, int, int]]:
    unique = {a.text_sha256: desk.texts[a.id] for a in desk.state.articles.values()}
    return sorted((key, *span) for key, text in unique.items() for span in all_sentences(text))


@pytest.fixture
def desk(bench):
    desk = bench.desk()
    index_all(desk)
    return desk


def words_of(desk, found) -> list[str]:
    return [desk.texts[c.article_id][c.start : c.end] for c in found]


def test_every_sentence_is_indexed_once(desk):
    assert indexed(desk.store) == expected(desk)
    assert all(desk.store.is_indexed(article) for article in desk.state.articles.values())


def test_indexing_what_is_indexed_changes_nothing(desk):
    before = dump(desk.store)
    index_all(desk)
    assert dump(desk.store) == before


def test_a_long_text_is_indexed_in_slices_that_go_on_where_they_were_left(bench, monkeypatch):
    monkeypatch.setattr(index, "_CHUNK", 500)
    monkeypatch.setattr(index, "SLICE_SECONDS", 0.0)
    # With no time at all a slice still does nothing wrong, and with little it moves on.
    add(bench.store, bench.review_id, LONG)
    desk = bench.desk()
    article = desk.article(4)
    text = desk.texts[article.id]
    assert not desk.store.index_some(article, text)
    assert index.progress(desk.store.connection, article.text_sha256) == 0
    monkeypatch.setattr(index, "SLICE_SECONDS", 1e-9)
    ticks = iter(range(10_000_000))
    monkeypatch.setattr(index.time, "perf_counter", lambda: next(ticks) * 1e-10)
    done = []
    while not (finished := desk.store.index_some(article, text)):
        done.append(index.progress(desk.store.connection, article.text_sha256))
        assert not desk.store.is_indexed(article)
        desk.store.close()  # the terminal is closed and opened again
        desk = bench.desk()
    assert finished
    assert len(done) > 3
    assert done == sorted(set(done))
    assert [row for row in indexed(desk.store) if row[0] == article.text_sha256] == [
        (article.text_sha256, *span) for span in all_sentences(text)
    ]


def test_two_terminals_indexing_the_same_text_index_each_sentence_once(bench, monkeypatch):
    one, other = bench.desk("ann"), bench.desk("ben")
    genuine = index.transaction
    article = one.article(1)
    text = one.texts[article.id]

    def overtaken(connection):
        monkeypatch.setattr(index, "transaction", genuine)
        while not other.store.index_some(article, text):
            pass
        return genuine(connection)

    monkeypatch.setattr(index, "transaction", overtaken)
    while not one.store.index_some(article, text):
        pass
    wanted = [(article.text_sha256, *span) for span in all_sentences(text)]
    assert indexed(one.store) == wanted
    found = one.store.candidates(one.review_id, ["Kabulov"], 5)
    assert len(found) == 1


def test_an_interrupted_slice_leaves_nothing_of_itself(bench, monkeypatch):
    desk = bench.desk()
    article = desk.article(1)
    before = dump(bench.store)

    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(index, "split_piece", stop)
        with pytest.raises(KeyboardInterrupt):
            desk.store.index_some(article, desk.texts[article.id])
    assert dump(bench.store) == before
    index_all(desk)
    assert indexed(desk.store) == expected(desk)


def test_candidates_share_rare_words_the_rarest_counting_most(bench):
    for number in range(30):
        add(
            bench.store,
            bench.review_id,
            f"The troops were seen near the town, said witness {number}.",
        )
    add(bench.store, bench.review_id, "Special representative Kabulov was seen.")
    desk = bench.desk()
    index_all(desk)
    found = desk.store.candidates(desk.review_id, ["The", "troops", "Kabulov"], 3)
    shown = words_of(desk, found)
    assert all("Kabulov" in sentence for sentence in shown[:2])
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


def test_words_are_found_in_other_forms_and_without_their_accents(bench):
    add(bench.store, bench.review_id, "The diplomat’s résumé mentions negotiations.")
    desk = bench.desk()
    index_all(desk)
    found = desk.store.candidates(desk.review_id, ["RESUMES", "negotiation"], 3)
    assert words_of(desk, found) == ["The diplomat’s résumé mentions negotiations."]


def test_only_so_many_postings_are_read_rarest_words_first(desk, monkeypatch):
    monkeypatch.setattr(index, "POSTINGS", 2)
    rare = index._rarest(desk.store.connection, ["in", "Moscow", "Kabulov", "TASS"])
    assert rare[:2] == ["Kabulov", "TASS"]
    assert len(rare) == 2
    monkeypatch.setattr(index, "POSTINGS", 0)
    assert index._rarest(desk.store.connection, ["Moscow"]) == ["Moscow"]
    assert POSTINGS > 100


def test_each_article_offers_at_most_the_limit_and_the_claims_own_none(desk):
    terms = ["in", "Moscow", "troops", "no", "They", "sent", "sending"]
    for limit in (1, 2):
        found = desk.store.candidates(desk.review_id, terms, limit)
        counts = [sum(c.article_id == a for c in found) for a in desk.state.articles]
        assert max(counts) == limit
        assert min(counts) >= 1
    own = desk.article(1).id
    found = desk.store.candidates(desk.review_id, terms, 5, own)
    assert found
    assert own not in {c.article_id for c in found}


def test_articles_of_other_reviews_are_never_offered(bench):
    kabul = new_review(bench.store, "Kabul", ("Only here: zirconium and Kabulov.",))
    desk, other = bench.desk(), Desk(Store(bench.path), kabul, "ann")
    index_all(desk)
    index_all(other)
    assert desk.store.candidates(desk.review_id, ["zirconium"], 5) == []
    assert len(other.store.candidates(kabul, ["zirconium"], 5)) == 1
    assert {c.article_id for c in desk.store.candidates(desk.review_id, ["Kabulov"], 5)} <= set(
        desk.state.articles
    )


def test_a_removed_article_is_not_offered_until_it_is_brought_back(desk):
    assert desk.store.candidates(desk.review_id, ["Kabulov"], 5)
    desk.do(changes.remove_article(desk.state, desk.article(1)))
    assert desk.store.candidates(desk.review_id, ["Kabulov"], 5) == []
    desk.undo()
    assert desk.store.candidates(desk.review_id, ["Kabulov"], 5)


def test_two_reviews_of_one_text_share_its_index(bench):
    kabul = new_review(bench.store, "Kabul", TEXTS[:1])
    desk, other = bench.desk(), Desk(Store(bench.path), kabul, "ann")
    index_all(desk)
    assert other.store.is_indexed(other.article(1))
    assert other.store.candidates(kabul, ["Kabulov"], 5)
    desk.store.delete_review(desk.review_id)
    assert other.store.candidates(kabul, ["Kabulov"], 5)
    assert indexed(other.store) == expected(other)
    other.store.delete_review(kabul)
    assert indexed(other.store) == []


def test_deleting_a_review_empties_the_index_half_made_parts_too(bench, monkeypatch):
    desk = bench.desk()
    index_all(desk)
    add(bench.store, bench.review_id, LONG)
    desk.look()
    monkeypatch.setattr(index, "_CHUNK", 500)
    ticks = iter(range(10_000_000))
    monkeypatch.setattr(index.time, "perf_counter", lambda: next(ticks) * 0.015)
    assert not desk.store.index_some(desk.article(4), desk.texts[desk.article(4).id])
    # A text that only the log remembers is in the index too.
    desk.do(changes.remove_article(desk.state, desk.article(2)))
    desk.store.delete_review(desk.review_id)
    left = dump(bench.store)
    assert {table for table, rows in left.items() if rows} == {"analyst"}
    words = bench.store.connection.execute(
        "SELECT count(*) FROM sentence_index WHERE sentence_index MATCH 'troops OR paragraph'"
    )
    assert words.fetchone()[0] == 0
    index._make_vocabulary(bench.store.connection)
    known = bench.store.connection.execute("SELECT count(*) FROM temp.sentence_words")
    assert known.fetchone()[0] == 0


SYNTAX = [
    '"',
    '""',
    "a AND (",
    "NEAR(Kabulov, 5)",
    "Kabulov*",
    "words : Kabulov",
    "^Kabulov",
    "-Kabulov",
    "x' OR 1=1; --",
    'Kabulov"',
    "{a b} : c",
    "AND",
    "OR",
    "NOT",
    "\x00",
    "a\x00b",
    "’",
    "",
    "%",
    "…",
]


@pytest.mark.parametrize("word", SYNTAX)
def test_signs_of_the_search_language_in_words_are_harmless(desk, word):
    before = dump(desk.store)
    alone = desk.store.candidates(desk.review_id, [word], 5)
    assert {c.article_id for c in alone} <= set(desk.state.articles)
    with_another = desk.store.candidates(desk.review_id, [word, "Bagram"], 5)
    assert any("Bagram" in text for text in words_of(desk, with_another))
    assert dump(desk.store) == before


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=6))
def test_any_words_at_all_may_be_asked_for(desk, terms):
    found = desk.store.candidates(desk.review_id, terms, 2)
    assert {c.article_id for c in found} <= set(desk.state.articles)
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(["One. ", "Two!\n", "\n", "Mr. X. ", "他说。", "no end ", "😀 ", "é. "]),
        min_size=1,
        max_size=60,
    ).map("".join)
)
def test_any_text_is_indexed_sentence_by_sentence_and_forgotten_whole(tmp_path_factory, text):
    text = canonical_text(text + "x")
    bench = Bench(tmp_path_factory.mktemp("index") / "x.db", (text,))
    desk = bench.desk()
    index_all(desk)
    assert indexed(desk.store) == expected(desk)
    desk.store.delete_review(desk.review_id)
    assert indexed(desk.store) == []
