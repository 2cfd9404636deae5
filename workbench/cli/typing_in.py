"""Words that come by standard input."""

import sys

from workbench.cli.call import Call


def read_words(call: Call) -> str:
    """All of standard input; who types there is told how to end.

    Raises:
        IntakeError: there is none, or it is not in UTF-8.
    """
    from workbench.errors import IntakeError

    if sys.stdin is None:
        raise IntakeError("There is no standard input to read the words from.")
    if sys.stdin.isatty():
        call.say("Type or paste the words; ctrl+d on a line of its own ends them.")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise IntakeError(
            "The words on standard input are not in UTF-8; convert them (iconv) and try again."
        ) from None
