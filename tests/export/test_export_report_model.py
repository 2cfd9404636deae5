"""What is in a dossier, and in which order; whatever it is written in."""

from __future__ import annotations

import dataclasses
import random

import pytest
from export_samples import (
    TIME,
    article,
    claim,
    evidence,
    finding,
    hold,
    link,
    not_same_event,
    review,
)
from hypothesis import given
from hypothesis import strategies as st
from report_samples import Difference, sample

from workbench.core import changes
from workbench.core.events import Event
from workbench.core.long_text import LongText
from workbench.core.model import to_row
from workbench.core.review import ReviewState, RowChange
from workbench.export import Material, export
from workbench.export.report import log, points
from workbench.export.report.build import build
from workbench.export.report.places import places
from workbench.handing_over import gathered, hand_over
from workbench.store import Store


def dossier(state, **material):
    return build(state, Material(**material), lambda *_: None)


def four_articles(*records):
    return hold(
        review(), *(article(n, published_on=f"2025-10-0{n}") for n in range(1, 5)), *records
    )


# Points


def test_points_with_a_finding_come_first_and_of_each_those_that_divide_most():
    state = four_articles(
        *(claim(n, (n - 1) % 4 + 1) for n in range(1, 17)),
        link(1, 1, 2, "agrees"),
        link(2, 3, 4, "conflicts"),
        link(3, 5, 6, "unverified"),
        link(4, 9, 10, "conflicts"), link(5, 11, 12, "conflicts"), link(6, 9, 11, "agrees"), link(7, 10, 12, "agrees"),
        link(8, 13, 14, "agrees"),
        finding(1, 13), finding(2, 7),
    )  # fmt: skip
    made = dossier(state)
    assert [point.number for point in made.points] == [13, 7, 9, 3, 5, 1]
    assert [single.number for single in made.singles] == [8, 15, 16]
    assert [one.number for one in made.only_here] == [7]


def test_a_point_is_called_by_the_analysts_finding_then_by_anothers_then_by_an_articles_words():
    state = four_articles(
        *(claim(n, n, quote=f"Words {n}\nof an article") for n in range(1, 5)),
        finding(1, 1, wording="Ann’s", analyst="ann"), finding(2, 1, wording="Mine"),
        finding(3, 2, wording="Ann’s alone", analyst="ann"),
        link(1, 3, 4, "agrees"),
    )  # fmt: skip
    named = {point.number: (point.wording, point.quoted) for point in dossier(state).points}
    assert named == {
        1: ("Mine", False),
        2: ("Ann’s alone", False),
        3: ("Words 3 of an article", True),
    }


def test_all_findings_of_a_point_are_shown_the_analysts_own_first():
    state = four_articles(
        claim(1, 1),
        finding(1, 1, analyst="ann", verdict="mixed"), finding(2, 1, verdict="supported"), finding(3, 1),
        evidence(1, 2, note="n"), evidence(2, 2, locator="l"),
    )  # fmt: skip
    (point,) = dossier(state).points
    assert [(one.number, one.own) for one in point.findings] == [(2, True), (3, True), (1, False)]
    assert [(one.number, one.locator) for one in point.findings[0].evidence] == [
        (1, "page 1"),
        (2, "l"),
    ]


def test_links_of_other_analysts_are_shown_and_do_not_count():
    state = four_articles(
        claim(1, 1), claim(2, 2),
        link(1, 1, 2, "conflicts", analyst="ann"), link(2, 1, 2, "agrees"),
    )  # fmt: skip
    (point,) = dossier(state).points
    assert point.sign == "agreeing"
    assert [(one.number, one.counts, one.analyst) for one in point.links] == [
        (2, True, "mk"),
        (1, False, "ann"),
    ]


def test_signs_and_origins_say_one_voice_where_there_is_one():
    state = four_articles(
        claim(1, 1, origin="TASS"), claim(2, 2, origin="tass"), link(1, 1, 2, "agrees"),
        claim(3, 3), claim(4, 4, origin="AP"), link(2, 3, 4, "agrees"),
    )  # fmt: skip
    one, other = sorted(dossier(state).points, key=lambda point: point.number)
    assert (one.sign, one.origins, one.positions[0].single) == (
        "single",
        "2 articles, 1 origin",
        True,
    )
    assert other.sign == "agreeing"
    assert (other.positions[0].single, other.positions[0].unknown) == (False, 1)


def test_what_follows_is_named_as_implied_and_what_contradicts_with_its_chain():
    state = four_articles(
        *(claim(n, n) for n in range(1, 4)),
        link(1, 1, 2, "agrees"), link(2, 2, 3, "conflicts"),
    )  # fmt: skip
    (point,) = dossier(state).points
    assert [(one.one, one.other, one.relation, one.reason) for one in point.implied] == [
        (1, 3, "conflicts", "implied by links 1 and 2")
    ]
    assert point.contradictions == ()
    hold(state, link(3, 1, 3, "agrees"))
    (point,) = dossier(state).points
    assert [(one.link, one.chain, one.apart) for one in point.contradictions] == [
        (2, (1, 3), False)
    ]
    hold(state, not_same_event(4, 1, 2))
    (point,) = dossier(state).points
    assert (4, (1,), True) in [(one.link, one.chain, one.apart) for one in point.contradictions]


def test_a_pair_about_different_events_stands_by_itself_and_on_the_points_of_both():
    state = four_articles(
        claim(1, 1), claim(2, 2), not_same_event(1, 1, 2), claim(3, 3), link(2, 2, 3, "agrees")
    )
    made = dossier(state)
    assert [(one.link.number, one.one.claim, one.other.claim) for one in made.apart] == [(1, 1, 2)]
    (point,) = made.points
    assert [(one.number, one.same_event) for one in point.links] == [(1, False), (2, True)]
    assert [single.number for single in made.singles] == [1]


def test_words_that_differ_are_told_of_pairs_that_do_not_agree():
    quotes = {1: "seven men", 2: "eight men", 3: "7 men"}
    state = four_articles(
        *(claim(n, n, quote=quote) for n, quote in quotes.items()),
        link(1, 1, 2, "conflicts"), link(2, 1, 3, "agrees"),
    )  # fmt: skip
    (point,) = dossier(
        state,
        differing=lambda one, other: [Difference(0, 5, 0, 5), Difference(2, 5, 9, 99)],
        hint=lambda one, other: f"{one.quote} / {other.quote}",
    ).points
    told = {quote.claim: [tuple(piece) for piece in quote.pieces] for quote in point.quotes}
    assert told == {
        1: [("seven", True), (" men", False)],
        2: [("eight", True), (" men", False)],
        3: [("7 men", False)],
    }
    assert [one.hint for one in point.links] == ["seven men / eight men", ""]


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=6)
)
def test_a_quote_cut_into_pieces_is_the_quote(words, spans):
    state = four_articles(
        claim(1, 1, quote=words), claim(2, 2, quote=words), link(1, 1, 2, "conflicts")
    )
    (point,) = dossier(
        state, differing=lambda *_: [Difference(a, b, b, a) for a, b in spans]
    ).points
    for quote in point.quotes:
        assert len(quote.words) == len(words)
        assert all(piece.words for piece in quote.pieces) or not words


def test_of_very_many_marks_on_one_point_a_page_is_shown_and_the_rest_counted(monkeypatch):
    monkeypatch.setattr(points, "MOST", 2)
    state = four_articles(
        *(claim(n, (n - 1) % 4 + 1) for n in range(1, 9)),
        *(link(n, 1, n + 1, "agrees") for n in range(1, 8)),
    )
    (point,) = dossier(state).points
    assert len(point.links) == 2
    assert [tuple(tail) for tail in point.tails] == [
        (5, "links"),
        (1, "implied relations at least"),
    ]


def test_of_a_giant_point_what_is_implied_is_not_looked_for_without_end(monkeypatch):
    monkeypatch.setattr(points, "LOOKED_AT", 3)
    state = four_articles(
        *(claim(n, (n - 1) % 4 + 1) for n in range(1, 9)),
        *(link(n, n, n + 1, "agrees") for n in range(1, 8)),
    )
    (point,) = dossier(state).points
    asked = {quote.claim for quote in point.quotes[:3]}
    assert point.implied
    assert {one.one for one in point.implied} <= asked
    assert [tuple(tail) for tail in point.tails] == [
        (5, "claims for which nobody looked what is implied")
    ]


def test_a_damaged_review_costs_no_more_than_what_is_damaged():
    state = four_articles(
        claim(1, 1), claim(2, 9), claim(3, 2), link(1, 1, 2, "agrees"), link(2, 1, 3, "agrees"),
        finding(1, 2), finding(2, 3),
    )  # fmt: skip
    (point,) = dossier(state).points
    assert [quote.claim for quote in point.quotes] == [1, 3]
    assert [one.number for one in point.findings] == [2]


# Places


def slow_place(text: str, start: int) -> tuple[int, int]:
    lines = text[:start].split("\n")
    before = [one for one in lines[:-1] if one.strip()]
    return len(before) + 1, len(lines)


@given(st.text(alphabet="ab \n\u00a0é", max_size=60), st.lists(st.integers(-2, 70), max_size=8))
def test_places_are_those_of_counting_lines_one_by_one(text, starts):
    found = places(text, starts)
    assert found == places(LongText(text.encode(), len(text)), starts)
    assert set(found) == {start for start in starts if 0 <= start < len(text)}
    assert all(tuple(found[start]) == slow_place(text, start) for start in found)


def test_where_the_text_is_not_to_be_had_no_place_is_made_up():
    state = four_articles(claim(1, 1))
    (single,) = dossier(state).singles
    assert (single.quote.paragraph, single.quote.line) == (0, 0)
    for file_format in ("html", "md"):
        made = export(state, "report", file_format=file_format).decode()
        assert "characters 10–15 (of a text that is missing); text SHA-256" in made


def test_a_text_that_the_database_has_lost_costs_no_more_than_its_places(database):
    path, review_id = database
    with Store(path) as store:
        state = store.load(review_id, "mk")
        lost = dataclasses.replace(state.articles_in_order()[0], text_sha256="0" * 64)
        hold(state, lost)
        page = hand_over(store, state, "report").decode()
    assert page.count("(of a text that is missing)") == len(state.claims_in(lost.id))
    assert ", paragraph 2, line 2;" in page


# Open questions


def asked(state):
    return {
        one.title: [(each.what, each.number) for each in one.references]
        for one in dossier(state).questions
    }


def test_what_nobody_has_to_ask_is_no_question():
    state = hold(
        review(), article(1, published_on="2025-10-01", url="https://example.org"), claim(1, 1)
    )
    assert asked(state) == {}


def test_open_questions_name_each_place():
    state = hold(
        review(),
        article(1), article(2, outlet="", published_on="2025-10-01", url="https://example.org"),
        *(claim(n, (n - 1) % 2 + 1, origin="TASS" if n in (5, 6) else "") for n in range(1, 13)),
        link(1, 1, 2, "conflicts"), link(2, 3, 4, "conflicts"), link(3, 5, 6, "agrees"),
        link(4, 7, 8, "agrees"), link(5, 9, 10, "unverified"), not_same_event(6, 11, 12),
        finding(1, 1, verdict="mixed"), finding(2, 1, analyst="ann"), finding(3, 5, verdict="unverified"),
        finding(4, 7), finding(5, 3, analyst="ann", verdict="mixed"),
    )  # fmt: skip
    assert asked(state) == {
        "Conflicts without a finding": [("point", 3)],
        "More than one finding on a point": [("point", 1)],
        "Findings without a verdict, or unverified": [("finding", 3), ("finding", 4)],
        "Agreement of unknown origin": [("point", 7)],
        "Agreement from one origin": [("point", 5)],
        "Pairs left unverified": [("point", 9)],
        "Articles without a date": [("article", 1)],
        "Articles without an outlet": [("article", 2)],
        "Articles without an address": [("article", 1)],
    }


def test_contradictory_marks_are_a_question():
    state, _ = sample()
    assert asked(state)["Marks that contradict each other"] == [("point", 3)]


# Summary


def test_the_summary_counts_what_there_is():
    state, material = sample()
    made = build(state, material, lambda *_: None)
    assert made.summary[0].startswith(
        "This review compares 3 articles. 9 claims were marked; they speak to 6 points: "
        "1 conflicting, 1 agreeing from one origin and 4 unverified."
    )
    assert "1 finding: 1 the verdict." in made.summary
    assert any("1 pair of claims" in told for told in made.summary)


def test_a_review_without_claims_says_so():
    for state in (review(), hold(review(), article(1))):
        (told,) = dossier(state).summary
        assert "No claim has been marked yet" in told
        for file_format in ("html", "md"):
            assert b"No claim has been marked" in export(state, "report", file_format=file_format)


def test_without_a_finding_nothing_is_called_a_conclusion():
    assert any("nothing in this dossier is a conclusion" in told
               for told in dossier(four_articles(claim(1, 1))).summary)  # fmt: skip


def two_analysts():
    """A conflict of mk's that only ann has concluded on, and a link of hers."""
    state = four_articles(claim(1, 1), claim(2, 2), link(1, 1, 2, "conflicts"))
    hold(state, link(2, 1, 2, "agrees", analyst="ann <b>"))
    return hold(state, finding(1, 1, analyst="ann <b>", verdict="mixed"))


def test_another_analysts_finding_is_never_said_not_to_be_there():
    made = dossier(two_analysts())
    told = " ".join(made.summary)
    assert "mk has made no finding yet. 1 finding of ann <b> is shown by name." in told
    assert "nothing in this dossier is a conclusion" not in told
    (question,) = [one for one in made.questions if one.title == "Conflicts without a finding"]
    assert "nobody" not in question.about
    assert question.references[0].aside == "finding 1 of ann <b>: mixed"
    own = dossier(hold(two_analysts(), finding(2, 2, verdict="supported")))
    assert "1 finding of mk: 1 supported. 1 finding of ann <b> is shown by name." in own.summary


def test_another_analysts_links_are_said_to_count_for_nothing_in_the_figures():
    told = "Points and standings are those of mk. 1 link of ann <b> is shown and not counted."
    assert told in dossier(two_analysts()).summary
    apart = hold(two_analysts(), claim(3, 3), not_same_event(3, 1, 3))
    assert any("1 pair of claims that reads alike" in told for told in dossier(apart).summary)
    apart.analyst = "jo"
    assert not any("reads alike" in told for told in dossier(apart).summary)
    for file_format, name in (("html", b"ann &lt;b&gt;"), ("md", rb"ann \<b\>")):
        page = export(apart, "report", file_format=file_format)
        assert b"3 links of " + name in page or b"of " + name + b" and mk" in page
        assert b"ann <b>" not in page


# The log


def change(seq, before, after, act="act", at=TIME, analyst="mk"):
    row = after or before
    return Event(
        seq, f"e{seq}", analyst, at, act, "", "", (RowChange("finding", row["id"], before, after),)
    )


def test_every_verdict_a_finding_ever_had_is_told_with_its_reasons():
    first = to_row(finding(1, 1, verdict="unverified"))
    second = first | {
        "verdict": "supported",
        "rationale": "A document.\nTwo lines.",
        "confidence": "high",
    }
    renamed = second | {"wording": "Another wording"}
    events = [
        change(1, None, first), change(2, first, second, at="2025-10-09T10:11:12.000Z", analyst="ann"),
        change(3, second, renamed), change(4, second, first, act="undo"),
    ]  # fmt: skip
    state = four_articles(claim(1, 1), finding(1, 1, verdict="unverified"))
    (history,) = dossier(state, events=events).verdicts
    assert [(one.how, one.verdict, one.rationale) for one in history.states] == [
        ("made", "unverified", ""),
        ("changed", "supported", "A document.\nTwo lines."),
        ("undone: changed", "unverified", ""),
    ]
    assert (history.states[1].at, history.states[1].analyst) == ("2025-10-09 10:11", "ann")
    (point,) = dossier(state, events=events).points
    assert point.findings[0].earlier == 2


def test_a_finding_that_was_taken_away_is_told_and_one_never_judged_anew_is_not():
    made, kept = to_row(finding(1, 1)), to_row(finding(2, 1))
    events = [change(1, None, made), change(2, None, kept), change(3, made, None)]
    state = four_articles(claim(1, 1), finding(2, 1))
    (history,) = dossier(state, events=events).verdicts
    assert (history.finding, history.gone) == (1, True)
    assert [one.how for one in history.states] == ["made", "taken away"]


def test_the_log_is_counted_by_day_and_analyst():
    state, material = sample()
    (day,) = build(state, material, lambda *_: None).days
    (doer,) = day.doers
    assert (day.date, doer.analyst, doer.first) == ("2025-10-08", "the analyst", "21:09")
    assert doer.acts == (
        "the review made", "3 articles brought in", "9 claims made", "5 links made",
        "1 finding made", "1 finding changed", "1 piece of evidence made",
    )  # fmt: skip
    assert len(day.acts) == len(material.events)


def test_who_imports_what_somebody_else_made_is_not_said_to_have_made_it():
    row = to_row(finding(1, 1, analyst="ann", verdict="mixed"))
    anew = row | {"verdict": "supported"}
    events = [change(1, None, row, act="review.import"), change(2, row, anew)]
    state = four_articles(claim(1, 1), finding(1, 1, analyst="ann", verdict="supported"))
    made = dossier(state, events=events)
    assert made.days[0].doers[0].acts == ("1 finding imported", "1 finding changed")
    assert made.days[0].acts[0].words == "1 finding imported"
    assert made.verdicts[0].states[0].how == "imported"
    assert made.analysts == ("ann", "mk")


def test_very_many_acts_are_counted_and_not_listed(monkeypatch):
    monkeypatch.setattr(log, "EVERY_ACT", 3)
    state, material = sample()
    made = build(state, material, lambda *_: None)
    assert made.days[0].acts == ()
    assert made.days[0].doers


def test_lines_of_another_program_in_the_log_do_no_harm():
    rows = (
        RowChange("finding", "x", None, {"id": "x"}),
        RowChange("nothing", "y", None, None),
        RowChange("claim", "z", {}, None),
    )
    state = four_articles(claim(1, 1))
    made = dossier(state, events=[Event(1, "e", "\x1b", "yesterday", "act\n", "", "", rows)])
    assert made.days[0].acts[0].words
    assert "\x1b" not in made.days[0].acts[0].analyst


def test_as_of_is_the_last_act_and_not_today(worked):
    state, events = worked()
    last = max(event.at for event in events)
    assert dossier(state, events=events).as_of == last[:16].replace("T", " ")


# The same review, the same bytes


@pytest.mark.parametrize("file_format", ["html", "md"])
def test_the_same_review_gives_the_same_bytes_in_whatever_order_rows_came(file_format):
    state, material = sample()
    shuffled = ReviewState(state.review, state.analyst)
    chance = random.Random(3)
    for table in ("evidence", "finding", "link", "claim", "article"):
        records = [to_row(record) for record in state.records(table).values()]
        chance.shuffle(records)
        shuffled.load(table, records)
    one, other = (
        export(each, "report", file_format=file_format, material=material)
        for each in (state, shuffled)
    )
    assert one == other


def test_everything_a_dossier_is_made_of_is_gathered(tmp_path):
    texts = (
        "First.\n\nOn Monday seven soldiers died in Kabul.",
        "On Monday eight soldiers died in Kabul.",
    )
    with Store(tmp_path / "w.db", create=True) as store:
        review_id = store.commit(changes.create_review("Kabul", "mk")).rows[0].id
        for text in texts:
            brought = changes.add_article(review_id, "mk", text=text, raw=text.encode())
            store.add_article(brought, text, text.encode())
        state = store.load(review_id, "mk")
        for number, start in ((1, 8), (2, 0)):
            at = state.article_numbered(number)
            made = changes.make_claim(state, at, store.text(at), start, len(texts[number - 1]))
            state.apply(store.commit(made).rows)
        one, other = (state.claim_numbered(number) for number in (1, 2))
        state.apply(store.commit(changes.link_claims(state, one, other, "conflicts")).rows)
        page = hand_over(store, state, "report").decode()
        events = gathered(store, state).events
    assert [event.seq for event in events] == list(range(1, 7))
    assert "<mark>seven</mark>" in page
    assert "<mark>eight</mark>" in page
    assert "numbers differ: seven / eight" in page
    assert "characters 8–47, paragraph 2, line 3" in page
    assert "link 1 made: claims 1 and 2, conflicts" in page


def told(state, file_format) -> list[tuple[int, int]]:
    """How far it said it was."""
    heard = []
    export(state, "report", file_format=file_format, tell=lambda *far: heard.append(far[:2]))
    return heard


def test_a_dossier_tells_how_far_it_is_and_can_be_ended():
    class EnoughError(Exception):
        pass

    state = four_articles(
        *(claim(n, 1) for n in range(1, 101)), *(finding(n, n) for n in range(1, 101))
    )
    for file_format in ("html", "md"):
        heard = told(state, file_format)
        assert heard == sorted(heard)
        assert len(heard) >= 10

        def stop(done, total, what):
            if done > total // 2:
                raise EnoughError

        with pytest.raises(EnoughError):
            export(state, "report", file_format=file_format, tell=stop)
