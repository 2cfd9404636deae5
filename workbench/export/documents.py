"""The kinds of export that are documents: each is made by the module that has its name."""

from collections.abc import Callable
from importlib import import_module

from workbench.core.progress import Tell
from workbench.core.review import ReviewState
from workbench.export.formats import check_format
from workbench.export.material import Material


def document(
    state: ReviewState, kind: str, file_format: str, material: Material, tell: Tell
) -> bytes:
    """A document of a review.

    Args:
        state: the review.
        kind: one of `DOCUMENTS`; `workbench.export.KIND` has a function `document` that takes what
            this one does, without the kind, and is imported when it is first needed.
        file_format: one of the kind's.
        material: what it is made of beside the review.
        tell: told now and then how far it is; what it raises ends the work.

    Raises:
        UsageError: there is no such format of it.
    """
    check_format(kind, file_format)
    make: Callable[[ReviewState, str, Material, Tell], bytes]
    make = import_module(f"workbench.export.{kind}").document
    return make(state, file_format, material, tell)
