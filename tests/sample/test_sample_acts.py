"""Files of acts that cannot be read or done: what is said, and that nothing is left behind."""

import re

import pytest

from workbench.sample import ActsFileError, corpus, play, read_acts
from workbench.sample.acts import SHAPES
from workbench.store import Store

HEAD = 'title = "Bridge"\nanalyst = "mk"\nbegun = 2025-10-09T08:30:00Z\n'
ARTICLE = 'do = "article"\nat = 2025-10-09T08:30:01Z\narticle = 1\nfile = "one.txt"\n'
CLAIM = 'do = "claim"\nat = 2025-10-09T08:31:00Z\nclaim = 1\narticle = 1\nquote = "The bridge"\n'
OTHER = 'do = "claim"\nat = 2025-10-09T08:31:00Z\nclaim = 2\narticle = 1\nquote = "was closed"\n'
LINK = 'do = "link"\nat = 2025-10-09T08:32:00Z\nlink = 1\nclaims = [1, 2]\nrelation = "agrees"\n'
FINDING = 'do = "finding"\nat = 2025-10-09T08:33:00Z\nfinding = 1\nclaim = 1\nwording = "It is."\n'
AT = "at = 2025-10-09T08:40:00Z\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.txt").write_text("The bridge was closed on Monday. A bus was on the bridge.\n")
    return tmp_path


@pytest.fixture
def doing(folder):
    """Do what some tables say, in a fresh database; nothing may be left when it fails."""

    def call(*acts, head=HEAD):
        path = folder / "acts.toml"
        path.write_text(head + "".join(f"[[act]]\n{act}" for act in acts), encoding="utf-8")
        with Store(folder / "w.db", create=True, lasting=False) as store:
            try:
                return play(store, read_acts(path), folder)
            finally:
                call.left = [review.title for review in store.reviews()]

    return call


def refusal(doing, *acts, **more):
    with pytest.raises(ActsFileError) as caught:
        doing(*acts, **more)
    assert doing.left == []
    return str(caught.value)


@pytest.fixture
def refused(folder):
    """What is said of a file that cannot be read."""

    def call(data):
        path = folder / "acts.toml"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        with pytest.raises(ActsFileError) as caught:
            read_acts(path)
        return str(caught.value)

    return call


def test_what_the_file_says_is_done(doing):
    state = doing(ARTICLE, CLAIM, OTHER, LINK, FINDING)
    assert [len(state.records(name)) for name in ("claim", "link", "finding")] == [2, 1, 1]
    assert doing.left == ["Bridge"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "acts.toml: title is missing; it is text."),
        (HEAD + "= 1", "acts.toml is not TOML: "),
        (b'title = "\xff"', "acts.toml is not UTF-8; save it as that."),
        ("a = " + "[" * 100_000, "acts.toml is not TOML: "),
        (HEAD + 'author = "x"\n', "acts.toml: there is no “author” here."),
        (HEAD.replace('"mk"', "7"), "acts.toml: analyst is “7”; it should be text."),
        (HEAD.replace("Z", ""), "acts.toml: begun says when, with time and zone"),
        (HEAD + "left = 4\n", "acts.toml: left is “4”; it should be a list of numbers."),
        (HEAD + "act = 1\n", "each act is a table of its own, under [[act]]."),
        (HEAD + "[[act]]\n" + AT, "acts.toml, act 1 does not say what it does; do is one of article, claim,"),
        (HEAD + '[[act]]\ndo = "marry"\n', "acts.toml, act 1 does “marry”; do is one of"),
        (HEAD + "[[act]]\n" + CLAIM + 'qoute = "x"\n', "acts.toml, act 1 (claim): there is no “qoute” here. Did you mean quote?"),
        (HEAD + "[[act]]\n" + LINK.replace("relation", "reason"), "act 1 (link): relation is missing; it is text."),
        (HEAD + "[[act]]\n" + CLAIM.replace("article = 1", "article = 0"), "article is “0”; it should be a whole number from 1."),
        (HEAD + "[[act]]\n" + CLAIM.replace("article = 1", "article = true"), "article is “True”; it should be"),
        (HEAD + "[[act]]\n" + LINK.replace("[1, 2]", "[]"), "claims is “[]”; it should be a list of numbers."),
        (HEAD + "[[act]]\n" + LINK.replace("[1, 2]", '"1, 2"'), "it should be a list of numbers."),
        (HEAD + "[[act]]\n" + FINDING + '[[act.evidence]]\nlocator = "x"\n', "act 1 (finding), evidence: kind is missing; it is text."),
        (HEAD + "[[act]]\n" + FINDING + "evidence = 1\n", "evidence is “1”; it should be tables."),
        (HEAD + "[[act]]\n" + CLAIM.replace("2025-10-09T08:31:00Z", '"today"'), "act 1 (claim): at says when, with time and zone, without quotation marks"),
        (HEAD + "[[act]]\n" + CLAIM.replace("2025", "2024"), "acts.toml, act 1 (claim 1): it is earlier than what stands above it."),
        (HEAD + '[[act]]\ndo = "\\u001b[31m"\n', "does “␛[31m”"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_with_what_is_wrong(refused, text, said):
    assert said in refused(text)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ActsFileError, match=r"none\.toml could not be read: No such file"):
        read_acts(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        ([ARTICLE.replace("one", "two")], "act 1 (article 1): "),
        ([ARTICLE.replace("one.txt", "../one.txt")], "is not the name of a file in the same folder."),
        ([ARTICLE, ARTICLE.replace("article = 1", "article = 2")], "act 2 (article 2): "),
        ([CLAIM], "act 1 (claim 1): There is no article 1 at that time."),
        ([ARTICLE, CLAIM.replace("The bridge", "A tunnel")], "act 2 (claim 1): “A tunnel” does not stand in article 1."),
        ([ARTICLE, CLAIM.replace("The bridge", "bridge")], "“bridge” stands 2 times in article 1; say which with nth"),
        ([ARTICLE, CLAIM + "nth = 3\n"], "“The bridge” does not stand 3 times in article 1."),
        ([ARTICLE, CLAIM.replace("claim = 1", "claim = 4")], "act 2 (claim 4): This is claim 1; they are numbered in the order"),
        ([ARTICLE, CLAIM, CLAIM.replace("claim = 1", "claim = 2")], "These words are claim 1 already."),
        ([ARTICLE, CLAIM, LINK], "act 3 (link 1): There is no claim 2 at that time."),
        ([ARTICLE, CLAIM, OTHER, LINK.replace("[1, 2]", "[1]")], "A link ties two claims; name two."),
        ([ARTICLE, CLAIM, OTHER, LINK.replace("agrees", "likes")], "“likes” is no relation"),
        ([ARTICLE, CLAIM, OTHER, LINK, LINK.replace("link = 1", "link = 2")], "The two are linked already, as link 1."),
        ([ARTICLE, CLAIM, OTHER, LINK, f'do = "mark link"\n{AT}link = 1\n'], "act 5 (mark link 1): It changes nothing; that is so already."),
        ([ARTICLE, CLAIM, FINDING + 'verdict = "mixed"\n'], "“mixed” needs a rationale"),
        ([ARTICLE, CLAIM, FINDING + 'verdict = "true"\n'], "“true” is no verdict of this review"),
        ([ARTICLE, f'do = "undo"\n{AT}'], "act 2 (undo): There is nothing of yours left to undo."),
    ],
)  # fmt: skip
def test_an_act_that_cannot_be_done_is_named_and_nothing_is_left(doing, acts, said):
    assert said in refusal(doing, *acts)


def test_a_review_of_that_title_is_kept(doing):
    doing(ARTICLE)
    with pytest.raises(Exception, match="This review is there already"):
        doing(ARTICLE)
    assert doing.left == ["Bridge"]


def test_nth_takes_the_place_that_is_meant(doing):
    state = doing(ARTICLE, CLAIM.replace("The bridge", "bridge") + "nth = 2\n")
    (claim,) = state.claims.values()
    assert claim.start > 40


def test_every_act_of_the_format_can_be_done(doing):
    more = [
        f'do = "edit claim"\n{AT}claim = 1\nnote = "See claim 2."\n',
        f'do = "move claim"\n{AT}claim = 1\nquote = "The bridge was"\n',
        f'do = "share origin"\n{AT}claims = [1, 2]\norigin = "The mayor"\n',
        f'do = "dismiss"\n{AT}claim = 1\narticle = 1\nquote = "A bus"\n',
        f'do = "mark link"\n{AT}link = 1\nrelation = "conflicts"\nreason = "time"\n',
        f'do = "edit finding"\n{AT}finding = 1\nconfidence = "low"\n[[act.evidence]]\nkind = "data"\nnote = "x"\n',
        f'do = "undo"\n{AT}',
    ]
    state = doing(ARTICLE, CLAIM, OTHER, LINK, FINDING, *more)
    assert {claim.origin for claim in state.claims.values()} == {"The mayor"}
    assert [link.relation for link in state.links.values()] == ["conflicts"]
    assert state.evidence == {}
    assert len(state.dismissals) == 1


@pytest.mark.parametrize(("left", "panes"), [("[9]", 0), ("[9, 1]", 1)])
def test_the_panes_are_left_at_claims_that_are_there(doing, folder, left, panes):
    state = doing(ARTICLE, CLAIM, head=HEAD + f"left = {left}\n")
    with Store(folder / "w.db") as store:
        session = store.load_session(state.review.id, "mk")
    assert len(session.get("positions", {})) == panes
    assert all(place == [0, 0] for place in session.get("positions", {}).values())


def test_the_format_for_people_is_the_format():
    text = (corpus() / "README.md").read_text(encoding="utf-8")
    told = {}
    for line in text.splitlines():
        if line.startswith("| `") and line.count("|") == 4 and ".txt" not in line:
            do, needed, allowed = (part.strip() for part in line.split("|")[1:4])
            told[do.strip("`")] = (
                set(re.findall("`(.+?)`", needed)),
                set(re.findall("`(.+?)`", allowed)),
            )
    told.pop("do")
    assert told == {do: (set(needed), set(allowed)) for do, (needed, allowed) in SHAPES.items()}
