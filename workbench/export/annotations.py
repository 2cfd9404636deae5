"""Claims, links and findings as W3C Web Annotations, in JSON-LD (docs/annotations.md).

The model: https://www.w3.org/TR/annotation-model/. What it has no word for stands under names of
our own, with a prefix, so that programs that know JSON-LD keep it and others pass over it.
"""

from collections.abc import Iterator
from typing import Any

from workbench.core.ids import content_id
from workbench.core.model import Article, Claim, Evidence, Finding, Link, split_tags
from workbench.core.progress import Tell
from workbench.core.review import ReviewState
from workbench.export.addresses import is_address
from workbench.export.json_ld import Node, json_text, known, lines, urn
from workbench.export.material import Material
from workbench.export.rows import clean

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The W3C's names."""

TERMS = "urn:uuid:7c3d72b6-a5b8-8040-8cc6-2a5d55256738#"
"""Our own names, in JSON behind the prefix `workbench:`.

An identifier rather than an address: it is nobody's place on the web, and nothing is fetched.
"""


def document(state: ReviewState, file_format: str, material: Material, tell: Tell) -> bytes:  # noqa: ARG001 - as every document is made
    """An annotation collection with one page; the same claims and links give the same bytes.

    Args:
        state: the review; claims, links and findings of every analyst are exported.
        file_format: there is one, `jsonld`.
        material: nothing of it is needed.
        tell: told now and then how many annotations are made; what it raises ends the work.

    Returns:
        One annotation a line: claims, then links, then findings, each by number.
    """
    total = len(state.claims) + len(state.links) + len(state.findings)
    # Not the review's id, which is another one where the same work is brought in once more.
    itself = content_id(
        "\n".join(["annotations", clean(state.review.title), *sorted(state.articles)])
    )
    collection = {
        "@context": [CONTEXT, {"workbench": TERMS}],
        "id": urn(itself),
        "type": "AnnotationCollection",
        "label": state.review.title,
        "total": total,
    }
    if not total:  # a page must not be empty
        return f"{json_text(collection)}\n".encode()
    page = {
        "id": urn(content_id(f"the page of {itself}")),
        "type": "AnnotationPage",
        "partOf": urn(itself),
        "startIndex": 0,
    }
    parts = [
        *(json_text(collection)[:-1], ', "last": ', json_text(page["id"]), ',\n"first": '),
        *(json_text(page)[:-1], ', "items": ['),
        *lines(_annotations(state), total, tell),
        "\n]}}\n",
    ]
    return "".join(parts).encode()


def _annotations(state: ReviewState) -> Iterator[Node]:
    for claim in sorted(state.claims.values(), key=_number):
        yield _claim(claim, state.articles.get(claim.article_id))
    for link in sorted(state.links.values(), key=_number):
        yield _link(link)
    for finding in sorted(state.findings.values(), key=_number):
        yield _finding(finding, state.evidence_of(finding.id))


def _claim(claim: Claim, article: Article | None) -> Node:
    bodies = [_body(claim.note, "commenting")] if claim.note else []
    bodies += [_body(tag, "tagging") for tag in split_tags(claim.tags)]
    own = {"workbench:claimant": claim.claimant, "workbench:origin": claim.origin}
    return {
        **_made(claim, "highlighting"),
        **known(**own, body=bodies),
        "target": {
            "type": "SpecificResource",
            "source": _source(claim.article_id, article),
            "state": _state(claim.article_id, article),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.quote,
                    "prefix": claim.prefix,
                    "suffix": claim.suffix,
                },
                {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
            ],
        },
    }


def _source(article_id: str, article: Article | None) -> Node:
    """The article, by its address where other programs can find it by one."""
    if article is None:
        return {"id": urn(article_id), "type": "Text"}
    named = {
        "schema:name": article.title,
        "workbench:outlet": article.outlet,
        "schema:datePublished": article.published_on,
    }
    address = article.url if is_address(article.url) else urn(article_id)
    return {"id": address, "type": "Text", **known(**named)}


def _state(article_id: str, article: Article | None) -> Node:
    """Which text it is that the selectors are of: articles change where they stand."""
    own = {
        "workbench:article": article.number if article else None,
        "workbench:articleId": article_id,
        "workbench:textSha256": article.text_sha256 if article else "",
    }
    return {"type": "oa:State", **known(**own)}


def _link(link: Link) -> Node:
    bodies = [_body(link.relation, "classifying")]
    bodies += [_body(link.reason, "tagging")] if link.reason else []
    bodies += [_body(link.rationale, "commenting")] if link.rationale else []
    return {
        **_made(link, "linking"),
        "body": bodies,
        "target": [urn(link.from_claim_id), urn(link.to_claim_id)],
    }


def _finding(finding: Finding, evidence: list[Evidence]) -> Node:
    bodies = [_body(finding.wording, "describing")]
    bodies += [_body(finding.verdict, "classifying")] if finding.verdict else []
    bodies += [_body(finding.rationale, "commenting")] if finding.rationale else []
    own = {
        "workbench:confidence": finding.confidence,
        "workbench:evidence": [_evidence(one) for one in evidence],
    }
    return {
        **_made(finding, "assessing"),
        **known(**own),
        "body": bodies,
        "target": urn(finding.claim_id),
    }


def _evidence(evidence: Evidence) -> Node:
    own = {"workbench:locator": evidence.locator, "workbench:note": evidence.note}
    return {
        "id": urn(evidence.id),
        "workbench:number": evidence.number,
        "workbench:kind": evidence.kind,
        **known(**own),
        **_signed(evidence),
    }


def _made(record: Claim | Link | Finding, motivation: str) -> Node:
    return {
        "id": urn(record.id),
        "type": "Annotation",
        "motivation": motivation,
        "workbench:number": record.number,
        **_signed(record),
    }


def _signed(record: Claim | Link | Finding | Evidence) -> Node:
    return {
        "creator": {"type": "Person", "name": record.analyst},
        "created": record.created_at,
        "modified": record.updated_at,
    }


def _body(text: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _number(record: Any) -> int:
    return int(record.number)
