"""Write db/schema.sql and db/datasette.yaml from migrations and queries (`make schema`)."""

import json
from pathlib import Path

from workbench.store import schema
from workbench.store.driver import connect
from workbench.store.opening import wrap

REPOSITORY = Path(__file__).resolve().parents[1]
SCHEMA = REPOSITORY / "db" / "schema.sql"
QUERIES = REPOSITORY / "db" / "queries"
DATASETTE = REPOSITORY / "db" / "datasette.yaml"

HEADER = """\
-- The schema of a workbench database, version {version}: what the migrations in workbench/store
-- produce, in the order in which they make it. Tables and columns are explained in the comments.
-- Made by `make schema`; a test holds it to the program. To change it, write a migration.
"""

DATASETTE_HEADER = """\
# The queries of db/queries for Datasette, made by `make schema`:
#     datasette db/workbench.db --metadata db/datasette.yaml
"""

# What is of no use to look at: what can be computed again, and where a cursor stood.
HIDDEN = (
    "_sqlite_migrations",
    "counter",
    "sentence",
    "sentence_index",
    "sentence_progress",
    "session",
)

_OBJECTS = """
    SELECT sql FROM sqlite_schema
    WHERE sql IS NOT NULL AND tbl_name <> '_sqlite_migrations'
      AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      AND name NOT LIKE 'sentence\\_index\\_%' ESCAPE '\\'
    ORDER BY rowid
"""


def schema_sql() -> str:
    """The schema, a statement for each table, index, trigger and view."""
    connection = connect(None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        schema.migrate(wrap(connection))
        connection.execute("COMMIT")
        objects = [row[0] for row in connection.execute(_OBJECTS).fetchall()]
    finally:
        connection.close()
    statements = "".join(f"\n{sql.strip()};\n" for sql in objects)
    return HEADER.format(version=schema.VERSION) + statements


def datasette_yaml() -> str:
    """Datasette's settings: the queries, each with its title, and the tables to hide."""
    lines = [
        DATASETTE_HEADER + 'title: "Fact-checking workbench"',
        "databases:",
        "  workbench:",
        "    tables:",
    ]
    for table in HIDDEN:
        lines += [f"      {table}:", "        hidden: true"]
    lines.append("    queries:")
    for path in sorted(QUERIES.glob("*.sql")):
        title, description, sql = query(path)
        lines += [
            f"      {path.stem}:",
            f"        title: {json.dumps(title, ensure_ascii=False)}",
            f"        description: {json.dumps(description, ensure_ascii=False)}",
            "        sql: |-",
            *(f"          {line}".rstrip() for line in sql.splitlines()),
        ]
    return "\n".join(lines) + "\n"


def query(path: Path) -> tuple[str, str, str]:
    """Title, description and SQL of a query: its first comment line, the others, the rest."""
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = []
    while lines and lines[0].startswith("--"):
        comments.append(lines.pop(0).removeprefix("--").strip())
    title, *others = comments
    sql = "\n".join(lines).strip().removesuffix(";")
    return title.rstrip("."), " ".join(" ".join(others).split()), sql


def main() -> None:
    """Write both files."""
    SCHEMA.write_text(schema_sql(), encoding="utf-8")
    DATASETTE.write_text(datasette_yaml(), encoding="utf-8")


if __name__ == "__main__":
    main()
