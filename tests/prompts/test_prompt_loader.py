"""The loader: a file that is wrong fails when it is read, a wrong value when it is rendered, and both say what to mend."""

import pytest

import prompts
from prompts import PromptError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty prompts folder with cold caches; write(name, text) adds a file."""
    monkeypatch.setattr(prompts, "FOLDER", tmp_path)
    caches = [value for value in vars(prompts).values() if hasattr(value, "cache_clear")]
    for cache in caches:
        cache.cache_clear()
    (tmp_path / "lexicon").mkdir()
    yield lambda name, text: (tmp_path / name).write_text(text, encoding="utf-8")
    for cache in caches:
        cache.cache_clear()


def test_values_are_filled_in_and_turned_into_text(folder):
    folder("t.yaml", 'level: {needs: [year, value], text: "{year}年は{value}です。{year}年の値です。"}')
    assert prompts.render("t", "level", year=2019, value="33.5%") == "2019年は33.5%です。2019年の値です。"


def test_values_with_braces_and_markup_stay_as_they_are(folder):
    folder("t.yaml", 'echo: {needs: [text], text: "「{text}」"}')
    for value in ("{year}", "{{", "<script>alert(1)</script>", "%s $x \\n", "}"):
        assert prompts.render("t", "echo", text=value) == f"「{value}」"


def test_doubled_braces_are_shown_as_braces(folder):
    folder("t.yaml", "json: {needs: [x], text: '{{\"a\": {x}}}'}")
    assert prompts.render("t", "json", x=1) == '{"a": 1}'


def test_every_missing_and_surplus_value_is_named_at_once(folder):
    folder("t.yaml", 'level: {needs: [a, b, c], text: "{a}{b}{c}"}')
    with pytest.raises(PromptError, match=r"t/level: missing \['b', 'c'\], surplus \['d', 'e'\]"):
        prompts.render("t", "level", a=1, d=2, e=3)


@pytest.mark.parametrize(("values", "message"), [({"a": 1, "b": 2}, r"missing \[\], surplus \['b'\]"), ({}, r"missing \['a'\], surplus \[\]")])
def test_one_too_many_or_one_too_few(folder, values, message):
    folder("t.yaml", 'x: {needs: [a], text: "{a}"}')
    with pytest.raises(PromptError, match=message):
        prompts.render("t", "x", **values)


def test_a_value_called_like_a_parameter_of_render(folder):
    folder("t.yaml", 'x: {needs: [name, file, self], text: "{name}{file}{self}"}')
    assert prompts.render("t", "x", name="a", file="b", self="c") == "abc"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ('{needs: [a], text: "{b}"}', r"declared \['a'\] but uses \['b'\]"),
        ('{needs: [a, b], text: "{a}"}', r"declared \['a', 'b'\] but uses \['a'\]"),
        ('{needs: [], text: "{a}"}', r"declared \[\] but uses \['a'\]"),
        ('{needs: [a], text: "{a.b}"}', "not plain variable names"),
        ('{needs: [a], text: "{a[0]}"}', "not plain variable names"),
        ('{needs: [], text: "{}"}', "not plain variable names"),
        ('{needs: [a], text: "{a"}', "write braces twice"),
        ('{needs: [a], text: "a}"}', "write braces twice"),
        ('{needs: []}', "exactly the keys needs and text"),
        ('{needs: [], text: "x", note: "y"}', "exactly the keys needs and text"),
        ('"only text"', "exactly the keys needs and text"),
    ],
)
def test_a_malformed_template_fails_at_load_and_is_named(folder, record, message):
    folder("t.yaml", f"good: {{needs: [], text: ok}}\nbad: {record}")
    with pytest.raises(PromptError, match=f"t/bad: .*{message}"):
        prompts.templates("t")


def test_an_unknown_template_names_the_known_ones(folder):
    folder("t.yaml", "one: {needs: [], text: a}\ntwo: {needs: [], text: b}")
    with pytest.raises(PromptError, match=r"no template 'three' in t.yaml; known: \['one', 'two'\]"):
        prompts.render("t", "three")


@pytest.mark.parametrize("text", ["a: [1, 2", "- a\n- b", "just words", ""])
def test_a_file_that_is_no_table_of_names(folder, text):
    folder("t.yaml", text)
    with pytest.raises(PromptError, match=r"t.yaml"):
        prompts.templates("t")
    folder("lexicon/l.yaml", text)
    with pytest.raises(PromptError, match=r"lexicon/l.yaml"):
        prompts.lexicon("l")


def test_an_absent_file(folder):
    with pytest.raises(PromptError, match="absent.yaml cannot be read"):
        prompts.templates("absent")


def test_a_file_in_another_encoding_is_a_prompt_error(folder, tmp_path):
    (tmp_path / "t.yaml").write_bytes('a: {needs: [], text: "企業"}'.encode("shift_jis"))
    with pytest.raises(PromptError, match=r"t.yaml"):
        prompts.templates("t")


def test_a_name_that_stands_twice(folder):
    folder("t.yaml", "a: {needs: [], text: x}\na: {needs: [], text: y}\n")
    with pytest.raises(PromptError, match=r"t.yaml cannot be read.*'a'.* stand twice"):
        prompts.render("t", "a")
