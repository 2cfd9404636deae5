from export_samples import article, claim, evidence, finding, hold, link, review

from workbench.export import rows


def by(kind, state, *columns):
    return [tuple(line[column] for column in columns) for line in rows(state, kind)]


def two_points():
    """Claims 1, 2 and 3 on one point, 4 on another."""
    state = hold(review(), article(1, published_on="2025-10-08"), article(2), article(3))
    hold(state, *(claim(n, n) for n in (1, 2, 3)), claim(4, 1))
    return hold(state, link(1, 1, 2), link(2, 2, 3, "conflicts"))


def test_a_finding_carries_its_point_its_claim_and_what_it_rests_on(worked):
    state, _ = worked()
    (line,) = rows(state, "findings")
    of, about = state.finding_numbered(1), state.claim_numbered(4)
    assert line == {
        "finding": 1,
        "point": 2,
        "standing": "conflicting",
        "origins": "1 (+2 unknown)",
        "wording": "Russia sends no troops.",
        "verdict": "supported",
        "confidence": "medium",
        "rationale": "Two papers say so;\nnobody denies it.",
        "evidence": "document: https://example.org/x: the statement; reply: Asked on 9 October.",
        "claims": "6; 4; 2",
        "claim": 4,
        "quote": "Russia sends no troops.",
        "outlet": "Kayhan",
        "published_on": "2025-10-08",
        "claimant": "",
        "analyst": "mk",
        "created_at": of.created_at,
        "updated_at": of.updated_at,
        "review": "Kabul, autumn",
        "finding_id": of.id,
        "claim_id": about.id,
    }


def test_evidence_keeps_locator_and_note_apart(worked):
    state, _ = worked()
    assert by("evidence", state, "evidence", "kind", "locator", "note", "finding", "verdict") == [
        (1, "document", "https://example.org/x", "the statement", 1, "supported"),
        (2, "reply", "", "Asked on\n9 October.", 1, "supported"),
    ]


def test_findings_come_by_point_and_then_by_number_whoever_made_them():
    state = two_points()
    hold(state, finding(1, 4), finding(2, 3, analyst="zz"), finding(3, 1), finding(4, 2))
    assert by("findings", state, "finding", "point", "analyst") == [
        (2, 1, "zz"),
        (3, 1, "mk"),
        (4, 1, "mk"),
        (1, 4, "mk"),
    ]


def test_the_points_are_those_of_the_analyst_who_asks():
    state = two_points()
    state.analyst = "zz"
    hold(state, finding(1, 3))
    assert by("findings", state, "point", "standing", "claims") == [(3, "unverified", "3")]


def test_the_claims_of_a_point_stand_in_the_points_order():
    state = hold(two_points(), finding(1, 1))
    assert by("findings", state, "claims", "claim") == [("1; 2; 3", 1)]


def test_a_finding_whose_claim_is_missing_comes_last_with_blanks():
    state = hold(two_points(), finding(1, 9), finding(2, 4), claim(5, 7), finding(3, 5))
    assert by("findings", state, "finding", "point", "claim", "outlet", "claims") == [
        (2, 4, 4, "Outlet 1", "4"),
        (1, "", "", "", ""),
        (3, "", 5, "", ""),
    ]


def test_evidence_of_a_finding_that_is_missing_costs_only_its_own_cells():
    state = hold(two_points(), finding(1, 1), evidence(2, 1), evidence(1, 9))
    assert by("evidence", state, "evidence", "finding", "wording", "finding_id") == [
        (1, "", "", "f9"),
        (2, 1, "Wording 1", "f1"),
    ]
    assert by("findings", state, "evidence") == [("document: page 2",)]
