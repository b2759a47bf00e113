"""The wording that ships: every file loads, every template that the code names exists with the values it is given."""

import ast
import re
from pathlib import Path

import pytest

import prompts

REPOSITORY = Path(__file__).resolve().parents[2]
FILES = sorted(path.relative_to(prompts.FOLDER).with_suffix("").as_posix() for path in prompts.FOLDER.rglob("*.yaml"))
TEMPLATES = [
    name for name in FILES
    if not name.startswith("lexicon/") and all(isinstance(record, dict) and "text" in record for record in prompts.table(name).values())
]  # fmt: skip


def test_there_are_templates_and_lexicons():
    assert {"answers/data", "answers/words", "refusals", "talk", "ui"} <= set(TEMPLATES)
    assert any(name.startswith("lexicon/") for name in FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_read(name):
    assert prompts.templates(name) if name in TEMPLATES else prompts.table(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_renders_and_leaves_no_brace(name):
    for template in prompts.templates(name).values():
        text = template.render(**dict.fromkeys(template.needs, "値"))
        assert text.strip(" \n") == text != ""
        assert "{" not in text and "}" not in text, template.name


def texts(name):
    return [(template.name, template.text) for template in prompts.templates(name).values()]


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("answers/") or name in ("notes", "refusals", "talk")])
def test_answers_are_polite_and_of_one_width(name):
    """です・ます; no half-width katakana, no full-width digits or signs, no ideographic comma of the other kind."""
    for full, text in texts(name):
        assert not re.search(r"[０-９Ａ-Ｚａ-ｚ％｡-ﾟ]|，|．", text), full
        assert not re.search(r"(?:である|だった|だ)。", text), full


EXAMPLE = re.compile(r"「[^」]*」のように")


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("answers/")])
def test_no_finding_is_written_into_a_sentence(name):
    """Values come from figures: a template may hold years of the definition, 95% and an example of how to ask, no other number with a unit.

    The ROI sentences may name the bounds of what can be entered.
    """
    for full, text in ((full, EXAMPLE.sub("", text)) for full, text in texts(name) if not full.startswith("answers/roi/problem_")):
        assert not [number for number in re.findall(r"\d[\d,.]*(?:%|ポイント|倍|本|位)", text) if number != "95%"], full


def calls(path):
    """(line, file, name, keyword names) of prompts.render("file", "name", …) with literal names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "prompts.render" and len(node.args) == 2:
            if all(isinstance(argument, ast.Constant) for argument in node.args):
                keywords = {word.arg for word in node.keywords}
                yield node.lineno, node.args[0].value, node.args[1].value, None if None in keywords else keywords


@pytest.mark.parametrize("path", sorted((REPOSITORY / "assistant").rglob("*.py")), ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_templates_named_in_the_code_exist_with_those_values(path):
    for line, file, name, given in calls(path):
        template = prompts.templates(file).get(name)
        assert template is not None, f"{path}:{line} {file}/{name}"
        assert given is None or given == template.needs, f"{path}:{line} {file}/{name}"


def test_the_code_is_looked_at():
    assert sum(1 for path in (REPOSITORY / "assistant").rglob("*.py") for _ in calls(path)) >= 20


@pytest.mark.parametrize("name", ["intents", "relations", "subjects"])
def test_lexicon_phrases_are_words_of_one_list(name):
    for key, phrases in prompts.lexicon(name).items():
        assert all(isinstance(phrase, str) and phrase.strip() for phrase in phrases), f"{name}/{key}: a phrase is no text (quote it)"
        assert len(set(phrases)) == len(phrases), f"{name}/{key}: {sorted({p for p in phrases if phrases.count(p) > 1})} twice"


def test_a_group_word_belongs_to_one_group():
    owners = {}
    for key, phrases in prompts.lexicon("subjects").items():
        for phrase in phrases:
            owners.setdefault(phrase.lower(), set()).add(key)
    assert {phrase: keys for phrase, keys in owners.items() if len(keys) > 1} == {}
