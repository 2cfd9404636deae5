"""The index of sentences: whole, made in slices, and never answering from another review."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_material import TEXTS, Bench, Desk, add, dump, new_review

from workbench.core import changes, sentences
from workbench.core.sentences import all_sentences
from workbench.core.terms import terms
from workbench.core.text import canonical_text
from workbench.store import Store, index, offering
from workbench.store.index import SENTENCES_OF_A_TEXT
from workbench.store.offering import MOST_WORDS, POSTINGS

LONG = "\n\n".join(
    f"Paragraph {n} of the report. It has a second sentence, number {n}." for n in range(900)
)


def index_all(desk) -> None:
    for article in desk.look().articles_in_order():
        while not desk.store.index_some(article, desk.texts[article.id]):
            pass


def indexed(store) -> list[tuple[str, int, int]]:
    found = store.connection.execute(
        'SELECT text_sha256, start, "end" FROM sentence_progress JOIN sentence '
        f"ON sentence.id / {SENTENCES_OF_A_TEXT} = number ORDER BY text_sha256, start"
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


def ask(desk, words, limit=5, not_in=""):
    return desk.store.candidates(desk.review_id, terms(words), limit, not_in).sentences


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
    assert index.progress(desk.store.connection, article.text_sha256).done == 0
    monkeypatch.setattr(index, "SLICE_SECONDS", 1e-9)
    ticks = iter(range(10_000_000))
    monkeypatch.setattr(index.time, "perf_counter", lambda: next(ticks) * 1e-10)
    done = []
    while not (finished := desk.store.index_some(article, text)):
        done.append(index.progress(desk.store.connection, article.text_sha256).done)
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
    assert len(ask(one, "Kabulov")) == 1


def test_an_interrupted_slice_leaves_nothing_of_itself(bench, monkeypatch):
    desk = bench.desk()
    article = desk.article(1)
    before = dump(bench.store)

    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sentences, "split_piece", stop)
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
    found = ask(desk, "The troops, Kabulov", 3)
    shown = words_of(desk, found)
    assert all("Kabulov" in sentence for sentence in shown[:2])
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


def test_words_are_found_in_other_forms_and_without_their_accents(bench):
    add(bench.store, bench.review_id, "The diplomat’s résumé mentions negotiations.")
    desk = bench.desk()
    index_all(desk)
    found = ask(desk, "RESUMES negotiation", 3)
    assert words_of(desk, found) == ["The diplomat’s résumé mentions negotiations."]


def test_only_so_many_postings_are_read_rarest_words_first(desk, monkeypatch):
    counts = {"in": 9, "moscow": 4, "kabulov": 1, "tass": 1, "nowhere": 0}
    monkeypatch.setattr(offering, "POSTINGS", 2)
    assert offering._rarest(counts) == ["kabulov", "tass"]
    monkeypatch.setattr(offering, "POSTINGS", 0)
    assert offering._rarest({"moscow": 4}) == ["moscow"]
    assert offering._rarest({"nowhere": 0}) == []
    assert POSTINGS > 100


def test_how_rare_words_are_is_told_for_the_review_and_not_for_the_database(bench):
    kabul = new_review(bench.store, "Kabul", tuple(f"Kabulov spoke, day {n}." for n in range(5)))
    desk, other = bench.desk(), Desk(Store(bench.path), kabul, "ann")
    index_all(desk)
    index_all(other)
    offer = desk.store.candidates(desk.review_id, ["kabulov", "zirconium"], 5)
    assert offer.counts == {"kabulov": 1, "zirconium": 0}
    assert offer.total == len(indexed(desk.store)) - 5
    assert other.store.candidates(kabul, ["kabulov"], 5)[1:] == ({"kabulov": 5}, 5)


def test_where_another_review_shares_a_text_nothing_of_its_other_articles_is_offered(bench):
    first = bench.desk()
    index_all(first)
    shared = new_review(bench.store, "Kabul", ("Kabulov in Kabul.", TEXTS[1], "Kabulov again."))
    other = Desk(Store(bench.path), shared, "ann")
    index_all(other)
    offer = other.store.candidates(shared, ["kabulov"], 5)
    assert {c.article_id for c in offer.sentences} <= set(other.state.articles)
    assert offer.total == sum(1 for key, *_ in indexed(other.store) if key in texts_of(other))


def texts_of(desk) -> set[str]:
    return {article.text_sha256 for article in desk.state.articles.values()}


@pytest.fixture
def read(monkeypatch):
    """The rows that are read for an offer, one number for each statement."""
    rows, real = [], offering._rows

    def counted(*asked):
        found = real(*asked)
        rows.append(len(found))
        return found

    monkeypatch.setattr(offering, "_rows", counted)
    return rows


@pytest.mark.parametrize("at_once", [2, 300])
def test_another_reviews_long_article_between_ones_own_costs_and_changes_nothing(
    tmp_path, monkeypatch, read, at_once
):
    monkeypatch.setattr(offering, "_AT_ONCE", at_once)
    store = Store(tmp_path / "shared.db", create=True)
    own = new_review(store, "Own", ("The police came at night.",))
    desk = Desk(store, own, "ann")
    index_all(desk)
    many = "\n".join(f"Police in village {n} said so." for n in range(2_000))
    other = Desk(store, new_review(store, "Other", (many,)), "ann")
    index_all(other)
    add(store, own, "Police left.")
    desk.look()
    index_all(desk)
    offer = store.candidates(own, terms("police night village"), 20)
    assert offer.counts == {"polic": 2, "night": 1, "villag": 0}
    assert offer.total == 2
    assert words_of(desk, offer.sentences) == ["The police came at night.", "Police left."]
    assert sum(read) <= 20 + 3 * 2 * at_once


def test_of_a_word_in_every_sentence_only_some_are_read_from_every_article(
    tmp_path, monkeypatch, read
):
    monkeypatch.setattr(offering, "POSTINGS", 40)
    texts = ["\n".join(f"Police were in {name}{n}." for n in range(500)) for name in "abcd"]
    store = Store(tmp_path / "common.db", create=True)
    desk = Desk(store, new_review(store, "Common", tuple(texts)), "ann")
    index_all(desk)
    offer = store.candidates(desk.review_id, ["polic"], 5)
    assert offer.counts == {"polic": 41}
    assert {one.article_id for one in offer.sentences} == set(desk.state.articles)
    assert sum(read) <= 3 * 40


def test_of_a_review_that_is_not_indexed_every_word_is_told_to_be_in_no_sentence(bench):
    desk = bench.desk()
    assert desk.store.candidates(desk.review_id, ["kabulov"], 5) == ([], {"kabulov": 0}, 0)


def test_texts_indexed_in_many_slices_have_numbers_that_follow_each_other(bench, monkeypatch):
    desk = bench.desk()
    monkeypatch.setattr(index, "_CHUNK", 20)
    ticks = iter(range(10_000_000))
    monkeypatch.setattr(index.time, "perf_counter", lambda: next(ticks) * 0.015)
    index_all(desk)
    rows = desk.store.connection.execute("SELECT number FROM sentence_progress").fetchall()
    assert sorted(row[0] for row in rows) == list(range(1, 1 + len(texts_of(desk))))


def test_a_claim_of_very_many_words_is_looked_for_by_the_first_of_them(desk):
    words = [f"w{n}" for n in range(5000)]
    offer = desk.store.candidates(desk.review_id, ["kabulov", *words], 5)
    assert len(offer.counts) == MOST_WORDS
    assert offer.sentences
    assert desk.store.candidates(desk.review_id, [*words, "kabulov"], 5).sentences == []


def test_where_there_are_too_many_the_best_are_offered_and_every_articles_best(bench, monkeypatch):
    add(bench.store, bench.review_id, "\n".join(f"Kabulov, envoy, spoke {n}." for n in range(9)))
    desk = bench.desk()
    index_all(desk)
    monkeypatch.setattr(offering, "MOST", 6)
    found = ask(desk, "Envoy Kabulov sent Bagram; it was Friday, sending", 9)
    assert len(found) == 6
    assert {c.article_id for c in found} == set(desk.state.articles)
    places = [desk.article(number).id for number in (1, 2, 3)]
    assert sum(c.article_id not in places for c in found) >= 2


def test_each_article_offers_at_most_the_limit_and_the_claims_own_none(desk):
    words = "Moscow troops sent sending ambassador Bagram Friday Tuesday mentioned statement"
    for limit in (1, 2):
        found = ask(desk, words, limit)
        counts = [sum(c.article_id == a for c in found) for a in desk.state.articles]
        assert max(counts) == limit
        assert min(counts) >= 1
    own = desk.article(1).id
    found = ask(desk, words, 5, own)
    assert found
    assert own not in {c.article_id for c in found}


def test_articles_of_other_reviews_are_never_offered(bench):
    kabul = new_review(bench.store, "Kabul", ("Only here: zirconium and Kabulov.",))
    desk, other = bench.desk(), Desk(Store(bench.path), kabul, "ann")
    index_all(desk)
    index_all(other)
    assert ask(desk, "zirconium") == []
    assert len(ask(other, "zirconium")) == 1
    assert {c.article_id for c in ask(desk, "Kabulov")} <= set(desk.state.articles)


def test_a_removed_article_is_not_offered_until_it_is_brought_back(desk):
    assert ask(desk, "Kabulov")
    desk.do(changes.remove_article(desk.state, desk.article(1)))
    assert ask(desk, "Kabulov") == []
    desk.undo()
    assert ask(desk, "Kabulov")


def test_two_reviews_of_one_text_share_its_index(bench):
    kabul = new_review(bench.store, "Kabul", TEXTS[:1])
    desk, other = bench.desk(), Desk(Store(bench.path), kabul, "ann")
    index_all(desk)
    assert other.store.is_indexed(other.article(1))
    assert ask(other, "Kabulov")
    desk.store.delete_review(desk.review_id)
    assert ask(other, "Kabulov")
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
    bench.store.connection.execute(
        "CREATE VIRTUAL TABLE temp.known_words USING fts5vocab(main, sentence_index, row)"
    )
    known = bench.store.connection.execute("SELECT count(*) FROM temp.known_words")
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
    for hostile in ([word], terms(word)):
        alone = desk.store.candidates(desk.review_id, hostile, 5).sentences
        assert {c.article_id for c in alone} <= set(desk.state.articles)
        offer = desk.store.candidates(desk.review_id, [*hostile, "bagram"], 5)
        assert any("Bagram" in text for text in words_of(desk, offer.sentences))
    assert dump(desk.store) == before


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_words_at_all_may_be_asked_for(desk, words):
    found = desk.store.candidates(desk.review_id, words, 2).sentences
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
