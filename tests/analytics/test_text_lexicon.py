"""The word lists: whole words, plurals, exceptions, and a file that says why."""

import pytest

from analytics.errors import SourceError
from analytics.text.lexicon import LEXICON, Lexicon, Term, holds_term, load_lexicons, normalise, shipped_lexicons


def holds(lexicon, *titles):
    return holds_term([normalise(title) for title in titles], shipped_lexicons()[lexicon]).tolist()


@pytest.mark.parametrize(
    "title, shown",
    [("Pre-Training GPUs!", "pre training gpus"), ("Ｄｅｅｐ　learning", "deep learning"), ("a_b  c", "a b c"), ("Größe: ℓ₁", "größe l1"), ("", "")],
)
def test_normalise(title, shown):
    assert normalise(title) == shown


@pytest.mark.parametrize(
    "title", ["Deep Learning", "On deep, sparse nets", "Neural-network control", "GANs in space", "BERT: pre-training", "Pretrained encoders",
              "Transformers for Vision", "Deepfakes", "Auto-encoder design"],
)  # fmt: skip
def test_deep_learning_titles(title):
    assert holds("dl", title) == [True]


@pytest.mark.parametrize(
    "title", ["Deeper insight", "The organ and the gang", "Begin again", "Robert's rules", "Deep packet inspection", "Deep Brain Stimulation",
              "Neural spikes and prostheses", "Neural prosthetics", "Convolutional codes", "Adeep study", "Transformer faults", "Subneural"],
)  # fmt: skip
def test_other_titles_are_left_out(title):
    """Parts of words, and the senses that a following word gives away."""
    assert holds("dl", title) == [False]


def test_an_exception_does_not_hide_another_term():
    assert holds("dl", "Deep packet inspection with deep networks", "Deep packet inspection by a CNN") == [True, True]


def test_compute_titles():
    assert holds("compute", "GPU-accelerated trees", "A Supercomputing Center", "Cloud of points", "FPGA design") == [True, True, False, False]


def test_every_term_matches_itself_and_not_inside_a_word():
    for lexicon in shipped_lexicons().values():
        for term in lexicon.terms:
            alone = Lexicon("one", "", (term,))
            word = term.words.rstrip("*")
            assert holds_term([word, f"on {word} today"], alone).all(), term
            assert not holds_term([f"x{word}", f"x{word} today"], alone).any(), term
            assert term.why


def written(tmp_path, text):
    path = tmp_path / "lexicon.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "entry, message",
    [("{term: gpu}", "needs term and why"), ("{term: gpu, why: x, unles_next: [y]}", "knows only"), ("{term: GPU, why: x}", "never match"),
     ("{term: pre-train, why: x}", "never match"), ("{term: a, why: x}, {term: a, why: y}", "twice")],
)  # fmt: skip
def test_mistakes_in_the_file_are_named(entry, message, tmp_path):
    with pytest.raises(SourceError, match=message):
        load_lexicons(written(tmp_path, f"lexicons: {{x: {{label_ja: 語, terms: [{entry}]}}}}"))


def test_left_out_words_are_not_counted(tmp_path):
    text = "lexicons: {x: {label_ja: 語, terms: [{term: a, why: x}], left_out: [{term: a, why: y}]}}"
    with pytest.raises(SourceError, match="twice"):
        load_lexicons(written(tmp_path, text))
    assert Term("deep", "") not in load_lexicons(LEXICON)["dl"].terms  # the shipped one has a reason
