"""The annotated sample, made once; tests only read it."""

import pytest

from workbench.sample import make_annotated
from workbench.store import Store


class Sample:
    """The review, its log and its database."""

    def __init__(self, path):
        self.store = Store(path, create=True, lasting=False)
        self.state = make_annotated(self.store)
        self.history = self.store.history(self.state.review.id)

    def texts(self):
        return {article.id: self.store.text(article) for article in self.state.articles_in_order()}


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    made = Sample(tmp_path_factory.mktemp("sample") / "sample.db")
    yield made
    made.store.close()
