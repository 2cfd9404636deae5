"""File names as people type them: `~`, `*`, quotes, several on a line."""

import glob
import os
import re
import shlex

from textual.suggester import Suggester

_LAST_NAME = re.compile(r"(?:\\.|[^\s\\])*$")
_SPECIAL = re.compile(r"([\s\\'\"*?\[])")


def expand(line: str) -> list[str]:
    """The files a line names; a pattern that matches nothing stays, so that it can be refused."""
    try:
        names = shlex.split(line)
    except ValueError:
        names = line.split()
    found: list[str] = []
    for name in names:
        path = os.path.expanduser(name)  # noqa: PTH111 - glob works on text
        if os.path.exists(path):  # noqa: PTH110 - a file may have a bracket in its name
            found.append(path)
        else:
            found += sorted(glob.glob(path)) or [path]  # noqa: PTH207
    return found


class PathSuggester(Suggester):
    """Completes the last file name on a line from the folder it is in.

    Args:
        many: whether the line is read by `expand`, so that spaces in names are to be escaped.
    """

    def __init__(self, *, many: bool) -> None:
        super().__init__(use_cache=False, case_sensitive=True)  # folders change
        self._many = many

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last name completed; None when nothing begins so."""
        typed = value
        if self._many:
            last = _LAST_NAME.search(value)
            typed = re.sub(r"\\(.)", r"\1", last.group()) if last else ""
            if value.count("'") % 2 or value.count('"') % 2:
                return None
        if not typed or "*" in typed:
            return None
        folder, begun = os.path.split(os.path.expanduser(typed))  # noqa: PTH111, ASYNC240
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208 - one folder, local
        except OSError:
            return None
        match = next((name for name in names if begun and name.startswith(begun)), None)
        if match is None:
            return None
        rest = match[len(begun) :]
        if self._many:
            rest = _SPECIAL.sub(r"\\\1", rest)
        is_folder = os.path.isdir(os.path.join(folder, match))  # noqa: PTH112, PTH118, ASYNC240
        return value + rest + ("/" if is_folder else "")


def path_suggester(*, many: bool = True) -> Suggester:
    """A completer of file names."""
    return PathSuggester(many=many)
