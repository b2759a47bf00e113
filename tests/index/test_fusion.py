"""One score from vectors, words and whole sources."""

import numpy as np
import pytest

from index.fusion import ENOUGH, LEAST_SPREAD, Signals, first_by, fuse, scored, spread_of, trust

NAN = np.nan


def signals(cosines, words=None, bigrams=None):
    zero = [0.0] * len(cosines)
    return Signals(np.array(cosines, dtype=float), np.array(words or zero), np.array(bigrams or zero))


def test_best_in_everything_is_one_and_nothing_is_zero():
    found = fuse(signals([0.9, 0.8, NAN], [4, 0, 0], [2, 0, 0]), 0.02)
    assert found[0] == 1 and found[1] == found[2] == 0


def test_either_half_can_decide():
    assert np.argmax(fuse(signals([0.9, 0.8], [1, 1], [1, 1]), 0.02)) == 0
    assert np.argmax(fuse(signals([0.85, 0.85], [1, 2], [1, 2]), 0.02)) == 1


def test_close_cosines_leave_the_choice_to_the_words_and_distant_ones_do_not():
    close, distant = signals([0.86, 0.85], [1, 2], [1, 2]), signals([0.86, 0.76], [1, 2], [1, 2])
    assert np.argmax(fuse(close, 0.025)) == 1 and np.argmax(fuse(distant, 0.025)) == 0


def test_a_lead_of_one_spread_outweighs_half_of_the_words_but_not_all():
    assert np.argmax(fuse(signals([0.86, 0.84], [1, 2], [1, 2]), 0.02)) == 0
    assert np.argmax(fuse(signals([0.86, 0.84], [0, 3], [0, 3]), 0.02)) == 1


def test_words_that_hold_little_of_the_question_leave_it_to_the_vectors():
    much, little = signals([0.86, 0.85], [0.4, 0.8], [0.4, 0.8]), signals([0.86, 0.85], [0.02, 0.04], [0.02, 0.04])
    assert np.argmax(fuse(much, 0.025)) == 1 and np.argmax(fuse(little, 0.025)) == 0
    assert trust(signals([NAN], [ENOUGH], [ENOUGH])) == pytest.approx(1) and trust(signals([NAN], [ENOUGH / 2], [ENOUGH / 2])) == pytest.approx(0.5)
    held = signals([NAN, NAN], [0.9, 0], [0.9, 0])
    assert np.argmax(fuse(little, 0.025, held, np.array([0, 0]))) == 1, "the source as a whole holds the question"
    assert fuse(signals([0.9, 0.8], [0.04, 0.02], [0.04, 0.02]), 0.02)[0] == pytest.approx(1), "the best in everything is 1 all the same"


def test_the_scale_of_the_model_does_not_matter():
    narrow = fuse(signals([0.86, 0.84, 0.80], [1, 3, 0], [1, 2, 0]), 0.02)
    wide = fuse(signals([0.6, 0.4, 0.0], [1, 3, 0], [1, 2, 0]), 0.2)
    assert narrow == pytest.approx(wide)


def test_a_passage_outside_the_nearest_counts_as_the_last_of_them():
    found = fuse(signals([0.9, 0.7, NAN], [0, 1, 1]), 0.1)
    assert found[1] == pytest.approx(found[2])


def test_the_source_as_a_whole_breaks_a_tie():
    alike = signals([0.8, 0.8, 0.7])
    sources = signals([0.7, 0.9])
    assert np.argmax(fuse(alike, 0.05, sources, np.array([0, 1, 1]))) == 1


def test_sources_that_are_not_compared_take_no_part():
    found = fuse(signals([NAN, 0.8, 0.7]), 0.05, signals([NAN, 0.9]), np.array([0, 1, 1]))
    assert np.isfinite(found).all() and found[1] > found[2] == found[0]


def test_nothing_found_at_all_is_no_error():
    scores, candidates = scored("fused", signals([NAN, NAN]), 0.02)
    assert not candidates.any() and np.isfinite(scores).all()


def test_one_half_alone():
    both = signals([0.9, 0.8, NAN], [0, 3, 2], [0, 1, 2])
    assert np.argmax(scored("dense", both, 0.02)[0]) == 0 and scored("dense", both, 0.02)[1].tolist() == [True, True, False]
    assert np.argmax(scored("bm25", both, 0.02)[0]) == 1 and scored("bm25", both, 0.02)[1].tolist() == [False, True, True]


def test_spread_is_that_of_the_vectors():
    turned = np.array([[np.cos(a), np.sin(a)] for a in np.linspace(0, np.pi / 2, 50)])
    assert spread_of(turned) == pytest.approx(np.std([np.cos(a - b) for i, a in enumerate(np.linspace(0, np.pi / 2, 50)) for b in np.linspace(0, np.pi / 2, 50)[:i]]))
    assert spread_of(turned[:2]) == spread_of(np.ones((9, 4)) / 2) == LEAST_SPREAD


def test_first_by_is_the_full_order_cut_short():
    rng = np.random.default_rng(3)
    scores, candidates, ties = rng.integers(0, 9, 500) / 9, rng.random(500) < 0.5, rng.permutation(500)
    whole = first_by(scores, candidates, ties, 500)
    assert set(whole) == set(np.flatnonzero(candidates))
    assert whole.tolist() == sorted(np.flatnonzero(candidates), key=lambda i: (-round(scores[i], 6), ties[i]))
    assert first_by(scores, candidates, ties, 20)[:20].tolist() == whole[:20].tolist()
