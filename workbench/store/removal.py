"""Taking a whole review out of the database, with everything only it needs."""

from workbench.core.progress import Tell, part_of
from workbench.store import index
from workbench.store.driver import Connection

# What rests on something else goes before it.
_RESTING_FIRST = (
    "session",
    "counter",
    "verdict_list",
    "evidence",
    "finding",
    "dismissal",
    "link",
    "claim",
    "article",
)


def remove_review(connection: Connection, review_id: str, tell: Tell) -> None:
    """Delete a review, its log and the texts no other review has; the caller has the transaction.

    The log of a review can only be deleted when the review itself is gone, so it goes last.

    Args:
        connection: the database.
        review_id: which review.
        tell: told how many code points of the texts are gone, of how many.
    """
    tell(0, 0, "")
    texts = _hashes(connection, review_id, "text_sha256")
    raws = _hashes(connection, review_id, "raw_sha256")
    for table in _RESTING_FIRST:
        connection.execute(f"DELETE FROM {table} WHERE review_id = ?", [review_id])
    connection.execute("DELETE FROM review WHERE id = ?", [review_id])
    connection.execute(
        "DELETE FROM event_row WHERE event_seq IN (SELECT seq FROM event WHERE review_id = ?)",
        [review_id],
    )
    # An undo names the event it undoes: newest first.
    for (seq,) in connection.execute(
        "SELECT seq FROM event WHERE review_id = ? ORDER BY seq DESC", [review_id]
    ).fetchall():
        connection.execute("DELETE FROM event WHERE seq = ?", [seq])
    # An article taken out of another review can be brought back there, so its log counts too.
    orphans = sorted(texts - _hashes(connection, None, "text_sha256"))
    lengths = [index.progress(connection, sha256).done for sha256 in orphans]
    for number, sha256 in enumerate(orphans):
        told = part_of(tell, sum(lengths[:number]), sum(lengths))
        found = connection.execute("SELECT text FROM article_text WHERE sha256 = ?", [sha256])
        for (text,) in found.fetchall():
            index.forget(connection, sha256, text, told)
        connection.execute("DELETE FROM article_text WHERE sha256 = ?", [sha256])
    for sha256 in raws - _hashes(connection, None, "raw_sha256"):
        connection.execute("DELETE FROM article_raw WHERE sha256 = ?", [sha256])


def _hashes(connection: Connection, review_id: str | None, column: str) -> set[str]:
    """The hashes the articles of a review (or all) have or had, the log included."""
    found = connection.execute(
        f"""
        SELECT json_extract(coalesce(after, before), '$.{column}')
        FROM event_row JOIN event ON event.seq = event_row.event_seq
        WHERE table_name = 'article' AND (? IS NULL OR event.review_id = ?)
        """,
        [review_id, review_id],
    )
    return {row[0] for row in found.fetchall()}
