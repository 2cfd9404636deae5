"""Whether one article was made from another comes out right however it was rewritten."""

from __future__ import annotations

from itertools import combinations

import pytest
from copies_material import (
    REWRITTEN,
    digests,
    invented,
    paragraphs,
    rewritten,
    spaceless,
)

from workbench.core.long_text import LongText
from workbench.match.copies import (
    compare,
    compare_fingerprints,
    copies_among,
    fingerprint,
)
from workbench.match.copies import fingerprints as module
from workbench.match.copies import shingles as shingling
from workbench.match.copies.quotations import LEAST
from workbench.match.copies.shingles import SHINGLE, shingles, shingles_in_steps
from workbench.match.copies.tokens import STEP, tokens

CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыьэюя"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
DEVANAGARI = "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह"
THAI = 0x0E01

DIGESTS = digests()
SEEDS = range(5)


def band(a, b):
    return compare_fingerprints(fingerprint(a), fingerprint(b)).band


@pytest.mark.parametrize("how", REWRITTEN)
@pytest.mark.parametrize("name", DIGESTS)
def test_a_rewritten_digest_comes_out_in_its_band(name, how):
    other = DIGESTS[next(one for one in DIGESTS if one != name)]
    bands = {
        seed: band(DIGESTS[name], rewritten(how, DIGESTS[name], other, seed)) for seed in SEEDS
    }
    assert set(bands.values()) == {REWRITTEN[how]}, bands


@pytest.mark.parametrize("how", REWRITTEN)
@pytest.mark.parametrize(
    "write",
    [
        invented,
        lambda seed: invented(seed, letters=CYRILLIC),
        lambda seed: invented(seed, letters=ARABIC),
        lambda seed: invented(seed, letters=DEVANAGARI + "िाेो"),
        spaceless,
        lambda seed: spaceless(seed, first=THAI, signs=46),
    ],
    ids=["Latin", "Cyrillic", "Arabic", "Devanagari", "Han", "Thai"],
)
def test_a_rewritten_report_comes_out_in_its_band_in_any_script(write, how):
    found = {
        seed: band(write(seed), rewritten(how, write(seed), write(seed + 100), seed))
        for seed in SEEDS
    }
    assert set(found.values()) == {REWRITTEN[how]}, found


@pytest.mark.parametrize(("one", "other"), list(combinations(DIGESTS, 2)))
def test_digests_of_the_same_events_are_no_copies_of_each_other(one, other):
    assert band(DIGESTS[one], DIGESTS[other]) == ""


def test_an_article_cut_short_is_contained_in_the_whole_and_not_the_reverse():
    whole = DIGESTS["4-moscow-talks"]
    short = "\n".join(paragraphs(whole)[:4])
    overlap = compare(short, whole).overlap
    assert overlap.a_in_b == 1.0
    assert overlap.b_in_a < 0.6
    assert overlap.containment == 1.0
    turned = compare(whole, short).overlap
    assert (turned.a_in_b, turned.b_in_a) == (overlap.b_in_a, overlap.a_in_b)


def test_case_quotation_marks_and_line_ends_make_no_difference():
    text = DIGESTS["5-envoy-no-troops"]
    other = (
        text.upper().replace("’", "'").replace("“", '"').replace("\n\n", " ").replace("U.S.", "US")
    )
    assert compare(text, other).overlap.a_in_b == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "One",
        "Four words and points.",
        "12 13 14",
        "🙂🙂🙂",
        "\U00010920\U00010921",
        "...",
    ],
)
def test_texts_with_nothing_to_compare_are_in_no_band_even_with_themselves(text):
    copies = compare(text, text)
    assert (copies.band, copies.passages, copies.quotations) == ("", [], [])


def test_a_shared_name_and_title_make_no_copy_of_a_short_notice():
    one = "Talks end. Foreign minister of the Republic of Marrow Anna Berg left on Sunday."
    other = "Born: Foreign minister of the Republic of Marrow Anna Berg has a third son."
    assert band(one, other) == ""


def test_lines_of_the_page_are_not_shared_text():
    page = (
        "Read also: Ten harbours to see before the winter storms come in\n"
        "We use cookies to make this page as good as it can be for all readers\n"
        "© 2025 Marrow Media. All rights reserved, also those of translation and storage"
    )
    one = f"{page}\nThe bridge was closed on Friday after a ship had struck it.\n{page}"
    other = f"{page}\nNobody knows who will pay for the new school in the hills.\n{page}"
    assert compare(one, other).overlap.shared == 0
    assert compare(one, one.replace("Friday", "Friday at noon")).overlap.shared > 0


def test_a_long_text_and_a_string_have_the_same_fingerprint_however_they_are_cut():
    text = "".join(invented(seed) + "中文没有空格的句子" for seed in range(40))
    data = text.encode()
    whole = fingerprint(text)
    assert fingerprint(LongText(data, len(text))) == whole
    assert compare_fingerprints(whole, fingerprint(text[:30_000])).b_in_a > 0.999


def test_a_short_article_is_found_in_a_very_long_one(monkeypatch):
    short = invented(1)
    long = "\n".join([*(invented(seed) for seed in range(2, 120)), short])
    overlap = compare_fingerprints(fingerprint(short), fingerprint(long))
    assert overlap.a_in_b == 1.0
    assert overlap.b_in_a < 0.1


def test_sampling_two_very_long_texts_hardly_changes_the_figures(monkeypatch):
    parts = [invented(seed, count=40) for seed in range(60)]
    a, b = fingerprint("\n".join(parts[:40])), fingerprint("\n".join(parts[20:]))
    exact = compare_fingerprints(a, b)
    monkeypatch.setattr(module, "_EXACT", 1_000)
    monkeypatch.setattr(module, "_SAMPLE", 8_000)
    sampled = compare_fingerprints(a, b)
    assert sampled != exact
    assert sampled.a_in_b == pytest.approx(exact.a_in_b, abs=0.02)
    assert sampled.b_in_a == pytest.approx(exact.b_in_a, abs=0.02)


def test_all_pairs_of_a_review_are_those_that_comparing_each_with_each_gives():
    texts = {f"a{seed}": invented(seed) for seed in range(6)}
    texts["cut"] = rewritten("cut", texts["a0"], "", 1)
    texts["spliced"] = rewritten("spliced", texts["a1"], texts["a2"], 1)
    texts["again"] = texts["a0"]
    prints = {name: fingerprint(text) for name, text in texts.items()}
    expected = {
        (a, b, overlap)
        for a, b in combinations(texts, 2)
        if (overlap := compare_fingerprints(prints[a], prints[b])).band
    }
    assert set(copies_among(prints)) == expected
    assert {(a, b) for a, b, _ in expected} == {
        ("a0", "cut"),
        ("a0", "again"),
        ("cut", "again"),
        ("a1", "spliced"),
        ("a2", "spliced"),
    }


class StoppedError(Exception):
    pass


class Listener:
    """Told how far work is; counts, and stops it where it is asked to."""

    def __init__(self, stop_at=None):
        self.told, self.stop_at = [], stop_at

    def __call__(self, done, total, _what):
        self.told.append((done, total))
        if len(self.told) == self.stop_at:
            raise StoppedError


def test_whoever_asks_is_told_how_far_a_long_text_is_read_and_can_stop_it():
    text = invented(3) * 60
    listener = Listener()
    fingerprint(text, listener)
    assert len(listener.told) > 3
    assert listener.told[-1] == (len(text), len(text))
    assert sorted(listener.told) == listener.told
    with pytest.raises(StoppedError):
        fingerprint(text, Listener(1))


@pytest.mark.parametrize(
    "text", [invented(3) * 60, "山河风月云雨雪花鸟虫鱼" * 3_000], ids=["words", "signs"]
)
def test_comparing_is_told_of_every_few_thousand_words_and_can_be_stopped_at_each(text):
    listener = Listener()
    copies = compare(text, text, tell=listener)
    assert copies == compare(text, text)
    each = len(tokens(text).ids) // STEP
    # Both are read for their fingerprints, for what they share and for their quotations.
    assert len(listener.told) >= 6 * each
    for at in range(1, len(listener.told) + 1, 7):
        with pytest.raises(StoppedError):
            compare(text, text, tell=Listener(at))


def test_looking_for_pairs_is_told_of_every_few_thousand_shingles_and_can_be_stopped(monkeypatch):
    monkeypatch.setattr(module, "_STEP", 64)
    prints = {f"a{seed}": fingerprint(invented(seed % 4)) for seed in range(12)}
    shingles = sum(len(one.shingles) for one in prints.values())
    listener = Listener()
    found = list(copies_among(prints, listener))
    assert found == list(copies_among(prints))
    assert len(found) == 4 * 3
    assert len(listener.told) >= shingles // 64
    assert sorted(listener.told) == listener.told
    for at in (1, len(listener.told) // 2, len(listener.told)):
        with pytest.raises(StoppedError):
            list(copies_among(prints, Listener(at)))


def test_shingles_in_steps_are_those_of_the_whole(monkeypatch):
    monkeypatch.setattr(shingling, "STEP", 7)
    mixed = (
        "One of 山河风月 said. [1] Two 雨雪山河风月云雨 ran\n\nHome — five six seven eight nine "
        * 9
    )
    for text in (mixed, invented(2)):
        ids = tokens(text).ids
        for weight in (SHINGLE, LEAST):
            assert [one for _, one in shingles_in_steps(ids, weight)] == shingles(ids, weight)
