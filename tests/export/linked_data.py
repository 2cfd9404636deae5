"""JSON-LD as a library understands it, without a network."""

import json
from pathlib import Path

from pyld import jsonld

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
DC = "http://purl.org/dc/terms/"
RDF_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
XSD = "http://www.w3.org/2001/XMLSchema#"

# Of schema.org's context only what decides how a document is understood: its vocabulary, and
# which names stand for addresses. The whole is at https://schema.org/docs/jsonldcontext.jsonld.
_SCHEMA = {
    "@vocab": "http://schema.org/",
    "url": {"@type": "@id"},
    "dateCreated": {"@type": "Date"},
    "dateModified": {"@type": "Date"},
    "datePublished": {"@type": "Date"},
}

CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": json.loads(
        (Path(__file__).parent / "w3c" / "anno.jsonld").read_text(encoding="utf-8")
    ),
    "https://schema.org": {"@context": _SCHEMA},
}


def _load(url, _options):
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": CONTEXTS[url],
    }


def expanded(data: bytes) -> list[dict]:
    """A document with every name as an IRI."""
    return jsonld.expand(json.loads(data), {"documentLoader": _load})


def quads(data: bytes) -> list[tuple[str, str, str]]:
    """A document as what it says: subject, predicate and object, each as text."""
    made = jsonld.to_rdf(json.loads(data), {"documentLoader": _load})
    return [
        (one["subject"]["value"], one["predicate"]["value"], one["object"]["value"])
        for one in made["@default"]
    ]


def turned(data: bytes) -> dict:
    """A document that has been through RDF and back, in the names it was written in."""
    as_it_was = json.loads(data)
    options = {"documentLoader": _load}
    flat = jsonld.from_rdf(jsonld.to_rdf(as_it_was, options), {"useNativeTypes": True})
    return jsonld.compact(flat, as_it_was["@context"], options)
