"""Words outside the panes as they are drawn: the same clusters, cut between them only."""

from workbench.tui.layout.pieces import clusters


def drawn_words(text: str, plain: bool = False) -> tuple[str, list[int]]:
    """What is drawn for some words, and where in it each of their code points begins.

    Args:
        text: the words, on one line.
        plain: whether to draw plain symbols.

    Returns:
        The text to send, and as many offsets in it as the words have code points, and one more. All
        code points of a cluster have the offset of its beginning.
    """
    words, places = "", []
    for first, end, shown, _ in clusters(text, plain):
        places += [len(words)] * (end - first)
        words += shown
    return words, [*places, len(words)]


def fitted(text: str, width: int, plain: bool = False) -> str:
    """As many whole clusters as fit a width, with `…` where some are left out.

    Args:
        text: the words, on one line.
        width: cells there are.
        plain: whether to draw plain symbols.
    """
    pieces = clusters(text, plain)
    if sum(cells for *_, cells in pieces) <= width:
        return "".join(shown for _, _, shown, _ in pieces)
    words, left = "", width - 1
    for _, _, shown, cells in pieces:
        if cells > left:
            break
        words, left = words + shown, left - cells
    return f"{words}…" if width > 0 else ""
