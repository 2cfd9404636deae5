"""The samples: a review to practise on, and the same articles as a colleague has worked on them.

The annotated one is a file of acts (`corpus/annotated.toml`) that are done one after the other,
each at its own moment: nothing in it has come about in another way than by an analyst's hands.
"""

from workbench.sample.acts import Act, Acts, ActsFileError, read_acts
from workbench.sample.making import (
    ANNOTATED,
    PLAIN_TITLE,
    corpus,
    make_annotated,
    make_plain,
)
from workbench.sample.playing import play

__all__ = [
    "ANNOTATED",
    "PLAIN_TITLE",
    "Act",
    "Acts",
    "ActsFileError",
    "corpus",
    "make_annotated",
    "make_plain",
    "play",
    "read_acts",
]
