"""JSON and JSON Lines -> values, with the line each begins in."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from workbench.errors import ImportRefusedError

DEEPEST = 50
"""Lists and objects within each other; no annotation needs more than a dozen."""


def values(text: str, name: str) -> Iterator[tuple[str, Any]]:
    """The values of a file that is one JSON document, or has one on each line.

    Args:
        text: the file's text.
        name: what messages call the file.

    Yields:
        Where it stands, for sentences, and the value.

    Raises:
        ImportRefusedError: it is not JSON; the sentence names the line.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and _is_one_by_one(lines):
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                where = f"{name}, line {number}"
                yield where, _parsed(line, where, 0)
    else:
        yield name, _parsed(text, name, 1)


def _is_one_by_one(lines: list[str]) -> bool:
    """Whether each line is a value; of one document the first line is a piece."""
    first = lines[0].strip()
    if not (first.startswith("{") and first.endswith("}")):
        return False
    try:
        json.loads(first)
    except (RecursionError, ValueError):
        return False
    return True


def _parsed(text: str, where: str, lines: int) -> Any:
    try:
        value = json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        line = f", line {error.lineno}" if lines else ""
        raise ImportRefusedError(f"{where}{line}: that is not JSON: {error.msg}.") from None
    except RecursionError:
        raise ImportRefusedError(f"{where}: it is nested too deeply.") from None
    except ValueError:  # a number of thousands of digits, NaN
        raise ImportRefusedError(f"{where}: a number in it cannot be read.") from None
    if _deeper(value, DEEPEST):
        raise ImportRefusedError(f"{where}: it is nested too deeply.")
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is none")


def _deeper(value: Any, levels: int) -> bool:
    if not isinstance(value, (dict, list)):
        return False
    if not levels:
        return True
    inner = value.values() if isinstance(value, dict) else value
    return any(_deeper(one, levels - 1) for one in inner)
