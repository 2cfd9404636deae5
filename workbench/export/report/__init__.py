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
    from workbench.export.report.build import build

    dossier = build(state, material, tell)
    if file_format == "md":
        from workbench.export.report.markdown import page as in_markdown

        return in_markdown(dossier, tell)
    from workbench.export.report.html import page

    return page(dossier, tell)
