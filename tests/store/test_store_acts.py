"""Random work by two analysts on one file, against the laws of the log."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from store_material import LOGGED, TEXTS, Bench, Desk, add, contents, dump, replayed, stored

from workbench.core import changes
from workbench.core.evidence import Item
from workbench.core.model import CONFIDENCES, EVIDENCE_KINDS, RELATIONS
from workbench.core.points import point_of
from workbench.errors import ChangeRefusedError, StaleError, StoreError, WorkbenchError
from workbench.store import Store, check
from workbench.store.log import NOT_UNDONE

WHO = st.sampled_from(("ann", "ben"))
PICK = st.integers(0, 30)
PLACE = st.tuples(st.integers(0, 80), st.integers(1, 30))


class Work(RuleBasedStateMachine):
    """What two analysts may do, in any order, each seeing the other's work only when they look."""

    @initialize()
    def open_the_review(self):
        self.folder = Path(tempfile.mkdtemp(prefix="workbench-"))
        self.bench = Bench(self.folder / "work.db")
        self.desks = {name: self.bench.desk(name) for name in ("ann", "ben")}
        first = self.bench.store.latest(self.bench.review_id)
        self.seen = dict.fromkeys(self.desks, first)
        self.done = {name: [] for name in self.desks}
        self.undone = {name: [] for name in self.desks}
        self.numbers = {}
        for event in self.bench.store.history(self.bench.review_id):
            self.note_numbers(event)
        for index, who in enumerate(("ann", "ben", "ann", "ben")):
            self.make_a_claim(who, index, (index * 7, 12))
        self.link_two_claims("ann", 0, 1, "agrees")
        self.link_two_claims("ben", 2, 3, "conflicts")
        self.conclude("ann", 0, "Troops are not sent.", "document")
        self.conclude("ben", 3, "Troops are sent.", None)

    def teardown(self):
        if hasattr(self, "bench"):
            self.all_the_way_back_and_forth("ann")
            self.all_the_way_back_and_forth("ben")
            for store in (self.bench.store, *(desk.store for desk in self.desks.values())):
                store.close()
            shutil.rmtree(self.folder)

    # The acts

    @rule(who=WHO, which=PICK, place=PLACE)
    def make_a_claim(self, who, which, place):
        desk = self.desks[who]
        article = pick(desk.state.articles, which)
        if article is not None:
            text = desk.texts[article.id]
            self.attempt(
                who, lambda: changes.make_claim(desk.state, article, text, place[0], sum(place))
            )

    @rule(
        who=WHO,
        which=PICK,
        field=st.sampled_from(("note", "origin", "tags", "claimant")),
        value=st.sampled_from(("", "TASS", "a; b", "two\nlines")),
    )
    def edit_a_claim(self, who, which, field, value):
        desk = self.desks[who]
        claim = pick(desk.state.claims, which)
        if claim is not None:
            self.attempt(who, lambda: changes.edit_claim(desk.state, claim, **{field: value}))

    @rule(who=WHO, which=PICK, place=PLACE)
    def move_a_claim(self, who, which, place):
        desk = self.desks[who]
        claim = pick(desk.state.claims, which)
        if claim is not None:
            text = desk.texts[claim.article_id]
            self.attempt(
                who, lambda: changes.move_claim(desk.state, claim, text, place[0], sum(place))
            )

    @rule(who=WHO, which=PICK)
    def delete_a_claim(self, who, which):
        desk = self.desks[who]
        claim = pick(desk.state.claims, which)
        if claim is not None:
            self.attempt(who, lambda: changes.delete_claim(desk.state, claim))

    @rule(who=WHO, one=PICK, other=PICK, relation=st.sampled_from(RELATIONS))
    def link_two_claims(self, who, one, other, relation):
        desk = self.desks[who]
        ends = pick(desk.state.claims, one), pick(desk.state.claims, other)
        if None not in ends:
            self.attempt(who, lambda: changes.link_claims(desk.state, *ends, relation))

    @rule(who=WHO, one=PICK, which=PICK, place=PLACE)
    def link_a_claim_to_new_words(self, who, one, which, place):
        desk = self.desks[who]
        claim, article = pick(desk.state.claims, one), pick(desk.state.articles, which)
        if claim is not None and article is not None:
            text = desk.texts[article.id]

            def linked():
                fresh = changes.new_claim(desk.state, article, text, place[0], sum(place))
                return changes.not_same_event(desk.state, claim, fresh)

            self.attempt(who, linked)

    @rule(
        who=WHO,
        which=PICK,
        relation=st.sampled_from(RELATIONS),
        rationale=st.sampled_from(("", "why")),
    )
    def mark_a_link(self, who, which, relation, rationale):
        desk = self.desks[who]
        link = pick(
            {key: link for key, link in desk.state.links.items() if link.analyst == who}, which
        )
        if link is not None:
            self.attempt(
                who, lambda: changes.mark_link(desk.state, link, relation, rationale=rationale)
            )

    @rule(who=WHO, which=PICK)
    def delete_a_link(self, who, which):
        desk = self.desks[who]
        link = pick(
            {key: link for key, link in desk.state.links.items() if link.analyst == who}, which
        )
        if link is not None:
            self.attempt(who, lambda: changes.delete_link(desk.state, link))

    @rule(who=WHO, which=PICK, other=PICK)
    def dismiss_a_candidate(self, who, which, other):
        desk = self.desks[who]
        claim, article = pick(desk.state.claims, which), pick(desk.state.articles, other)
        if claim is not None and article is not None:
            self.attempt(who, lambda: changes.dismiss(desk.state, claim, article.id, 0, 5))

    @rule(
        who=WHO,
        which=PICK,
        wording=st.sampled_from(("Troops are not sent.", "He is an envoy.")),
        kind=st.sampled_from((None, *EVIDENCE_KINDS)),
    )
    def conclude(self, who, which, wording, kind):
        desk = self.desks[who]
        claim = pick(desk.state.claims, which)
        if claim is not None:
            items = [Item(kind, "page 3")] if kind else []
            self.attempt(
                who,
                lambda: changes.make_finding(desk.state, claim, wording=wording, evidence=items),
            )

    @rule(
        who=WHO,
        which=PICK,
        verdict=st.integers(0, 3),
        confidence=st.sampled_from(CONFIDENCES),
        rationale=st.sampled_from(("", "It says so.")),
    )
    def judge(self, who, which, verdict, confidence, rationale):
        desk = self.desks[who]
        finding = pick(desk.state.findings, which)
        if finding is not None:
            named = ("", *desk.state.verdicts)[verdict % (len(desk.state.verdicts) + 1)]
            self.attempt(
                who,
                lambda: changes.edit_finding(
                    desk.state, finding, verdict=named, confidence=confidence, rationale=rationale
                ),
            )

    @rule(who=WHO, which=PICK)
    def delete_a_finding(self, who, which):
        desk = self.desks[who]
        finding = pick(desk.state.findings, which)
        if finding is not None:
            self.attempt(who, lambda: changes.delete_finding(desk.state, finding))

    @rule(who=WHO, which=PICK, kind=st.sampled_from(EVIDENCE_KINDS), note=st.sampled_from("ab"))
    def add_evidence(self, who, which, kind, note):
        desk = self.desks[who]
        finding = pick(desk.state.findings, which)
        if finding is not None:
            self.attempt(
                who, lambda: changes.add_evidence(desk.state, finding, Item(kind, "", note))
            )

    @rule(who=WHO, which=PICK, kind=st.sampled_from((None, *EVIDENCE_KINDS)))
    def change_evidence(self, who, which, kind):
        desk = self.desks[who]
        evidence = pick(desk.state.evidence, which)
        if evidence is None:
            return
        if kind is None:
            self.attempt(who, lambda: changes.remove_evidence(desk.state, evidence))
        else:
            self.attempt(who, lambda: changes.edit_evidence(desk.state, evidence, kind=kind))

    @rule(who=WHO, names=st.sampled_from((("true", "false"), ("supported", "unverified"))))
    def choose_verdicts(self, who, names):
        desk = self.desks[who]
        self.attempt(who, lambda: changes.choose_verdicts(desk.state, names))

    @rule(who=WHO, which=PICK, outlet=st.sampled_from(("", "kayhan.ir", "TASS")))
    def edit_an_article(self, who, which, outlet):
        desk = self.desks[who]
        article = pick(desk.state.articles, which)
        if article is not None:
            self.attempt(who, lambda: changes.edit_article(desk.state, article, outlet=outlet))

    @rule(who=WHO, which=PICK)
    def remove_an_article(self, who, which):
        desk = self.desks[who]
        article = pick(desk.state.articles, which)
        if article is not None:
            self.attempt(who, lambda: changes.remove_article(desk.state, article))

    @rule(who=WHO, which=st.integers(0, 2))
    def bring_an_article_in(self, who, which):
        desk = self.desks[who]
        before = self.everything()
        try:
            event = add(desk.store, desk.review_id, TEXTS[which], analyst=who)
        except StaleError:
            assert self.everything() == before
            return
        self.written(who, event)

    @rule(who=WHO, title=st.sampled_from(("Bagram", "Kabul", "bagram")))
    def rename_the_review(self, who, title):
        desk = self.desks[who]
        self.attempt(who, lambda: changes.rename_review(desk.state.review, title, who))

    @rule(who=WHO)
    def undo(self, who):
        self.turn(who, self.desks[who].store.undo, self.done[who], self.undone[who])

    @rule(who=WHO)
    def redo(self, who):
        self.turn(who, self.desks[who].store.redo, self.undone[who], self.done[who])

    @precondition(lambda self: any(self.done.values()))
    @rule(who=WHO)
    def undo_and_redo_at_once(self, who):
        before = dump(self.bench.store, (*LOGGED, "counter"))
        if self.turn(who, self.desks[who].store.undo, self.done[who], self.undone[who]):
            assert self.turn(who, self.desks[who].store.redo, self.undone[who], self.done[who])
            assert dump(self.bench.store, tuple(before)) == before

    @rule(who=WHO)
    def look_at_the_others_work(self, who):
        desk = self.desks[who]
        for event in desk.store.history(desk.review_id, after=self.seen[who]):
            desk.state.apply(event.rows)
            self.seen[who] = event.seq
        for article in desk.state.articles.values():
            desk.texts.setdefault(article.id, desk.store.text(article))
        assert contents(desk.state) == contents(desk.store.load(desk.review_id, who))

    @rule(who=WHO)
    def open_it_anew(self, who):
        self.desks[who].store.close()
        self.desks[who] = Desk(Store(self.bench.path), self.bench.review_id, who)
        self.seen[who] = self.desks[who].store.latest(self.bench.review_id)

    # The laws

    @invariant()
    def the_log_and_the_tables_say_the_same(self):
        if hasattr(self, "bench"):
            assert replayed(self.bench.store) == stored(self.bench.store)
            assert check(self.bench.store).problems == []

    @invariant()
    def every_finding_is_on_one_point_and_keeps_its_reasons(self):
        for desk in getattr(self, "desks", {}).values():
            for finding in desk.state.findings.values():
                point = point_of(desk.state, desk.state.claims[finding.claim_id])
                assert finding in desk.state.findings_of(point)
                assert finding.rationale or finding.verdict in ("", "unverified")
            for evidence in desk.state.evidence.values():
                assert evidence in desk.state.evidence_of(evidence.finding_id)

    def attempt(self, who, wanted):
        """An act as the screen does it; what is refused must leave everything as it was."""
        desk = self.desks[who]
        try:
            change = wanted()
        except ChangeRefusedError:
            return
        if change is None:
            return
        before = self.everything()
        try:
            event = desk.store.commit(change)
        except (StaleError, StoreError):
            assert self.seen[who] < desk.store.latest(desk.review_id), "refused without a reason"
            assert self.everything() == before
            return
        self.written(who, event)

    def written(self, who, event):
        assert event.analyst == who
        self.desks[who].state.apply(event.rows)
        self.note_numbers(event)
        if event.act not in NOT_UNDONE:
            self.done[who].append(event.id)
            self.undone[who].clear()
        self.look_at_the_others_work(who)

    def turn(self, who, step, pile, other_pile):
        """Undo or redo; True when it was done."""
        desk = self.desks[who]
        before = self.everything()
        try:
            reversal = step(self.bench.review_id, who)
        except WorkbenchError as refused:
            assert self.everything() == before
            nothing_left = isinstance(refused, ChangeRefusedError) and not isinstance(
                refused, StaleError
            )
            assert nothing_left == (not pile)
            return False
        assert reversal.target.id == pile.pop()
        assert reversal.target.analyst == reversal.event.analyst == who
        assert reversal.target.act not in NOT_UNDONE
        other_pile.append(reversal.target.id)
        desk.state.apply(reversal.event.rows)
        self.note_numbers(reversal.event)
        self.look_at_the_others_work(who)
        return True

    def all_the_way_back_and_forth(self, who):
        tables = (*LOGGED, "counter")
        before, steps = dump(self.bench.store, tables), 0
        while self.turn(who, self.desks[who].store.undo, self.done[who], self.undone[who]):
            steps += 1
        for _ in range(steps):
            assert self.turn(who, self.desks[who].store.redo, self.undone[who], self.done[who])
        assert dump(self.bench.store, tables) == before

    def note_numbers(self, event):
        for row in event.rows:
            number = (row.after or {}).get("number")
            if number is not None:
                assert number > 0
                assert self.numbers.setdefault((row.table, number), row.id) == row.id

    def everything(self):
        return dump(self.bench.store)


def pick(records, index):
    """One of some records, or None when there are none."""
    ordered = sorted(records.values(), key=lambda record: record.number)
    return ordered[index % len(ordered)] if ordered else None


TestRandomWorkKeepsTheLawsOfTheLog = Work.TestCase
TestRandomWorkKeepsTheLawsOfTheLog.settings = settings(
    max_examples=30,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
