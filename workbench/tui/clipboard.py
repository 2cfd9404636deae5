"""What may keep a copy from arriving: it goes through the terminal, and that does not answer.

The text travels as OSC 52, base64 between an escape and a bell. The terminal decides whether it
takes that, and no terminal says whether it did.
"""

import os

SURE_BYTES = 74_994
"""The longest text that any terminal with OSC 52 takes: some end a sequence at 100,000 bytes."""


def doubts(size: int, said: set[str]) -> list[str]:
    """Why a text may not arrive in the clipboard, a sentence each.

    Args:
        size: bytes of the text.
        said: what has been said before, so that it is said once; it learns.
    """
    found = []
    if size > SURE_BYTES:
        found.append(
            f"That is long: some terminals take no more than {SURE_BYTES:,} bytes at once, and "
            "this is more. Look whether it has arrived."
        )
    if os.environ.get("TMUX") and "tmux" not in said:
        said.add("tmux")
        found.append(
            "tmux passes a copy on only after `set -s set-clipboard on`; the README says more."
        )
    return found
