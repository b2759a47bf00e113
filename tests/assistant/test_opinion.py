"""What the learned reader sees of a question, how a row is laid out, and the weights that stand in the repository."""

from pathlib import Path

import numpy as np
import pytest

from assistant.evaluation.questions import read_questions
from assistant.understand.opinion import FOUND_WEIGHT, HEADS, MEANING_WEIGHT, Features, Opinions, chances_of
from assistant.understand.traits import Traits, grams, masked
from assistant.understand.understanding import Understanding
from bench.learn import Example, features_of, fitted, learned_from, matrix

QUESTIONS = Path(__file__).parents[1] / "questions"


def test_names_are_masked():
    assert masked("cvprの2019年は", [(0, 4, "V"), (5, 10, "Y")]) == "⟨V⟩の⟨Y⟩は"
    assert masked("中国科学院は", [(0, 2, "C"), (0, 5, "I")]) == "⟨I⟩は"
    assert masked("企業は", []) == "企業は"


def test_grams_are_all_runs_of_one_to_four():
    assert sorted(grams("a bc")) == sorted(["a", " ", "b", "c", "a ", " b", "bc", "a b", " bc", "a bc"])
    assert max(map(len, grams("あいうえお"))) == 4 and grams("") == []


def test_traits_of_a_question(understanding):
    traits, beyond = understanding.seen("2019年のCVPRで日本と中国の企業の割合は?")
    assert not beyond
    assert traits.masked.startswith("⟨Y⟩の⟨V⟩で⟨J⟩と⟨C⟩の")
    assert {"place:venue", "japan", "countries:2", "places:1", "years:1", "group:firm"} <= set(traits.found)
    assert not any(name.startswith("after:") for name in traits.found)
    assert "after:data" in understanding.seen("2020年は?", understanding.understand("2019年のCVPRの企業の割合は?"))[0].found


@pytest.mark.parametrize("text", ["2031年の企業の割合は?", "来年の企業の割合は?"])
def test_a_year_that_is_not_held_is_seen(understanding, text):
    assert understanding.seen(text)[1]


def test_a_row_holds_grams_then_entries_then_the_meaning():
    features = Features(["あ", "い"], np.array([1.0, 2.0]), ["cue:a", "cue:b"], np.array([0.5, 0.0, 0.0]))
    columns, values = features.row(Traits("ああい〇", ("cue:b", "cue:unheard")), np.array([1.0, 0.0, 1.0]))
    assert columns.tolist() == [0, 1, 3, 4, 5, 6]
    twice, once = (1 + np.log(2)) * 1.0, 2.0
    assert values[:2] == pytest.approx(np.array([twice, once]) / np.hypot(twice, once))
    assert values[2:].tolist() == [FOUND_WEIGHT, 0.5 * MEANING_WEIGHT, 0.0, MEANING_WEIGHT]


def test_a_text_without_a_known_gram_has_a_row():
    features = Features(["あ"], np.array([1.0]), [], np.zeros(2))
    columns, values = features.row(Traits("x", ()), np.ones(2))
    assert columns.tolist() == [1, 2] and values.tolist() == [MEANING_WEIGHT] * 2


def toy() -> list[Example]:
    rng, words = np.random.default_rng(5), {"data": "企業の割合は", "paper": "研究を教えて", "none": "天気はどう"}
    return [
        Example("toy", Traits(word[: 3 + at % 4], (f"cue:{route}",) if at % 2 else ()), rng.normal(size=4) + len(route), {"route": route, "metric": None, "statistic": None})
        for route, word in words.items() for at in range(8)
    ]  # fmt: skip


def test_a_trained_model_gives_the_chances_of_scikit_learn():
    from sklearn.linear_model import LogisticRegression

    examples = toy()
    features = features_of(examples)
    names, weights, bias = fitted(examples, features, "route")
    rows = matrix(examples, features)
    model = LogisticRegression(C=10.0, max_iter=500).fit(rows, [example.labels["route"] for example in examples])
    assert names == model.classes_.tolist() == ["data", "none", "paper"]
    for example, wanted in zip(examples, model.predict_proba(rows), strict=True):
        columns, values = features.row(example.traits, example.vector)
        assert chances_of(weights[:, columns] @ values + bias) == pytest.approx(wanted, abs=1e-6)


def test_written_weights_give_the_opinion_they_were_fitted_to(tmp_path):
    examples = toy()
    features = features_of(examples)
    names, weights, bias = fitted(examples, features, "route")
    arrays = {"vocabulary": np.array(list(features.columns)), "idf": features.weights, "entries": np.array(list(features.entries)), "mean": features.mean}
    for head in HEADS:
        arrays |= {f"{head}_names": np.array(names), f"{head}_weights": weights, f"{head}_bias": bias}
    np.savez(tmp_path / "learned.npz", **arrays)
    for example in examples:
        seen = Opinions(lambda text, example=example: example.vector, tmp_path / "learned.npz").of(example.traits, "x")
        columns, values = features.row(example.traits, example.vector)
        chances = dict(zip(names, chances_of(weights[:, columns] @ values + bias), strict=True))
        assert seen.route == max(chances, key=chances.get) == example.labels["route"]
        assert (seen.data, seen.held, seen.route_sure) == pytest.approx((chances["data"], 1 - chances["none"], max(chances.values())), abs=1e-5)


def test_scores_however_large_give_chances():
    assert chances_of(np.array([1000.0, 1000.0])).tolist() == [0.5, 0.5]


def test_the_weights_belong_to_the_question_files(assistant, divide):
    """Of every twenty-fourth question of all the files that they are learned from."""
    rules, encode, opinions = Understanding(divide), assistant.understanding.encode, assistant.understanding.second.opinions
    files = sorted(path for path in QUESTIONS.rglob("*.yaml") if not {"talks", "limiting"} & set(path.parts))
    asked = [(learned_from(expected, file.stem, rules, encode), expected.text) for file in files for expected in read_questions(file)[::24]]
    right = [opinions.of(example.traits, text).route == example.labels["route"] for example, text in asked if example is not None and example.labels["route"]]
    assert len(right) >= 100 and sum(right) >= 0.97 * len(right)
