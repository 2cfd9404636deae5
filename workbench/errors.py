"""What the workbench says when it refuses something, and the exit code that goes with it."""


class WorkbenchError(Exception):
    """Something the person can understand and act on.

    The message is a whole sentence that names what is wrong and what to do; it is shown as it is,
    on standard error or as a notice.
    """

    exit_code = 1


class UsageError(WorkbenchError):
    """Something was asked for that is not offered, or in words that are not understood."""

    exit_code = 2


class IntakeError(WorkbenchError):
    """A file cannot become an article."""


class ChangeRefusedError(WorkbenchError):
    """An act makes no sense on the review as it is: an empty claim, a link of a claim to itself."""


class StaleError(ChangeRefusedError):
    """Someone changed the row since it was read; the act was not carried out."""


class NotFoundError(WorkbenchError):
    """Nothing has the name or number that was asked for."""


class StoreError(WorkbenchError):
    """The database cannot be opened, read or written; nothing was changed."""


class ImportRefusedError(WorkbenchError):
    """A file cannot be taken in as claims, links, findings or annotations; nothing of it was."""
